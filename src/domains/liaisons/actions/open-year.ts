import type { IsoDate } from '#platform/calendar.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Task } from '../liaison.ts'
import { dueOn } from '../rules/year.ts'
import { insertTasks, tasks } from '../store/tasks.ts'
import { termsOn } from '../store/terms.ts'

/** The duties of a section and year, as the terms of its first day say; what is there stays. */
export async function openYear(
  tx: Writer,
  department: string,
  fiscalYear: number,
  on: IsoDate,
): Promise<void> {
  const known = await tasks(tx, fiscalYear, department)
  const { duties } = await termsOn(tx, on)
  const fresh = duties
    .filter((d) => d.asked && !known.some((t) => t.kind === d.kind))
    .map(
      (d): Task => ({
        id: newId('ltk'),
        version: 1,
        department,
        fiscalYear,
        kind: d.kind,
        title: d.title,
        how: d.how,
        proof: d.proof,
        dueOn: dueOn(fiscalYear, d.due),
        state: 'open',
        owner: null,
        note: '',
        count: null,
        link: '',
        file: null,
        doneOn: null,
        doneBy: null,
        reason: '',
        toldOn: null,
      }),
    )
  await insertTasks(tx, fresh)
}
