import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { takeInReading } from '#domains/plan/actions/intake.ts'
import { readPlanJson } from '#domains/plan/intake/json.ts'
import { acceptRoster, receiveRoster } from '#domains/staff/actions/roster.ts'
import { openSection } from '#domains/staff/actions.ts'
import { commandLine, dutyOf } from '#domains/staff/roles.ts'
import { readRoster } from '#domains/staff/roster/sources.ts'
import { allDepartments, departments } from '#domains/staff/store/organisation.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { assignmentsOf } from '#domains/staff/store/posts.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { formTo, onward, send, sendForm } from './support/desk.ts'
import { formsIn } from './support/html.ts'
import { itemsIn } from './support/plan.ts'

/**
 * 4月1日: forty people move while the organisation is made anew. Handed in and accepted in March, it changes
 * nothing until midnight in Japan, and then everything at once, with nobody doing anything.
 */
const head = '職員番号,氏名,メール,電話,部,課,役職,所属長(○)/代理,本務・兼務,開始日,終了日,役割'
const old = ['地域再生推進本部', '広報課', '情報課', '総務課', '税務課']
const next: Readonly<Record<string, string>> = {
  地域再生推進本部: '総合政策部,市民協働課',
  広報課: '総務部,広報情報課',
  情報課: '総合政策部,防災課',
  総務課: '総務部,税務課',
  税務課: '総務部,総務課',
}
const crew = Array.from({ length: 40 }, (_, i) => ({
  no: `P${String(i + 1).padStart(3, '0')}`,
  section: must(old[i % 5], 'five sections'),
  rank: i < 5 ? '○' : i < 10 ? '代理' : '',
}))
const line = (one: (typeof crew)[number], place: string) =>
  `${one.no},見本 ${one.no},${one.no.toLowerCase()}@example.jp,0920-00-0000,${place},主任,${one.rank},本務,,,`
const before = [head, ...crew.map((one) => line(one, `,${one.section}`))].join('\r\n')
/** Also the officer who will be signed in over midnight. */
const officerLine =
  'P099,地域再生推進本部 担当,per_officer@example.jp,,総務部,防災でない課,主査,,本務,,,協働推進員'
const after = [
  head,
  ...crew.map((one) => line(one, must(next[one.section], one.section))),
  officerLine.replace('総務部,防災でない課', '総務部,税務課'),
].join('\r\n')

let site: Browser
let officer: Browser
let path = ''
const march = '2013-03-15T10:00:00+09:00'
const midnight = '2013-04-01T00:00:00+09:00'
const lastSecond = '2013-03-31T23:59:59+09:00'

const rightsOf = async (day: string) => {
  const ids = (await site.db.selectFrom('staff_user').select('id').orderBy('id').execute()).map(
    (row) => row.id,
  )
  return Promise.all(ids.map((id) => actorOf(site.db, id, day)))
}
const editable = async (page: Browser, department: string) => {
  const item = must(
    (await itemsIn(site.db, 2013)).find((one) => one.departments.includes(department)),
    department,
  )
  const form = `/desk/plans/2013/items/${item.id}`
  const html = await page.text(form)
  return formsIn(html, form).some((one) => one.action === form && one.method === 'post')
}

beforeAll(async () => {
  site = await browser(march)
  officer = await browser(march)
  await site.as(people.author)
  const setUp = browserCtx('2012-03-20T10:00:00+09:00')
  await officer.as(people.officer)
  for (const name of old.slice(1))
    await openSection(setUp, {
      name,
      kind: 'section',
      parent: null,
      phone: '',
      on: '2012-04-01',
      reason: '見本',
    })
  const read = await readRoster('r.csv', new TextEncoder().encode(before), new Map())
  const first = await receiveRoster(setUp, '2012-04-01', 'r.csv', read, '00/0')
  // 40 accounts and 40 posts.
  expect(await acceptRoster(setUp, first.id)).toBe(80)
  const plan = readPlanJson(JSON.parse(readFileSync('demo/plan-2013.json', 'utf8')))
  await takeInReading(site.ctx(people.author), 2013, plan, { answers: {}, removeMissing: true })
})

function browserCtx(at: string) {
  site.at(at)
  const ctx = site.ctx({ ...commandLine, duties: [dutyOf('secretariat'), dutyOf('administrator')] })
  site.at(march)
  return ctx
}

test('in March the roster is handed in, and what would change is shown', async () => {
  const file = new File([after], '異動.csv', { type: 'text/csv' })
  path = onward(await site.post('/desk/staff/roster', { on: '2013-04-01', file }))
  const page = await site.text(path)
  for (const said of ['市民協働課', '広報情報課', '防災課', '総合政策部', 'P001', '協働推進員'])
    expect(page).toContain(said)
  expect(page).not.toContain('受け入れますか')
})

test('what becomes of each section is chosen: renamed, merged into a new one, new', async () => {
  const page = await site.text(path)
  const form = must(
    formsIn(page, path).find((one) => one.action === path),
    'the form of the choices',
  )
  const ids = new Map((await departments(site.db, '2013-03-15')).map((d) => [d.name, d.id]))
  const id = (name: string): string => must(ids.get(name), name)
  const names = [...page.matchAll(/<legend>([^<(]+?)\s*(?:\([^<]*)?<\/legend>/g)].map(([, n]) => n)
  const place = (name: string) => names.filter((n) => n !== undefined).indexOf(name)
  const fate = (name: string, what: string, of: readonly string[] = []) => ({
    [`unknown.${place(name) / 2}`]: what,
    ...(of.length && { [`of.${place(name) / 2}`]: of.map(id) }),
  })
  const chosen = {
    ...fate('総合政策部', 'create'),
    ...fate('総務部', 'create'),
    ...fate('市民協働課', 'rename', ['地域再生推進本部']),
    ...fate('広報情報課', 'successor', ['広報課', '情報課']),
    ...fate('防災課', 'create'),
  }
  onward(await sendForm(site, form, chosen))
  expect(await site.text(path)).toContain('受け入れますか')
  const changes = await rightsOf('2013-04-01')
  expect(changes).toEqual(await rightsOf('2013-03-31'))
})

test('accepted in March, it has changed nothing on the last second of the year', async () => {
  const then = await rightsOf('2013-03-31')
  onward(await send(site, path, {}, formTo(/\/accept$/)))
  expect(await rightsOf('2013-03-31')).toEqual(then)
  officer.at(lastSecond)
  expect(await editable(officer, '地域再生推進本部')).toBe(true)
  expect(await officer.text('/desk')).toContain('地域再生推進本部')
})

test('at midnight in Japan the session that was open all the time has the new duties', async () => {
  officer.at(midnight)
  expect(await officer.text('/desk')).toContain('税務課')
  expect(await editable(officer, '地域再生推進本部')).toBe(false)
})

test('everybody serves in the new place, in one main post', async () => {
  const tree = await departments(site.db, '2013-04-01')
  const posts = (await assignmentsOf(site.db)).filter(
    (a) => a.from <= '2013-04-01' && (!a.until || a.until >= '2013-04-01'),
  )
  expect(posts).toHaveLength(41)
  for (const one of crew) {
    const row = await site.db
      .selectFrom('staff_person')
      .select('user_id')
      .where('employee_no', '=', one.no)
      .executeTakeFirstOrThrow()
    const own = posts.filter((a) => a.user === row.user_id)
    const [, section] = must(next[one.section], one.section).split(',')
    expect(own.map((a) => tree.find((d) => d.id === a.department)?.name)).toEqual([section])
  }
})

test('items that named a section are edited by whoever took over its work', async () => {
  const [first] = crew.filter((one) => one.section === '地域再生推進本部')
  const { user_id } = await site.db
    .selectFrom('staff_person')
    .select('user_id')
    .where('employee_no', '=', must(first, 'somebody').no)
    .executeTakeFirstOrThrow()
  const now = must(await actorOf(site.db, user_id, '2013-04-01'), 'an actor')
  expect(now.department).toBe('市民協働課')
  expect(now.duties.some((d) => d.scope.sections?.includes('地域再生推進本部'))).toBe(true)
  const merged = (await allDepartments(site.db)).find((d) => d.name === '広報情報課')
  const press = must(
    (await assignmentsOf(site.db)).find((a) => a.department === merged?.id),
    'a post',
  )
  const actor = must(await actorOf(site.db, press.user, '2013-04-01'), 'an actor')
  const sections = actor.duties.flatMap((d) => d.scope.sections ?? [])
  expect(sections).toEqual(expect.arrayContaining(['広報課', '情報課', '広報情報課']))
})

test('the ledger has one fact for each change, and the change is counted', async () => {
  const rows = await site.db
    .selectFrom('ledger')
    .select(['fact', 'subject_id', 'request_id'])
    .where('fact', 'like', 'staff.%')
    .orderBy('seq')
    .execute()
  const accepted = rows.filter((r) => r.fact === 'staff.roster-accepted').at(-1)
  const own = rows.filter((r) => r.request_id === accepted?.request_id).map((r) => r.fact)
  const count = (fact: string) => own.filter((one) => one === fact).length
  // The eight of the renamed section go on in their posts; all others move, and the officer.
  expect(count('staff.assigned')).toBe(33)
  expect(count('staff.assignment-ended')).toBe(33)
  expect(count('staff.department-added')).toBe(4)
  expect(count('staff.department-renamed')).toBe(1)
  expect(count('staff.department-succeeded')).toBe(2)
  expect(count('staff.role-granted')).toBe(1)
})

test('the same file once more changes nothing, and once its day has come it is not taken back', async () => {
  const file = new File([after], '異動.csv', { type: 'text/csv' })
  const again = onward(await site.post('/desk/staff/roster', { on: '2013-04-01', file }))
  expect(await site.text(again)).toContain('変わるところはありません')
  site.at(midnight)
  expect((await site.post(`${path}/withdraw`)).status).toBe(422)
  site.at(march)
})

test('before its day it is taken back, and everything is as it was', async () => {
  const count = () => assignmentsOf(site.db)
  onward(await site.post(`${path}/withdraw`))
  const [tree, posts] = [await allDepartments(site.db), await count()]
  expect(tree.filter((d) => d.from === '2013-04-01')).toEqual([])
  expect(tree.every((d) => d.until === null)).toBe(true)
  expect(posts).toHaveLength(41)
  expect(posts.every((a) => a.until === null)).toBe(true)
  expect([...site.bugs, ...officer.bugs]).toEqual([])
})
