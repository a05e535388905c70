import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { assetsIn } from '#platform/assets.ts'
import { browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from '../support/city.ts'
import { formTo, onward, send } from '../support/desk.ts'
import { demoFile, inFolder } from '../support/files.ts'

const outside = 'what lies beside the folder'
const ways = [
  '../secret.css',
  '..%2fsecret.css',
  '%2e%2e/secret.css',
  '%2e%2e%2fsecret.css',
  '..%5csecret.css',
  '....//secret.css',
  '..;/secret.css',
  '..%c0%afsecret.css',
  '..%252fsecret.css',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'site.css/../../secret.css',
  'site.css%00.html',
  'site.css%00',
  '．．/secret.css',
  '%ef%bc%8e%ef%bc%8e/secret.css',
  '__proto__',
  'constructor',
  'toString',
  '.',
  '',
  'site.1.css.br',
  'SITE.1.CSS',
]

describe('the look is a handful of files, and no address reaches another', () => {
  test.each(ways)('/assets/%s', async (way) => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'assets'))
      writeFileSync(join(folder, 'assets/site.1.css'), 'body{}')
      writeFileSync(join(folder, 'assets/site.1.css.br'), 'packed')
      writeFileSync(join(folder, 'secret.css'), outside)
      const site = new Hono().use('/assets/*', assetsIn(join(folder, 'assets')).middleware)
      const answer = await site.request(`http://localhost/assets/${way}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain(outside)
      expect((await site.request('http://localhost/assets/site.1.css')).status).toBe(200)
    })
  })
})

describe('names of files', () => {
  test('of an export are ours, whatever is asked for', async () => {
    const site = await demoCity()
    for (const path of [
      '/plans/2012/plan.exe',
      '/plans/2012/plan.json.br',
      '/plans/2012/..%2f..%2fpackage.json',
      '/plans/2012/plan.%2e%2e%2fjson',
      '/plans/..%2f2012/plan.json',
      '/plans/2012/plan.json%00.pdf',
      '/plans/2012/package.json',
    ])
      expect((await site.get(path)).status, path).toBe(404)
    const name = (await site.get('/plans/2012/plan.csv')).headers.get('content-disposition')
    expect(name).toBe('attachment; filename="plan-2012.csv"')
    expect(site.bugs).toEqual([])
  })

  test('that people hand in are shown and never used as a path', async () => {
    const site = await browser('2012-03-05T10:00:00+09:00')
    await site.as(people.author)
    for (const name of [
      '../../../tmp/evil.txt',
      '/etc/cron.d/evil.txt',
      'C:\\evil.txt',
      '\u202etxt.exe.txt',
    ]) {
      const file = new File([demoFile('tsushima-2012.txt')], name)
      const way = onward(await send(site, '/desk/plans/intake', { file }, formTo('/intake')))
      expect((await site.get(way)).status).toBe(200)
    }
    expect(site.bugs).toEqual([])
  })
})
