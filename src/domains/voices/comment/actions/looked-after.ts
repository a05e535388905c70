import type { Moderatable } from '#domains/moderation/index.ts'
import type { Reader } from '#platform/database.ts'
import { holderOf } from '../../actions/looked-after.ts'
import { hasResult } from '../case.ts'
import { opinionSubject } from '../comment.ts'
import { caseById } from '../store/cases.ts'
import { commentById, commentOfReceipt, opinionById, opinionsOf } from '../store/comments.ts'
import { urls } from '../urls.ts'

/** An opinion and the result in which it is public; undefined where it is not. */
async function published(db: Reader, id: string) {
  const opinion = await opinionById(db, id)
  const one = opinion && (await caseById(db, opinion.caseId))
  return one && hasResult(one) ? { opinion, one } : undefined
}

/** 結果の意見, as moderation looks after it. */
export const moderatedOpinions: Moderatable = {
  kind: opinionSubject,
  name: {
    ja: '意見募集の意見',
    easy: '{募集|ぼしゅう}した {意見|いけん}',
    en: 'Public comment',
    ko: '의견 모집의 의견',
  },
  excerptOf: async (db, id) => {
    const { opinion } = (await published(db, id)) ?? {}
    return opinion && [opinion.gist, opinion.cityView].filter((text) => text).join('\n')
  },
  authorOf: async (db, id) => {
    const opinion = await opinionById(db, id)
    const comment = opinion && (await commentById(db, opinion.comment))
    return comment ? holderOf(db, comment.receipt) : null
  },
  pathOf: async (db, id) => {
    const found = await published(db, id)
    return found && urls.result(found.one.number)
  },
  ownOf: async (db, receipt) => {
    const comment = await commentOfReceipt(db, receipt)
    if (!comment) return []
    const all = await opinionsOf(db, comment.caseId)
    return all.filter((one) => one.comment === comment.id).map((one) => one.id)
  },
}
