import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, blank, type Filled, fill, within } from '#platform/form.ts'
import { attempt, bodyOf, onward } from '../../routes/desk-lookup.ts'
import { type RowWritten, writeRows } from '../actions/answer.ts'
import { wordsOfCase } from '../actions/sender.ts'
import type { CaseId } from '../case.ts'
import type { Opinion } from '../comment.ts'
import { type RowForm, rowForm } from '../forms.ts'
import { TablePage } from '../pages/desk/table.tsx'
import { lacking } from '../rules/result.ts'
import { resultOf } from '../store/result.ts'
import { urls } from '../urls.ts'
import { mayReadWords } from '../workflow.ts'
import { type C, caseAt, mustOffer, sayReason, type Worked } from './lookup.ts'

const id = ':id' as CaseId

/** 意見の表 */
export const tableRoutes = new Hono<Env>()
  .get(urls.table(id), async (c) => table(c, await caseAt(c)))
  .post(urls.table(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'answer')
    const body = await bodyOf(c)
    const { rows, categories } = await resultOf(c.var.ctx.db, worked.one)
    const fields = rowForm(categories.map(({ key }) => key))
    const opinions = rows.map(({ opinion }) => opinion)
    const forms = new Map(opinions.map((one) => [one.id, fill(fields, within(body, one.id))]))
    const written = opinions.flatMap((one) => rowOf(one, forms.get(one.id), body))
    if (written.length < opinions.length) return table(c, worked, { forms }, 422)
    const kept = await attempt(() => writeRows(c.var.ctx, worked.one.id, written))
    if ('done' in kept) return onward(c, urls.table(worked.one.id), 'answered')
    const { place = 'row', reason } = kept.refusal
    return table(c, worked, { forms, refused: { [place]: sayReason(c, reason) } }, 422)
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
  const { rows, categories } = await resultOf(c.var.ctx.db, one)
  const fields = rowForm(categories.map(({ key }) => key))
  const mayRead = mayReadWords(c.var.ctx.actor, one)
  const words = mayRead ? await wordsOfCase(c.var.ctx, one.id) : null
  return c.html(
    <TablePage
      {...desk}
      one={one}
      categories={categories}
      mayRead={mayRead}
      mayWrite={offers.has('answer')}
      refused={refused}
      rows={rows.map((row) => {
        const { place, gist, category, cityView, changed } = row.opinion
        const sameAsNo = row.answeredBy?.no ?? null
        const known = { place, gist, category, cityView, changed, sameAsNo }
        const form = forms?.get(row.opinion.id) ?? blank(fields, known)
        const said = words?.get(row.opinion.comment) ?? null
        return { opinion: row.opinion, at: row.at, said, form, lacks: lacking(row) }
      })}
    />,
    status,
  )
}
