import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Option } from '#design/field-kinds.ts'
import { amendments, itemById, itemsOf, plans, treeOf } from '#domains/plan/index.ts'
import { departments } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { unitOf } from '../actions/act.ts'
import * as answers from '../actions/answers.ts'
import * as layersOf from '../actions/layers.ts'
import { answerForm, reasonForm, sectionForm, verdictForm } from '../forms.ts'
import type { Answer, Committee, Follow, Judgement, Remark, Stance } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import { AnswerPage, AnswersPage } from '../pages/answers.tsx'
import { OwnPage } from '../pages/desk.tsx'
import { JudgementPage } from '../pages/judgement.tsx'
import { committeeById, committees } from '../store/committees.ts'
import { judgementById, judgements } from '../store/judgements.ts'
import { remarkById, remarks } from '../store/remarks.ts'
import { urls } from '../urls.ts'
import { standing } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  doneIn,
  filledWith,
  type Here,
  itemIn,
  mustRead,
  offersOf,
  onward,
  verdictIn,
  yearAt,
} from './lookup.ts'

interface Wrong {
  readonly faults: Readonly<Record<string, string>>
  readonly refused: string
}

/** A section's own work: its judgements, and its answers to the committee. */
export const sectionRoutes = new Hono<Env>()
  .get(urls.own, async (c) => {
    mustRead(c)
    const { ctx, view } = c.var
    const list = []
    for (const { id, state } of await committees(ctx.db)) {
      if (state !== 'preparing') continue
      for (const judgement of await judgements(ctx.db, id)) {
        const about = { sections: [judgement.asked], judgement }
        if (judgement.layer !== 'section' || !standing(ctx.actor, about).has('judge')) continue
        const item = found(await itemById(ctx.db, judgement.itemId))
        list.push({ judgement, item })
      }
    }
    list.sort((a, b) => a.item.code.localeCompare(b.item.code, 'ja', { numeric: true }))
    return c.html(<OwnPage {...{ view, list, scales: new Map(), done: doneIn(c) }} />)
  })
  .get(urls.judgement(':id'), async (c) => showJudgement(c, await judgementAt(c)))
  .post(urls.judgement(':id'), async (c) => {
    const judgement = await judgementAt(c)
    const { scale, committee } = await yearOf(c, judgement)
    const body = await bodyOf(c)
    const form = fill(verdictForm(scale), body)
    const seen = { id: judgement.id, version: Number(form.raw.version) }
    if (body.does === 'back') {
      await layersOf.takeBack(c.var.ctx, seen)
      return onward(c, urls.judgement(judgement.id), 'back')
    }
    if (!form.values) return showJudgement(c, judgement, form)
    const verdict = verdictIn(form.values)
    const act = body.does === 'give' ? layersOf.give : layersOf.saveVerdict
    const made = await attempt(c, () => act(c.var.ctx, seen, verdict))
    if (!('done' in made)) return showJudgement(c, judgement, form, made)
    const back = judgement.layer === 'section' ? urls.own : urls.one(committee.id)
    return body.does === 'give'
      ? onward(c, back, 'given')
      : onward(c, urls.judgement(judgement.id), 'saved')
  })
  .get(urls.answers, async (c) => {
    mustRead(c)
    const { ctx, view } = c.var
    const list = []
    for (const { id, state } of await committees(ctx.db)) {
      if (state !== 'answering') continue
      for (const remark of await remarks(ctx.db, { committee: id })) {
        const about = { sections: [remark.section], remark }
        const stands = standing(ctx.actor, about)
        if (!stands.has('section') && !stands.has('head') && !stands.has('secretariat')) continue
        list.push({ remark, item: found(await itemById(ctx.db, remark.itemId)) })
      }
    }
    return c.html(<AnswersPage {...{ view, list, done: doneIn(c) }} />)
  })
  .get(urls.answer(':id'), async (c) => showAnswer(c, await remarkAt(c)))
  .post(urls.answer(':id'), async (c) => {
    const remark = await remarkAt(c)
    const { options } = await followsOf(c, remark)
    const body = await bodyOf(c)
    const form = fill(answerForm(options.map(({ value }) => value)), body)
    if (!form.values) return showAnswer(c, remark, form)
    const seen = { id: remark.id, version: Number(form.values.version) }
    const answer = answerIn(form.values)
    const act = body.does === 'submit' ? answers.submitAnswer : answers.saveAnswer
    const made = await attempt(c, () => act(c.var.ctx, seen, answer))
    if (!('done' in made)) return showAnswer(c, remark, form, made)
    return onward(c, urls.answer(remark.id), body.does === 'submit' ? 'submitted' : 'saved')
  })
  .post(urls.answerStep(':id', ':step{approve|give-back|reassign}'), async (c) => {
    const remark = await remarkAt(c)
    const body = await bodyOf(c)
    const seen = { id: remark.id, version: Number(body.version) }
    const step = c.req.param('step')
    if (step === 'approve') {
      const made = await attempt(c, () => answers.approve(c.var.ctx, seen))
      if (!('done' in made)) return showAnswer(c, remark, undefined, made)
      return onward(c, urls.answer(remark.id), 'approved')
    }
    if (step === 'give-back') {
      const reason = fill(reasonForm, body).values?.reason ?? ''
      const made = await attempt(c, () => answers.giveBack(c.var.ctx, seen, reason))
      if (!('done' in made)) return showAnswer(c, remark, undefined, made)
      return onward(c, urls.answer(remark.id), 'returned')
    }
    const section = fill(sectionForm(await sectionsNow(c)), body).values?.section ?? ''
    await answers.reassign(c.var.ctx, seen, section)
    return onward(c, urls.answers, 'reassigned')
  })

async function judgementAt(c: Here): Promise<Judgement> {
  mustRead(c)
  return found(await judgementById(c.var.ctx.db, c.req.param('id') ?? ''))
}

const committeeOf = async (c: Here, id: Committee['id']) =>
  found(await committeeById(c.var.ctx.db, id))
const yearOf = async (c: Here, { committeeId }: Judgement) =>
  yearAt(c, await committeeOf(c, committeeId))

async function showJudgement(
  c: Here,
  judgement: Judgement,
  form?: Filled<ReturnType<typeof verdictForm>>,
  wrong?: Wrong,
) {
  const year = await yearOf(c, judgement)
  const judged = itemIn(year, judgement.itemId)
  const sections = [judgement.asked, ...judged.progress.item.departments]
  return c.html(
    <JudgementPage
      view={c.var.view}
      year={year}
      judged={judged}
      judgement={judgement}
      offers={offersOf(c, judgement, { sections, judgement })}
      form={form ?? filledWith(year.scale, judgement.verdict)}
      done={doneIn(c)}
      {...wrong}
    />,
    form || wrong ? 422 : 200,
  )
}

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

async function showAnswer(
  c: Here,
  remark: Remark,
  form?: Filled<ReturnType<typeof answerForm>>,
  wrong?: Wrong,
) {
  const { ctx, view } = c.var
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
  return c.html(
    <AnswerPage
      view={view}
      remark={remark}
      item={item}
      fiscalYear={committee.fiscalYear}
      offers={asking ? offers : new Set()}
      form={form ?? blank(answerForm(options.map(({ value }) => value)), known)}
      follows={options}
      sections={await sectionsNow(c)}
      wroteIt={'answeredBy' in remark && remark.answeredBy === ctx.actor.id}
      done={doneIn(c)}
      {...wrong}
    />,
    form || wrong ? 422 : 200,
  )
}
