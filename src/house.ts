import { picturesOf } from '#domains/progress/index.ts'
import { answersOpen } from '#domains/progress/judging/index.ts'
import type { House } from '#domains/publications/actions/publish.ts'
import type { Files } from '#platform/files.ts'

/** What publications ask of the rest of the house. Without its files nothing is printed with a picture. */
export const houseOf = (origin: string, files?: Pick<Files, 'get'>): House => ({
  origin,
  pictures: picturesOf,
  read: async (key) => files?.get(key),
  unanswered: (db, planId) => answersOpen(db, { id: planId }),
})
