import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { namesOf } from '#domains/staff/index.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import { approveAmendment, withdrawAmendment } from '../actions/amend.ts'
import { editHead } from '../actions/headings.ts'
import { rollOver } from '../actions/roll-over.ts'
import type { Amendment } from '../amendment.ts'
import {
  byTongue,
  fateForm,
  headForm,
  headWordsForm,
  type Tongue,
  within,
  withoutEmpty,
} from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { DeskAmendmentsPage } from '../pages/desk/amendments.tsx'
import { HeadPage } from '../pages/desk/head.tsx'
import { RollOverPage } from '../pages/desk/roll-over.tsx'
import type { Plan } from '../plan.ts'
import type { Fate } from '../rules/roll-over.ts'
import { planOf } from '../store/plans.ts'
import { amendments } from '../store/threads.ts'
import { treeOf } from '../store/tree.ts'
import { itemsOf } from '../tree.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  mustBeAllowed,
  offers,
  onward,
  planAt,
  yearPattern,
} from './lookup.ts'

/** The preface, the amendments of a published plan, and the way into the next year. */
export const headRoutes = new Hono<Env>()
  .get(`${yearPattern}/head`, async (c) => {
    const { plan } = await planAt(c)
    return head(c, blankHead(plan), wordsOf(plan))
  })
  .post(`${yearPattern}/head`, async (c) => {
    const { plan } = await planAt(c)
    mustBeAllowed(c, 'edit', plan)
    const body = await bodyOf(c)
    const form = fill(headForm, body)
    const words = byTongue((tongue) => fill(headWordsForm, within(body, tongue)))
    const said = byTongue((tongue) => words[tongue].values)
    if (!form.values || !said.easy || !said.en || !said.ko) return head(c, form, words)
    const { version, measure, group, item, ...text } = form.values
    const levels = { measure, group, item }
    const translations = withoutEmpty(said)
    const saved = await attempt(() =>
      editHead(c.var.ctx, plan.id, Number(version), { ...text, levels, translations }),
    )
    if ('done' in saved) return onward(c, urls.deskPath(plan.fiscalYear, 'head'), 'saved')
    return head(c, form, words, true)
  })
  .get(`${yearPattern}/amendments`, async (c) => {
    const { ctx } = c.var
    const desk = await planAt(c)
    const items = itemsOf(await treeOf(ctx.db, desk.plan))
    const all = await amendments(ctx.db, desk.plan.id)
    const ids = all.flatMap((a) => [a.proposedBy, a.approvedBy ?? []].flat())
    const names = await namesOf(ctx.db, [...new Set(ids)])
    const lines = all.flatMap((amendment) => {
      const item = items.find((one) => one.id === amendment.itemId)
      if (!item) return []
      const may = offers(c, desk.plan, item)
      const open = !amendment.withdrawn && amendment.approvedOn === null
      return [
        {
          amendment,
          item,
          own: amendment.proposedBy === ctx.actor.id,
          mayApprove: open && may.has('approveAmendment'),
          mayWithdraw: open && may.has('amend'),
        },
      ]
    })
    return c.html(
      <DeskAmendmentsPage {...desk} lines={lines} nameOf={(id) => names.get(id) ?? id} />,
    )
  })
  .post(`${yearPattern}/amendments/:id/approve`, async (c) => {
    const { plan, amendment } = await amendmentAt(c)
    mustBeAllowed(c, 'approveAmendment', plan)
    await approveAmendment(c.var.ctx, amendment.id)
    return onward(c, urls.deskPath(plan.fiscalYear, 'amendments'), 'approved')
  })
  .post(`${yearPattern}/amendments/:id/withdraw`, async (c) => {
    const { plan, amendment } = await amendmentAt(c)
    await withdrawAmendment(c.var.ctx, amendment.id)
    return onward(c, urls.deskPath(plan.fiscalYear, 'amendments'), 'withdrawn')
  })
  .get(`${yearPattern}/roll-over`, async (c) => fates(c, {}))
  .post(`${yearPattern}/roll-over`, async (c) => {
    const { ctx, view } = c.var
    const { plan } = await planAt(c)
    mustBeAllowed(c, 'rollOver', plan)
    const body = await bodyOf(c)
    const { d } = deskWords(view)
    const items = itemsOf(await treeOf(ctx.db, plan))
    const read = items.map((item) => ({ item, form: fill(fateForm, within(body, item.id)) }))
    const wrong = read.find(({ form }) => !form.values)
    if (wrong) {
      const [found_] = Object.values(wrong.form.faults)
      const text = faultsIn(view)[found_ ?? 'required']
      return fates(c, body, { code: wrong.item.code, text })
    }
    const list = read.flatMap(({ item, form }): Fate[] => {
      if (!form.values || form.values.relation === 'new') return []
      const { relation, titles, into, reason } = form.values
      const host = items.find((one) => one.id === into)?.id ?? null
      return [{ from: item.id, relation, titles, into: host, reason }]
    })
    const rolled = await attempt(() => rollOver(ctx, plan.id, list))
    if ('done' in rolled) return onward(c, urls.deskYear(rolled.done.fiscalYear), 'rolled-over')
    const { refusal } = rolled
    if (refusal.kind === 'stale') throw new Refused(refusal)
    const refusals: Readonly<Record<string, string>> = d.rollOver.refusals
    const text = refusals[refusal.reason] ?? refusal.reason
    return fates(c, body, { code: refusal.place ?? '', text })
  })

async function head(
  c: DeskContext,
  form: Filled<typeof headForm>,
  words: Record<Tongue, Filled<typeof headWordsForm>>,
  stale = false,
) {
  const desk = await planAt(c)
  mustBeAllowed(c, 'edit', desk.plan)
  const faulty = [form, ...Object.values(words)].some((f) => Object.keys(f.faults).length > 0)
  return c.html(
    <HeadPage {...desk} form={form} words={words} stale={stale} />,
    stale ? 409 : faulty ? 422 : 200,
  )
}

const blankHead = (plan: Plan) =>
  blank(headForm, {
    version: plan.version,
    title: plan.title,
    subtitle: plan.subtitle,
    purpose: plan.purpose,
    aim: plan.aim,
    goals: plan.goals,
    ...plan.levels,
  })

const wordsOf = (plan: Plan) =>
  byTongue((tongue) => blank(headWordsForm, { ...plan.translations[tongue] }))

async function amendmentAt(c: DeskContext): Promise<{ plan: Plan; amendment: Amendment }> {
  const { plan } = await planAt(c)
  const id = c.req.param('id') ?? ''
  const all = isId('amd', id) ? await amendments(c.var.ctx.db, plan.id) : []
  return { plan, amendment: found(all.find((one) => one.id === id)) }
}

type Body = Readonly<Record<string, unknown>>

async function fates(c: DeskContext, body: Body, fault?: { code: string; text: string }) {
  const { ctx } = c.var
  const desk = await planAt(c)
  mustBeAllowed(c, 'rollOver', desk.plan)
  const items = itemsOf(await treeOf(ctx.db, desk.plan))
  const exists = (await planOf(ctx.db, desk.plan.fiscalYear + 1)) !== undefined
  const lines = items.map((item) => {
    const typed = within(body, item.id)
    const form =
      'relation' in typed ? fill(fateForm, typed) : blank(fateForm, { relation: 'continued' })
    return { item, form }
  })
  return c.html(
    <RollOverPage {...desk} lines={lines} exists={exists} {...(fault && { fault })} />,
    fault ? 422 : 200,
  )
}
