import { departments, namesOf, serviceBetween } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { Appointment } from '../liaison.ts'
import { coming, isQuiet, serves, tally } from '../rules/year.ts'
import type { RosterLine, Seat, SectionYear } from '../section-year.ts'
import { appointments } from '../store/appointments.ts'
import { tasks } from '../store/tasks.ts'
import { termsOn } from '../store/terms.ts'
import { headOf, sectionsOn } from './sections.ts'

/** Every section of a day with its liaisons and what it has done of a year; those without one first. */
export async function yearOf(
  db: Reader,
  year: number,
  today: IsoDate,
): Promise<readonly SectionYear[]> {
  const sections = await sectionsOn(db, today)
  const made = await appointments(db)
  const all = await tasks(db, year)
  const service = await serviceBetween(db, today, today)
  const terms = await termsOn(db, today)
  const names = await namesOf(db, [...new Set(made.flatMap((a) => a.user ?? []))])
  const seat = (a: Appointment): Seat => {
    const here = service.find((s) => s.user === a.user && s.department === a.department)
    const own = all.filter((t) => t.department === a.department)
    return {
      appointment: a,
      name: names.get(a.user ?? '') ?? '',
      post: here?.post ?? '',
      phone: here?.phone ?? '',
      quiet: isQuiet(a, own, terms, today),
    }
  }
  const lines = sections.map((section): SectionYear => {
    const mine = made.filter((a) => a.department === section.id)
    const own = all.filter((t) => t.department === section.id)
    return {
      section,
      head: headOf(service.filter((s) => s.department === section.id)),
      seats: mine.filter((a) => serves(a, today)).map(seat),
      next: mine.filter((a) => coming(a, today)).map(seat),
      pending: mine.filter((a) => a.state === 'asked' || a.state === 'named'),
      tasks: own,
      tally: tally(own, today),
    }
  })
  return lines.toSorted((a, b) => Number(a.seats.length > 0) - Number(b.seats.length > 0))
}

/** 公開の名簿: names are there only where the terms of the day say so. */
export async function rosterOn(db: Reader, today: IsoDate): Promise<readonly RosterLine[]> {
  const { showNames } = await termsOn(db, today)
  const sections = await sectionsOn(db, today)
  const divisions = new Map((await departments(db, today)).map((d) => [d.id, d]))
  const serving = (await appointments(db)).filter((a) => serves(a, today))
  const names = showNames
    ? await namesOf(db, [...new Set(serving.flatMap((a) => a.user ?? []))])
    : new Map<string, string>()
  return sections.map((d) => {
    const own = serving.filter((a) => a.department === d.id)
    return {
      id: d.id,
      section: d.name,
      translations: d.translations,
      division: (d.parent && divisions.get(d.parent)) || null,
      phone: d.phone,
      liaisons: own.length,
      names: own.flatMap((a) => names.get(a.user ?? '') ?? []),
    }
  })
}
