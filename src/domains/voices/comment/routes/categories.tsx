import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, blank, type Filled, fill, type Values, within } from '#platform/form.ts'
import { attempt, bodyOf, onward, versionIn } from '../../routes/desk-lookup.ts'
import { chooseCategories } from '../actions/cases.ts'
import type { CaseId } from '../case.ts'
import type { Category } from '../category.ts'
import { categoriesForm, categoryForm } from '../forms.ts'
import { CategoriesPage, type CategoriesProps } from '../pages/desk/categories.tsx'
import { mostCategories } from '../rules/categories.ts'
import { resultOf } from '../store/result.ts'
import { categories as lists } from '../terms.ts'
import { urls } from '../urls.ts'
import { type C, caseAt, mustOffer, sayReason, type Worked } from './lookup.ts'

const id = ':id' as CaseId
const spare = 2
type Rows = CategoriesProps['rows']

/** 反映区分 of one case, until it is scheduled. */
export const categoryRoutes = new Hono<Env>()
  .get(urls.categories(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'edit')
    const { categories } = await resultOf(c.var.ctx.db, worked.one)
    const form = blank(categoriesForm, { list: worked.one.categories ? 'own' : 'terms' })
    const known = categories.map(({ ja, easy, en, ko, changesDraft }) =>
      blank(categoryForm, { ja, easy, en, ko, changesDraft: changesDraft ? 'yes' : 'no' }),
    )
    const free = Math.min(spare, mostCategories - known.length)
    const empty = Array.from({ length: Math.max(0, free) }, () =>
      blank(categoryForm, { changesDraft: 'no' }),
    )
    return page(c, worked, { form, rows: [...known, ...empty] })
  })
  .post(urls.categories(id), async (c) => {
    const worked = await caseAt(c)
    mustOffer(c, worked, 'edit')
    const body = await bodyOf(c)
    const form = fill(categoriesForm, body)
    const rows = rowsIn(body)
    if (!form.values) return page(c, worked, { form, rows }, 422)
    const { list } = form.values
    const written = rows.flatMap(({ values }) => (values ? [values] : []))
    if (list === 'own' && written.length < rows.length) return page(c, worked, { form, rows }, 422)
    const chosen = list === 'terms' ? null : list === 'own' ? ownOf(written) : lists[list]
    const seen = { id: worked.one.id, version: versionIn(body) }
    const kept = await attempt(() => chooseCategories(c.var.ctx, seen, chosen))
    if ('done' in kept) return onward(c, urls.work(worked.one.id), 'categories')
    const refused = sayReason(c, kept.refusal.reason)
    return page(c, worked, { form, rows, refused }, 422)
  })

/** As many rows as the form had. */
function rowsIn(body: Body): Rows {
  const rows: Filled<typeof categoryForm>[] = []
  for (let at = 0; at < mostCategories && `row${at}.ja` in body; at++)
    rows.push(fill(categoryForm, within(body, `row${at}`)))
  return rows
}

/** Rows with a name; their keys are their places, for nothing has been answered with them yet. */
const ownOf = (rows: readonly Values<typeof categoryForm>[]): readonly Category[] =>
  rows
    .filter(({ ja }) => ja)
    .map(({ changesDraft, ...names }, at) => ({
      key: `own-${at + 1}`,
      ...names,
      changesDraft: changesDraft === 'yes',
    }))

const page = (
  c: C,
  { desk, one }: Worked,
  shown: Pick<CategoriesProps, 'form' | 'rows' | 'refused'>,
  status: 200 | 422 = 200,
) => c.html(<CategoriesPage {...desk} one={one} {...shown} />, status)
