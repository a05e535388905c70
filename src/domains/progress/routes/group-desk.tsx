import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { coversOf } from '#domains/moderation/index.ts'
import { type ItemId, itemById } from '#domains/plan/index.ts'
import { namesOf } from '#domains/staff/index.ts'
import { avoidedWords } from '#domains/words/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { findMarks } from '#platform/personal.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { offered, permit } from '#platform/workflow.ts'
import {
  askGroup,
  noteDifference,
  printLink,
  sectionsAt,
  sendAnew,
  typeForGroup,
  withdrawAsking,
} from '../actions/groups.ts'
import { confirm, giveBack, type Whole, wholeOf } from '../actions/reports.ts'
import { askGroupForm, heardForm, readReport, reportTyped } from '../forms.ts'
import { urls } from '../group-urls.ts'
import { messages } from '../messages/group.ts'
import { messages as publicWords } from '../messages/public.ts'
import { AskingPage, GroupReportPage } from '../pages/group-desk.tsx'
import { GroupSheetPage } from '../pages/group-sheet.tsx'
import { SlipPage, TypingPage } from '../pages/group-typing.tsx'
import { districtNameOn } from '../pages/public/words.tsx'
import { type ReportId, reportSubject } from '../progress.ts'
import { differences, stepOf } from '../rules/report.ts'
import { askings, groupsById, groupsOf, hearingOf, notesOn } from '../store/groups.ts'
import { reports } from '../store/reports.ts'
import { roundById } from '../store/rounds.ts'
import { standing, workflow } from '../workflow.ts'
import { attempt, bodyOf, deskOf, said } from './desk-lookup.ts'
import { deskFiles, emptyRows } from './evidence.ts'
import { whereOf } from './where.ts'

type Here = Context<Env>
type Refusal = { readonly place: string; readonly reason: string }

/** 団体に聞く: asking, looking at what came, and typing for those who wrote on paper. */
export const groupDeskRoutes = new Hono<Env>()
  .get(urls.asking(':round', ':item'), (c) => askingPage(c))
  .post(urls.asking(':round', ':item'), async (c) => {
    const { round, item } = await placeOf(c)
    const form = fill(askGroupForm, await bodyOf(c))
    if (!form.values) return askingPage(c, form)
    const { values } = form
    const tried = await attempt(() => askGroup(c.var.ctx, round.id, item.id, values))
    if ('refusal' in tried) return askingPage(c, form, refusedAt(tried.refusal))
    return onward(c, urls.asking(round.id, item.id), 'asked')
  })
  .get(urls.one(':id'), async (c) => show(c, await reportAt(c)))
  .get(urls.step(':id', 'sheet'), async (c) => {
    const whole = await reportAt(c)
    return c.html(<GroupSheetPage view={c.var.view} token="" {...whole} where={await whereOf(c)} />)
  })
  .get(urls.step(':id', 'paper'), async (c) => {
    const whole = await reportAt(c)
    mayStep(c, 'typeForGroup', whole)
    const heard = blank(heardForm, { on: localDate(c.var.ctx.now) })
    const typed = reportTyped(whole.report.content, whole.item)
    const where = await whereOf(c)
    return c.html(<TypingPage {...deskOf(c)} {...whole} {...{ typed, heard, where }} />)
  })
  .post(urls.step(':id', 'paper'), async (c) => {
    const whole = await reportAt(c)
    mayStep(c, 'typeForGroup', whole)
    const body = await bodyOf(c)
    const typed = readReport(body, whole.item)
    const heard = fill(heardForm, body)
    const where = await whereOf(c)
    const back = (refused?: Refusal) =>
      c.html(<TypingPage {...deskOf(c)} {...whole} {...{ typed, heard, where, refused }} />, 422)
    const { content } = typed
    const { values } = heard
    if (!content || !values) return back()
    const seen = { id: whole.report.id, version: Number(body.version) }
    const tried = await attempt(() => typeForGroup(c.var.ctx, seen, content, values))
    if ('refusal' in tried) return back(refusedAt(tried.refusal))
    return onward(c, urls.one(whole.report.id), 'typed')
  })
  // Said once, in the answer itself: an address that could be opened again would keep the token.
  .post(urls.step(':id', 'slip'), async (c) => {
    const { report, round, item } = await reportAt(c)
    const slip = await printLink(c.var.ctx, report.id)
    return c.html(<SlipPage view={c.var.view} {...{ report, round, item, slip }} />)
  })
  .post(urls.step(':id', 'confirm'), (c) =>
    stepped(c, 'confirmed', ({ version }, id) => confirm(c.var.ctx, { id, version })),
  )
  .post(urls.step(':id', 'back'), (c) =>
    stepped(c, 'back', ({ version, reason }, id) => giveBack(c.var.ctx, { id, version }, reason)),
  )
  .post(urls.step(':id', 'again'), (c) =>
    stepped(c, 'again', ({ mail }, id) => sendAnew(c.var.ctx, id, mail)),
  )
  .post(urls.step(':id', 'withdraw'), (c) =>
    stepped(c, 'withdrawn', (_, id) => withdrawAsking(c.var.ctx, id)),
  )
  .post(urls.step(':id', 'note'), (c) =>
    stepped(c, 'noted', ({ text }, id) => noteDifference(c.var.ctx, id, text)),
  )

const onward = (c: Here, path: string, done: string) =>
  c.redirect(at(c.var.view, `${path}?done=${done}`), 303)
const refusedAt = (refusal: { readonly reason: string; readonly place?: string }): Refusal => ({
  reason: refusal.reason,
  place: refusal.place ?? 'reason',
})

interface Sent {
  readonly version: number
  readonly reason: string
  readonly text: string
  readonly mail: string
}

/** One button of the page: done and back to it, or the page with what is wrong. */
async function stepped(
  c: Here,
  done: string,
  act: (sent: Sent, id: ReportId) => Promise<unknown>,
): Promise<Response> {
  const whole = await reportAt(c)
  const body = await bodyOf(c)
  const sent = {
    version: Number(body.version),
    reason: said(body, 'reason').slice(0, 1500),
    text: said(body, 'text').slice(0, 1500),
    mail: said(body, 'mail').slice(0, 254),
  }
  const tried = await attempt(() => act(sent, whole.report.id))
  if ('refusal' in tried) return show(c, whole, refusedAt(tried.refusal))
  return onward(c, urls.one(whole.report.id), done)
}

/** A group's report, for those who may read the work of a section of its item. */
async function reportAt(c: Here): Promise<Whole> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('rpt', id)) throw new Refused({ kind: 'not-found' })
  const whole = await wholeOf(c.var.ctx.db, id)
  if (whole.report.side !== 'group') throw new Refused({ kind: 'not-found' })
  mayStep(c, 'readWork', whole)
  return whole
}

function mayStep(c: Here, action: 'readWork' | 'typeForGroup', whole: Whole): void {
  const { report, sections } = whole
  const stands = standing(c.var.ctx.actor, { sections, report })
  const subject = action === 'readWork' ? ({ state: 'nothing' } as const) : report
  accept(permit(workflow, action, stands, subject))
}

async function placeOf(c: Here) {
  deskOf(c)
  const { db, actor } = c.var.ctx
  const [roundId = '', itemId = ''] = [c.req.param('round'), c.req.param('item')]
  if (!isId('rnd', roundId) || !isId('itm', itemId)) throw new Refused({ kind: 'not-found' })
  const round = found(await roundById(db, roundId))
  const item = found(await itemById(db, itemId as ItemId))
  if (item.planId !== round.planId) throw new Refused({ kind: 'not-found' })
  const stands = standing(actor, { sections: await sectionsAt(db, round.id, item) })
  accept(permit(workflow, 'readWork', stands, { state: 'nothing' }))
  return { round, item }
}

async function askingPage(
  c: Here,
  form = blank(askGroupForm, { language: 'ja' }),
  refused?: Refusal,
) {
  const { db } = c.var.ctx
  const { round, item } = await placeOf(c)
  const all = (await reports(db, { rounds: [round.id], items: [item.id] })).filter(
    ({ side }) => side === 'group',
  )
  const asked = await askings(
    db,
    all.map(({ id }) => id),
  )
  const known = await groupsOf(db, round.planId)
  const groups = all.map((report) => {
    const asking = asked.find(({ reportId }) => reportId === report.id)
    const group = known.find(({ id }) => id === asking?.groupId)
    return { report, withdrawn: Boolean(asking?.withdrawnAt), byMail: Boolean(group?.sealed) }
  })
  const names = known.map(({ name }) => name)
  const props = { ...deskOf(c), round, item, groups, known: names, form, refused }
  const wrong = refused !== undefined || Object.keys(form.faults).length > 0
  return c.html(<AskingPage {...props} />, wrong ? 422 : 200)
}

async function show(c: Here, whole: Whole, refused?: Refusal) {
  const { ctx, view } = c.var
  const { report, round, item, scale } = whole
  const { db } = ctx
  const all = await reports(db, { rounds: [round.id], items: [item.id] })
  const city = all.find(({ side }) => side === 'city')
  const citySaid = city && (city.state === 'submitted' || city.state === 'confirmed')
  const groupSaid = report.state === 'submitted' || report.state === 'confirmed'
  const t = publicWords[view.locale]
  const sideOf = (of: typeof report | undefined, title: string, shown: boolean | undefined) => ({
    title,
    asked: of?.asked ?? '',
    step: of && shown ? stepOf(scale, of.content.value) : null,
    content: of && shown ? of.content : null,
  })
  const avoided = await avoidedWords(db)
  const g = messages[view.locale]
  const { result, issues, next } = report.content
  const marked = [
    { label: g.result, text: result },
    { label: g.issues, text: issues },
    { label: g.next, text: next },
  ].map((one) => ({ ...one, spans: findMarks(one.text, avoided) }))
  const [asking] = await askings(db, [report.id])
  const [group] = await groupsById(db, asking ? [asking.groupId] : [])
  const offers = offered(
    workflow,
    standing(ctx.actor, { sections: whole.sections, report }),
    report,
  )
  const both = citySaid && groupSaid && city
  const props = {
    ...deskOf(c),
    report,
    round,
    item,
    marked,
    refused,
    offers,
    sides: {
      city: sideOf(city, t.sides.city, citySaid),
      group: sideOf(report, t.sides.group, groupSaid),
      found: both ? differences(city.content, report.content, scale) : [],
      notes: await notesOn(db, [report.id]),
      districtName: districtNameOn(view, await whereOf(c)),
    },
    hearing: await heardOf(c, whole),
    cover: (await coversOf(db, reportSubject)).get(report.id) ?? null,
    withdrawn: Boolean(asking?.withdrawnAt),
    byMail: Boolean(group?.sealed),
    files: await deskFiles(c, report),
    rows: emptyRows(),
    own: 'submittedBy' in report && report.submittedBy === ctx.actor.id,
  }
  return c.html(<GroupReportPage {...props} />, refused ? 422 : 200)
}

/** Who typed it. With whom it was confirmed stays sealed: no page opens it. */
async function heardOf({ var: { ctx } }: Here, { report }: Whole) {
  const heard = await hearingOf(ctx.db, report.id)
  if (!heard) return null
  const { sealed: _sealed, ...rest } = heard
  const names = await namesOf(ctx.db, [heard.typedBy])
  return { ...rest, typist: names.get(heard.typedBy) ?? heard.typedBy }
}
