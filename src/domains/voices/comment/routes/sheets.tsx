import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill, type Values } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused, refuse } from '#platform/result.ts'
import type { ScannedSheet } from '../../actions/scans.ts'
import { typedSoFar } from '../../actions/waiting.ts'
import { leaveOutForm } from '../../forms/paper.ts'
import type { EntryId } from '../../paper.ts'
import { slipsPdf } from '../../paper-files.ts'
import { attempt, bodyOf, onward, said, versionIn } from '../../routes/desk-lookup.ts'
import { asOneSheet, filesIn, madeBy, sheetsIn } from '../../routes/paper/lookup.ts'
import { sendPage } from '../../routes/paper/page.ts'
import { sendPdf } from '../../routes/paper/slips.ts'
import { nextWaiting, scansOf } from '../../store/entries.ts'
import { noSender } from '../../voice.ts'
import { confirmSheet, correctSheet, openToCompare } from '../actions/check.ts'
import type { Handed } from '../actions/hand.ts'
import {
  beginSheets,
  handSlipOver,
  keepSheet,
  leaveSheetOut,
  openSlip,
  phraseOf,
  takeSheet,
} from '../actions/sheets.ts'
import type { CaseId } from '../case.ts'
import { sheetsForm, typeForm } from '../forms.ts'
import { BeginPage, SheetsPage } from '../pages/desk/sheets.tsx'
import { ComparePage, TakenPage, TypePage, type TypeProps } from '../pages/desk/typing.tsx'
import { mailContact } from '../rules/contact.ts'
import type { Sheet, TakenSheet } from '../sheet.ts'
import { passagesOf } from '../store/cases.ts'
import { sheetById, sheetsOf } from '../store/sheets.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import { mayReadWords } from '../workflow.ts'
import { type C, caseAt, mustOffer, sayReason, type Worked } from './lookup.ts'

const id = ':id' as CaseId
const sheet = ':sheet' as EntryId

interface OnSheet {
  readonly worked: Worked
  readonly sheet: Sheet
}

async function sheetAt(c: C): Promise<OnSheet> {
  const worked = await caseAt(c)
  const asked = c.req.param('sheet') ?? ''
  if (!isId('ven', asked)) throw new Refused({ kind: 'not-found' })
  const known = found(await sheetById(c.var.ctx.db, asked as EntryId))
  if (known.caseId !== worked.one.id) throw new Refused({ kind: 'not-found' })
  return { worked, sheet: known }
}

/** A sheet that waits, or one that was typed, for those who take in. */
async function takingAt(c: C): Promise<OnSheet> {
  const at_ = await sheetAt(c)
  mustOffer(c, at_.worked, 'takeIn')
  return at_
}
async function takenAt(c: C): Promise<{ readonly worked: Worked; readonly sheet: TakenSheet }> {
  const { worked, sheet: known } = await takingAt(c)
  return { worked, sheet: found(known.state === 'taken' ? known : undefined) }
}

/** 紙の意見: from the scanner to the slip, and past a second pair of eyes. */
export const sheetRoutes = new Hono<Env>()
  .get(urls.sheets(id), async (c) => {
    const { desk, one, offers } = await caseAt(c)
    const { db, actor } = c.var.ctx
    const shown = { one, sheets: await sheetsOf(db, one.id), mayTake: offers.has('takeIn') }
    return c.html(<SheetsPage {...desk} {...shown} me={actor.id} />)
  })
  .get(urls.take(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'takeIn')
    const usual = { receivedOn: localDate(c.var.ctx.now), as: 'one' }
    return begin(c, worked, blank(sheetsForm, usual))
  })
  .post(urls.take(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'takeIn')
    const body = await bodyOf(c)
    const form = fill(sheetsForm, body)
    const { values } = form
    if (!values?.receivedOn) {
      const missing = form.raw.receivedOn ? {} : { receivedOn: faultsIn(c.var.view).required }
      return begin(c, worked, form, missing)
    }
    const read = await sheetsIn(c, filesIn(body, 'files'))
    if ('fault' in read) return begin(c, worked, form, { files: read.fault })
    const isEach = values.as === 'each' && read.sheets.length > 0
    const scanned: readonly ScannedSheet[] = isEach ? read.sheets : [asOneSheet(read.sheets)]
    const { channel, receivedOn } = values
    const begun = await attempt(() =>
      beginSheets(c.var.ctx, worked.one.id, { channel, receivedOn }, scanned),
    )
    if ('refusal' in begun) {
      const { reason, place = 'files' } = begun.refusal
      return begin(c, worked, form, { [place]: sayReason(c, reason) })
    }
    const first = found(await nextWaiting(c.var.ctx.db, begun.done, 0))
    return c.redirect(`${at(c.var.view, urls.sheet(worked.one.id, first))}#f-text`, 303)
  })
  .get(urls.sheet(id, sheet), async (c) => type(c, await takingAt(c)))
  .post(urls.sheet(id, sheet), async (c) => {
    const on = await takingAt(c)
    const body = await bodyOf(c)
    const form = fill(typeForm, body)
    const seen = { id: on.sheet.id, version: Number(form.raw.version) }
    const { one } = on.worked
    if (said(body, 'do') === 'keep') {
      await keepSheet(c.var.ctx, seen, form.raw)
      return onward(c, urls.sheets(one.id), 'kept')
    }
    const { values } = form
    if (!values) return type(c, on, { form })
    const taken = await attempt(async () => takeSheet(c.var.ctx, seen, handedOf(values)))
    if ('done' in taken) return onward(c, urls.sheetStep(one.id, seen.id, 'taken'), 'taken')
    const { reason, place = 'text' } = taken.refusal
    const field = place === 'place' && form.raw.passage ? 'passage' : place
    return type(c, on, { form, refused: { [field]: sayReason(c, reason) } })
  })
  .post(urls.sheetStep(id, sheet, 'out'), async (c) => {
    const on = await takingAt(c)
    const body = await bodyOf(c)
    const out = fill(leaveOutForm, body)
    if (!out.values) return type(c, on, { out })
    const seen = { id: on.sheet.id, version: versionIn(body) }
    await leaveSheetOut(c.var.ctx, seen, out.values.why)
    return onward(c, urls.sheets(on.worked.one.id), 'left-out')
  })
  .get(urls.sheetStep(id, sheet, 'taken'), async (c) => {
    const { worked, sheet: taken } = await takenAt(c)
    const phrase = phraseOf(c.var.ctx, taken)
    c.header('cache-control', 'no-store')
    return c.html(<TakenPage {...worked.desk} one={worked.one} sheet={taken} phrase={phrase} />)
  })
  .post(urls.sheetStep(id, sheet, 'slip.pdf'), async (c) => {
    const { sheet: taken } = await takenAt(c)
    const { comment, person, phrase } = await openSlip(c.var.ctx, taken)
    const { number, language } = comment
    const { name, address } = person
    const voice = { number, language, dueOn: null }
    const slip = { voice, phrase, person: { ...noSender, name, address }, next: 'result' } as const
    return sendPdf(c, 'slip', await slipsPdf(await madeBy(c), [slip]))
  })
  .post(urls.sheetStep(id, sheet, 'handed'), async (c) => {
    const { worked, sheet: taken } = await takenAt(c)
    await handSlipOver(c.var.ctx, taken)
    return onward(c, urls.sheetStep(worked.one.id, taken.id, 'taken'), 'handed')
  })
  .post(urls.sheetStep(id, sheet, 'check'), async (c) => {
    const { worked, sheet: taken } = await takenAt(c)
    const body = await bodyOf(c)
    const form = fill(typeForm, body)
    const seen = { id: taken.id, version: Number(form.raw.version) }
    const what = said(body, 'do')
    if (what === 'confirm') {
      await confirmSheet(c.var.ctx, seen)
      return onward(c, urls.sheets(worked.one.id), 'checked')
    }
    if (what !== 'correct') return compare(c, worked, taken.id)
    const { values } = form
    if (!values) return compare(c, worked, taken.id, { form })
    const done = await attempt(async () => correctSheet(c.var.ctx, seen, handedOf(values)))
    if ('done' in done) return onward(c, urls.sheets(worked.one.id), 'checked')
    const { reason, place = 'text' } = done.refusal
    return compare(c, worked, taken.id, { form, refused: { [place]: sayReason(c, reason) } })
  })
  .get(urls.page(id, sheet, ':page'), async (c) => {
    const { worked, sheet: one } = await sheetAt(c)
    if (!worked.offers.has('takeIn') && !mayReadWords(c.var.ctx.actor, worked.one))
      throw new Refused({ kind: 'not-found' })
    return sendPage(c, one.id)
  })

/** What was typed, as it is handed in. */
function handedOf(typed: Values<typeof typeForm>): Omit<Handed, 'channel' | 'receivedOn'> {
  const { text, place, passage, tie, language, name, address, mail } = typed
  const contact = mailContact(mail)
  if (contact === undefined) refuse('bad-mail', 'mail')
  return {
    language,
    tie,
    passage,
    original: { text, place },
    person: { name, address, mail },
    contact,
  }
}

const begin = (
  c: C,
  { desk, one }: Worked,
  form: Filled<typeof sheetsForm>,
  refused?: Readonly<Record<string, string>>,
) =>
  c.html(<BeginPage {...desk} one={one} form={form} refused={refused ?? {}} />, refused ? 422 : 200)

async function type(
  c: C,
  { worked, sheet: one }: OnSheet,
  back: Partial<Pick<TypeProps, 'form' | 'refused' | 'out'>> = {},
) {
  const { desk, one: of } = worked
  if (one.state === 'taken') return onward(c, urls.sheetStep(of.id, one.id, 'taken'), 'taken')
  if (one.state === 'left-out') return onward(c, urls.sheets(of.id), 'left-out')
  const { ctx } = c.var
  const shown = {
    one: of,
    sheet: one,
    draft: await passagesOf(ctx.db, of.id, 'draft'),
    asksName: (await termsOn(ctx.db, of.opensOn)).asksName,
    scans: await scansOf(ctx.db, one.id),
    refused: {},
    form: blank(typeForm, { language: 'ja', ...typedSoFar(ctx, one) }),
    ...back,
  }
  return c.html(<TypePage {...desk} {...shown} />, back.form || back.out ? 422 : 200)
}

/** The page is an answer to a question that was recorded, and has no address of its own. */
async function compare(
  c: C,
  { desk, one }: Worked,
  of: EntryId,
  back: Partial<Pick<TypeProps, 'form' | 'refused'>> = {},
) {
  const { ctx } = c.var
  const {
    sheet: taken,
    comment,
    original,
    person,
    opinion,
    mayCorrect,
  } = await openToCompare(ctx, of)
  const { tie, language } = comment
  const known = { ...original, ...person, tie, language, passage: opinion.passage }
  const shown = {
    one,
    sheet: taken,
    draft: await passagesOf(ctx.db, one.id, 'draft'),
    asksName: (await termsOn(ctx.db, one.opensOn)).asksName,
    scans: await scansOf(ctx.db, of),
    mayCorrect,
    refused: {},
    form: blank(typeForm, known),
    ...back,
  }
  return c.html(<ComparePage {...desk} {...shown} />, back.form ? 422 : 200)
}
