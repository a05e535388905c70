import { Hono } from 'hono'
import { longDate } from '#design/dates.ts'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import type { Child } from '#design/page.tsx'
import { namesOf } from '#domains/staff/index.ts'
import { type Body, blank, fill } from '#platform/form.ts'
import { proposeAmendment } from '../actions/amend.ts'
import { removeItem, saveItem } from '../actions/edit.ts'
import type { Prompts } from '../actions/prompts.ts'
import { itemTyped, optionalReasonForm, readItem, within } from '../forms.ts'
import { type ContentField, contentFields, type ItemContent, type PlanItem } from '../item.ts'
import { deskWords } from '../messages/desk.ts'
import type { Conflict } from '../pages/desk/conflict.tsx'
import { DeskItemPage, type ItemProps, modeOf } from '../pages/desk/item.tsx'
import type { ItemId } from '../plan.ts'
import { changedFields, contentOf, merge } from '../rules/content.ts'
import { revision, revisions } from '../store/tree.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  type ItemDesk,
  itemAt,
  mustBeAllowed,
  onward,
  rosterOf,
  yearPattern,
} from './lookup.ts'

/** What higher shelves show staff beside an item; the shell passes it in. */
export type BesideDeskItem = (c: DeskContext, item: PlanItem) => Child

/** One item: its form in open states, the form of an amendment once the plan is published. */
export const itemRoutes = (prompts: Prompts, beside: BesideDeskItem) =>
  new Hono<Env>()
    .get(`${yearPattern}/items/:id`, async (c) => {
      const desk = await itemAt(c)
      const prompted = await promptedBy(c, desk, prompts, c.req.query('from'))
      return page(c, desk, { ...prompted, beside: beside(c, desk.placed.item) }, 200)
    })
    .post(`${yearPattern}/items/:id`, async (c) => {
      const desk = await itemAt(c)
      const mode = modeOf(desk)
      mustBeAllowed(c, mode === 'amend' ? 'amend' : 'editItem', desk.plan, desk.placed.item)
      return mode === 'amend' ? amend(c, desk, prompts) : save(c, desk)
    })
    .post(`${yearPattern}/items/:id/remove`, async (c) => {
      const desk = await itemAt(c)
      const { plan, placed } = desk
      mustBeAllowed(c, 'edit', plan)
      const reason = fill(optionalReasonForm, await bodyOf(c))
      const { d } = deskWords(c.var.view)
      const { 'too-long': tooLong } = faultsIn(c.var.view)
      if (!reason.values) return page(c, desk, { reason, reasonFault: tooLong }, 422)
      const { values } = reason
      const removed = await attempt(() =>
        removeItem(c.var.ctx, plan.id, placed.item.id, values.reason),
      )
      if ('done' in removed)
        return onward(c, `${urls.deskYear(plan.fiscalYear)}#${placed.group.id}`, 'removed')
      return page(c, desk, { reason, reasonFault: d.item.removeReasonNeeded }, 422)
    })

/** The form of an amendment begins with the words of what prompted it. */
async function promptedBy(
  c: DeskContext,
  desk: ItemDesk,
  prompts: Prompts,
  from: string | undefined,
): Promise<Partial<ItemProps>> {
  if (!from || modeOf(desk) !== 'amend') return {}
  const reason = await prompts.reason(c.var.ctx, from)
  return reason === null ? {} : { from, reason: blank(optionalReasonForm, { reason }) }
}

async function save(c: DeskContext, desk: ItemDesk) {
  const { plan, placed } = desk
  const sent = await sentIn(c, desk)
  if (!sent.content) return page(c, desk, sent.props, 422)
  const { item } = placed
  if (sent.version === item.version && !changedFields(item, sent.content).length)
    return onward(c, urls.deskItem(plan.fiscalYear, item.id), 'unchanged')
  const answer = await saveItem(c.var.ctx, item.id, sent.version, sent.content)
  if ('saved' in answer) return onward(c, urls.deskItem(plan.fiscalYear, item.id), 'saved')
  const { merged } = answer.conflict
  const conflict = await conflictWith(
    c,
    item.id,
    sent.version,
    answer.current.version,
    sent.content,
  )
  const props = { typed: itemTyped(merged), version: answer.current.version, conflict }
  return page(c, desk, { ...props, cameBack: true }, 409)
}

async function amend(c: DeskContext, desk: ItemDesk, prompts: Prompts) {
  const { plan, placed } = desk
  const { item } = placed
  const { d } = deskWords(c.var.view)
  const sent = await sentIn(c, desk)
  const body = await bodyOf(c)
  const reason = fill(optionalReasonForm, body)
  const said = reason.values?.reason
  const from = typeof body.from === 'string' ? body.from : ''
  const kept = { ...sent.props, reason, ...(from && { from }) }
  if (sent.content && sent.version !== item.version) {
    const conflict = await conflictWith(c, item.id, sent.version, item.version, sent.content)
    const { merged } = merge(conflict.base, contentOf(item), sent.content)
    const props = { ...kept, typed: itemTyped(merged), version: item.version, conflict }
    return page(c, desk, props, 409)
  }
  if (!said) return page(c, desk, { ...kept, reasonFault: faultsIn(c.var.view).required }, 422)
  const { content } = sent
  if (!content) return page(c, desk, kept, 422)
  const proposed = await attempt(() => proposeAmendment(c.var.ctx, item.id, content, said))
  if ('done' in proposed) {
    if (from) await prompts.became(c.var.ctx, from, proposed.done.id)
    return onward(c, urls.deskPath(plan.fiscalYear, 'amendments'), 'proposed')
  }
  return page(c, desk, { ...kept, reasonFault: d.amend.unchanged }, 422)
}

interface Sent {
  readonly version: number
  /** Nothing while something has to be mended or chosen. */
  readonly content?: ItemContent
  readonly props: Partial<ItemProps>
}

/** What came with the form; where two people's words met before, what was chosen is taken over. */
async function sentIn(c: DeskContext, { placed }: ItemDesk): Promise<Sent> {
  const body = await bodyOf(c)
  const { item } = placed
  const typed = readItem(body)
  const version = numberIn(body, 'version') ?? item.version
  const base = numberIn(body, 'base')
  const fields = contentFields.filter((f) =>
    String(body.conflicts ?? '')
      .split(',')
      .includes(f),
  )
  const chosen = Object.fromEntries(
    Object.entries(within(body, 'choose')).map(([field, value]) => [field, String(value)]),
  )
  const theirs = (await revision(c.var.ctx.db, item.id, version)) ?? contentOf(item)
  const missing = fields.filter((f) => chosen[f] !== 'mine' && chosen[f] !== 'theirs')
  const took = fields.filter((f) => chosen[f] === 'theirs')
  const content = typed.content && { ...typed.content, ...pick(theirs, took) }
  const mine = typed.content ?? theirs
  const conflict =
    base === null
      ? undefined
      : { ...(await conflictWith(c, item.id, base, version, mine)), fields, chosen, missing }
  const props = { typed, version, cameBack: true, ...(conflict && { conflict }) }
  return { version, props, ...(content && !missing.length && { content }) }
}

/** Both people's changes since the version from which this one started. */
async function conflictWith(
  c: DeskContext,
  id: ItemId,
  baseVersion: number,
  version: number,
  mine: ItemContent,
): Promise<Conflict> {
  const { db } = c.var.ctx
  const all = await revisions(db, id)
  const current = all.find((one) => one.version === version) ?? all[0]
  const theirs = current?.content ?? mine
  const base = all.find((one) => one.version === baseVersion)?.content ?? theirs
  const { theirChanges, conflicts } = merge(base, theirs, mine)
  const names = await namesOf(db, current ? [current.actorId] : [])
  return {
    base,
    theirs,
    baseVersion,
    who: names.get(current?.actorId ?? '') ?? current?.actorId ?? '',
    when: current ? longDate(c.var.view.locale, current.at) : '',
    theirChanges,
    fields: conflicts,
    mine,
    chosen: {},
    missing: [],
  }
}

const pick = (content: ItemContent, fields: readonly ContentField[]): Partial<ItemContent> =>
  Object.fromEntries(fields.map((field) => [field, content[field]]))

function numberIn(body: Body, name: string): number | null {
  const text = body[name]
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null
}

async function page(
  c: DeskContext,
  desk: ItemDesk,
  props: Partial<ItemProps>,
  status: 200 | 409 | 422,
) {
  const { db } = c.var.ctx
  const { item } = desk.placed
  const past = await revisions(db, item.id)
  const names = await namesOf(db, [...new Set(past.map((one) => one.actorId))])
  return c.html(
    <DeskItemPage
      {...desk}
      typed={itemTyped(item)}
      version={item.version}
      roster={await rosterOf(c)}
      revisions={past}
      nameOf={(id) => names.get(id) ?? id}
      reason={blank(optionalReasonForm)}
      {...props}
    />,
    status,
  )
}
