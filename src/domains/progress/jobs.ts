import { type PlanId, plans } from '#domains/plan/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Files } from '#platform/files.ts'
import type { Job } from '#platform/jobs.ts'
import { lastOf } from '#platform/ledger-read.ts'
import type { Retention } from '#platform/retention.ts'
import { throwAway } from './actions/evidence.ts'
import { remind } from './actions/remind.ts'
import { forgetFiles, neverPublic, takenOffBefore } from './store/evidence.ts'
import { forgetContacts, groupsWithContact } from './store/groups.ts'
import { forgetSheets, sheetsBefore } from './store/sheets.ts'

/** Every morning, before the digest of the day. */
export const jobs = (files: Files): readonly Job[] => [
  { name: 'progress.remind', at: '40 6 * * *', run: async (ctx) => void (await remind(ctx)) },
  // After the retention of the night, which says what is kept no longer.
  {
    name: 'progress.throw-away',
    at: '30 3 * * *',
    run: async (ctx) => void (await throwAway(ctx, files)),
  },
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
  {
    name: 'progress.removed-file',
    kept: { days: 30 },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: '報告から外した写真と資料', since: '外した日' },
      en: { what: 'pictures and files taken off a report', since: 'the day they were taken off' },
    },
    due: takenOffBefore,
    carry: forgetFiles,
  },
  {
    name: 'progress.unpublished-file',
    kept: { years: 1 },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: '公開されなかった報告の写真と資料', since: '計画を保存に移した日' },
      en: {
        what: 'pictures and files of reports that never became public',
        since: 'the day on which the plan was archived',
      },
    },
    due: async (db, before, limit) => neverPublic(db, await archivedBefore(db, before), limit),
    carry: forgetFiles,
  },
  {
    name: 'progress.sheet',
    kept: { days: 90 },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: '取り込むために受け取った報告の表(Excel)', since: '受け取った日' },
      en: {
        what: 'workbooks with reports, as sections handed them in',
        since: 'the day they were handed in',
      },
    },
    due: sheetsBefore,
    carry: forgetSheets,
  },
]
