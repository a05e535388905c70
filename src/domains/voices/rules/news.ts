import { dayStart } from '#platform/calendar.ts'
import { publicText } from './redaction.ts'
import type { PublicVoice } from './shown.ts'

/** One thing that happened to a voice, as anyone may hear of it. */
export interface VoiceNews {
  readonly what: 'answered' | 'shown' | 'settled'
  readonly at: Date
  readonly author: string
  readonly summary: string
  /** Of which point and promise: `/2`, `/2/1`; empty for the whole voice. */
  readonly part: string
}

/** この件の続き: that it was answered, what was published, what came of promises; newest first. */
export function newsOf({ repliedOn, points }: PublicVoice): readonly VoiceNews[] {
  const answered = repliedOn
    ? [{ what: 'answered', at: dayStart(repliedOn), author: '', summary: '', part: '' } as const]
    : []
  const ofPoints = points.flatMap(({ no, status }): VoiceNews[] => {
    if (status.kind !== 'shown') return []
    const { section: author, answer, shownAt } = status.point
    const settled = status.promises.flatMap(({ done }, nth): VoiceNews[] =>
      done
        ? [
            {
              what: 'settled',
              at: dayStart(done.on),
              author,
              summary: done.result,
              part: `/${no}/${nth + 1}`,
            },
          ]
        : [],
    )
    return [
      { what: 'shown', at: shownAt, author, summary: publicText(answer), part: `/${no}` },
      ...settled,
    ]
  })
  return [...answered, ...ofPoints].toSorted((a, b) => +b.at - +a.at)
}
