import type { Serving } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 引継ぎ — when a person's service in a section ends: what they had, and who has it next. */
export type HandoverId = Id<'hnd'>

export const handoverStates = ['prepared', 'passed', 'received', 'closed'] as const
export type HandoverState = (typeof handoverStates)[number]

export interface Handover {
  readonly id: HandoverId
  readonly version: number
  readonly assignment: string
  readonly user: string
  readonly department: string
  readonly post: string
  /** The last day of service in the section. */
  readonly endsOn: IsoDate
  /** By then the successor has confirmed. */
  readonly dueOn: IsoDate
  readonly state: HandoverState
  readonly successor: string | null
  readonly note: string
  readonly preparedOn: IsoDate
  readonly passedOn: IsoDate | null
  readonly passedBy: string | null
  readonly receivedOn: IsoDate | null
  readonly receivedBy: string | null
  readonly closedOn: IsoDate | null
  readonly closedBy: string | null
}

export interface Told {
  readonly ja: string
  readonly en: string
}

export const thingOutcomes = ['waiting', 'passed', 'proposed'] as const
/** One thing that is handed over. */
export interface Thing {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly path: string
  readonly since: IsoDate | null
  readonly about: Told
  readonly note: string
  readonly outcome: (typeof thingOutcomes)[number]
  readonly to: string | null
  readonly passedOn: IsoDate | null
  readonly passedBy: string | null
}

/** Somebody whose service in a section ends, and how far the hand-over has come. */
export interface Leaver {
  readonly serving: Serving
  readonly endsOn: IsoDate
  readonly section: string
  readonly handover: Handover | undefined
  readonly suggested: Serving | undefined
  readonly late: boolean
}

/** Nobody answers for it, or nobody acts: as it stands in the list. */
export interface Silent {
  readonly kind: string
  readonly id: string
  readonly title: string | Told
  readonly path: string
  readonly department: string | null
  readonly since: IsoDate | null
  readonly why: Told
}

export const isLate = (h: Handover, today: IsoDate): boolean =>
  (h.state === 'prepared' && h.endsOn < today) || (h.state === 'passed' && h.dueOn < today)
