import { auditActions, auditStandings } from '#domains/audit/messages/powers.ts'
import {
  type Standing as AuditStanding,
  standing as auditStanding,
  workflow as auditWorkflow,
} from '#domains/audit/workflow.ts'
import { en as handoverEn, ja as handoverJa } from '#domains/handovers/messages/desk.ts'
import {
  type Standing as HandoverStanding,
  standing as handoverStanding,
  workflow as handoverWorkflow,
} from '#domains/handovers/workflow.ts'
import { en as liaisonEn } from '#domains/liaisons/messages/desk-en.ts'
import { ja as liaisonJa } from '#domains/liaisons/messages/desk-ja.ts'
import {
  type Standing as LiaisonStanding,
  standing as liaisonStanding,
  workflow as liaisonWorkflow,
} from '#domains/liaisons/workflow.ts'
import { en as moderationEn } from '#domains/moderation/messages/desk-en.ts'
import { ja as moderationJa } from '#domains/moderation/messages/desk-ja.ts'
import {
  type Standing as ModerationStanding,
  standing as moderationStanding,
  workflow as moderationWorkflow,
} from '#domains/moderation/workflow.ts'
import { en as newsletterEn } from '#domains/newsletters/messages/desk-en.ts'
import { ja as newsletterJa } from '#domains/newsletters/messages/desk-ja.ts'
import {
  type Standing as NewsletterStanding,
  standing as newsletterStanding,
  workflow as newsletterWorkflow,
} from '#domains/newsletters/workflow.ts'
import { noticeActions, noticeStandings } from '#domains/notices/messages/powers.ts'
import {
  type Standing as NoticeStanding,
  standing as noticeStanding,
  workflow as noticeWorkflow,
} from '#domains/notices/workflow.ts'
import { en as planEn } from '#domains/plan/messages/desk-en.ts'
import { ja as planJa } from '#domains/plan/messages/desk-ja.ts'
import { planActions } from '#domains/plan/messages/powers.ts'
import { standing as planStanding, workflow as planWorkflow } from '#domains/plan/workflow.ts'
import { progressActions, progressStandings } from '#domains/progress/messages/powers.ts'
import {
  type Standing as ProgressStanding,
  standing as progressStanding,
  workflow as progressWorkflow,
} from '#domains/progress/workflow.ts'
import { en as publicationEn } from '#domains/publications/messages/desk-en.ts'
import { ja as publicationJa } from '#domains/publications/messages/desk-ja.ts'
import {
  type Standing as PublicationStanding,
  standing as publicationStanding,
  workflow as publicationWorkflow,
} from '#domains/publications/workflow.ts'
import { residentActions, residentStandings } from '#domains/residents/messages/powers.ts'
import {
  type Standing as ResidentStanding,
  standing as residentStanding,
  workflow as residentWorkflow,
} from '#domains/residents/workflow.ts'
import { staffActions, staffStandings } from '#domains/staff/messages/powers.ts'
import type { Ground, Powers } from '#domains/staff/powers.ts'
import { standing as staffStanding, workflow as staffWorkflow } from '#domains/staff/workflow.ts'
import { commentPowers } from './comment-powers.ts'
import { judgingPowers } from './judging-powers.ts'
import { listPowers } from './list-powers.ts'
import { voicePowers } from './voice-powers.ts'

const whole = (permission: `${string}.${string}`) => ({ permission, asks: 'whole' }) as const
const place = (permission: `${string}.${string}`) => ({ permission, asks: 'place' }) as const
const somewhere = (permission: `${string}.${string}`) =>
  ({ permission, asks: 'somewhere' }) as const

const notOneself = { ja: '本人のことでないとき', en: 'not for oneself' }
const notHeld = { ja: '自分がもたない役割のとき', en: 'for roles one does not hold' }
const notDecided = { ja: 'はじめに判断していないとき', en: 'who did not decide first' }
const notOwnWords = { ja: '自分の投稿でないとき', en: 'not of one’s own words' }
const notHandedIn = { ja: '自分で出した報告でないとき', en: 'who did not hand it in' }
const notWritten = { ja: '案を書いていないとき', en: 'who did not write the draft' }

type StaffStanding = Parameters<ReturnType<typeof staffStanding>['has']>[0]
type PlanStanding = Parameters<ReturnType<typeof planStanding>['has']>[0]

/**
 * 権限の一覧: every chapter's workflow table with why each standing is given. One entry a chapter; the pages
 * of permissions and docs/permissions.md are made of it, and a test holds it against each `standing()`.
 */
export const powers: readonly Powers[] = [
  {
    chapter: 'staff',
    title: { ja: '組織と職員', en: 'Organisation and staff' },
    workflow: staffWorkflow,
    actions: staffActions,
    standings: staffStandings,
    grounds: {
      anyone: 'anyone',
      staff: 'any-duty',
      colleague: somewhere('staff.staff'),
      registrar: place('staff.registrar'),
      personnel: place('staff.personnel'),
      granter: { ...place('staff.personnel'), unless: notOneself },
      'role-maker': { ...whole('staff.administrator'), unless: notHeld },
    } satisfies Record<StaffStanding, Ground>,
    standing: (actor, { sections }) => staffStanding(actor, sections ? { sections } : {}),
  },
  {
    chapter: 'plan',
    title: { ja: '計画', en: 'Plan' },
    workflow: planWorkflow,
    actions: planActions,
    standings: { ja: planJa.standings, en: planEn.standings },
    grounds: {
      anyone: 'anyone',
      staff: somewhere('plan.staff'),
      secretariat: whole('plan.secretariat'),
      approver: { ...whole('plan.secretariat'), unless: notWritten },
      'item-department': place('plan.item-department'),
    } satisfies Record<PlanStanding, Ground>,
    standing: (actor, { sections = [] }) =>
      planStanding(actor, { authors: [] }, { departments: sections }),
  },
  {
    chapter: 'residents',
    title: { ja: '市民', en: 'Residents' },
    workflow: residentWorkflow,
    actions: residentActions,
    standings: residentStandings,
    grounds: {
      anyone: 'anyone',
      bearer: 'situation',
      self: 'situation',
      system: 'situation',
      counter: somewhere('residents.counter'),
      verifier: somewhere('residents.verifier'),
      officer: somewhere('residents.officer'),
    } satisfies Record<ResidentStanding, Ground>,
    standing: (actor) => residentStanding(actor),
  },
  {
    chapter: 'audit',
    title: { ja: '監査', en: 'Audit' },
    workflow: auditWorkflow,
    actions: auditActions,
    standings: auditStandings,
    grounds: {
      anyone: 'anyone',
      reader: somewhere('audit.reader'),
      officer: somewhere('audit.officer'),
    } satisfies Record<AuditStanding, Ground>,
    standing: (actor) => auditStanding(actor),
  },
  {
    chapter: 'moderation',
    title: { ja: '投稿の見守り', en: 'Moderation' },
    workflow: moderationWorkflow,
    actions: { ja: moderationJa.actions, en: moderationEn.actions },
    standings: { ja: moderationJa.standings, en: moderationEn.standings },
    grounds: {
      anyone: 'anyone',
      reader: [whole('moderation.reader'), whole('moderation.moderator')],
      opener: [
        { ...whole('moderation.reader'), unless: notOwnWords },
        { ...whole('moderation.moderator'), unless: notOwnWords },
      ],
      moderator: whole('moderation.moderator'),
      claimant: 'situation',
      'other-moderator': { ...whole('moderation.moderator'), unless: notDecided },
      author: 'situation',
    } satisfies Record<ModerationStanding, Ground | readonly Ground[]>,
    standing: (actor) =>
      moderationStanding(actor, { claimedBy: null, decidedBy: null, authorId: null }),
  },
  {
    chapter: 'notices',
    title: { ja: 'お知らせ', en: 'Notices' },
    workflow: noticeWorkflow,
    actions: noticeActions,
    standings: noticeStandings,
    grounds: {
      // Whoever has an account is a recipient of one's own.
      recipient: 'anyone',
      bearer: 'situation',
      postmaster: whole('notices.postmaster'),
      system: 'situation',
    } satisfies Record<NoticeStanding, Ground>,
    standing: (actor) => noticeStanding(actor),
  },
  {
    chapter: 'liaisons',
    title: { ja: '協働推進員', en: 'Liaisons' },
    workflow: liaisonWorkflow,
    actions: { ja: liaisonJa.actions, en: liaisonEn.actions },
    standings: { ja: liaisonJa.standings, en: liaisonEn.standings },
    grounds: {
      anyone: 'anyone',
      reader: place('liaisons.reader'),
      liaison: place('liaisons.liaison'),
      head: place('liaisons.head'),
      organiser: place('liaisons.organiser'),
      attendee: 'situation',
    } satisfies Record<LiaisonStanding, Ground>,
    standing: (actor, { sections }) => liaisonStanding(actor, sectionIn(sections)),
  },
  {
    chapter: 'handovers',
    title: { ja: '引継ぎ', en: 'Hand-overs' },
    workflow: handoverWorkflow,
    actions: { ja: handoverJa.actions, en: handoverEn.actions },
    standings: { ja: handoverJa.standings, en: handoverEn.standings },
    grounds: {
      giver: 'situation',
      receiver: 'situation',
      head: place('handovers.head'),
      organiser: place('handovers.organiser'),
      reader: place('handovers.reader'),
    } satisfies Record<HandoverStanding, Ground>,
    standing: (actor, { sections }) =>
      handoverStanding(actor, {
        section: sectionIn(sections),
        user: 'per_',
        successor: null,
        serves: false,
      }),
  },
  voicePowers,
  commentPowers,
  {
    chapter: 'progress',
    title: { ja: '進行管理', en: 'Progress' },
    workflow: progressWorkflow,
    actions: progressActions,
    standings: progressStandings,
    grounds: {
      anyone: 'anyone',
      reader: place('progress.reader'),
      section: place('progress.section'),
      head: place('progress.head'),
      confirmer: [
        { ...place('progress.head'), unless: notHandedIn },
        { ...somewhere('progress.secretariat'), unless: notHandedIn },
      ],
      secretariat: somewhere('progress.secretariat'),
      group: 'situation',
    } satisfies Record<ProgressStanding, Ground | readonly Ground[]>,
    standing: (actor, { sections = [] }) => progressStanding(actor, { sections }),
  },
  judgingPowers,
  {
    chapter: 'newsletters',
    title: { ja: 'お便り', en: 'Newsletters' },
    workflow: newsletterWorkflow,
    actions: { ja: newsletterJa.actions, en: newsletterEn.actions },
    standings: { ja: newsletterJa.standings, en: newsletterEn.standings },
    grounds: {
      anyone: 'anyone',
      editor: whole('newsletters.editor'),
      reader: [whole('newsletters.editor'), somewhere('newsletters.approver')],
      approver: { ...somewhere('newsletters.approver'), unless: notWritten },
      system: 'situation',
    } satisfies Record<NewsletterStanding, Ground | readonly Ground[]>,
    standing: (actor) => newsletterStanding(actor, { authors: [] }),
  },
  {
    chapter: 'publications',
    title: { ja: '広報と報告書', en: 'Bulletin and yearly reports' },
    workflow: publicationWorkflow,
    actions: { ja: publicationJa.actions, en: publicationEn.actions },
    standings: { ja: publicationJa.standings, en: publicationEn.standings },
    grounds: {
      anyone: 'anyone',
      editor: whole('publications.editor'),
      reader: [whole('publications.editor'), somewhere('publications.approver')],
      approver: { ...somewhere('publications.approver'), unless: notWritten },
      system: 'situation',
    } satisfies Record<PublicationStanding, Ground | readonly Ground[]>,
    standing: (actor) => publicationStanding(actor, { authors: [] }),
  },
  ...listPowers,
]

/** A section by id and name; a place that names none lies in no section. */
function sectionIn(sections: readonly string[] = []) {
  const [id = '', name = id] = sections
  return { id, name }
}
