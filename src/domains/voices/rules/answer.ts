import type { IsoDate } from '#platform/calendar.ts'
import { no, type Result, yes } from '#platform/result.ts'
import { type Answer, type Point, settled } from '../point.ts'
import type { VoiceTerms } from '../terms.ts'

/**
 * An answer can be handed in when it says something, what kind of answer it is, and, where that kind is a promise
 * (検討します), by which day the city will say what came of it.
 */
export function checkAnswer(
  answer: Answer,
  today: IsoDate,
  { dispositions }: Pick<VoiceTerms, 'dispositions'>,
): Result<Answer> {
  const refuse = (reason: string, place: string) => no({ kind: 'refused', reason, place })
  if (!answer.text.trim()) return refuse('answer-empty', 'text')
  const kind = dispositions.find(({ key }) => key === answer.disposition)
  if (!kind) return refuse('unknown-disposition', 'disposition')
  if (kind.promises && !answer.promised?.text.trim())
    return refuse('promise-empty', 'promised.text')
  if (kind.promises && (answer.promised?.followUpOn ?? '') <= today)
    return refuse('promise-day', 'promised.followUpOn')
  return yes(kind.promises ? answer : { ...answer, promised: null })
}

const isSettled = ({ state }: Pick<Point, 'state'>) =>
  (settled as readonly string[]).includes(state)

/** The reply goes out only when no point is without an answer or a reason. The place names the points that are. */
export function mayReply(points: readonly Point[]): Result<readonly Point[]> {
  const missing = points.filter((point) => !isSettled(point))
  if (!points.length) return no({ kind: 'refused', reason: 'no-points', place: 'points' })
  if (missing.length)
    return no({
      kind: 'refused',
      reason: 'points-open',
      place: `points.${missing.map(({ no: number }) => number).join(',')}`,
    })
  return yes(points)
}
