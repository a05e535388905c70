import { planBelongings, staffBelongings } from '#domains/handovers/index.ts'
import { liaisonBelongings } from '#domains/liaisons/index.ts'
import { voiceBelongings } from '#domains/voices/index.ts'
import type { Belongings } from '#platform/belongings.ts'

/** What people can have, by every chapter that knows of it: for hand-overs, and for what nobody has. */
export const belongings: readonly Belongings[] = [
  ...planBelongings,
  ...liaisonBelongings,
  ...staffBelongings,
  ...voiceBelongings,
]
