import type { Id } from '#platform/id.ts'
import type { FiscalYear } from '../plan.ts'
import type { Answers, Reading } from './sheet.ts'

/** 取込 — what was handed in, with its questions and the answers so far. Not part of the plan yet. */
export type IntakeId = Id<'tak'>

export interface StoredIntake {
  readonly id: IntakeId
  readonly version: number
  readonly fiscalYear: FiscalYear
  readonly source: string
  readonly fileName: string
  /** Key of the file as it was handed in; null for what was pasted. */
  readonly original: string | null
  readonly reading: Reading
  readonly answers: Answers
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly acceptedAt: Date | null
}
