import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { rosterOn } from '#domains/liaisons/index.ts'
import { itemsOf, type Plan, planById, treeOf } from '#domains/plan/index.ts'
import { departments } from '#domains/staff/index.ts'
import { fiscalYearStart } from '#platform/calendar.ts'
import { blank, fill, within } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { offered } from '#platform/workflow.ts'
import { type RoundTally, roundsOf } from '../actions/look.ts'
import * as actions from '../actions/rounds.ts'
import { newRoundForm, planYearForm, roundForm } from '../forms.ts'
import { RoundPage, type RoundProps } from '../pages/desk/round.tsx'
import { type SectionLine, YearPage, type YearProps } from '../pages/desk/year.tsx'
import { periods, type Round } from '../progress.ts'
import { scaleById, scales } from '../store/scales.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mayRead,
  mustBeAllowed,
  onward,
  plainRoundAt,
  reportedPlans,
  said,
  sayReason,
  worksIn,
} from './desk-lookup.ts'

/** /desk/progress: the year and its rounds. */
export const yearRoutes = new Hono<Env>()
  .get(urls.desk, (c) => show(c, Number(c.req.query('year')), {}))
  .post(urls.planYear, async (c) => {
    mustBeAllowed(c, 'planRound')
    const body = await bodyOf(c)
    const plan = found(await planIn(c, Number(said(body, 'year'))))
    const planning = fill(planYearForm, body)
    if (!planning.values) return show(c, plan.fiscalYear, { planning }, 422)
    const scale = found(await scaleById(c.var.ctx.db, planning.values.scaleId as Round['scaleId']))
    await actions.planYear(c.var.ctx, plan.id, scale.id)
    return onward(c, urls.year(plan.fiscalYear), 'planned')
  })
  .post(urls.rounds, async (c) => {
    mustBeAllowed(c, 'planRound')
    const body = await bodyOf(c)
    const plan = found(await planIn(c, Number(said(body, 'year'))))
    const adding = fill(newRoundForm, within(body, 'new'))
    const { values } = adding
    if (!values) return show(c, plan.fiscalYear, { adding }, 422)
    const text = { ...values, scaleId: values.scaleId as Round['scaleId'] }
    const made = await attempt(() => actions.planRound(c.var.ctx, plan.id, text))
    if ('done' in made) return onward(c, urls.round(made.done.id), 'planned')
    const fault = faultOf(c, made.refusal, 'new.')
    return show(c, plan.fiscalYear, { adding, fault }, 422)
  })
  .get(urls.round(':id'), async (c) => round(c, await readable(c), {}))
  .post(urls.round(':id'), async (c) => {
    const one = await readable(c)
    mustBeAllowed(c, 'editRound', one)
    const form = fill(roundForm, await bodyOf(c))
    const { values } = form
    if (!values) return round(c, one, { form }, 422)
    const text = { ...values, scaleId: values.scaleId as Round['scaleId'] }
    const done = await attempt(() => actions.editRound(c.var.ctx, one.id, text))
    if ('done' in done) return onward(c, urls.round(one.id), 'changed')
    return round(c, one, { form, fault: faultOf(c, done.refusal) }, 422)
  })
  .post(`${urls.round(':id')}/:step{open|close}`, async (c) => {
    const one = await readable(c)
    const opens = c.req.param('step') === 'open'
    mustBeAllowed(c, opens ? 'openRound' : 'closeRound', one)
    const step = opens ? actions.openRound : actions.closeRound
    const done = await attempt(() => step(c.var.ctx, one.id))
    if ('done' in done) return onward(c, urls.round(one.id), opens ? 'opened' : 'closed')
    return round(c, one, { fault: faultOf(c, done.refusal) }, 422)
  })

const planIn = async (c: DeskContext, year: number): Promise<Plan | undefined> =>
  (await reportedPlans(c)).find((one) => one.fiscalYear === year)

/** A round of the address, for those who may read any section's work. */
async function readable(c: DeskContext): Promise<Round> {
  deskOf(c)
  return plainRoundAt(c)
}

const faultOf = (
  c: DeskContext,
  refusal: { readonly reason: string; readonly place?: string },
  prefix = '',
) => ({ field: `${prefix}${refusal.place ?? 'dueOn'}`, text: sayReason(c, refusal.reason) })

/** The telephone of each section: its liaison's, its own, or the city hall's. */
async function phoneBook(c: DeskContext) {
  const { today } = deskOf(c)
  const { db } = c.var.ctx
  const roster = new Map((await rosterOn(db, today)).map((line) => [line.section, line]))
  const own = new Map((await departments(db, today)).map((one) => [one.name, one.phone]))
  const { phone } = await siteProfile(db)
  return (section: string) => ({
    phone: roster.get(section)?.phone || own.get(section) || phone,
    liaisons: roster.get(section)?.names ?? [],
  })
}

async function linesOf(
  c: DeskContext,
  tallies: readonly RoundTally[],
): Promise<readonly SectionLine[]> {
  const contact = await phoneBook(c)
  return tallies.flatMap(({ round: one, sections }) =>
    sections
      .filter(({ section }) => mayRead(c, section))
      .map(({ section, tally }) => ({ round: one, section, tally, ...contact(section) })),
  )
}

async function show(
  c: DeskContext,
  year: number,
  typed: Partial<YearProps>,
  status: 200 | 422 = 200,
) {
  const desk = deskOf(c)
  const { db } = c.var.ctx
  const all = await reportedPlans(c)
  const inForce = all.find(({ state }) => state !== 'evaluated' && state !== 'archived')
  const plan = all.find((one) => one.fiscalYear === year) ?? inForce ?? all[0] ?? null
  const tallies = plan ? await roundsOf(db, plan, desk.today) : []
  const lines = await linesOf(
    c,
    tallies.filter(({ round: one }) => one.state === 'open'),
  )
  const known = new Set(tallies.map(({ round: one }) => one.period))
  const terms = await termsOn(db, plan ? fiscalYearStart(plan.fiscalYear) : desk.today)
  return c.html(
    <YearPage
      {...desk}
      plan={plan}
      years={all.map((one) => one.fiscalYear)}
      rounds={tallies}
      mine={leftFirst(lines.filter(({ section }) => worksIn(c, section)))}
      behind={lines.filter(({ tally }) => tally.submitted + tally.confirmed < tally.asked)}
      scales={await scales(db)}
      ahead={terms.periods.filter((one) => !known.has(one))}
      free={periods.filter((one) => !known.has(one))}
      planning={blank(planYearForm)}
      adding={blank(newRoundForm)}
      {...typed}
    />,
    status,
  )
}

const leftOf = ({ tally }: SectionLine) => tally.asked - tally.submitted - tally.confirmed
const leftFirst = (lines: readonly SectionLine[]) =>
  lines.toSorted((a, b) => Number(leftOf(b) > 0) - Number(leftOf(a) > 0))

async function round(
  c: DeskContext,
  one: Round,
  typed: Partial<RoundProps>,
  status: 200 | 422 = 200,
) {
  const desk = deskOf(c)
  const { db } = c.var.ctx
  const plan = found(await planById(db, one.planId))
  const scale = found(await scaleById(db, one.scaleId))
  const tallies = await roundsOf(db, plan, desk.today)
  const { opensOn, dueOn, note, scaleId } = one
  return c.html(
    <RoundPage
      {...desk}
      plan={plan}
      round={one}
      scale={scale}
      scales={await scales(db)}
      items={itemsOf(await treeOf(db, plan)).length}
      sections={
        await linesOf(
          c,
          tallies.filter((each) => each.round.id === one.id),
        )
      }
      offers={offered(workflow, standing(c.var.ctx.actor), one)}
      form={blank(roundForm, { opensOn, dueOn, note, scaleId })}
      {...typed}
    />,
    status,
  )
}
