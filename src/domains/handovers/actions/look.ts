import { placesOn, type Serving, serviceBetween } from '#domains/staff/index.ts'
import type { Belongings } from '#platform/belongings.ts'
import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { type Handover, isLate, type Leaver, type Thing } from '../handover.ts'
import { leaving, successorOf } from '../rules/leaving.ts'
import { handovers, thingsOf } from '../store/handovers.ts'
import { defaultTerms } from '../terms.ts'
import { type About, standing } from '../workflow.ts'

/** Everyone who leaves soon, or left and has not handed over; those whose day is nearest first. */
export async function leavers(db: Reader, today: IsoDate): Promise<readonly Leaver[]> {
  const terms = defaultTerms
  const all = await handovers(db)
  const first = all.reduce(
    (day, h) => (h.endsOn < day ? h.endsOn : day),
    addDays(today, -terms.daysBehind),
  )
  const service = await serviceBetween(db, first, addDays(today, terms.daysAhead + 1))
  const due = leaving(service, terms, today)
  const made = all.flatMap((h) => {
    const one = service.find((s) => s.id === h.assignment)
    return one && !due.some((d) => d.id === h.assignment) ? [{ ...one, until: h.endsOn }] : []
  })
  const names = (await placesOn(db, today)).today
  return [...due, ...made]
    .map((serving): Leaver => {
      const handover = all.find((h) => h.assignment === serving.id)
      return {
        serving,
        endsOn: serving.until,
        section: names.get(serving.department) ?? serving.department,
        handover,
        suggested: successorOf(service, serving, serving.until),
        late: handover ? isLate(handover, today) : serving.until < today,
      }
    })
    .toSorted(
      (a, b) => a.endsOn.localeCompare(b.endsOn) || a.serving.name.localeCompare(b.serving.name),
    )
}

/** What is handed over: what was listed, and what has come to the person since. */
export async function thingsIn(
  db: Reader,
  belongings: readonly Belongings[],
  h: Handover,
): Promise<readonly Thing[]> {
  const known = await thingsOf(db, h.id)
  if (h.state !== 'prepared') return known
  const here = new Set((await placesOn(db, h.endsOn)).within(h.department))
  const found: Thing[] = []
  for (const chapter of belongings)
    for (const one of await chapter.ofPerson(db, h.user, h.endsOn)) {
      if (one.department !== null && !here.has(one.department)) continue
      if (known.some((t) => t.kind === chapter.kind && t.id === one.id)) continue
      const { id, title, path, since, note: about } = one
      const none = {
        note: '',
        outcome: 'waiting',
        to: null,
        passedOn: null,
        passedBy: null,
      } as const
      found.push({ kind: chapter.kind, id, title, path, since, about, ...none })
    }
  return [...known, ...found]
}

/** How a person stands to one hand-over on the day. */
export async function aboutOf(db: Reader, h: Handover, today: IsoDate): Promise<About> {
  const names = (await placesOn(db, h.endsOn)).today
  const section = { id: h.department, name: names.get(h.department) ?? '' }
  return { section, user: h.user, successor: h.successor, serves: today <= h.endsOn }
}

export const standingTo = async (ctx: Ctx, db: Reader, h: Handover) =>
  standing(ctx.actor, await aboutOf(db, h, localDate(ctx.now)))

/** Who can take over: whoever serves in the section on the day after. */
export async function candidates(db: Reader, h: Handover): Promise<readonly Serving[]> {
  const next = addDays(h.endsOn, 1)
  const service = await serviceBetween(db, next, next)
  return service.filter((s) => s.department === h.department && s.user !== h.user)
}
