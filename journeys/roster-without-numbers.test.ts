import { beforeAll, expect, test } from 'vitest'
import { acceptRoster, receiveRoster } from '#domains/staff/actions/roster.ts'
import { openSection } from '#domains/staff/actions.ts'
import { commandLine, dutyOf } from '#domains/staff/roles.ts'
import { readRoster } from '#domains/staff/roster/sources.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { onward, send } from './support/desk.ts'
import { formsIn, readable } from './support/html.ts'

/** 職員番号のない人: contract staff whom no personnel system has given a number. They are never doubled. */
const head = '職員番号,氏名,メール,課,役職,所属長(○)/代理,本務・兼務'
const csv = (...rows: string[]) => [head, ...rows].join('\r\n')
const march = '2013-03-15T10:00:00+09:00'
let site: Browser

const handIn = async (text: string) => {
  const file = new File([text], 'r.csv')
  return onward(await send(site, '/desk/staff/roster', { on: '2013-04-01', file }))
}
const accept = async (page: string) => {
  const form = formsIn(await site.text(page), page).find(({ action }) => action.endsWith('/accept'))
  const { action, fields } = must(form, `${page} can be accepted`)
  return site.post(action, { ...Object.fromEntries(fields) })
}
const named = async (name: string) =>
  site.db.selectFrom('staff_user').select(['id', 'email']).where('name', '=', name).execute()
const sectionsOf = async (user: string) =>
  (
    await site.db
      .selectFrom('staff_assignment as a')
      .innerJoin('staff_department as d', 'd.id', 'a.department_id')
      .select(['a.from_on', 'a.until_on', 'a.post'])
      .where('a.user_id', '=', user)
      .orderBy('a.from_on')
      .execute()
  ).map((a) => [a.post, a.from_on, a.until_on])

beforeAll(async () => {
  site = await browser(march)
  site.at('2012-03-20T10:00:00+09:00')
  const setUp = site.ctx({
    ...commandLine,
    duties: [dutyOf('secretariat'), dutyOf('administrator')],
  })
  site.at(march)
  await site.as(people.author)
  for (const name of ['広報課', '税務課'])
    await openSection(setUp, {
      name,
      kind: 'section',
      parent: null,
      phone: '',
      on: '2012-04-01',
      reason: '見本',
    })
  const first = csv(
    ',見本 あさ,asa@example.jp,広報課,会計年度任用職員,,',
    ',見本 ゆう,yu@example.jp,広報課,会計年度任用職員,,',
    'P1,見本 よる,yoru@example.jp,税務課,主事,,',
  )
  const read = await readRoster('r.csv', new TextEncoder().encode(first), new Map())
  expect(read.reading.faults).toEqual([])
  const roster = await receiveRoster(setUp, '2012-04-01', 'r.csv', read, '00/0')
  // Three accounts, three posts.
  expect(await acceptRoster(setUp, roster.id)).toBe(6)
})

test('the address says who it is, and nothing differs a second time', async () => {
  const rows = [
    ',見本 あさ,asa@example.jp,広報課,会計年度任用職員,,',
    ',見本 ゆう,yu@example.jp,広報課,会計年度任用職員,,',
    'P1,見本 よる,yoru@example.jp,税務課,主事,,',
  ]
  const page = readable(await site.text(await handIn(csv(...rows))))
  expect(page).toContain('今の名簿と変わるところはありません')
})

test('without an address the name is asked about; the same person moves and is not doubled', async () => {
  const [asa] = await named('見本 あさ')
  const { id } = must(asa, 'Asa')
  const page = await handIn(csv(',見本あさ,,税務課,会計年度任用職員,,'))
  const html = readable(await site.text(page))
  expect(html).toContain('名前の同じ人')
  expect(html).toContain('広報課会計年度任用職員、asa@example.jp')
  // Nobody accepts it while the question is open.
  expect(html).toContain('名前の同じ人が同じ人かどうか、まだ決まっていません')
  expect((await site.post(`${page}/accept`, { mark: '' })).status).toBe(409)

  const isChoice = ({ action }: { action: string }) => action === page
  expect((await send(site, page, { 'person.0': id }, isChoice)).status).toBe(303)
  expect((await accept(page)).status).toBe(303)
  expect(await named('見本あさ')).toEqual([])
  expect(await named('見本 あさ')).toHaveLength(1)
  expect((await sectionsOf(id)).map(([, from, until]) => [from, until])).toEqual([
    ['2012-04-01', '2013-03-31'],
    ['2013-04-01', null],
  ])
})

test('somebody else of the same name is new, and needs an address', async () => {
  const page = await handIn(csv(',見本 ゆう,,税務課,主事,,'))
  const isChoice = ({ action }: { action: string }) => action === page
  await send(site, page, { 'person.0': 'new' }, isChoice)
  expect(readable(await site.text(page))).toContain('新しい人(見本ゆう)のメールがありません')

  const again = await handIn(csv(',見本 ゆう,other-yu@example.jp,税務課,主事,,'))
  await send(site, again, { 'person.0': 'new' }, ({ action }) => action === again)
  expect((await accept(again)).status).toBe(303)
  expect((await named('見本 ゆう')).map(({ email }) => email).toSorted()).toEqual([
    'other-yu@example.jp',
    'yu@example.jp',
  ])
})

test('a number that comes later goes to the account that is there', async () => {
  const page = await handIn(csv('P9,見本 ゆう,yu@example.jp,広報課,会計年度任用職員,,'))
  expect(readable(await site.text(page))).toContain('職員番号P9を付ける')
  const twice = await handIn(
    csv('P1,見本 よる,,税務課,主事,,', ',見本 よる,yoru@example.jp,広報課,主事,,兼務'),
  )
  expect(readable(await site.text(twice))).toContain('1通りにそろえてください')
})
