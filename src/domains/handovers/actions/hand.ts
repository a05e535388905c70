import { post } from '#domains/notices/index.ts'
import { namesOf } from '#domains/staff/index.ts'
import type { Belongings } from '#platform/belongings.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Handover, HandoverId, Thing } from '../handover.ts'
import { passed, prepared } from '../kinds.ts'
import * as store from '../store/handovers.ts'
import { defaultTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { type HandoverAction, standing, workflow } from '../workflow.ts'
import { aboutOf, candidates, leavers, standingTo, thingsIn } from './look.ts'

/** 引継ぎの用意: lists what the person has, and proposes the successor. Once for an assignment. */
export async function prepare(
  ctx: Ctx,
  belongings: readonly Belongings[],
  assignment: string,
): Promise<Handover> {
  const today = localDate(ctx.now)
  return ctx.record(async (tx) => {
    const leaver = found((await leavers(tx, today)).find((l) => l.serving.id === assignment))
    const { serving, endsOn, suggested } = leaver
    const h: Handover = {
      id: newId('hnd'),
      version: 1,
      assignment,
      user: serving.user,
      department: serving.department,
      post: serving.post,
      endsOn,
      dueOn: addDays(endsOn, defaultTerms.daysToReceive),
      state: 'prepared',
      successor: suggested?.user ?? null,
      note: '',
      preparedOn: today,
      passedOn: null,
      passedBy: null,
      receivedOn: null,
      receivedBy: null,
      closedOn: null,
      closedBy: null,
    }
    const about = await aboutOf(tx, h, today)
    accept(permit(workflow, 'prepare', standing(ctx.actor, about), nothing))
    if (leaver.handover || !(await store.insertHandover(tx, h)))
      throw new Refused({ kind: 'stale' })
    const things = await thingsIn(tx, belongings, h)
    for (const thing of things) await store.saveThing(tx, h.id, thing)
    await post(tx, ctx, prepared, {
      to: [serving.user],
      thing: h.id,
      path: urls.one(h.id),
      said: { name: serving.name, section: about.section.name, on: endsOn },
      key: `handovers.prepared:${h.id}`,
    })
    return [h, factOf('handover.prepared', 'prepare', h, { things: things.length })]
  })
}

/** Who takes over; the one who goes, the head and the secretariat may choose anyone of the section. */
export const choose = (ctx: Ctx, id: HandoverId, successor: string) =>
  onHandover(ctx, 'choose', id, async (tx, h) => {
    if (!(await candidates(tx, h)).some((c) => c.user === successor))
      accept(no({ kind: 'refused', reason: 'not-of-the-section' }))
    const next = await store.updateHandover(tx, { ...h, successor })
    return [next, factOf('handover.successor-chosen', 'choose', h)]
  })

/** What the successor should know: of the whole, and of each thing, by `kind:id`. */
export const note = (
  ctx: Ctx,
  belongings: readonly Belongings[],
  id: HandoverId,
  text: string,
  notes: ReadonlyMap<string, string>,
) =>
  onHandover(ctx, 'note', id, async (tx, h) => {
    const next = await store.updateHandover(tx, { ...h, note: text })
    for (const thing of await thingsIn(tx, belongings, h)) {
      const said = notes.get(`${thing.kind}:${thing.id}`)
      if (said !== undefined) await store.saveThing(tx, h.id, { ...thing, note: said })
    }
    return [next, factOf('handover.noted', 'note', h)]
  })

/**
 * 全部渡す, or one thing. Everything goes in one change: passed on in its chapter and noted here, or neither.
 * What the one who passes may not pass waits for somebody who may, and the hand-over stays open.
 */
export const pass = (ctx: Ctx, belongings: readonly Belongings[], id: HandoverId, only?: string) =>
  onHandover(ctx, only === undefined ? 'pass' : 'passOne', id, async (tx, read) => {
    if (!read.successor) accept(no({ kind: 'refused', reason: 'successor-needed' }))
    const h = await store.updateHandover(tx, read)
    const things = await thingsIn(tx, belongings, h)
    const wanted = things.filter(
      (t) => t.outcome === 'waiting' && (only === undefined || `${t.kind}:${t.id}` === only),
    )
    if (only !== undefined && !wanted.length) throw new Refused({ kind: 'stale' })
    const facts: Fact[] = []
    const done: Thing[] = []
    for (const chapter of belongings) {
      const own = wanted.filter((t) => t.kind === chapter.kind)
      if (!own.length) continue
      const said = await chapter.pass(tx, ctx, {
        ids: own.map((t) => t.id),
        from: h.user,
        to: found(h.successor ?? undefined),
        lastDay: h.endsOn,
        department: h.department,
      })
      facts.push(...said.facts)
      for (const thing of own) {
        const outcome = said.outcomes.get(thing.id)
        if (outcome === undefined || outcome === 'left') continue
        const by = { passedOn: localDate(ctx.now), passedBy: ctx.actor.id }
        done.push({ ...thing, outcome, to: h.successor, ...by })
      }
    }
    for (const thing of [...things, ...done]) await store.saveThing(tx, h.id, thing)
    const left = things.filter((t) => t.outcome === 'waiting').length - done.length
    const said = { passed: done.length, left }
    if (left > 0) return [{ ...h }, factOf('handover.things-passed', 'passOne', h, said), ...facts]
    const by = { passedOn: localDate(ctx.now), passedBy: ctx.actor.id }
    const all = await store.updateHandover(tx, { ...h, state: 'passed', ...by })
    await tellSuccessor(tx, ctx, all)
    return [all, factOf('handover.passed', 'pass', h, said), ...facts]
  })

/** 受領: the successor has read it and takes it. */
export const receive = (ctx: Ctx, id: HandoverId) =>
  onHandover(ctx, 'receive', id, async (tx, h) => {
    const by = { receivedOn: localDate(ctx.now), receivedBy: ctx.actor.id }
    const next = await store.updateHandover(tx, { ...h, state: 'received', ...by })
    return [next, factOf('handover.received', 'receive', h)]
  })

export const close = (ctx: Ctx, id: HandoverId) =>
  onHandover(ctx, 'close', id, async (tx, h) => {
    const by = { closedOn: localDate(ctx.now), closedBy: ctx.actor.id }
    const next = await store.updateHandover(tx, { ...h, state: 'closed', ...by })
    return [next, factOf('handover.closed', 'close', h)]
  })

/** By night: a hand-over for everyone who leaves within the days that the terms name. */
export async function prepareAll(ctx: Ctx, belongings: readonly Belongings[]): Promise<number> {
  const today = localDate(ctx.now)
  const fresh = (await leavers(ctx.db, today)).filter((l) => !l.handover)
  for (const { serving } of fresh) await prepare(ctx, belongings, serving.id)
  return fresh.length
}

async function tellSuccessor(tx: Writer, ctx: Ctx, h: Handover) {
  const { section } = await aboutOf(tx, h, localDate(ctx.now))
  const name = (await namesOf(tx, [h.user])).get(h.user) ?? ''
  await post(tx, ctx, passed, {
    to: h.successor ? [h.successor as `per_${string}`] : [],
    thing: h.id,
    path: urls.one(h.id),
    said: { name, section: section.name, due: h.dueOn },
    key: `handovers.passed:${h.id}`,
  })
}

async function onHandover(
  ctx: Ctx,
  action: HandoverAction,
  id: HandoverId,
  change: (tx: Writer, h: Handover) => Promise<readonly [Handover, Fact, ...Fact[]]>,
): Promise<Handover> {
  return ctx.record(async (tx) => {
    const h = found(await store.handoverById(tx, id))
    accept(permit(workflow, action, await standingTo(ctx, tx, h), h))
    return change(tx, h)
  })
}

const factOf = (
  fact: Fact['fact'],
  action: HandoverAction,
  h: Handover,
  more: Fact['detail'] = {},
): Fact => ({
  fact,
  subject: h.id,
  basis: workflow[action].basis,
  detail: { section: h.department, ends: h.endsOn, ...more },
})
