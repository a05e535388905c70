import { type Department, departments, type Serving, serviceBetween } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { found } from '#platform/result.ts'

/** The sections of a day: what has liaisons. A 部 has them in its 課; 関係各部 is nobody. */
export async function sectionsOn(db: Reader, on: IsoDate): Promise<readonly Department[]> {
  return (await departments(db, on)).filter((d) => d.kind === 'section')
}

/** A section of a day by its id; one that is not there on it is not found. */
export async function sectionOn(db: Reader, id: string, on: IsoDate): Promise<Department> {
  return found((await sectionsOn(db, on)).find((d) => d.id === id))
}

/** The people of a section on a day: whom its head may name. */
export async function peopleOf(
  db: Reader,
  department: string,
  on: IsoDate,
): Promise<readonly Serving[]> {
  const list = await serviceBetween(db, on, on)
  return list.filter((one) => one.department === department)
}

/** Its head; where there is none, whoever stands in. */
export const headOf = (people: readonly Serving[]): Serving | undefined =>
  people.find((p) => p.rank === 'head') ?? people.find((p) => p.rank === 'deputy')
