import type { Point } from '../point.ts'

/**
 * Where a point stands for the public: each is in exactly one of these, so that what came in is always the sum of
 * what was answered (`deciding` and `shown`), withheld, transferred and open.
 */
export const outcomes = ['open', 'deciding', 'shown', 'withheld', 'transferred'] as const
export type Outcome = (typeof outcomes)[number]

export interface Standing {
  readonly outcome: Outcome
  /** Why it is withheld: a ground of the city, `circulated`, or `declined:` and a ground. */
  readonly ground: string
}

const at = (outcome: Outcome, ground = ''): Standing => ({ outcome, ground })

/** 供覧 and 対象外 are withheld from the public like any other, and counted by ground (domain handbook 2.1). */
export function outcomeOf(
  point: Pick<Point, 'state' | 'decision'> & { ground?: string },
): Standing {
  switch (point.state) {
    case 'transferred':
      return at('transferred')
    case 'circulated':
      return at('withheld', 'circulated')
    case 'declined':
      return at('withheld', `declined:${point.ground ?? ''}`)
    case 'answered':
      if (point.decision.kind === 'withheld') return at('withheld', point.decision.ground)
      return at(point.decision.kind === 'shown' ? 'shown' : 'deciding')
    default:
      return at('open')
  }
}
