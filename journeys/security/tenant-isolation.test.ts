import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create, openComment } from '#domains/plan/actions/life.ts'
import type { City } from '#platform/cities.ts'
import { openCities, readCities } from '#platform/cities.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { migratedDatabase, testDatabase } from '#testing/database.ts'
import { people } from '#testing/people.ts'
import { inFolder } from '../support/files.ts'

const { author } = people
let tsushima: Browser
let iki: Browser
let close = async () => {}
beforeAll(async () => {
  const own = await migratedDatabase()
  close = own.close
  tsushima = await browser('2013-02-20T09:00:00+09:00', await testDatabase())
  iki = await browser('2013-02-20T09:00:00+09:00', own)
  for (const [site, name] of [
    [tsushima, '対馬の計画'],
    [iki, '壱岐の計画'],
  ] as const) {
    const plan = await create(site.ctx(author), 2013, { title: name })
    await openComment(site.ctx(author), plan.id)
  }
})
afterAll(() => close())

const ask = (site: Browser, path: string, cookie = '') =>
  site.site.request(`http://localhost${path}`, { headers: { cookie } })

describe('two cities share a program, a secret, and nothing else', () => {
  test('a session of one is nobody’s in the other, even of a person with the same name', async () => {
    await tsushima.as(author)
    await iki.as(author)
    expect((await ask(tsushima, '/desk', tsushima.cookie())).status).toBe(200)
    expect((await ask(iki, '/desk', iki.cookie())).status).toBe(200)
    expect((await ask(iki, '/desk', tsushima.cookie())).status).toBe(303)
    expect((await ask(tsushima, '/desk', iki.cookie())).status).toBe(303)
  })

  test('nor does a form of one act in the other', async () => {
    const token = /name="csrf" value="([^"]+)"/.exec(await tsushima.text('/desk'))?.[1] ?? ''
    const answer = await iki.site.request('http://localhost/desk/plans/2013/steps/submit', {
      method: 'POST',
      body: new URLSearchParams({ csrf: token }),
      headers: {
        cookie: iki.cookie(),
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    expect(answer.status).toBe(403)
  })

  test('a page that one keeps is never shown by the other', async () => {
    for (const path of [
      '/',
      '/plans',
      '/plans/2013',
      '/api/v1/plans',
      '/search?q=計画',
      '/plans/2013/plan.csv',
    ]) {
      const [one, two] = [await tsushima.text(path), await iki.text(path)]
      expect(one).not.toContain('壱岐')
      expect(two).not.toContain('対馬')
    }
    expect(await tsushima.text('/plans/2013')).toContain('対馬の計画')
    expect(await iki.text('/plans/2013')).toContain('壱岐の計画')
  })

  test('an id of one is not found in the other', async () => {
    const { id } = await tsushima.db.selectFrom('plan').select('id').executeTakeFirstOrThrow()
    const theirs = await iki.db.selectFrom('plan').select('id').where('id', '=', id).execute()
    expect(theirs).toEqual([])
  })
})

describe('which city is meant is told by the host, exactly', () => {
  test('a host that is nobody’s is answered by nobody', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'cities.json')
      const cities = {
        'plan.tsushima.example.jp': { dataDir: join(folder, 'a') },
        'plan.iki.example.jp': { dataDir: join(folder, 'b') },
      }
      await writeFile(file, JSON.stringify(cities))
      const places = readCities({ TOMONI_CITIES: file, TOMONI_DATA: folder })
      const database = await testDatabase()
      const open = await openCities(places, async () => ({ ...database, close: async () => {} }))
      const of = (host: string): City['place']['hosts'] | undefined => open.of(host)?.place.hosts
      expect(of('plan.tsushima.example.jp')).toEqual(['plan.tsushima.example.jp'])
      expect(of('PLAN.IKI.example.jp:8443')).toEqual(['plan.iki.example.jp'])
      expect(of('plan.iki.example.jp.')).toEqual(['plan.iki.example.jp'])
      for (const host of [
        '',
        '*',
        'example.jp',
        'evil.example',
        'plan.iki.example.jp.evil.example',
        'plan.iki.example.jp@evil',
        'localhost',
        '__proto__',
        'xplan.iki.example.jp',
      ])
        expect(of(host), host).toBeUndefined()
    })
  })
})
