import type { Due } from '#domains/notices/index.ts'
import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { isOverdue } from '../liaison.ts'
import { serves } from '../rules/year.ts'
import { appointments } from '../store/appointments.ts'
import { tasks } from '../store/tasks.ts'
import { urls } from '../urls.ts'
import { sectionsOn } from './sections.ts'

/** How many days before its day a duty is spoken of in the morning. */
const soon = 7

/** What waits for a person today: own duties, sections to name a liaison for, names to appoint. */
export async function duesOf(db: Reader, actor: Actor, today: IsoDate): Promise<readonly Due[]> {
  if (!holdsSomewhere(actor, 'liaisons.reader')) return []
  const all = await appointments(db)
  const sections = await sectionsOn(db, today)
  const nameOf = (id: string) => sections.find((d) => d.id === id)?.name ?? ''
  const place = (id: string) => ({ sections: [id, nameOf(id)] })
  const mine = all.filter((a) => a.user === actor.id && serves(a, today))
  const years = [...new Set(mine.map((a) => a.fiscalYear))]
  const lists = await Promise.all(years.map((year) => tasks(db, year)))
  const own = lists
    .flat()
    .filter((t) => t.state === 'open' && t.dueOn <= addDays(today, soon))
    .filter((t) => mine.some((a) => a.department === t.department))
    .map(
      (t): Due => ({
        kind: isOverdue(t, today) ? 'overdue' : 'due',
        title: t.title,
        path: urls.duty(t.id),
        on: t.dueOn,
      }),
    )
  const toName = all
    .filter((a) => a.state === 'asked' && holds(actor, 'liaisons.head', place(a.department)))
    .map((a): Due => {
      const section = nameOf(a.department)
      return {
        kind: 'decision',
        title: { ja: `${section}の協働推進員を選ぶ`, en: `Name a liaison of ${section}` },
        path: urls.section(a.department),
        on: a.askedOn,
      }
    })
  const toAppoint = all
    .filter((a) => a.state === 'named' && holds(actor, 'liaisons.organiser'))
    .map((a): Due => {
      const section = nameOf(a.department)
      return {
        kind: 'decision',
        title: { ja: `${section}の協働推進員を任命する`, en: `Appoint the liaison of ${section}` },
        path: urls.section(a.department),
        on: a.namedOn,
      }
    })
  return [...own, ...toName, ...toAppoint]
}
