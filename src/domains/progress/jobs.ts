import { type PlanId, plans } from '#domains/plan/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Job } from '#platform/jobs.ts'
import { lastOf } from '#platform/ledger-read.ts'
import type { Retention } from '#platform/retention.ts'
import { remind } from './actions/remind.ts'
import { forgetContacts, groupsWithContact } from './store/groups.ts'

/** Every morning, before the digest of the day. */
export const jobs: readonly Job[] = [
  { name: 'progress.remind', at: '40 6 * * *', run: async (ctx) => void (await remind(ctx)) },
]

/** Plans that were laid to rest before a moment, as the ledger knows it. */
async function archivedBefore(db: Reader, before: Date): Promise<readonly PlanId[]> {
  const archived = await lastOf(db, 'plan.archived')
  return (await plans(db))
    .filter(({ id, state }) => state === 'archived' && (archived.get(id)?.at ?? before) < before)
    .map(({ id }) => id)
}

/** 保存の区分 of this chapter: what was reported stays; how a group was reached does not. */
export const retentions: readonly Retention[] = [
  {
    name: 'progress.group-contact',
    kept: { years: 1 },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: {
        what: '報告を頼んだ団体の連絡先と、聞き取りの相手の名前',
        since: '計画を保存に移した日',
      },
      en: {
        what: 'how groups that report were reached, and with whom it was confirmed',
        since: 'the day on which the plan was archived',
      },
    },
    due: async (db, before, limit) =>
      groupsWithContact(db, await archivedBefore(db, before), limit),
    carry: forgetContacts,
  },
]
