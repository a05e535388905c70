import { type PlanId, planById } from '#domains/plan/index.ts'
import { endDutyOn, insertDuty } from '#domains/staff/index.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, Refused, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { stepOf } from '../../rules/report.ts'
import { scaleById } from '../../store/scales.ts'
import { yearProgress } from '../../store/views.ts'
import {
  type Committee,
  type CommitteeId,
  type CommitteeText,
  emptyVerdict,
  type Judgement,
  type Occasion,
  type Share,
} from '../judging.ts'
import { type Division, divided, divisionMark } from '../rules/divide.ts'
import { liesOpen } from '../rules/sight.ts'
import { committees, insertCommittee } from '../store/committees.ts'
import { insertJudgements } from '../store/judgements.ts'
import * as store from '../store/members.ts'
import { standing, workflow } from '../workflow.ts'
import { askedFor, factOf, onCommittee, unitOf, yearOf } from './act.ts'

/** A plan is judged from the day on which it is public and decided. */
const judged: ReadonlySet<string> = new Set(['published', 'in-progress', 'midterm', 'closing'])

/**
 * Begins the judging of a year: both of the city's layers are asked for every item, begun with the value of
 * the newest confirmed report.
 */
export async function openCommittee(
  ctx: Ctx,
  planId: PlanId,
  occasion: Occasion,
  text: CommitteeText,
): Promise<Committee> {
  accept(permit(workflow, 'open', standing(ctx.actor), nothing))
  return ctx.record(async (tx) => {
    const plan = found(await planById(tx, planId))
    if (!judged.has(plan.state)) refuse('plan-not-in-force')
    if ((await committees(tx, planId)).some((one) => one.occasion === occasion))
      refuse('judging-exists', 'occasion')
    const scale = found(await scaleById(tx, text.scaleId))
    const { fiscalYear } = plan
    const base = { id: newId('cmt'), version: 1, planId, fiscalYear, occasion } as const
    const committee: Committee = { ...base, ...sound(text), state: 'preparing' }
    await insertCommittee(tx, committee)
    const unit = await unitOf(tx)
    const { items } = await yearProgress(tx, plan, localDate(ctx.now))
    const asked = items.flatMap(({ item, latest }): Judgement[] => {
      const said = latest?.step && stepOf(scale, latest.step.code) ? latest.step.code : ''
      const common = { version: 1, committeeId: committee.id, itemId: item.id, state: 'drafting' }
      return (['section', 'secretariat'] as const).map((layer) => ({
        ...common,
        state: 'drafting',
        id: newId('jdg'),
        layer,
        asked: layer === 'section' ? askedFor(item, unit) : unit,
        verdict: layer === 'section' ? { ...emptyVerdict, value: said } : emptyVerdict,
      }))
    })
    await insertJudgements(tx, asked)
    const detail = { year: fiscalYear, occasion, items: items.length }
    return [committee, factOf('judging.opened', 'open', committee.id, detail)]
  })
}

/** The last day for marks cannot move once it is over: the members have seen each other's. */
export const editCommittee = (
  ctx: Ctx,
  { id, version }: Pick<Committee, 'id' | 'version'>,
  text: CommitteeText,
) =>
  onCommittee(ctx, 'edit', id, 'judging.changed', async (_tx, committee) => {
    if (text.marksDueOn !== committee.marksDueOn && liesOpen(committee, localDate(ctx.now)))
      refuse('marks-lie-open', 'marksDueOn')
    if (committee.state !== 'preparing' && text.scaleId !== committee.scaleId)
      refuse('scale-fixed', 'scaleId')
    return { ...committee, ...sound(text), version }
  })

function sound(text: CommitteeText): CommitteeText {
  if (text.marksDueOn < text.papersOn) refuse('due-before-opening', 'marksDueOn')
  if (text.meetingOn < text.marksDueOn) refuse('meeting-before-marks', 'meetingOn')
  return text
}

/** 委嘱: whoever has an account becomes a member, with the role for this committee alone. */
export const appoint = (ctx: Ctx, id: CommitteeId, userId: `per_${string}`, capacity: string) =>
  onCommittee(
    ctx,
    'appoint',
    id,
    'judging.member-appointed',
    async (tx, committee) => {
      if (userId === ctx.actor.id) refuse('not-oneself', 'userId')
      const known = (await store.members(tx, id)).find((m) => m.userId === userId)
      if (known?.leftOn === null) refuse('is-member-already', 'userId')
      const today = localDate(ctx.now)
      const dutyId = newId('dty')
      const grant = { grantedBy: ctx.actor.id, reason: workflow.appoint.basis }
      const span = { from: today, until: addDays(committee.meetingOn, termAfterMeeting) }
      const place = { department: null, district: null, scheme: id }
      const duty = {
        id: dutyId,
        user: userId,
        role: 'reviewer',
        ...place,
        ...span,
        ...grant,
      } as const
      await insertDuty(tx, duty, ctx.now)
      const capacityOr = capacity.trim()
      const joined = { joinedOn: today, leftOn: null }
      await store.insertMember(tx, {
        committeeId: id,
        userId,
        capacity: capacityOr,
        dutyId,
        ...joined,
      })
      return undefined
    },
    {},
    { member: userId },
  )

/** Members read the answers for a year after their meeting. */
const termAfterMeeting = 365

/** 解任, or leaving: the role ends today; what was handed in stays, and the items have to go to others. */
export const leave = (ctx: Ctx, id: CommitteeId, userId: string) =>
  onCommittee(
    ctx,
    'appoint',
    id,
    'judging.member-left',
    async (tx) => {
      const member = found(
        (await store.members(tx, id)).find((m) => m.userId === userId && m.leftOn === null),
      )
      const today = localDate(ctx.now)
      await endDutyOn(tx, member.dutyId, addDays(today, -1))
      await store.memberLeaves(tx, member, today)
      const given = await store.allMarks(tx, id)
      for (const share of await store.shares(tx, id))
        if (share.userId === userId && !share.recused && !given.some((m) => isOf(m, share)))
          await store.saveRecusal(tx, { ...share, recused: leftOn(ctx, '委員を退いたため') })
      return undefined
    },
    {},
    { member: userId },
  )

const isOf = (a: Division, b: Division) => a.itemId === b.itemId && a.userId === b.userId
const leftOn = (ctx: Ctx, reason: string) => ({ reason, by: ctx.actor.id, at: ctx.now })

/** 分担の案, evenly; the secretariat may change it. */
export const propose = (ctx: Ctx, id: CommitteeId) =>
  onCommittee(ctx, 'divide', id, 'judging.divided', async (tx, committee) => {
    const serving = (await store.members(tx, id)).filter(({ leftOn: left }) => left === null)
    if (!serving.length) refuse('no-members')
    const year = await yearOf(tx, ctx, committee)
    const recused = (await store.shares(tx, id)).filter((share) => share.recused)
    const items = year.items.map(({ progress }) => progress.item.id)
    const list = serving.map(({ userId }) => userId)
    await store.saveShares(tx, id, divided(items, list, committee.leastMembers, recused))
    return undefined
  })

/** As the secretariat ticked it, over the division that they had before them. */
export const divide = (ctx: Ctx, id: CommitteeId, cells: readonly Division[], seen: string) =>
  onCommittee(ctx, 'divide', id, 'judging.divided', async (tx, committee) => {
    if (divisionMark(await store.shares(tx, id)) !== seen) throw new Refused({ kind: 'stale' })
    const list = await store.members(tx, id)
    const known = new Set(list.filter((m) => m.leftOn === null).map(({ userId }) => userId))
    const year = await yearOf(tx, ctx, committee)
    const items = new Set<string>(year.items.map(({ progress }) => progress.item.id))
    const sent = cells.filter(({ itemId, userId }) => items.has(itemId) && known.has(userId))
    await store.saveShares(tx, id, sent)
    return undefined
  })

/** 除斥: a member with an interest in an item leaves it to the others; a draft or a mark of theirs goes. */
export const recuse = (ctx: Ctx, id: CommitteeId, at: Division, reason: string) =>
  onCommittee(
    ctx,
    'recuse',
    id,
    'judging.recused',
    async (tx) => {
      if (!reason.trim()) refuse('reason-needed', 'reason')
      const own = at.userId === ctx.actor.id
      if (!own && !standing(ctx.actor).has('secretariat')) refuse('not-oneself', 'userId')
      found((await store.members(tx, id)).find((m) => m.userId === at.userId && m.leftOn === null))
      await store.removeMark(tx, { committeeId: id, ...at })
      const recused = leftOn(ctx, reason.trim())
      const share: Share = { committeeId: id, ...at, recused }
      await store.saveRecusal(tx, share)
      return undefined
    },
    {},
    { item: at.itemId, member: at.userId },
  )

/** 除斥の取消し: the member looks at the item again, and begins anew; a mark that went does not come back. */
export const unrecuse = (ctx: Ctx, id: CommitteeId, at: Division, reason: string) =>
  onCommittee(
    ctx,
    'unrecuse',
    id,
    'judging.recusal-undone',
    async (tx) => {
      if (!reason.trim()) refuse('reason-needed', 'reason')
      if (at.userId === ctx.actor.id) refuse('not-oneself')
      found((await store.members(tx, id)).find((m) => m.userId === at.userId && m.leftOn === null))
      const share = (await store.shares(tx, id)).find((one) => isOf(one, at))
      if (!share?.recused) refuse('not-recused')
      await store.saveRecusal(tx, { committeeId: id, ...at, recused: null })
      return undefined
    },
    {},
    { item: at.itemId, member: at.userId, reason: reason.trim() },
  )
