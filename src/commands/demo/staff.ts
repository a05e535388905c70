import { grantRole, makeRole } from '#domains/staff/actions/duties.ts'
import { acceptRoster, chooseInRoster, receiveRoster } from '#domains/staff/actions/roster.ts'
import { addDepartments, openSection } from '#domains/staff/actions.ts'
import { columnKeys } from '#domains/staff/roster/columns.ts'
import type { RosterRow } from '#domains/staff/roster/sheet.ts'
import { noChoices } from '#domains/staff/roster/stored.ts'
import type { Rank } from '#domains/staff/staff.ts'
import { departments } from '#domains/staff/store/organisation.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'
import { memberOf } from './progress.ts'

interface DemoPerson {
  readonly no: string
  readonly name: string
  readonly division: string
  readonly section: string
  readonly post: string
  readonly rank: Rank
  readonly role: string
}

/** demo/organisation.json: sections and invented people, and what April 2013 changes. */
export interface DemoOrganisation {
  readonly divisions: readonly (readonly [name: string, phone: string])[]
  readonly sections: readonly { readonly division: string; readonly name: string }[]
  readonly people: readonly DemoPerson[]
  readonly april: {
    readonly renamed: Readonly<Record<string, string>>
    /** A new section, with those whose work it takes over. */
    readonly opened: Readonly<Record<string, readonly string[]>>
    readonly divisionOf: Readonly<Record<string, string>>
    readonly moves: Readonly<Record<string, string>>
    readonly fresh: readonly DemoPerson[]
  }
}

const rowOf = (one: DemoPerson, i: number): RosterRow => ({
  place: `シート「名簿」の${i + 4}行目`,
  employeeNo: one.no,
  name: one.name,
  email: `${one.no.toLowerCase()}@tsushima.example`,
  phone: '0920-00-0000',
  division: one.division,
  section: one.section,
  post: one.post,
  rank: one.rank,
  isMain: true,
  from: null,
  until: null,
  roles: one.role ? [one.role] : [],
})

async function take(ctx: Ctx, on: string, people: readonly DemoPerson[]) {
  const reading = { rows: people.map(rowOf), faults: [], says: columnKeys }
  const intake = { source: 'xlsx', reading } as const
  return receiveRoster(ctx, on, `人事異動名簿(${on}).xlsx`, intake, null)
}

/** The organisation of 2012 below its departments, with forty invented people. */
export async function fillOrganisation(ctx: Ctx, demo: DemoOrganisation): Promise<void> {
  const on = '2012-03-01'
  await addDepartments(
    ctx,
    demo.divisions.map(([name, phone]) => ({ name, phone, kind: 'division', translations: {} })),
  )
  const ids = new Map((await departments(ctx.db, on)).map((one) => [one.name, one.id]))
  for (const { division, name } of demo.sections)
    await openSection(ctx, {
      name,
      kind: 'section',
      parent: must(ids.get(division), division),
      phone: '0920-00-0000',
      on,
      reason: '見本の組織(架空)',
    })
  const { id } = await take(ctx, on, demo.people)
  await acceptRoster(ctx, id)
}

/** 平成25年4月1日: handed in and accepted ahead of its day. */
export async function fillApril(ctx: Ctx, { people, april }: DemoOrganisation): Promise<void> {
  const moved = people.map((one) => {
    const section = april.moves[one.no] ?? april.renamed[one.section] ?? one.section
    const home = people.find((p) => p.section === section)?.division ?? one.division
    return { ...one, section, division: april.divisionOf[section] ?? home }
  })
  const on = '2013-04-01'
  const roster = await take(ctx, on, [...moved, ...april.fresh])
  const ids = new Map((await departments(ctx.db, on)).map((one) => [one.name, one.id as string]))
  const idsOf = (names: readonly string[]) => names.map((name) => must(ids.get(name), name))
  const renamed = Object.entries(april.renamed).map(
    ([from, to]) => [to, { what: 'rename', of: idsOf([from]) }] as const,
  )
  const opened = Object.entries(april.opened).map(
    ([name, of]) => [name, { what: 'successor', of: idsOf(of) }] as const,
  )
  const unknown = Object.fromEntries([...renamed, ...opened])
  await chooseInRoster(ctx, roster.id, { ...noChoices, unknown })
  await acceptRoster(ctx, roster.id)
}

/** A role of the city's own, and one person who holds it: what the pages of permissions are for. */
export async function customRoleDemo(ctx: Ctx): Promise<void> {
  const from = '2012-04-01'
  const { id } = await makeRole(ctx, {
    name: '地域づくり相談員',
    reach: 'city',
    permissions: ['staff.staff', 'plan.staff', 'words.reader', 'liaisons.reader'],
    from,
    reason: '公民館で地域の相談を受ける人が、計画と窓口を読めるように(架空)',
  })
  const { id: holder } = must(await memberOf(ctx, '生涯学習課'), '生涯学習課')
  const place = { department: null, district: null, scheme: null }
  const span = { from, until: null, reason: '公民館での相談(架空)' }
  await grantRole(ctx, holder as `per_${string}`, { role: id, ...place, ...span })
}
