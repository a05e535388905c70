import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import * as marks from '../actions/marks.ts'
import { settleItem } from '../actions/settle.ts'
import { reasonForm, settleForm, verdictForm } from '../forms.ts'
import { type Committee, emptyVerdict, type GivenMark } from '../judging.ts'
import { MeetingPage, PaperPage } from '../pages/meeting.tsx'
import { MemberItemPage, MemberPage } from '../pages/member.tsx'
import { MineListPage } from '../pages/mine.tsx'
import type { Wrong } from '../pages/wrong.tsx'
import type { JudgingYear } from '../rules/year.ts'
import { committees } from '../store/committees.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  asMember,
  atDesk,
  attempt,
  bodyOf,
  committeeAt,
  doneIn,
  filledWith,
  type Here,
  itemIn,
  itemParam,
  mustBeSecretariat,
  nameOf,
  offersOf,
  onward,
  statusOf,
  verdictIn,
  yearAt,
} from './lookup.ts'

type VerdictFilled = Filled<ReturnType<typeof verdictForm>>

/** A member's own pages: nothing here is shown before the papers are out. */
export const memberRoutes = new Hono<Env>()
  .get(urls.mine, async (c) => {
    const { ctx, view } = c.var
    if (!standing(ctx.actor).has('member')) throw new Refused({ kind: 'not-found' })
    const mine = (await committees(ctx.db)).filter(
      (one) => mayRead(c, one) && standing(ctx.actor, { committee: one.id }).has('member'),
    )
    return c.html(<MineListPage view={view} committees={mine} />)
  })
  .get(urls.member(':id'), async (c) => {
    const year = await papersAt(c)
    const me = c.var.ctx.actor.id
    const props = { view: c.var.view, year, me, done: doneIn(c) }
    return c.html(<MemberPage {...props} own={ownOf(year, me)} />)
  })
  .get(urls.memberItem(':id', ':item'), async (c) => showItem(c, await papersAt(c)))
  .post(urls.memberItem(':id', ':item'), async (c) => {
    const { ctx } = c.var
    const year = await papersAt(c)
    const { committee } = year
    itemIn(year, c.req.param('item'))
    const itemId = itemParam(c)
    const body = await bodyOf(c)
    const form = fill(verdictForm(year.scale), body)
    if (!form.values) return showItem(c, year, { form })
    const verdict = verdictIn(form.values)
    const act = body.does === 'save' ? marks.saveDraftMark : marks.handInMark
    const made = await attempt(asMember(c), verdictNames, () =>
      act(ctx, committee.id, itemId, verdict),
    )
    if (!('done' in made)) return showItem(c, await papersAt(c), { form, wrong: made })
    const here = urls.memberItem(committee.id, itemId)
    return onward(c, here, body.does === 'save' ? 'saved' : 'marked')
  })

const verdictNames = ['value', 'comment', 'course']
const minorities = ['minority1', 'minority2', 'minority3']

/** The secretariat at the table of the meeting, and with the sheets of paper. */
export const meetingRoutes = new Hono<Env>()
  .get(urls.meeting(':id', ':item'), async (c) => showMeeting(c, await committeeAt(c, 'work')))
  .post(urls.meeting(':id', ':item'), async (c) => {
    const committee = await committeeAt(c, 'work')
    const year = await yearAt(c, committee)
    itemIn(year, c.req.param('item'))
    mustBeSecretariat(c, 'settleItem')
    const form = fill(settleForm(year.scale), await bodyOf(c))
    if (!form.values) return showMeeting(c, committee, form)
    const { minority1, minority2, minority3 } = form.values
    const said = [minority1, minority2, minority3].filter(Boolean)
    const verdict = verdictIn(form.values)
    const names = [...verdictNames, ...minorities]
    const made = await attempt(atDesk(c), names, () =>
      settleItem(c.var.ctx, committee.id, itemParam(c), verdict, said, form.raw.version),
    )
    if (!('done' in made)) return showMeeting(c, await committeeAt(c, 'work'), form, made)
    return onward(c, urls.meeting(committee.id, itemParam(c)), 'settled')
  })
  .get(urls.paper(':id', ':item', ':member'), async (c) =>
    showPaper(c, await committeeAt(c, 'work')),
  )
  .post(urls.paper(':id', ':item', ':member'), async (c) => {
    const committee = await committeeAt(c, 'work')
    const year = await yearAt(c, committee)
    const form = fill(verdictForm(year.scale), await bodyOf(c))
    if (!form.values) return showPaper(c, committee, form)
    const user = c.req.param('member') ?? ''
    const verdict = verdictIn(form.values)
    const made = await attempt(atDesk(c), verdictNames, () =>
      marks.markFromPaper(c.var.ctx, committee.id, itemParam(c), user, verdict, form.raw.version),
    )
    if (!('done' in made)) return showPaper(c, await committeeAt(c, 'work'), form, made)
    return onward(c, urls.meeting(committee.id, itemParam(c)), 'marked')
  })

const mayRead = (c: Here, committee: Committee) =>
  permit(workflow, 'readPapers', standing(c.var.ctx.actor, { committee: committee.id }), committee)
    .ok

/** The judging as its member sees it; before the papers are out there is nothing to see. */
export async function papersAt(c: Here): Promise<JudgingYear> {
  const committee = await committeeAt(c, 'member')
  if (!mayRead(c, committee)) throw new Refused({ kind: 'not-found' })
  return yearAt(c, committee)
}

const ownOf = ({ items }: JudgingYear, me: string) =>
  items.filter(({ shares }) => shares.some((s) => s.userId === me && !s.recused))

/** What came back to a member's page of an item: a mark, or the wish to leave it to the others. */
interface CameBack {
  readonly form?: VerdictFilled
  readonly leave?: Filled<typeof reasonForm>
  readonly wrong?: Wrong
}

export async function showItem(c: Here, year: JudgingYear, back: CameBack = {}) {
  const { ctx, view } = c.var
  const me = ctx.actor.id
  const body = await bodyOf(c)
  const judged = itemIn(year, c.req.param('item') ?? String(body.itemId))
  const mine = judged.marks.find(({ userId }) => userId === me)
  const about = { committee: year.committee.id, shares: judged.shares }
  const inTime = localDate(ctx.now) <= year.committee.marksDueOn
  const { form, leave, wrong } = back
  return c.html(
    <MemberItemPage
      view={view}
      year={year}
      judged={judged}
      own={ownOf(year, me)}
      me={me}
      mayMark={inTime && offersOf(c, year.committee, about).has('mark')}
      form={form ?? filledWith(year.scale, mine?.verdict)}
      leave={leave ?? blank(reasonForm)}
      nameOf={await nameOf(c, year)}
      done={doneIn(c)}
      {...(wrong && { wrong })}
    />,
    statusOf(form ?? leave, wrong),
  )
}

async function showMeeting(
  c: Here,
  committee: Committee,
  form?: Filled<ReturnType<typeof settleForm>>,
  wrong?: Wrong,
) {
  const year = await yearAt(c, committee)
  const judged = itemIn(year, c.req.param('item'))
  const { settlement, remarks } = judged
  const verdict = settlement?.verdict ?? emptyVerdict
  const [one, two, three] = remarks
    .filter(({ kind }) => kind === 'minority')
    .map(({ text }) => text)
  const known = {
    ...verdict,
    course: verdict.course ?? '',
    minority1: one ?? '',
    minority2: two ?? '',
    minority3: three ?? '',
  }
  return c.html(
    <MeetingPage
      view={c.var.view}
      year={year}
      judged={judged}
      offers={offersOf(c, committee, { committee: committee.id })}
      form={form ?? blank(settleForm(year.scale), known)}
      nameOf={await nameOf(c, year)}
      done={doneIn(c)}
      {...(wrong && { wrong })}
    />,
    statusOf(form, wrong),
  )
}

async function showPaper(c: Here, committee: Committee, form?: VerdictFilled, wrong?: Wrong) {
  mustBeSecretariat(c, 'markOnPaper')
  if (!wrong) accept(permit(workflow, 'markOnPaper', standing(c.var.ctx.actor), committee))
  const year = await yearAt(c, committee)
  const judged = itemIn(year, c.req.param('item'))
  const id = c.req.param('member') ?? ''
  const before = judged.marks.find(
    (mark): mark is GivenMark => mark.userId === id && mark.state === 'given',
  )
  found(judged.shares.find(({ userId, recused }) => userId === id && !recused))
  const names = await nameOf(c, year)
  return c.html(
    <PaperPage
      view={c.var.view}
      year={year}
      judged={judged}
      member={{ id, name: names(id) }}
      before={before}
      form={form ?? filledWith(year.scale, before?.verdict)}
      {...(wrong && { wrong })}
    />,
    statusOf(form, wrong),
  )
}
