import { answersOpen } from '#domains/progress/judging/index.ts'
import type { House } from '#domains/publications/actions/publish.ts'

/** What publications ask of the rest of the house. */
export const houseOf = (origin: string): House => ({
  origin,
  unanswered: (db, planId) => answersOpen(db, { id: planId }),
})
