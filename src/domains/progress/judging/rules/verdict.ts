import { no, type Result, yes } from '#platform/result.ts'
import type { ProgressKind, Scale } from '../../progress.ts'
import { stepOf } from '../../rules/report.ts'
import type { Answer, Course, Stance, Verdict } from '../judging.ts'

type Whole = Verdict & { readonly course: Course }

/** A layer's word is whole: a value of the year's scale, a comment, and where the item is to go. */
export function whole(verdict: Verdict, scale: Scale): Result<Whole> {
  const refuse = (reason: string, place: string) => no({ kind: 'refused', reason, place })
  if (!stepOf(scale, verdict.value)) return refuse('value-needed', 'value')
  if (!verdict.comment.trim()) return refuse('comment-needed', 'comment')
  if (!verdict.course) return refuse('course-needed', 'course')
  return yes({ ...verdict, comment: verdict.comment.trim(), course: verdict.course })
}

/** A member may leave the words to the meeting; the value is needed. */
export const marked = (verdict: Verdict, scale: Scale): Result<Verdict> =>
  stepOf(scale, verdict.value)
    ? yes({ ...verdict, comment: verdict.comment.trim() })
    : no({ kind: 'refused', reason: 'value-needed', place: 'value' })

export function wholeAnswer(answer: Answer): Result<Answer & { readonly stance: Stance }> {
  if (!answer.stance) return no({ kind: 'refused', reason: 'stance-needed', place: 'stance' })
  if (!answer.reason.trim())
    return no({ kind: 'refused', reason: 'reason-needed', place: 'reason' })
  return yes({ ...answer, stance: answer.stance, reason: answer.reason.trim() })
}

/** Layers differ when what they say means different things, not when two scales have other words. */
export const differ = (kinds: readonly (ProgressKind | null | undefined)[]): boolean =>
  new Set(kinds.filter(Boolean)).size > 1
