import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank, type Filled, fill, within } from '#platform/form.ts'
import { attempt, bodyOf, onward } from '../../routes/desk-lookup.ts'
import { type RowWritten, writeRows } from '../actions/answer.ts'
import { handIn } from '../actions/hand.ts'
import type { CaseId } from '../case.ts'
import type { Opinion } from '../comment.ts'
import { type RowForm, rowForm, takeForm } from '../forms.ts'
import { TablePage } from '../pages/desk/table.tsx'
import { TakenPage, TakePage } from '../pages/desk/take.tsx'
import { lacking } from '../rules/result.ts'
import { resultOf } from '../store/result.ts'
import { categoriesIn } from '../terms.ts'
import { urls } from '../urls.ts'
import { mayReadWords } from '../workflow.ts'
import { type C, caseAt, mustOffer, sayReason, type Worked } from './lookup.ts'

const id = ':id' as CaseId

/** 意見の表 and 紙の入力. */
export const tableRoutes = new Hono<Env>()
  .get(urls.table(id), async (c) => table(c, await caseAt(c)))
  .post(urls.table(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'answer')
    const body = await bodyOf(c)
    const { rows, terms } = await resultOf(c.var.ctx.db, worked.one)
    const fields = rowForm(categoriesIn(terms).map(({ key }) => key))
    const opinions = rows.map(({ opinion }) => opinion)
    const forms = new Map(opinions.map((one) => [one.id, fill(fields, within(body, one.id))]))
    const written = opinions.flatMap((one) => rowOf(one, forms.get(one.id), body))
    if (written.length < opinions.length) return table(c, worked, { forms }, 422)
    const kept = await attempt(() => writeRows(c.var.ctx, worked.one.id, written))
    if ('done' in kept) return onward(c, urls.table(worked.one.id), 'answered')
    const { place = 'row', reason } = kept.refusal
    return table(c, worked, { forms, refused: { [place]: sayReason(c, reason) } }, 422)
  })
  .get(urls.take(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'takeIn')
    const receivedOn = localDate(c.var.ctx.now)
    return take(c, worked, blank(takeForm, { receivedOn }))
  })
  .post(urls.take(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'takeIn')
    const form = fill(takeForm, await bodyOf(c))
    const { values } = form
    if (!values?.receivedOn) {
      const missing = form.raw.receivedOn ? {} : { receivedOn: faultsIn(c.var.view).required }
      return take(c, worked, form, missing, 422)
    }
    const { channel, receivedOn, passage, place, text, tie, name, address, mail } = values
    const handed = await attempt(() =>
      handIn(c.var.ctx, worked.one.id, {
        channel,
        receivedOn,
        language: 'ja',
        tie,
        passage,
        original: { text, place },
        person: { name, address, mail },
        contact: mail ? { kind: 'mail', text: mail } : null,
      }),
    )
    if ('refusal' in handed) {
      const { place: at = 'text', reason } = handed.refusal
      return take(c, worked, form, { [at]: sayReason(c, reason) }, 422)
    }
    const { phrase, receipt } = handed.done
    c.header('cache-control', 'no-store')
    const { desk, one } = worked
    return c.html(<TakenPage {...desk} one={one} number={receipt.number} phrase={phrase} />)
  })

/** What was written into a row; nothing where a field of it has a fault. */
function rowOf(
  { id }: Opinion,
  form: Filled<RowForm> | undefined,
  body: Body,
): readonly RowWritten[] {
  if (!form?.values) return []
  const { category, ...said } = form.values
  return [{ ...said, id, version: Number(body[`${id}.version`]), category: category ?? '' }]
}

const take = (
  c: C,
  { desk, one }: Worked,
  form: Filled<typeof takeForm>,
  refused: Readonly<Record<string, string>> = {},
  status: 200 | 422 = 200,
) => c.html(<TakePage {...desk} one={one} form={form} refused={refused} />, status)

interface Typed {
  readonly forms?: ReadonlyMap<string, Filled<RowForm>>
  readonly refused?: Readonly<Record<string, string>>
}

async function table(
  c: C,
  { desk, one, offers }: Worked,
  { forms, refused = {} }: Typed = {},
  status: 200 | 422 = 200,
) {
  const { rows, terms } = await resultOf(c.var.ctx.db, one)
  const categories = categoriesIn(terms)
  const fields = rowForm(categories.map(({ key }) => key))
  return c.html(
    <TablePage
      {...desk}
      one={one}
      categories={categories}
      mayRead={mayReadWords(c.var.ctx.actor, one)}
      mayWrite={offers.has('answer')}
      refused={refused}
      rows={rows.map((row) => {
        const { place, gist, category, cityView, changed } = row.opinion
        const known = { place, gist, category, cityView, changed, sameAsNo: row.sameAsNo }
        const form = forms?.get(row.opinion.id) ?? blank(fields, known)
        return { opinion: row.opinion, form, lacks: lacking(row) }
      })}
    />,
    status,
  )
}
