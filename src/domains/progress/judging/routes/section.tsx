import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { itemById } from '#domains/plan/index.ts'
import { type Filled, fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import * as layersOf from '../actions/layers.ts'
import { verdictForm } from '../forms.ts'
import type { Committee, Judgement } from '../judging.ts'
import { OwnPage } from '../pages/desk.tsx'
import { JudgementPage } from '../pages/judgement.tsx'
import type { Wrong } from '../pages/wrong.tsx'
import { committeeById, committees } from '../store/committees.ts'
import { judgementById, judgements } from '../store/judgements.ts'
import { urls } from '../urls.ts'
import { standing } from '../workflow.ts'
import {
  atDesk,
  attempt,
  bodyOf,
  doneIn,
  filledWith,
  type Here,
  itemIn,
  mustRead,
  offersOf,
  onward,
  statusOf,
  verdictIn,
  yearAt,
} from './lookup.ts'

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
      const back = await attempt(atDesk(c), [], () => layersOf.takeBack(c.var.ctx, seen))
      if (!('done' in back))
        return showJudgement(c, await judgementAt(c), undefined, { ...back, of: 'step' })
      return onward(c, urls.judgement(judgement.id), 'back')
    }
    if (!form.values) return showJudgement(c, judgement, form)
    const verdict = verdictIn(form.values)
    const act = body.does === 'give' ? layersOf.give : layersOf.saveVerdict
    const names = ['value', 'comment', 'course']
    const made = await attempt(atDesk(c), names, () => act(c.var.ctx, seen, verdict))
    if (!('done' in made)) return showJudgement(c, await judgementAt(c), form, made)
    const back = judgement.layer === 'section' ? urls.own : urls.one(committee.id)
    return body.does === 'give'
      ? onward(c, back, 'given')
      : onward(c, urls.judgement(judgement.id), 'saved')
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
      {...(wrong && { wrong })}
    />,
    statusOf(form, wrong),
  )
}
