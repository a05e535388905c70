import type { Tongue } from '#domains/residents/index.ts'
import type { Point } from '../point.ts'
import type { ToldPoint } from '../sender-kinds.ts'
import type { Named, VoiceTerms } from '../terms.ts'

const nameOf = (all: readonly Named[], key: string, locale: Tongue) =>
  all.find((one) => one.key === key)?.[locale] ?? key

/**
 * What the sender is told of each point, in the order of the points. A point that is still open has nothing to
 * tell and stands in no reply.
 */
export function toldPoints(
  points: readonly Point[],
  { dispositions, outside }: Pick<VoiceTerms, 'dispositions' | 'outside'>,
  locale: Tongue,
): readonly ToldPoint[] {
  return points.flatMap((point): ToldPoint[] => {
    const { no, gist, section } = point
    const bare = { no, gist, section, promise: '', promiseOn: '' }
    switch (point.state) {
      case 'approved':
      case 'answered': {
        const { text, disposition, promised } = point.answer
        const promise = promised?.text ?? ''
        const promiseOn = promised?.followUpOn ?? ''
        const name = nameOf(dispositions, disposition, locale)
        return [{ ...bare, kind: 'answered', text, name, promise, promiseOn }]
      }
      case 'circulated':
        return [{ ...bare, kind: 'circulated', text: point.reason, name: '' }]
      case 'transferred':
        return [{ ...bare, kind: 'transferred', text: point.reason, name: point.to }]
      case 'declined':
        return [
          {
            ...bare,
            kind: 'declined',
            text: point.reason,
            name: nameOf(outside, point.ground, locale),
          },
        ]
      default:
        return []
    }
  })
}
