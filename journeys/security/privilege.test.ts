import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { assign, grantRole, makeRole } from '#domains/staff/actions/duties.ts'
import { commandLine, dutyFrom } from '#domains/staff/roles.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import { actorOf } from '#domains/staff/store/people.ts'
import { must } from '#platform/must.ts'
import { Refused } from '#platform/result.ts'
import { writeWorkbook } from '#platform/spreadsheet.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { readable } from '../support/html.ts'
import { typedOver } from '../support/workbook.ts'

/** Rights come from dated duties that somebody else gave, and from nothing else that can be typed or sent. */
let site: Browser
const day = '2013-02-01'
const { author, head, officer, other, viewer, administrator } = people
const span = { from: day, until: '', reason: '見本' }
const rights = async (id: string) =>
  (await actorOf(site.db, id, day))?.duties.map((d) => d.role).toSorted() ?? []
let own = ''
let foreign = ''

beforeAll(async () => {
  site = await browser()
  for (const person of [author, head, officer, other, viewer, administrator]) await site.as(person)
  const ids = new Map((await departments(site.db, day)).map((d) => [d.name, d.id]))
  own = must(ids.get(officer.department), 'a section')
  foreign = must(ids.get(other.department), 'a section')
})

const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof Refused ? thrown.refusal.kind : String(thrown)),
  )

describe('nobody gives themselves anything', () => {
  const grant = { role: 'administrator', department: '', district: '', scheme: '', ...span }
  const post = { department: '', post: '部長', rank: 'head', main: 'other', ...span }

  test('neither a role nor a post, by their own page', async () => {
    await site.as(author)
    const before = await rights(author.id)
    const page = `/desk/staff/people/${author.id}`
    expect((await site.post(`${page}/duties`, grant)).status).toBe(403)
    const answer = await site.post(`${page}/assignments`, { ...post, department: own })
    expect(answer.status).toBe(403)
    expect((await site.post(`${page}/leave`, { until: day, reason: 'x' })).status).toBe(403)
    expect(await rights(author.id)).toEqual(before)
  })

  test('nor by naming somebody else in the form: the person is the one of the address', async () => {
    await site.as(author)
    const smuggled = {
      user: author.id,
      user_id: author.id,
      grantedBy: head.id,
      granted_by: head.id,
    }
    const path = `/desk/staff/people/${viewer.id}/duties`
    const answer = await site.post(path, { ...grant, role: 'bulletin-editor', ...smuggled })
    expect(answer.status).toBe(303)
    const row = await site.db
      .selectFrom('staff_duty')
      .selectAll()
      .where('role', '=', 'bulletin-editor')
      .executeTakeFirstOrThrow()
    expect([row.user_id, row.granted_by]).toEqual([viewer.id, author.id])
  })

  test('nor past the rule: the table itself refuses', async () => {
    const row = { id: 'dty_self', user_id: author.id, granted_by: author.id, role: 'auditor' }
    const rest = { from_on: day, granted_at: new Date(), reason: 'x' }
    await expect(
      site.db
        .insertInto('staff_duty')
        .values({ ...row, ...rest })
        .execute(),
    ).rejects.toThrow(/check/)
  })

  test('nor by changing a role that they hold', async () => {
    const text = { name: '試し', reach: 'city', from: day, reason: 'x' } as const
    const role = await makeRole(site.ctx(commandLine), { ...text, permissions: ['staff.staff'] })
    const input = { role: role.id, department: null, district: null, scheme: null }
    const granted = { ...input, from: day, until: null, reason: 'x' }
    await grantRole(site.ctx(author), administrator.id, granted)
    await site.as(administrator)
    const form = {
      name: '試し',
      reach: 'city',
      permissions: 'plan.secretariat',
      from: '2013-03-01',
    }
    const answer = await site.post(`/admin/permissions/roles/${role.id}`, { ...form, reason: 'x' })
    expect(answer.status).toBe(403)
  })
})

describe('whoever has no such duty changes nothing', () => {
  test.each(['officer', 'viewer', 'other'] as const)('%s', async (name) => {
    await site.as(people[name])
    const id = people.head.id
    const tries = [
      ['/desk/staff/departments', { name: '新課', kind: 'section', ...span }],
      [`/desk/staff/departments/${own}/rename`, { name: '改称', on: day, reason: 'x' }],
      [`/desk/staff/departments/${own}/end`, { on: day, reason: 'x' }],
      [`/desk/staff/people/${id}/duties`, { role: 'administrator', ...span }],
      [`/desk/staff/people/${id}/leave`, { until: day, reason: 'x' }],
      ['/desk/staff/roster', { on: day }],
      ['/admin/permissions/roles', { name: 'x', reach: 'city', permissions: 'plan.secretariat' }],
    ] as const
    for (const [path, fields] of tries)
      expect([path, (await site.post(path, fields)).status]).toEqual([path, 403])
  })

  test('a person scoped to a section works in it, and in no other', async () => {
    const permissions = ['staff.staff', 'staff.personnel', 'staff.registrar'] as const
    const duty = dutyFrom('rol_x', { reach: 'section', permissions }, { sections: [own] })
    const clerk = { id: 'per_clerk', name: '', duties: [duty] } as const
    const input = { post: '主事', rank: 'member', isMain: false, from: day, until: null } as const
    const at = (department: string) =>
      assign(site.ctx(clerk), viewer.id as 'per_x', {
        ...input,
        department: department as 'dep_x',
        reason: 'x',
      })
    expect(await refusalOf(at(foreign))).toBe('not-allowed')
    const everywhere = { department: null, district: null, scheme: null }
    const grant = {
      ...everywhere,
      role: 'administrator',
      from: day,
      until: null,
      reason: 'x',
    } as const
    expect(await refusalOf(grantRole(site.ctx(clerk), viewer.id, grant))).toBe('not-allowed')
    expect(await refusalOf(at(own))).toBe('done')
  })
})

test('another e-mail address, name or number changes no right', async () => {
  const before = await rights(other.id)
  await site.db
    .updateTable('staff_user')
    .set({ email: 'root@admin.tsushima.example', name: '管理者', email_verified: true })
    .where('id', '=', other.id)
    .execute()
  expect(await rights(other.id)).toEqual(before)
})

test('a form takes only its own fields: a department keeps its kind, its first day and its id', async () => {
  await site.as(author)
  const smuggled = { id: 'dep_x', kind: 'division', from: '1990-01-01', department_id: foreign }
  const path = `/desk/staff/departments/${own}/rename`
  const answer = await site.post(path, {
    ...smuggled,
    name: '新しい名前',
    phone: '',
    on: '2013-05-01',
    reason: 'x',
  })
  expect(answer.status).toBe(303)
  const rows = await site.db
    .selectFrom('staff_department_period as p')
    .innerJoin('staff_department as d', 'd.id', 'p.department_id')
    .select(['d.kind', 'p.name', 'p.from_on', 'd.id'])
    .where('p.name', '=', '新しい名前')
    .execute()
  expect(rows).toEqual([{ id: own, kind: 'section', name: '新しい名前', from_on: '2013-05-01' }])
})

describe('a roster that would do harm is refused by its place', () => {
  const head = ['職員番号', '氏名', 'メール', '部', '課', '役職', '役割']
  const upload = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    await site.as(author)
    return site.post('/desk/staff/roster', { on: '2013-04-01', file: new File([bytes], name) })
  }
  const faultsOf = async (answer: Response) =>
    readable(await site.text(must(answer.headers.get('location'), 'a roster')))

  test('formulas, in a CSV and in a workbook', async () => {
    const rows = ['A1', '=HYPERLINK("http://x")', 'a@example.jp', '', officer.department, '', '']
    const csv = [head, rows].map((r) => r.map((t) => `"${t.replaceAll('"', '""')}"`).join(','))
    const answer = await upload('r.csv', new TextEncoder().encode(csv.join('\r\n')))
    expect(await faultsOf(answer)).toContain('2行目2列目数式は読みません')
    const book = await writeWorkbook({
      title: 'x',
      author: 'x',
      date: day,
      sheets: [
        {
          name: '名簿',
          columns: head.map((label) => ({ label, width: 10 })),
          rows: [['A1', '氏名', 'a@example.jp', '', officer.department, '', '']],
        },
      ],
    })
    const typed = typedOver(book, { B2: '@SUM(1)' })
    expect(await faultsOf(await upload('r.xlsx', typed))).toContain('セルB2数式は読みません')
  })

  test('a role that it may not give, an address that is another’s, a title that is none', async () => {
    const rows = ['B1', '別人', `${head_().id}@example.jp`, '', officer.department, '', '課員']
    const csv = [head, rows].map((r) => r.join(',')).join('\r\n')
    const said = await faultsOf(await upload('r.csv', new TextEncoder().encode(csv)))
    expect(said).toContain('役割「課員」はありません')
  })
  const head_ = () => people.head

  test('a workbook that is small outside and large inside, and no workbook at all', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(60 * 2 ** 20),
    })
    const answer = await upload('bomb.xlsx', new Uint8Array(bomb))
    expect(answer.status).toBe(422)
    expect(readable(await answer.text())).toContain('大きすぎます')
    expect((await upload('r.xlsx', new TextEncoder().encode('x'))).status).toBe(422)
    expect((await upload('r.exe', new TextEncoder().encode('x'))).status).toBe(422)
  })

  test('whoever is moved by it does not accept it', async () => {
    const rows = ['C1', author.name, `${author.id}@example.jp`, '', officer.department, '課長', '']
    const csv = [head, rows].map((r) => r.join(',')).join('\r\n')
    const answer = await upload('r.csv', new TextEncoder().encode(csv))
    const path = must(answer.headers.get('location'), 'a roster')
    expect(await site.text(path)).toContain('あなた自身の異動')
    expect((await site.post(`${path}/accept`)).status).toBe(403)
    await site.as(head_())
    const mark = /name="mark" value="([^"]+)"/.exec(await site.text(path))?.[1] ?? ''
    expect((await site.post(`${path}/accept`, { mark: 'other' })).status).toBe(409)
    expect((await site.post(`${path}/accept`, { mark })).status).toBe(303)
    expect(site.bugs).toEqual([])
  })
})
