import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { siteProfile } from '#platform/site.ts'
import { type SheetCell, type Workbook, writeWorkbook } from '#platform/spreadsheet.ts'
import { roleWords } from './role-words.ts'
import { isRoleName, roleNames, roles, rolesByServing } from './roles.ts'
import { type ColumnKey, columns, mainWords, rankWords, sheetName } from './roster/columns.ts'
import { type Assignment, type Department, type GrantedDuty, isOn, type Person } from './staff.ts'
import { departments } from './store/organisation.ts'
import { allPeople } from './store/people.ts'
import { assignmentsOf, customRoles, grantedDuties } from './store/posts.ts'

/** The roster of a day as a workbook to be corrected and handed in again: one row a post. */
export async function rosterWorkbook(db: Reader, on: IsoDate): Promise<Uint8Array<ArrayBuffer>> {
  const tree = await departments(db, on)
  const people = await allPeople(db, on)
  const posts = (await assignmentsOf(db)).filter((a) => isOn(a, on))
  const grants = (await grantedDuties(db)).filter((d) => isOn(d, on))
  const custom = (await customRoles(db)).filter((role) => isOn(role, on))
  const words = new Map<string, string>(custom.map((role) => [role.id, role.name]))
  const rows = people.flatMap((person) => {
    const own = posts
      .filter((a) => a.user === person.id)
      .toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
    return own.map((post, i) => {
      const given = grants.filter((d) => d.user === person.id && isHere(d, post, i === 0))
      return rowOf(person, post, tree, given, words)
    })
  })
  const grantable = [
    ...roleNames.filter((n) => !rolesByServing.has(n) && isByRoster(roles[n].reach)),
  ].map((name) => roleWords.ja[name] as string)
  const site = await siteProfile(db)
  const choices: Partial<Record<ColumnKey, readonly string[]>> = {
    division: tree.filter((d) => d.kind === 'division').map((d) => d.name),
    section: tree.filter((d) => d.kind === 'section').map((d) => d.name),
    rank: [rankWords.head, rankWords.deputy],
    main: [mainWords.main, mainWords.other],
    roles: [...grantable, ...words.values()],
  }
  const book = bookOf(`人事異動名簿(${on})`, site.name.ja, on, rows, choices)
  return new Uint8Array(await writeWorkbook(book))
}

const isByRoster = (reach: string) => reach === 'city' || reach === 'section'

/** A role of a section stands beside the post in it; one of the city beside the first post. */
const isHere = (d: GrantedDuty, post: Assignment, isFirst: boolean): boolean => {
  if (d.district !== null || d.scheme !== null) return false
  return d.department === null ? isFirst : d.department === post.department
}

function rowOf(
  person: Person,
  post: Assignment,
  tree: readonly Department[],
  given: readonly GrantedDuty[],
  custom: ReadonlyMap<string, string>,
): readonly SheetCell[] {
  const unit = tree.find((d) => d.id === post.department)
  const above = tree.find((d) => d.id === unit?.parent)
  const isDivision = unit?.kind === 'division'
  const words = given.map((d) =>
    isRoleName(d.role) ? roleWords.ja[d.role] : (custom.get(d.role) ?? ''),
  )
  return [
    person.employeeNo,
    person.name,
    person.email,
    person.phone,
    isDivision ? unit.name : (above?.name ?? ''),
    isDivision ? '' : (unit?.name ?? ''),
    post.post,
    rankWords[post.rank],
    post.isMain ? mainWords.main : mainWords.other,
    post.from,
    post.until,
    [...new Set(words.filter(Boolean))].join('、'),
  ]
}

const bookOf = (
  title: string,
  author: string,
  date: IsoDate,
  rows: readonly (readonly SheetCell[])[],
  choices: Partial<Record<ColumnKey, readonly string[]>>,
): Workbook => ({
  title,
  author,
  date,
  sheets: [
    {
      name: sheetName,
      title,
      hint: '1行に1つの職を書きます。兼務は行を足します。くわしくは「記入のしかた」をご覧ください。',
      columns: columns.map((column) => {
        const list = choices[column.key] ?? []
        return {
          label: column.label,
          width: column.width,
          note: column.explanation,
          kind:
            column.key === 'from' || column.key === 'until' ? ('date' as const) : ('text' as const),
          ...(list.length > 0 && {
            choices: list,
            // A section that is new on the day, and several roles in one cell, may be written.
            otherwise:
              column.key === 'rank' || column.key === 'main'
                ? ('stop' as const)
                : ('warn' as const),
          }),
          ...(column.required && { input: true }),
        }
      }),
      rows,
      spareRows: 60,
      frozenColumns: 2,
    },
    {
      name: '記入のしかた',
      title: '記入のしかた',
      columns: [
        { label: '列', width: 20 },
        { label: '必須', width: 8, align: 'center' },
        { label: '書き方', width: 80 },
        { label: '選べる値', width: 40 },
      ],
      rows: columns.map((column) => [
        column.label,
        column.required ? '必須' : '',
        column.explanation,
        (choices[column.key] ?? []).join('、'),
      ]),
    },
  ],
})
