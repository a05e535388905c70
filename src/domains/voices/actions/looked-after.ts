import type { Moderatable } from '#domains/moderation/index.ts'
import { receiptById } from '#domains/residents/index.ts'
import type { Reader } from '#platform/database.ts'
import { pointSubject } from '../point.ts'
import { publicText } from '../rules/redaction.ts'
import { pointsOf } from '../store/points.ts'
import { uncovered } from '../store/public.ts'
import { voiceById, voiceOfReceipt } from '../store/voices.ts'
import { urls } from '../urls.ts'

/** Whoever holds a receipt: by their account, or by number and phrase. */
export const holderOf = async (db: Reader, receipt: string): Promise<string> =>
  (await receiptById(db, receipt))?.receipt.resident ?? receipt

/** 公表した論点, as moderation looks after it: the gist is the city's, but what it says is a resident's. */
export const moderatedPoints: Moderatable = {
  kind: pointSubject,
  name: { ja: '市民の声', easy: '{市民|しみん}の {声|こえ}', en: 'Voice', ko: '시민의 목소리' },
  excerptOf: async (db, id) => {
    const point = await uncovered(db, id)
    const texts = point && [point.gist, point.answer, point.promise]
    return texts
      ?.map(publicText)
      .filter((text) => text)
      .join('\n')
  },
  authorOf: async (db, id) => {
    const point = await uncovered(db, id)
    const voice = point && (await voiceById(db, point.voice))
    return voice ? holderOf(db, voice.receipt) : null
  },
  pathOf: async (db, id) => {
    const point = await uncovered(db, id)
    return point && urls.one(point.number)
  },
  ownOf: async (db, receipt) => {
    const voice = await voiceOfReceipt(db, receipt)
    return voice ? (await pointsOf(db, voice.id)).map((point) => point.id) : []
  },
}
