import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Option } from '#design/field-kinds.ts'
import { at } from '#design/view.ts'
import {
  amendments,
  type ItemId,
  itemById,
  itemsOf,
  mayAmend,
  mayWriteItems,
  type PlanItem,
  planById,
  plans,
  planUrls,
  treeOf,
} from '#domains/plan/index.ts'
import { departments } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { unitOf } from '../actions/act.ts'
import * as answers from '../actions/answers.ts'
import { becomeItem, ledTo, mayCarry, nextPlan } from '../actions/carry.ts'
import { answerForm, reasonForm, sectionForm } from '../forms.ts'
import type { Answer, Committee, Follow, Remark, Stance } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import { AnswerPage, type AnswerProps, AnswersPage } from '../pages/answers.tsx'
import type { Wrong } from '../pages/wrong.tsx'
import { committeeById, committees } from '../store/committees.ts'
import { remarkById, remarks } from '../store/remarks.ts'
import { urls } from '../urls.ts'
import { standing } from '../workflow.ts'
import {
  atDesk,
  attempt,
  bodyOf,
  doneIn,
  type Here,
  mustRead,
  offersOf,
  onward,
  statusOf,
} from './lookup.ts'

/** 意見への回答: written by sections, approved by their heads, and led into a plan. */
export const answerRoutes = new Hono<Env>()
  .get(urls.answers, async (c) => {
    mustRead(c)
    const { ctx, view } = c.var
    const list = []
    const uncarried = []
    for (const { id, planId, state } of await committees(ctx.db)) {
      if (state !== 'answering' && state !== 'published') continue
      for (const remark of await inPlanOrder(c, planId, await remarks(ctx.db, { committee: id }))) {
        const about = { sections: [remark.section], remark }
        const stands = standing(ctx.actor, about)
        if (!stands.has('section') && !stands.has('head') && !stands.has('secretariat')) continue
        const one = { remark, item: found(await itemById(ctx.db, remark.itemId)) }
        if (state === 'answering') list.push(one)
        if (remark.state === 'approved' && (await mayCarry(ctx, remark))) uncarried.push(one)
      }
    }
    return c.html(<AnswersPage {...{ view, list, uncarried, done: doneIn(c) }} />)
  })
  .get(urls.answer(':id'), async (c) => showAnswer(c, await remarkAt(c)))
  .post(urls.answer(':id'), async (c) => {
    const remark = await remarkAt(c)
    const { options } = await followsOf(c, remark)
    const body = await bodyOf(c)
    const form = fill(answerForm(options.map(({ value }) => value)), body)
    if (!form.values) return showAnswer(c, remark, { form })
    const seen = { id: remark.id, version: Number(form.values.version) }
    const answer = answerIn(form.values)
    const act = body.does === 'submit' ? answers.submitAnswer : answers.saveAnswer
    const names = ['stance', 'reason', 'follow']
    const made = await attempt(atDesk(c), names, () => act(c.var.ctx, seen, answer))
    if (!('done' in made)) return showAnswer(c, await remarkAt(c), { form, wrong: made })
    return onward(c, urls.answer(remark.id), body.does === 'submit' ? 'submitted' : 'saved')
  })
  .post(urls.answerStep(':id', ':step{approve|give-back|reassign}'), async (c) => {
    const remark = await remarkAt(c)
    const { ctx } = c.var
    const body = await bodyOf(c)
    const seen = { id: remark.id, version: Number(body.version) }
    const step = c.req.param('step')
    if (step === 'approve') {
      const made = await attempt(atDesk(c), [], () => answers.approve(ctx, seen))
      if (!('done' in made))
        return showAnswer(c, await remarkAt(c), { wrong: { ...made, of: 'step' } })
      return onward(c, urls.answer(remark.id), 'approved')
    }
    if (step === 'give-back') {
      const back = fill(reasonForm, body)
      const { values } = back
      if (!values) return showAnswer(c, remark, { back })
      const give = () => answers.giveBack(ctx, seen, values.reason)
      const made = await attempt(atDesk(c), ['reason'], give)
      if (!('done' in made))
        return showAnswer(c, await remarkAt(c), { back, wrong: { ...made, of: 'back' } })
      return onward(c, urls.answer(remark.id), 'returned')
    }
    const to = fill(sectionForm(await sectionsNow(c)), body)
    const { values } = to
    if (!values) return showAnswer(c, remark, { to })
    const pass = () => answers.reassign(ctx, seen, values.section)
    const made = await attempt(atDesk(c), ['section'], pass)
    if (!('done' in made))
      return showAnswer(c, await remarkAt(c), { to, wrong: { ...made, of: 'to' } })
    return onward(c, urls.answers, 'reassigned')
  })
  // One button: the item is there, begun with the committee's words, and its form is open.
  .post(urls.carry(':id'), async (c) => {
    const remark = await remarkAt(c)
    const seen = { id: remark.id, version: Number((await bodyOf(c)).version) }
    const made = await attempt(atDesk(c), [], () => becomeItem(c.var.ctx, seen))
    if (!('done' in made))
      return showAnswer(c, await remarkAt(c), { wrong: { ...made, of: 'step' } })
    const { plan, item } = made.done
    return c.redirect(at(c.var.view, planUrls.deskItem(plan.fiscalYear, item.id)), 303)
  })

const committeeOf = async (c: Here, id: Committee['id']) =>
  found(await committeeById(c.var.ctx.db, id))

async function remarkAt(c: Here): Promise<Remark> {
  mustRead(c)
  return found(await remarkById(c.var.ctx.db, c.req.param('id') ?? ''))
}

const sectionsNow = async (c: Here) =>
  (await departments(c.var.ctx.db, localDate(c.var.ctx.now))).map(({ name }) => name)

/** What an answer may lead to: items of the next plan, and amendments of this item. */
async function followsOf(c: Here, remark: Remark) {
  const { db } = c.var.ctx
  const d = deskWords(c.var.view)
  const committee = await committeeOf(c, remark.committeeId)
  const next = (await plans(db)).find((p) => p.fiscalYear === committee.fiscalYear + 1)
  const items = next ? itemsOf(await treeOf(db, next)) : []
  const item = found(await itemById(db, remark.itemId))
  const changes = (await amendments(db, committee.planId)).filter(
    (one) => one.itemId === remark.itemId && !one.withdrawn,
  )
  const options: Option[] = [
    ...changes.map(({ id, reason }) => ({
      value: `amendment:${id}`,
      label: d.followAmendment(item.code, reason),
    })),
    ...items.map(({ id, code, title }) => ({
      value: `item:${id}`,
      label: d.followItem(committee.fiscalYear + 1, code, title),
    })),
  ]
  return { committee, item, options }
}

function answerIn(values: {
  readonly stance: Stance | null
  readonly reason: string
  readonly follow: string | null
}): Answer {
  const [kind, id] = values.follow?.split(':') ?? []
  const isKind = kind === 'amendment' || kind === 'item'
  const follow: Follow | null = isKind && id ? { kind, id } : null
  return { stance: values.stance, reason: values.reason, follow }
}

/** Which of the forms of an answer came back, and why. */
interface CameBack {
  readonly form?: Filled<ReturnType<typeof answerForm>>
  readonly back?: Filled<typeof reasonForm>
  readonly to?: Filled<ReturnType<typeof sectionForm>>
  readonly wrong?: Wrong
}

async function showAnswer(c: Here, remark: Remark, came: CameBack = {}) {
  const { ctx, view } = c.var
  const { form, back, to, wrong } = came
  const { committee, item, options } = await followsOf(c, remark)
  const about = answers.aboutRemark(remark, await unitOf(ctx.db))
  const { stance, reason, follow } = remark.answer
  const known = {
    stance: stance ?? '',
    reason,
    follow: follow ? `${follow.kind}:${follow.id}` : '',
  }
  const asking = committee.state === 'answering'
  const offers = offersOf(c, remark, about)
  const sections = await sectionsNow(c)
  return c.html(
    <AnswerPage
      view={view}
      remark={remark}
      item={item}
      fiscalYear={committee.fiscalYear}
      offers={asking ? offers : new Set()}
      form={form ?? blank(answerForm(options.map(({ value }) => value)), known)}
      back={back ?? blank(reasonForm)}
      to={to ?? blank(sectionForm(sections))}
      follows={options}
      sections={sections}
      carry={await carryOf(c, committee, remark, item)}
      wroteIt={'answeredBy' in remark && remark.answeredBy === ctx.actor.id}
      done={doneIn(c)}
      {...(wrong && { wrong })}
    />,
    statusOf(form ?? back ?? to, wrong),
  )
}

/** Where an answer led, or where this person may lead it. */
async function carryOf(
  c: Here,
  committee: Committee,
  remark: Remark,
  item: PlanItem,
): Promise<AnswerProps['carry']> {
  const { ctx } = c.var
  const follow = await ledTo(ctx.db, committee, remark)
  const home = found(await planById(ctx.db, committee.planId))
  if (follow?.kind === 'amendment')
    return { led: { path: planUrls.deskPath(home.fiscalYear, 'amendments'), text: item.title } }
  if (follow) {
    const next = await itemById(ctx.db, follow.id as ItemId)
    const plan = next && (await planById(ctx.db, next.planId))
    if (!next || !plan) return {}
    const text = `${plan.fiscalYear} ${next.code} ${next.title}`
    return { led: { path: planUrls.deskItem(plan.fiscalYear, next.id), text } }
  }
  if (!(await mayCarry(ctx, remark))) return {}
  const next = await nextPlan(ctx.db, committee)
  const mayWrite = next !== undefined && mayWriteItems(ctx.actor, next)
  const change = `${planUrls.deskItem(home.fiscalYear, item.id)}?from=${remark.id}`
  return {
    open: true,
    next: next?.fiscalYear ?? null,
    mayWrite,
    ...(mayAmend(ctx.actor, home, item) && { change }),
  }
}

/** As the plan has its items, so that whoever answers finds theirs; of one item as they were said. */
async function inPlanOrder(
  c: Here,
  plan: Committee['planId'],
  list: readonly Remark[],
): Promise<readonly Remark[]> {
  const tree = await treeOf(c.var.ctx.db, found(await planById(c.var.ctx.db, plan)))
  const order = new Map(itemsOf(tree).map(({ id }, at) => [id, at]))
  const placeOf = ({ itemId }: Remark) => order.get(itemId) ?? order.size
  return list.toSorted((a, b) => placeOf(a) - placeOf(b))
}
