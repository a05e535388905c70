import { en as planEn } from '#domains/plan/messages/desk-en.ts'
import { ja as planJa } from '#domains/plan/messages/desk-ja.ts'
import { planActions } from '#domains/plan/messages/powers.ts'
import { standing as planStanding, workflow as planWorkflow } from '#domains/plan/workflow.ts'
import { residentActions, residentStandings } from '#domains/residents/messages/powers.ts'
import {
  type Standing as ResidentStanding,
  standing as residentStanding,
  workflow as residentWorkflow,
} from '#domains/residents/workflow.ts'
import { staffActions, staffStandings } from '#domains/staff/messages/powers.ts'
import type { Ground, Powers } from '#domains/staff/powers.ts'
import { standing as staffStanding, workflow as staffWorkflow } from '#domains/staff/workflow.ts'

const whole = (permission: `${string}.${string}`) => ({ permission, asks: 'whole' }) as const
const place = (permission: `${string}.${string}`) => ({ permission, asks: 'place' }) as const
const somewhere = (permission: `${string}.${string}`) =>
  ({ permission, asks: 'somewhere' }) as const

const notOneself = { ja: '本人のことでないとき', en: 'not for oneself' }
const notHeld = { ja: '自分がもたない役割のとき', en: 'for roles one does not hold' }
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
]
