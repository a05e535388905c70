import type { Department, Serving } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Appointment, Task } from './liaison.ts'

/** What a section has done of a year's duties. */
export interface Tallied {
  readonly done: number
  readonly open: number
  readonly overdue: number
  readonly excused: number
}

/** One liaison of a section: who, under which post, how to reach, for how long. */
export interface Seat {
  readonly appointment: Appointment
  readonly name: string
  readonly post: string
  readonly phone: string
  /** Nothing recorded for longer than the terms allow. */
  readonly quiet: boolean
}

export interface SectionYear {
  readonly section: Department
  readonly head: Serving | undefined
  readonly seats: readonly Seat[]
  readonly next: readonly Seat[]
  /** Asked, or named and not appointed yet. */
  readonly pending: readonly Appointment[]
  readonly tasks: readonly Task[]
  readonly tally: Tallied
}

/** 公開の名簿: one line a section. Names are there only where the terms of the day say so. */
export interface RosterLine {
  readonly id: string
  readonly section: string
  readonly translations: Department['translations']
  /** The 部 that it belongs to; null where it stands alone. */
  readonly division: Pick<Department, 'id' | 'name' | 'translations'> | null
  /** The section's own telephone; empty where the city hall's is meant. */
  readonly phone: string
  readonly liaisons: number
  readonly names: readonly string[]
}

/** A hand-over of the section that is not closed; it stands on a higher shelf, and the shell hands it in. */
export interface OpenHandover {
  readonly title: { readonly ja: string; readonly en: string }
  readonly path: string
  readonly on: IsoDate
  readonly late: boolean
}
