import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 協働推進員 — the person of a section who answers residents first, and what that person does in a year. */
export type AppointmentId = Id<'lia'>
export type TaskId = Id<'ltk'>
export type TrainingId = Id<'trn'>

/** 委嘱: the secretariat asks, the head names, the secretariat appoints for a term. */
export const appointmentStates = ['asked', 'named', 'appointed', 'withdrawn', 'ended'] as const
export type AppointmentState = (typeof appointmentStates)[number]

export interface Appointment {
  readonly id: AppointmentId
  readonly version: number
  readonly department: string
  readonly fiscalYear: number
  readonly state: AppointmentState
  /** Nobody yet while the section is only asked. */
  readonly user: string | null
  readonly from: IsoDate
  readonly until: IsoDate
  readonly askedOn: IsoDate
  readonly askedBy: string
  readonly remindedOn: IsoDate | null
  readonly namedOn: IsoDate | null
  readonly namedBy: string | null
  readonly appointedOn: IsoDate | null
  readonly appointedBy: string | null
  /** The role that came with it. */
  readonly duty: string | null
  readonly reason: string
}

/** How it is shown that a duty is done. The last three are shown by what they are themselves. */
export const proofs = [
  'note',
  'file',
  'count',
  'link',
  'inventory',
  'training',
  'handover',
] as const
export type Proof = (typeof proofs)[number]

/** おつとめ: overdue is no state; it is an open duty whose day has passed. */
export const taskStates = ['open', 'done', 'excused'] as const
export type TaskState = (typeof taskStates)[number]

export interface Told {
  readonly ja: string
  readonly en: string
}

export interface Task {
  readonly id: TaskId
  readonly version: number
  readonly department: string
  readonly fiscalYear: number
  readonly kind: string
  readonly title: Told
  readonly how: Told
  readonly proof: Proof
  readonly dueOn: IsoDate
  readonly state: TaskState
  /** Named where one liaison of several answers for it, or took it over. */
  readonly owner: string | null
  readonly note: string
  readonly count: number | null
  readonly link: string
  readonly file: { readonly key: string; readonly name: string } | null
  readonly doneOn: IsoDate | null
  readonly doneBy: string | null
  readonly reason: string
  /** The day on which its being overdue was told. */
  readonly toldOn: IsoDate | null
}

export const isOverdue = (task: Pick<Task, 'state' | 'dueOn'>, today: IsoDate): boolean =>
  task.state === 'open' && task.dueOn < today

/** 協働の形態, as the cities' handbooks list them. */
export const collaborationForms = [
  'coHosting',
  'endorsement',
  'commission',
  'subsidy',
  'jointCommittee',
  'projectCooperation',
  'policyProposal',
] as const
export type CollaborationForm = (typeof collaborationForms)[number]

/** One line of 業務の棚卸: work of the section that might be done together with residents. */
export interface InventoryRow {
  readonly work: string
  readonly now: string
  readonly partner: string
  readonly form: CollaborationForm | null
  readonly season: string
  readonly remark: string
}
export interface Inventory {
  readonly department: string
  readonly fiscalYear: number
  readonly version: number
  readonly rows: readonly InventoryRow[]
  readonly savedAt: Date
  readonly savedBy: string
}
/** More than any section has listed; the form grows up to it. */
export const inventoryLimit = 60

export const trainingLevels = ['beginner', 'intermediate', 'advanced', 'everyone'] as const
export type TrainingLevel = (typeof trainingLevels)[number]
export const trainingStates = ['planned', 'held', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]

export interface Training {
  readonly id: TrainingId
  readonly version: number
  readonly fiscalYear: number
  readonly state: TrainingState
  readonly title: string
  readonly level: TrainingLevel
  readonly heldOn: IsoDate
  readonly place: string
  readonly materials: string
  readonly reason: string
}

export const attendanceStates = ['invited', 'attended', 'absent'] as const
export interface Attendance {
  readonly training: TrainingId
  readonly user: string
  readonly department: string
  readonly state: (typeof attendanceStates)[number]
  readonly report: string
  readonly reportedOn: IsoDate | null
}
