import { frame } from '#design/sections.ts'
import { districtUrls } from '#domains/districts/index.ts'
import { handoverUrls } from '#domains/handovers/index.ts'
import { liaisonUrls } from '#domains/liaisons/index.ts'
import { moderationUrls } from '#domains/moderation/index.ts'
import { newsletterUrls } from '#domains/newsletters/index.ts'
import { noticeUrls } from '#domains/notices/index.ts'
import { planUrls } from '#domains/plan/index.ts'
import { judgingUrls, progressDeskUrls } from '#domains/progress/index.ts'
import { publicationUrls } from '#domains/publications/index.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { staffDeskUrls, staffUrls } from '#domains/staff/index.ts'
import { wordUrls } from '#domains/words/index.ts'
import type { Permission } from '#platform/actor.ts'

export type AreaKey = 'plan' | 'residents' | 'people' | 'post' | 'trust'
export type PlaceKey =
  | 'plans'
  | 'takeIn'
  | 'template'
  | 'progress'
  | 'judging'
  | 'counter'
  | 'moderation'
  | 'organisation'
  | 'roster'
  | 'liaisons'
  | 'myLiaison'
  | 'handovers'
  | 'silence'
  | 'accounts'
  | 'notices'
  | 'newsletters'
  | 'publications'
  | 'words'
  | 'districts'
  | 'outbox'
  | 'letters'
  | 'permissions'
  | 'ledger'
  | 'opened'
  | 'retention'
  | 'account'

interface Place {
  readonly key: PlaceKey
  readonly path: string
  /** Open to whoever holds one of these; to all staff where nothing is said. */
  readonly needs?: readonly Permission[]
}

/** 机の案内: every place of work on the desk, by what the work is about. */
export const places: readonly {
  readonly key: AreaKey
  readonly places: readonly Place[]
}[] = [
  {
    key: 'plan',
    places: [
      { key: 'plans', path: planUrls.desk, needs: ['plan.staff'] },
      { key: 'takeIn', path: planUrls.intake, needs: ['plan.secretariat'] },
      { key: 'template', path: planUrls.template, needs: ['plan.staff'] },
      {
        key: 'progress',
        path: progressDeskUrls.desk,
        needs: ['progress.reader', 'progress.secretariat'],
      },
      {
        key: 'judging',
        path: judgingUrls.desk,
        needs: ['progress.reader', 'progress.secretariat', 'progress.member'],
      },
    ],
  },
  {
    key: 'residents',
    places: [
      {
        key: 'counter',
        path: residentUrls.desk,
        needs: ['residents.counter', 'residents.verifier', 'residents.officer'],
      },
      {
        key: 'moderation',
        path: moderationUrls.queue,
        needs: ['moderation.moderator', 'moderation.reader'],
      },
    ],
  },
  {
    key: 'people',
    places: [
      { key: 'organisation', path: staffDeskUrls.organisation },
      {
        key: 'roster',
        path: staffDeskUrls.rosters,
        needs: ['staff.registrar', 'staff.personnel'],
      },
      { key: 'districts', path: districtUrls.list },
      { key: 'accounts', path: staffUrls.accounts, needs: ['staff.personnel'] },
      { key: 'liaisons', path: liaisonUrls.desk, needs: ['liaisons.reader'] },
      { key: 'myLiaison', path: liaisonUrls.mine, needs: ['liaisons.liaison'] },
      { key: 'handovers', path: handoverUrls.desk, needs: ['handovers.reader'] },
      { key: 'silence', path: handoverUrls.silence, needs: ['handovers.reader'] },
    ],
  },
  {
    key: 'post',
    places: [
      { key: 'notices', path: noticeUrls.list },
      {
        key: 'newsletters',
        path: newsletterUrls.desk,
        needs: ['newsletters.editor', 'newsletters.approver'],
      },
      {
        key: 'publications',
        path: publicationUrls.desk,
        needs: ['publications.editor', 'publications.approver'],
      },
      { key: 'words', path: wordUrls.list, needs: ['words.reader'] },
      { key: 'outbox', path: noticeUrls.outbox, needs: ['notices.postmaster'] },
      { key: 'letters', path: noticeUrls.letters, needs: ['notices.postmaster'] },
    ],
  },
  {
    key: 'trust',
    places: [
      { key: 'permissions', path: staffDeskUrls.permissions },
      { key: 'ledger', path: frame.ledger, needs: ['audit.reader'] },
      { key: 'opened', path: frame.opened, needs: ['audit.reader'] },
      { key: 'retention', path: frame.retention, needs: ['audit.reader'] },
      { key: 'account', path: staffUrls.account },
    ],
  },
]
