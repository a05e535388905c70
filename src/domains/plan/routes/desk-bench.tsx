import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { Refused } from '#platform/result.ts'
import { bulkEdit, undoBulk } from '../actions/edit.ts'
import { documentOf, filled, isFormat, mediaTypes } from '../files.ts'
import { matches, readFilter } from '../filter.ts'
import { bulkForm, readTouched, sayTouched, undoForm } from '../forms.ts'
import type { ItemContent, PlanItem } from '../item.ts'
import { deskWords } from '../messages/desk.ts'
import { BenchPage } from '../pages/desk/bench.tsx'
import { CheckPage } from '../pages/desk/check.tsx'
import { PreviewPage } from '../pages/desk/preview.tsx'
import { carefulRemarks } from '../rules/careful.ts'
import { surroundings } from '../store/surroundings.ts'
import { treeOf } from '../store/tree.ts'
import { isPublic } from '../store/views.ts'
import { defaultTerms } from '../terms.ts'
import { itemsOf, placedItems } from '../tree.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  mustBeAllowed,
  offers,
  onward,
  planAt,
  rosterOf,
  yearPattern,
} from './lookup.ts'

/** /desk/plans/2012: the workbench, its check, its preview and its files. */
export const benchRoutes = new Hono<Env>()
  .get(yearPattern, (c) => show(c, blank(bulkForm)))
  .post(`${yearPattern}/bulk`, async (c) => {
    const { ctx, view } = c.var
    const { plan } = await planAt(c)
    mustBeAllowed(c, 'edit', plan)
    const form = fill(bulkForm, await bodyOf(c))
    const { d } = deskWords(view)
    if (!form.values)
      return show(c, form, Object.values(form.faults).map((f) => faultsIn(view)[f])[0])
    const { items, ...change } = form.values
    const known = itemsOf(await treeOf(ctx.db, plan)).map((item): string => item.id)
    if (items.some((id) => !known.includes(id))) throw new Refused({ kind: 'not-found' })
    if (!items.length) return show(c, form, d.bulkNone)
    const changed = await attempt(() => bulkEdit(ctx, plan.id, items, changeOf(change)))
    if (!('done' in changed)) return show(c, form, d.bulkNothing)
    const { done } = changed
    const back = `n=${done.length}&undo=${sayTouched(done)}`
    return onward(c, `${urls.deskYear(plan.fiscalYear)}?${back}`, 'bulk')
  })
  .post(`${yearPattern}/bulk/undo`, async (c) => {
    const { plan } = await planAt(c)
    mustBeAllowed(c, 'edit', plan)
    const { values } = fill(undoForm, await bodyOf(c))
    const { d } = deskWords(c.var.view)
    const undone = await attempt(() =>
      undoBulk(c.var.ctx, plan.id, readTouched(values?.undo ?? '')),
    )
    if ('done' in undone)
      return onward(c, `${urls.deskYear(plan.fiscalYear)}?n=${undone.done}`, 'undone')
    return show(c, blank(bulkForm), d.undoNothing)
  })
  .get(`${yearPattern}/check`, async (c) => {
    const desk = await planAt(c)
    const tree = await treeOf(c.var.ctx.db, desk.plan)
    const around = await surroundings(c.var.ctx.db, tree)
    return c.html(<CheckPage {...desk} remarks={carefulRemarks(tree, around, defaultTerms)} />)
  })
  .get(`${yearPattern}/preview`, async (c) => {
    const desk = await planAt(c)
    const document = await documentOf(c.var.ctx.db, desk.plan, 'staff')
    return c.html(
      <PreviewPage {...desk} document={document} isPublic={isPublic(desk.plan.state)} />,
    )
  })
  .get(`${yearPattern}/:file{plan\\.(pdf|xlsx|csv|json)}`, async (c) => {
    const { plan } = await planAt(c)
    mustBeAllowed(c, 'readDraft', plan)
    const format = c.req.param('file').slice('plan.'.length)
    if (!isFormat(format)) throw new Refused({ kind: 'not-found' })
    return c.body(await filled(c.var.ctx.db, plan, format, 'staff'), 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="plan-${plan.fiscalYear}-draft.${format}"`,
    })
  })

async function show(c: DeskContext, bulk: Filled<typeof bulkForm>, bulkFault?: string) {
  const { ctx, view } = c.var
  const desk = await planAt(c)
  const tree = await treeOf(ctx.db, desk.plan)
  const filter = readFilter(c.req.query())
  const placed = placedItems(tree)
  const around = await surroundings(ctx.db, tree)
  const own = placed.some(({ item }) => {
    const may = offers(c, desk.plan, item)
    return may.has('editItem') || may.has('amend')
  })
  return c.html(
    <BenchPage
      {...desk}
      tree={tree}
      filter={filter}
      shown={new Set(placed.filter((p) => matches(filter, p, view.locale)).map((p) => p.item.id))}
      remarks={carefulRemarks(tree, around, defaultTerms)}
      roster={await rosterOf(c)}
      bulk={bulk}
      ownOnly={own && !desk.offers.has('editItem') && !desk.offers.has('amend')}
      {...(bulkFault !== undefined && { bulkFault })}
    />,
    bulkFault === undefined ? 200 : 422,
  )
}

type BulkChange = Omit<NonNullable<Filled<typeof bulkForm>['values']>, 'items'>

/** Only what was filled in; a department is added behind those that are there. */
const changeOf =
  ({ addDepartment, removeDepartment, ...change }: BulkChange) =>
  (item: PlanItem): Partial<ItemContent> => ({
    ...(change.lead && { lead: change.lead }),
    ...(change.commitment && { commitment: change.commitment }),
    ...(change.owner && { owner: change.owner }),
    ...(change.deputy && { deputy: change.deputy }),
    ...(change.considerUntil && { considerUntil: change.considerUntil }),
    departments: [
      ...item.departments.filter((name) => name !== removeDepartment),
      ...(addDepartment && !item.departments.includes(addDepartment) ? [addDepartment] : []),
    ],
  })
