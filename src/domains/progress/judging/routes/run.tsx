import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type ItemId, type Plan, plans } from '#domains/plan/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import { addDays, localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { accept, found } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { scales } from '../../store/scales.ts'
import * as run from '../actions/committee.ts'
import { waive } from '../actions/layers.ts'
import * as steps from '../actions/steps.ts'
import { committeeForm, memberForm, openForm, reasonForm, recuseForm, waiveForm } from '../forms.ts'
import type { Committee, CommitteeText } from '../judging.ts'
import { CommitteePage, type RunStep, runStepNames } from '../pages/committee.tsx'
import { ListPage, MissingPage } from '../pages/desk.tsx'
import { DivisionPage } from '../pages/division.tsx'
import { answersMissing, type JudgingYear } from '../rules/year.ts'
import { committees } from '../store/committees.ts'
import { missingFor } from '../store/missing.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  committeeAt,
  doneIn,
  type Here,
  mustRead,
  nameOf,
  offersOf,
  onward,
  yearAt,
} from './lookup.ts'

const judgeable: ReadonlySet<string> = new Set(['published', 'in-progress', 'midterm', 'closing'])

const stepActions = {
  'send-papers': steps.sendPapers,
  'begin-marking': steps.beginMarking,
  'begin-meeting': steps.beginMeeting,
  settle: steps.settle,
  'ask-answers': steps.askAnswers,
  publish: steps.publish,
} as const satisfies Record<RunStep, unknown>

interface Wrong {
  readonly faults: Readonly<Record<string, string>>
}

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
    const made = await attempt(c, () =>
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
    return c.html(<MissingPage {...{ view, plan, lacks }} />)
  })
  .get(urls.one(':id'), async (c) => show(c, await committeeAt(c, 'work')))
  .post(urls.one(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    accept(permit(workflow, 'edit', standing(c.var.ctx.actor), committee))
    const { scales: known } = await choices(c)
    const body = await bodyOf(c)
    const form = fill(committeeForm(known.map(({ id }) => id)), body)
    const text = form.values && textIn(form.values)
    if (!text) return show(c, committee, form)
    const seen = { id: committee.id, version: Number(body.version) }
    const made = await attempt(c, () => run.editCommittee(c.var.ctx, seen, text))
    return 'done' in made
      ? onward(c, urls.one(committee.id), 'saved')
      : show(c, committee, form, made)
  })
  .post(urls.step(':id', ':step'), async (c) => {
    const { id } = await committeeAt(c, 'work')
    const name = c.req.param('step')
    if (name === 'skip') {
      const form = fill(reasonForm, await bodyOf(c))
      await steps.skip(c.var.ctx, id, form.values?.reason ?? '')
    } else {
      const step = found(runStepNames.find((one) => one === name))
      await stepActions[step](c.var.ctx, id)
    }
    return onward(c, urls.one(id), 'stepped')
  })
  .post(urls.members(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    const { id } = committee
    accept(permit(workflow, 'appoint', standing(c.var.ctx.actor), committee))
    const form = fill(memberForm, await bodyOf(c))
    const { userId, capacity } = form.values ?? { userId: '', capacity: '' }
    found((await peopleFor(c)).find((one) => one.id === userId))
    await run.appoint(c.var.ctx, id, userId as `per_${string}`, capacity)
    return onward(c, urls.one(id), 'member')
  })
  .post(urls.leave(':id'), async (c) => {
    const { id } = await committeeAt(c, 'work')
    await run.leave(c.var.ctx, id, String((await bodyOf(c)).userId ?? ''))
    return onward(c, urls.one(id), 'left')
  })
  .get(urls.division(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    const year = await yearAt(c, committee)
    accept(permit(workflow, 'divide', standing(c.var.ctx.actor), committee))
    const props = { view: c.var.view, year, nameOf: await nameOf(c, year), done: doneIn(c) }
    return c.html(<DivisionPage {...props} />)
  })
  .post(urls.division(':id'), async (c) => {
    const { id } = await committeeAt(c, 'work')
    const cells = Object.entries(await bodyOf(c)).flatMap(([name, value]) => {
      const item = /^of\.(itm_[a-z0-9]+)$/.exec(name)?.[1]
      return item
        ? [value].flat().map((user) => ({ itemId: item as ItemId, userId: String(user) }))
        : []
    })
    await run.divide(c.var.ctx, id, cells)
    return onward(c, urls.division(id), 'divided')
  })
  .post(urls.propose(':id'), async (c) => {
    const { id } = await committeeAt(c, 'work')
    await run.propose(c.var.ctx, id)
    return onward(c, urls.division(id), 'divided')
  })
  .post(urls.waive(':id'), async (c) => {
    const committee = await committeeAt(c, 'work')
    const year = await yearAt(c, committee)
    const ids = year.items.map(({ progress }) => progress.item.id)
    const form = fill(waiveForm(ids), await bodyOf(c))
    const { layer = 'committee', itemId = null, reason = '' } = form.values ?? {}
    await waive(c.var.ctx, committee.id, { layer, itemId: itemId as ItemId | null, reason })
    return onward(c, urls.one(committee.id), 'waived')
  })

/** 除斥 is for the secretariat and for the member alike. */
export const recuseRoute = new Hono<Env>().post(urls.recuse(':id'), async (c) => {
  const mine = standing(c.var.ctx.actor).has('secretariat') ? 'work' : 'member'
  const committee = await committeeAt(c, mine)
  const year = await yearAt(c, committee)
  const items = year.items.map(({ progress }) => progress.item.id)
  const users = year.members.map(({ userId }) => userId)
  const form = fill(recuseForm(items, users), await bodyOf(c))
  const { itemId = '', userId = '', reason = '' } = form.values ?? {}
  const at = { itemId: itemId as ItemId, userId }
  await run.recuse(c.var.ctx, committee.id, at, reason)
  const back = mine === 'work' ? urls.one(committee.id) : urls.member(committee.id)
  return onward(c, back, 'recused')
})

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

async function choices(c: Here) {
  const { db } = c.var.ctx
  const all = await plans(db)
  return { plans: all.filter(({ state }) => judgeable.has(state)), scales: await scales(db) }
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
      {...(wrong && { faults: wrong.faults })}
    />,
    form ? 422 : 200,
  )
}

/** Members are chosen from those who have an account: outside people first, then who serves in the city hall. */
async function peopleFor(c: Here) {
  const { db, now } = c.var.ctx
  const all = await actorsOn(db, localDate(now))
  const serves = (one: (typeof all)[number]) => Number(one.department !== undefined)
  return all.toSorted((a, b) => serves(a) - serves(b))
}

const lacksOf = (year: JudgingYear) => {
  const { state } = year.committee
  if (state === 'preparing') return steps.papersMissing(year)
  if (state === 'meeting') return steps.meetingMissing(year)
  return state === 'answering' ? answersMissing(year) : []
}

async function show(
  c: Here,
  committee: Committee,
  form?: Filled<ReturnType<typeof committeeForm>>,
  wrong?: Wrong,
) {
  const { scales: known } = await choices(c)
  const year = await yearAt(c, committee)
  const shown =
    form ??
    blank(committeeForm(known.map(({ id }) => id)), {
      name: committee.name,
      scaleId: committee.scaleId,
      papersOn: committee.papersOn,
      marksDueOn: committee.marksDueOn,
      meetingOn: committee.meetingOn,
      leastMembers: committee.leastMembers,
    })
  return c.html(
    <CommitteePage
      view={c.var.view}
      year={year}
      offers={offersOf(c, committee, { committee: committee.id })}
      lacks={lacksOf(year)}
      scales={known}
      form={shown}
      people={await peopleFor(c)}
      nameOf={await nameOf(c, year)}
      done={doneIn(c)}
      {...(wrong && { faults: wrong.faults })}
    />,
    form ? 422 : 200,
  )
}
