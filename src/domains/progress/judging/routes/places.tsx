import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { ItemId } from '#domains/plan/index.ts'
import { fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import * as run from '../actions/committee.ts'
import { unwaive, waive } from '../actions/layers.ts'
import { memberForm, reasonForm, recuseForm, waiveForm } from '../forms.ts'
import type { WaiverId } from '../judging.ts'
import { urls } from '../urls.ts'
import { standing } from '../workflow.ts'
import { afterwards, itemIds, peopleFor, show } from './committee-page.tsx'
import {
  asMember,
  attempt,
  bodyOf,
  committeeAt,
  mustBeSecretariat,
  onward,
  yearAt,
} from './lookup.ts'
import { papersAt, showItem } from './member.tsx'

/** Who sits in the committee, and which layers are left out; each undone with a reason. */
export const placeRoutes = new Hono<Env>()
  .post(urls.members(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    mustBeSecretariat(c, 'appoint')
    const people = (await peopleFor(c)).map(({ id }) => id)
    const member = fill(memberForm(people), await bodyOf(c))
    const { values } = member
    if (!values) return show(c, committee, { member })
    const user = values.userId as `per_${string}`
    return afterwards(c, 'member', { member }, 'member', () =>
      run.appoint(c.var.ctx, committee.id, user, values.capacity),
    )
  })
  .post(urls.leave(':id'), async (c) => {
    const { id } = await committeeAt(c, 'work')
    const user = String((await bodyOf(c)).userId ?? '')
    return afterwards(c, 'left', {}, 'step', () => run.leave(c.var.ctx, id, user))
  })
  .post(urls.waive(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    mustBeSecretariat(c, 'waive')
    const waiving = fill(waiveForm(itemIds(await yearAt(c, committee))), await bodyOf(c))
    const { values } = waiving
    if (!values) return show(c, committee, { waive: waiving })
    const itemId = values.itemId as ItemId | null
    return afterwards(c, 'waived', { waive: waiving }, 'waive', () =>
      waive(c.var.ctx, committee.id, { ...values, itemId }),
    )
  })
  .post(urls.unwaive(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    mustBeSecretariat(c, 'unwaive')
    const body = await bodyOf(c)
    const undo = fill(reasonForm, body)
    const which = String(body.waiver ?? '')
    const { values } = undo
    if (!values) return show(c, committee, { undo, wrong: { ...nothingElse, of: which } })
    return afterwards(c, 'unwaived', { undo }, which, () =>
      unwaive(c.var.ctx, committee.id, which as WaiverId, values.reason),
    )
  })
  .post(urls.unrecuse(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    mustBeSecretariat(c, 'unrecuse')
    const body = await bodyOf(c)
    const undo = fill(reasonForm, body)
    const at = { itemId: String(body.itemId ?? '') as ItemId, userId: String(body.userId ?? '') }
    const which = `${at.itemId}.${at.userId}`
    const { values } = undo
    if (!values) return show(c, committee, { undo, wrong: { ...nothingElse, of: which } })
    return afterwards(c, 'unrecused', { undo }, which, () =>
      run.unrecuse(c.var.ctx, committee.id, at, values.reason),
    )
  })

/** The form itself says what is wrong. */
const nothingElse = { faults: {}, refused: '', stale: false } as const

/** 除斥 is for the secretariat and for the member alike; each gets their own page back. */
export const recuseRoute = new Hono<Env>().post(urls.recuse(':id'), async (c) => {
  const { ctx } = c.var
  const body = await bodyOf(c)
  if (standing(ctx.actor).has('secretariat')) {
    const committee = await committeeAt(c, 'work')
    const year = await yearAt(c, committee)
    const users = year.members.map(({ userId }) => userId)
    const recuse = fill(recuseForm(itemIds(year), users), body)
    const { values } = recuse
    if (!values) return show(c, committee, { recuse })
    const at = { itemId: values.itemId as ItemId, userId: values.userId }
    return afterwards(c, 'recused', { recuse }, 'recuse', () =>
      run.recuse(ctx, committee.id, at, values.reason),
    )
  }
  const year = await papersAt(c)
  const itemId = found(itemIds(year).find((id) => id === body.itemId))
  const leave = fill(reasonForm, body)
  const { values } = leave
  if (!values) return showItem(c, year, { leave })
  const at = { itemId, userId: ctx.actor.id }
  const made = await attempt(asMember(c), ['reason'], () =>
    run.recuse(ctx, year.committee.id, at, values.reason),
  )
  if ('done' in made) return onward(c, urls.member(year.committee.id), 'recused')
  return showItem(c, await papersAt(c), { leave, wrong: { ...made, of: 'recuse' } })
})
