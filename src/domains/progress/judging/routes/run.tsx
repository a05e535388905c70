import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type ItemId, type Plan, plans } from '#domains/plan/index.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { accept, found } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import * as run from '../actions/committee.ts'
import * as steps from '../actions/steps.ts'
import { committeeForm, openForm, reasonForm } from '../forms.ts'
import type { CommitteeText } from '../judging.ts'
import { type RunStep, runStepNames } from '../pages/committee.tsx'
import { ListPage, MissingPage } from '../pages/desk.tsx'
import { DivisionPage } from '../pages/division.tsx'
import { pathOfYear } from '../pages/lacking.ts'
import type { Wrong } from '../pages/wrong.tsx'
import { type Division, divisionMark } from '../rules/divide.ts'
import type { JudgingYear } from '../rules/year.ts'
import { committees } from '../store/committees.ts'
import { finalReports, missingFor } from '../store/missing.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { afterwards, choices, show } from './committee-page.tsx'
import {
  atDesk,
  attempt,
  bodyOf,
  committeeAt,
  doneIn,
  type Here,
  mustBeSecretariat,
  mustRead,
  nameOf,
  onward,
  statusOf,
  yearAt,
} from './lookup.ts'

const stepActions = {
  'send-papers': steps.sendPapers,
  'begin-marking': steps.beginMarking,
  'begin-meeting': steps.beginMeeting,
  settle: steps.settle,
  'ask-answers': steps.askAnswers,
  publish: steps.publish,
} as const satisfies Record<RunStep, unknown>

/** What the secretariat does with a year. */
export const runRoutes = new Hono<Env>()
  .get(urls.desk, async (c) => {
    const stands = standing(c.var.ctx.actor)
    if (!stands.has('member')) mustRead(c)
    return list(c)
  })
  .post(urls.desk, async (c) => {
    const { ctx } = c.var
    accept(permit(workflow, 'open', standing(ctx.actor), nothing))
    const { plans: offered, scales: known } = await choices(c)
    const form = fill(
      openForm(
        offered.map(({ id }) => id),
        known.map(({ id }) => id),
      ),
      await bodyOf(c),
    )
    const text = form.values && textIn(form.values)
    if (!form.values || !text) return list(c, form)
    const { planId, occasion } = form.values
    const names = ['planId', 'occasion', ...scheduleNames]
    const made = await attempt(atDesk(c), names, () =>
      run.openCommittee(ctx, planId as Plan['id'], occasion, text),
    )
    return 'done' in made ? onward(c, urls.one(made.done.id), 'opened') : list(c, form, made)
  })
  .get(urls.missing(':year{[0-9]{4}}'), async (c) => {
    const { ctx, view } = c.var
    mustRead(c)
    const year = Number(c.req.param('year'))
    const plan = found((await plans(ctx.db)).find((one) => one.fiscalYear === year))
    if (!('publishedOn' in plan)) return c.notFound()
    const lacks = await missingFor(ctx.db, plan, localDate(ctx.now))
    const final = (await committees(ctx.db, plan.id)).find(({ occasion }) => occasion === 'final')
    const to = pathOfYear(final && (await yearAt(c, final)), await finalReports(ctx.db, plan))
    return c.html(<MissingPage {...{ view, plan, lacks, to }} />)
  })
  .get(urls.one(':id'), async (c) => show(c, await committeeAt(c, 'work')))
  .post(urls.one(':id'), async (c) => {
    const { committee, form, body } = await editAt(c)
    const text = form.values && textIn(form.values)
    if (!text) return show(c, committee, { form })
    const seen = { id: committee.id, version: Number(body.version) }
    const made = await attempt(atDesk(c), scheduleNames, () =>
      run.editCommittee(c.var.ctx, seen, text),
    )
    if ('done' in made) return onward(c, urls.one(committee.id), 'saved')
    return show(c, await committeeAt(c, 'work'), { form, wrong: { ...made, of: 'edit' } })
  })
  .post(urls.step(':id', ':step'), async (c) => {
    const { ctx } = c.var
    const committee = await committeeAt(c, 'work')
    const { id } = committee
    const name = c.req.param('step')
    if (name === 'skip') {
      mustBeSecretariat(c, 'skip')
      const skip = fill(reasonForm, await bodyOf(c))
      const { values } = skip
      if (!values) return show(c, committee, { skip })
      return afterwards(c, 'stepped', { skip }, 'skip', () => steps.skip(ctx, id, values.reason))
    }
    const step = found(runStepNames.find((one) => one === name))
    return afterwards(c, 'stepped', {}, 'step', () => stepActions[step](ctx, id))
  })
  .get(urls.division(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    accept(permit(workflow, 'divide', standing(c.var.ctx.actor), committee))
    return showDivision(c, await yearAt(c, committee))
  })
  .post(urls.division(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    mustBeSecretariat(c, 'divide')
    const body = await bodyOf(c)
    const cells = Object.entries(body).flatMap(([name, value]) => {
      const item = /^of\.(itm_[a-z0-9]+)$/.exec(name)?.[1]
      return item
        ? [value].flat().map((user) => ({ itemId: item as ItemId, userId: String(user) }))
        : []
    })
    const made = await attempt(atDesk(c), [], () =>
      run.divide(c.var.ctx, committee.id, cells, String(body.version ?? '')),
    )
    if ('done' in made) return onward(c, urls.division(committee.id), 'divided')
    return showDivision(c, await yearAt(c, committee), made, cells)
  })
  .post(urls.propose(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    const { id } = committee
    const made = await attempt(atDesk(c), [], () => run.propose(c.var.ctx, id))
    if ('done' in made) return onward(c, urls.division(id), 'divided')
    return showDivision(c, await yearAt(c, committee), made)
  })

const scheduleNames = ['name', 'scaleId', 'papersOn', 'marksDueOn', 'meetingOn', 'leastMembers']
async function editAt(c: Here) {
  const committee = await committeeAt(c, 'work')
  mustBeSecretariat(c, 'edit')
  const { scales: known } = await choices(c)
  const body = await bodyOf(c)
  return { committee, body, form: fill(committeeForm(known.map(({ id }) => id)), body) }
}

async function showDivision(
  c: Here,
  year: JudgingYear,
  wrong?: Wrong,
  ticked: readonly Division[] = [],
) {
  const mark = divisionMark(year.items.flatMap(({ shares }) => shares))
  const names = await nameOf(c, year)
  const props = { view: c.var.view, year, nameOf: names, done: doneIn(c), mark, ticked }
  return c.html(<DivisionPage {...props} {...(wrong && { wrong })} />, statusOf(undefined, wrong))
}

function textIn(values: {
  readonly name: string
  readonly scaleId: string
  readonly papersOn: string | null
  readonly marksDueOn: string | null
  readonly meetingOn: string | null
  readonly leastMembers: number | null
}): CommitteeText | undefined {
  const { name, scaleId, papersOn, marksDueOn, meetingOn, leastMembers } = values
  if (!papersOn || !marksDueOn || !meetingOn) return undefined
  const days = { papersOn, marksDueOn, meetingOn }
  const least = leastMembers === null || leastMembers < 1 ? 2 : leastMembers
  return { name, scaleId: scaleId as CommitteeText['scaleId'], ...days, leastMembers: least }
}

async function list(c: Here, form?: Filled<ReturnType<typeof openForm>>, wrong?: Wrong) {
  const { ctx, view } = c.var
  const stands = standing(ctx.actor)
  const { plans: offered, scales: known } = await choices(c)
  const today = localDate(ctx.now)
  const ids = [offered.map(({ id }) => id), known.map(({ id }) => id)] as const
  const days = { papersOn: today, marksDueOn: addDays(today, 28), meetingOn: addDays(today, 35) }
  const fresh = blank(openForm(...ids), {
    name: '推進委員会',
    planId: ids[0][0] ?? '',
    scaleId: ids[1].at(-1) ?? '',
    leastMembers: 2,
    ...days,
  })
  const isReader = permit(workflow, 'readWork', stands, nothing).ok
  const all = isReader ? await committees(ctx.db) : []
  const props = { view, committees: all, scales: known, done: doneIn(c) }
  const shown = stands.has('secretariat') ? (form ?? fresh) : null
  return c.html(
    <ListPage
      {...props}
      plans={stands.has('secretariat') ? offered : []}
      form={shown}
      isMember={stands.has('member')}
      {...(wrong && { wrong })}
    />,
    statusOf(form, wrong),
  )
}
