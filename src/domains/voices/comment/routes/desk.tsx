import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { attempt, bodyOf, onward, said, sectionNames, versionIn } from '../../routes/desk-lookup.ts'
import { scansOf } from '../../store/entries.ts'
import { dropRow, splitOff } from '../actions/answer.ts'
import { editCase, makeCase } from '../actions/cases.ts'
import { openSender, originalOf } from '../actions/sender.ts'
import type { CaseId, CasePlan, CommentCase } from '../case.ts'
import type { Comment, CommentId, CommentSender } from '../comment.ts'
import { caseForm, openForm } from '../forms.ts'
import { CommentPage } from '../pages/desk/comment.tsx'
import { EditPage, type EditProps } from '../pages/desk/edit.tsx'
import { DeskListPage } from '../pages/desk/list.tsx'
import { allCases, passagesOf } from '../store/cases.ts'
import { commentById, opinionsOf } from '../store/comments.ts'
import { sheetOf } from '../store/sheets.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import { mayReadWords, standing, workflow } from '../workflow.ts'
import { type C, caseAt, deskOf, mustOffer, sayReason, type Worked } from './lookup.ts'

const mayMake = (c: C) => permit(workflow, 'create', standing(c.var.ctx.actor), nothing)
const id = ':id' as CaseId

/** 意見募集の机: the list, a case's plan, and what came in. */
export const deskRoutes = new Hono<Env>()
  .get(urls.desk, async (c) => {
    const desk = deskOf(c)
    const cases = await allCases(c.var.ctx.db)
    return c.html(<DeskListPage {...desk} cases={cases} mayMake={mayMake(c).ok} />)
  })
  .get(urls.make, async (c) => {
    accept(mayMake(c))
    const section = c.var.ctx.actor.department ?? ''
    return edit(c, null, blank(caseForm, { section }))
  })
  .post(urls.make, async (c) => {
    accept(mayMake(c))
    return save(c, null, (plan) => makeCase(c.var.ctx, plan), 'made')
  })
  .get(urls.step(id, 'edit'), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'edit')
    return edit(c, worked.one, blank(caseForm, { ...worked.one }))
  })
  .post(urls.step(id, 'edit'), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'edit')
    const version = versionIn(await bodyOf(c))
    return save(
      c,
      worked.one,
      (plan) => editCase(c.var.ctx, { id: worked.one.id, version }, plan),
      'edited',
    )
  })
  .get(urls.comment(id, ':comment' as CommentId), async (c) => {
    const worked = await caseAt(c)
    return show(c, worked, await commentAt(c, worked), blank(openForm))
  })
  .post(`${urls.comment(id, ':comment' as CommentId)}/sender`, async (c) => {
    const worked = await caseAt(c)
    const comment = await commentAt(c, worked)
    mustOffer(c, worked, 'openSender')
    const form = fill(openForm, await bodyOf(c))
    if (!form.values) return show(c, worked, comment, form, undefined, 422)
    const { purpose, reason } = form.values
    // Shown in the answer itself: there is no address at which it could be read again unrecorded.
    const sender = await openSender(c.var.ctx, comment.id, purpose, reason)
    return show(c, worked, comment, blank(openForm), sender)
  })
  .post(`${urls.comment(id, ':comment' as CommentId)}/split`, async (c) => {
    const worked = await caseAt(c)
    const comment = await commentAt(c, worked)
    mustOffer(c, worked, 'answer')
    await splitOff(c.var.ctx, worked.one.id, comment.id)
    return onward(c, urls.comment(worked.one.id, comment.id), 'split')
  })
  .post(`${urls.comment(id, ':comment' as CommentId)}/drop`, async (c) => {
    const worked = await caseAt(c)
    const comment = await commentAt(c, worked)
    mustOffer(c, worked, 'answer')
    const row = said(await bodyOf(c), 'row')
    if (!isId('vco', row)) throw new Refused({ kind: 'not-found' })
    await dropRow(c.var.ctx, worked.one.id, row)
    return onward(c, urls.comment(worked.one.id, comment.id), 'dropped')
  })

async function edit(
  c: C,
  one: CommentCase | null,
  form: Filled<typeof caseForm>,
  refused: EditProps['refused'] = {},
  status: 200 | 422 = 200,
) {
  const { leastDays } = await termsOn(c.var.ctx.db, localDate(c.var.ctx.now))
  const sections = await sectionNames(c)
  const shown = { ...deskOf(c), one, form, refused, sections, leastDays }
  return c.html(<EditPage {...shown} />, status)
}

async function save(
  c: C,
  one: CommentCase | null,
  keep: (plan: CasePlan) => Promise<CommentCase>,
  done: string,
) {
  const form = fill(caseForm, await bodyOf(c))
  const { required } = faultsIn(c.var.view)
  const known = (await sectionNames(c)).includes(form.raw.section)
  const days = {
    ...(!form.raw.opensOn && { opensOn: required }),
    ...(!form.raw.closesOn && { closesOn: required }),
    ...(!known && form.raw.section && { section: sayReason(c, 'comment-no-section') }),
  }
  const { values } = form
  if (!values?.opensOn || !values.closesOn || Object.keys(days).length)
    return edit(c, one, form, days, 422)
  const plan = { ...values, opensOn: values.opensOn, closesOn: values.closesOn }
  const kept = await attempt(() => keep(plan))
  if ('done' in kept) return onward(c, urls.work(kept.done.id), done)
  const { place = 'title', reason } = kept.refusal
  return edit(c, one, form, { [place]: sayReason(c, reason) }, 422)
}

/** What came in is read by those who answer it. */
async function commentAt(c: C, { one }: Worked): Promise<Comment> {
  const asked = c.req.param('comment') ?? ''
  if (!isId('vcm', asked)) throw new Refused({ kind: 'not-found' })
  if (!mayReadWords(c.var.ctx.actor, one))
    throw new Refused({ kind: 'not-allowed', action: 'answer', basis: workflow.answer.basis })
  const comment = found(await commentById(c.var.ctx.db, asked))
  if (comment.caseId !== one.id) throw new Refused({ kind: 'not-found' })
  return comment
}

/** Its pages, for whoever reads the words: the paper itself is what counts. */
async function paperOf(c: C, { id: of }: Comment) {
  const sheet = await sheetOf(c.var.ctx.db, of)
  return sheet ? { sheet: sheet.id, scans: await scansOf(c.var.ctx.db, sheet.id) } : null
}

async function show(
  c: C,
  { desk, one, offers }: Worked,
  comment: Comment,
  form: Filled<typeof openForm>,
  sender?: CommentSender,
  status: 200 | 422 = 200,
) {
  const { ctx } = c.var
  const all = await opinionsOf(ctx.db, one.id)
  const opinions = all.filter((opinion) => opinion.comment === comment.id)
  const draft = await passagesOf(ctx.db, one.id, 'draft')
  const shown = {
    ...desk,
    one,
    comment,
    original: await originalOf(ctx, comment.id),
    opinions,
    at: draft.find(({ no }) => no === opinions[0]?.passage) ?? null,
    paper: await paperOf(c, comment),
    mayAnswer: offers.has('answer'),
    mayOpen: offers.has('openSender'),
    form,
  }
  return c.html(<CommentPage {...shown} {...(sender && { sender })} />, status)
}
