import type { IsoDate } from '#platform/calendar.ts'
import { type Assignment, isOn, type Person } from '../staff.ts'
import type { RosterRow } from './sheet.ts'
import type { Choices } from './stored.ts'

/** Whoever is new after all, among those who bear the name. */
export const someoneNew = 'new'

/** 同じ名前の人: a row with neither number nor address that is known; only people can say whom it means. */
export interface SameName {
  /** By which the answer is kept. */
  readonly key: string
  readonly name: string
  readonly place: string
  readonly candidates: readonly { readonly person: Person; readonly posts: readonly Assignment[] }[]
  /** The id of a person, `new`, or '' as long as nobody has said. */
  readonly chosen: string
  /** Serves in the very section of the row, and is the only one: most likely the same. */
  readonly likely: string
}

/** Rows of one person: of one number, or where it has none, of one address or one name. */
export const rowKey = ({ employeeNo, email, name }: RosterRow): string =>
  employeeNo ? `no:${employeeNo}` : email ? `mail:${email}` : `name:${plain(name)}`

/** 山田 太郎 and 山田太郎 are one name. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

export interface KnownBy {
  readonly person: Person | null
  /** Asked on the page of the difference. */
  readonly question?: SameName
  readonly fault?: 'email-of-another' | 'email-needed'
}

/**
 * Whom a row means: by the number; else by the address, as long as that account has no other number; else by
 * the name, and then somebody is asked. Nobody is ever opened a second account because a cell was empty.
 */
export function knownBy(
  row: RosterRow,
  place: string,
  known: { readonly people: readonly Person[]; readonly assignments: readonly Assignment[] },
  on: IsoDate,
  choices: Choices,
): KnownBy {
  const byNumber = row.employeeNo && known.people.find((one) => one.employeeNo === row.employeeNo)
  if (byNumber) return { person: byNumber }
  const byEmail = row.email ? known.people.find((one) => one.email === row.email) : undefined
  if (byEmail && (!row.employeeNo || byEmail.employeeNo === null)) return { person: byEmail }
  if (byEmail) return { person: null, fault: 'email-of-another' }
  const question = sameName(row, place, known, on, choices)
  const fresh: KnownBy = row.email ? { person: null } : { person: null, fault: 'email-needed' }
  if (!question) return fresh
  if (question.chosen === someoneNew) return { ...fresh, question }
  const meant = question.chosen || question.likely || question.candidates[0]?.person.id
  const one = question.candidates.find(({ person }) => person.id === meant)
  return { person: one?.person ?? null, question }
}

function sameName(
  row: RosterRow,
  place: string,
  { people, assignments }: Parameters<typeof knownBy>[2],
  on: IsoDate,
  choices: Choices,
): SameName | undefined {
  const candidates = people
    .filter((one) => plain(one.name) === plain(row.name))
    // Somebody with another number is somebody else.
    .filter((one) => !row.employeeNo || one.employeeNo === null)
    .map((person) => ({
      person,
      posts: assignments.filter((a) => a.user === person.id && isOn(a, on)),
    }))
  if (!candidates.length) return undefined
  const key = rowKey(row)
  const given = choices.people[key] ?? ''
  const isSound = given === someoneNew || candidates.some(({ person }) => person.id === given)
  const here = candidates.filter(({ posts }) => posts.some((a) => a.department === place))
  const likely = here.length === 1 ? (here[0]?.person.id ?? '') : ''
  return { key, name: row.name, place: row.place, candidates, chosen: isSound ? given : '', likely }
}
