import type { Difference } from '../../intake/difference.ts'
import type { SinceLastYear } from '../../intake/last-year.ts'
import type { InvalidAnswer } from '../../intake/questions.ts'
import type { Answers, Reading } from '../../intake/sheet.ts'
import type { StoredIntake } from '../../intake/stored.ts'
import type { Plan } from '../../plan.ts'
import type { Desk } from './frame.tsx'

export interface IntakeCheckProps extends Desk {
  readonly intake: StoredIntake
  /** With the answers so far taken over. */
  readonly settled: Reading
  readonly answers: Answers
  readonly invalid: readonly InvalidAnswer[]
  /** Questions without a valid answer. */
  readonly open: number
  readonly plan: Plan | null
  readonly difference: Difference
  readonly since: SinceLastYear | null
  readonly receivedBy: string
  /** Why it cannot be taken in, beside faults and questions. */
  readonly bar: 'state' | null
  readonly refused?: boolean
  readonly chosen?: readonly string[]
}
