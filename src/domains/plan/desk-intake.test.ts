import { readFile as bytesOf } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { takeInReading } from './actions/intake.ts'
import { openIntakes } from './store/intakes.ts'
import { planOf } from './store/plans.ts'
import { treeOf } from './store/tree.ts'
import { planIn } from './testing/drafts.ts'
import { itemsOf } from './tree.ts'

let site: Browser
beforeAll(async () => {
  site = await browser()
})

test('the scan of 2012: handed in, asked about, looked at, taken in; a second time changes nothing', async () => {
  await site.as(people.author)
  const scan = await bytesOf('demo/tsushima-2012.txt')
  const answers: Record<string, string> = JSON.parse(
    await bytesOf('demo/tsushima-2012.answers.json', 'utf8'),
  )
  const hand = async () => {
    const file = new File([scan], 'tsushima-2012.txt')
    const answer = await site.post('/desk/plans/intake', { file, year: '', pasted: '' })
    expect(answer.status).toBe(303)
    return answer.headers.get('location') ?? ''
  }
  const path = await hand()
  const first = await site.text(path)
  expect(first).toContain('地域マネージャー制度の充')
  expect(first).not.toContain(`${path}/accept`)
  expect((await site.post(`${path}/accept`)).status).toBe(422)
  expect(await planOf(site.db, 2012)).toBeUndefined()
  const wrong = await site.post(path, {
    'answer.lead:3-1': '社長',
    'answer.title:1-1': '自治会、地域での啓発活動',
  })
  expect(wrong.status).toBe(422)
  expect((await openIntakes(site.db))[0]?.answers).toEqual({
    'title:1-1': '自治会、地域での啓発活動',
  })
  const named = Object.fromEntries(Object.entries(answers).map(([k, v]) => [`answer.${k}`, v]))
  expect((await site.post(path, named)).status).toBe(303)
  expect(await site.text(path)).toContain(`${path}/accept`)
  const taken = await site.post(`${path}/accept`, { with: ['addDepartments'] })
  expect(taken.headers.get('location')).toMatch(/^\/desk\/plans\/2012\?n=\d+&done=taken-in$/)
  const items = itemsOf(await treeOf(site.db, await planIn(site, 2012)))
  expect(items).toHaveLength(15)
  expect(items.map((one) => one.code).slice(0, 2)).toEqual(['1-1', '1-2'])
  const again = await hand()
  await site.post(again, named)
  const same = await site.post(`${again}/accept`)
  expect(same.headers.get('location')).toContain('taken-in-same')
  expect((await site.post(`${path}/accept`)).status).toBe(409)
  await site.as(people.officer)
  expect((await site.get(path)).status).toBe(403)
})

test('a file that cannot be read says why, and what was pasted stays', async () => {
  await site.as(people.author)
  const word = new File(['x'], 'plan.docx')
  const broken = await site.post('/desk/plans/intake', { file: word, pasted: '', year: '2044' })
  expect(broken.status).toBe(422)
  expect(await broken.text()).toContain('value="2044"')
  const nothing = await site.post('/desk/plans/intake', { pasted: '', year: '' })
  expect(nothing.status).toBe(422)
  const pasted =
    '施策番号\t施策\t方針(項目群)\t主体\t項目\t関係部署\n1\t意識\t周知します\t社長\t標語\t総務部'
  const yearless = await site.post('/desk/plans/intake', { pasted, year: '' })
  expect(yearless.status).toBe(422)
  expect(await yearless.text()).toContain('社長')
  const taken = await site.post('/desk/plans/intake', { pasted, year: '２０４４' })
  const path = taken.headers.get('location') ?? ''
  const html = await site.text(path)
  expect(html).toContain('主体「社長」が分かりません')
  expect(html).not.toContain(`${path}/accept`)
  expect((await site.post(`${path}/accept`)).status).toBe(422)
  expect((await site.post(`${path}/withdraw`)).status).toBe(303)
  expect(await planOf(site.db, 2044)).toBeUndefined()
})

test('an intake that fails leaves neither a plan nor a department behind; one that is taken in leaves both', async () => {
  await site.as(people.author)
  const pasted =
    '施策番号\t施策\t方針(項目群)\t主体\t項目\t関係部署\n1\t意識\t周知します\t行政\t標語\t夢をかなえる部'
  const handed = await site.post('/desk/plans/intake', { pasted, year: '2045' })
  const path = handed.headers.get('location') ?? ''
  const intake = must(
    (await openIntakes(site.db)).find(({ id }) => path.endsWith(id)),
    'the intake',
  )
  const dreams = () =>
    site.db
      .selectFrom('staff_department_period')
      .select('name')
      .where('name', '=', '夢をかなえる部')
      .execute()
  const options = { answers: {}, removeMissing: false, addDepartments: true }
  const ctx = site.ctx(people.author)
  // Everything is written, and then the intake that should be closed is not there.
  await expect(takeInReading(ctx, 2045, intake.reading, options, 'tak_nowhere')).rejects.toThrow(
    'not-found',
  )
  expect(await dreams()).toEqual([])
  expect(await planOf(site.db, 2045)).toBeUndefined()
  const form = { with: ['addDepartments'] }
  const both = await Promise.all([
    site.post(`${path}/accept`, form),
    site.post(`${path}/accept`, form),
  ])
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(await dreams()).toHaveLength(1)
  expect(await planOf(site.db, 2045)).toBeDefined()
})
