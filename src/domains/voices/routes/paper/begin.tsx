import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { addSheets, begin } from '../../actions/entries.ts'
import type { ScannedSheet } from '../../actions/scans.ts'
import { handOver, openSlips } from '../../actions/slips.ts'
import { beginForm } from '../../forms/paper.ts'
import { BatchPage } from '../../pages/paper/batch.tsx'
import { type BeginProps, BoxPage, TakePage } from '../../pages/paper/begin.tsx'
import type { Batch, BatchId } from '../../paper.ts'
import { slipsPdf } from '../../paper-files.ts'
import * as store from '../../store/entries.ts'
import { numbersOf } from '../../store/numbers.ts'
import { paperUrls } from '../../urls.ts'
import { attempt, bodyOf, type DeskContext, onward, sayReason } from '../desk-lookup.ts'
import { asOneSheet, batchAt, filesIn, madeBy, paperDesk, sheetsIn } from './lookup.ts'
import { sendPdf } from './slips.ts'

type Back = Pick<BeginProps, 'fault'> & { readonly form?: Filled<typeof beginForm> }

/** A single one comes by telephone or over the counter, a box is a box, unless somebody says otherwise. */
const usual = { take: 'letter', box: 'box' } as const
const listed = 30

async function beginPage(c: DeskContext, kind: 'take' | 'box', back: Back = {}) {
  const desk = paperDesk(c)
  const { ctx } = c.var
  const known = { channel: usual[kind], receivedOn: localDate(ctx.now) }
  const props = {
    ...desk,
    form: back.form ?? blank(beginForm, known),
    fault: back.fault,
    batches: await store.batches(ctx.db, kind === 'take', listed),
  }
  const page = kind === 'take' ? <TakePage {...props} /> : <BoxPage {...props} />
  return c.html(page, back.form ? 422 : 200)
}

/** Takes the form apart: the way, the day, the sheets. */
async function beginFrom(c: DeskContext, kind: 'take' | 'box') {
  paperDesk(c)
  const body = await bodyOf(c)
  const form = fill(beginForm, body)
  const { values } = form
  if (!values?.receivedOn) {
    const faults = values ? { receivedOn: 'required' as const } : form.faults
    return beginPage(c, kind, { form: { ...form, faults } })
  }
  const read = await sheetsIn(c, filesIn(body, 'files'))
  if ('fault' in read)
    return beginPage(c, kind, { form, fault: { name: 'files', text: read.fault } })
  const isSingle = kind === 'take'
  const bare: readonly ScannedSheet[] = Array.from({ length: values.unscanned ?? 0 }, () => [])
  const sheets = isSingle ? [asOneSheet(read.sheets)] : [...read.sheets, ...bare]
  const { channel, receivedOn } = values
  const begun = await attempt(() => begin(c.var.ctx, { channel, receivedOn, isSingle }, sheets))
  if ('refusal' in begun) {
    const { reason, place = 'files' } = begun.refusal
    return beginPage(c, kind, { form, fault: { name: place, text: sayReason(c, reason) } })
  }
  return toNext(c, begun.done)
}

/** On to the first sheet that waits; the cursor stands in its text. */
export async function toNext(c: DeskContext, batch: BatchId, after = 0, told = '') {
  const next = await store.nextWaiting(c.var.ctx.db, batch, after)
  const path = next ? paperUrls.entry(next) : paperUrls.batch(batch)
  const mark = next ? '#f-text' : ''
  return c.redirect(`${at(c.var.view, `${path}${told}`)}${mark}`, 303)
}

async function batchPage(c: DeskContext, batch: Batch, fault?: string) {
  const { ctx } = c.var
  const entries = await store.entriesOf(ctx.db, batch.id)
  const numbers = await numbersOf(
    ctx.db,
    entries.flatMap((one) => (one.state === 'taken' ? [one.voice] : [])),
  )
  return c.html(
    <BatchPage
      {...paperDesk(c)}
      batch={batch}
      count={await store.countOf(ctx.db, batch.id)}
      lines={entries.map((entry) => ({
        entry,
        number: entry.state === 'taken' ? (numbers.get(entry.voice) ?? '') : '',
      }))}
      fault={fault}
    />,
    fault ? 422 : 200,
  )
}

const batch = paperUrls.batch(':id' as BatchId)
const step = (name: 'sheets' | 'slips.pdf' | 'handed') => `${batch}/${name}` as const

/** 1通と束: where it begins, how far it is, and the slips of a whole box. */
export const beginRoutes = new Hono<Env>()
  .get(paperUrls.take, (c) => beginPage(c, 'take'))
  .post(paperUrls.take, (c) => beginFrom(c, 'take'))
  .get(paperUrls.box, (c) => beginPage(c, 'box'))
  .post(paperUrls.box, (c) => beginFrom(c, 'box'))
  .get(batch, async (c) => batchPage(c, await batchAt(c)))
  .post(step('sheets'), async (c) => {
    const one = await batchAt(c)
    const read = await sheetsIn(c, filesIn(await bodyOf(c), 'files'))
    if ('fault' in read) return batchPage(c, one, read.fault)
    const added = await attempt(() => addSheets(c.var.ctx, one.id, read.sheets))
    if ('refusal' in added) return batchPage(c, one, sayReason(c, added.refusal.reason))
    return onward(c, paperUrls.batch(one.id), 'added')
  })
  .post(step('slips.pdf'), async (c) => {
    const { id } = await batchAt(c)
    const slips = await openSlips(c.var.ctx, await store.entriesOf(c.var.ctx.db, id))
    return sendPdf(c, 'slips', await slipsPdf(await madeBy(c), slips))
  })
  .post(step('handed'), async (c) => {
    const { id } = await batchAt(c)
    await handOver(c.var.ctx, await store.entriesOf(c.var.ctx.db, id))
    return onward(c, paperUrls.batch(id), 'handed')
  })
