import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import { addItem, dropItem, moveItem } from '../actions/edit.ts'
import * as actions from '../actions/headings.ts'
import { byTongue, groupForm, measureForm, newItemForm, withoutEmpty } from '../forms.ts'
import { GroupPage, MeasurePage, NewItemPage } from '../pages/desk/branches.tsx'
import type { GroupId } from '../plan.ts'
import { treeOf } from '../store/tree.ts'
import { urls } from '../urls.ts'
import {
  bodyOf,
  type DeskContext,
  itemAt,
  mustBeAllowed,
  onward,
  planAt,
  yearPattern,
} from './lookup.ts'

/** Measures, headings, the order of everything, and new items. */
export const branchRoutes = new Hono<Env>()
  .post(`${yearPattern}/measures`, async (c) => {
    const { plan } = await editable(c)
    const form = fill(measureForm, await bodyOf(c))
    if (!form.values) return measurePage(c, form)
    const { title, ...words } = form.values
    const measure = await actions.addMeasure(c.var.ctx, plan.id, title)
    const translations = wordsIn('title', words)
    if (Object.keys(translations).length)
      await actions.editMeasure(c.var.ctx, plan.id, measure.id, { title, translations })
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${measure.id}`, 'added')
  })
  .get(`${yearPattern}/measures/:id`, async (c) => {
    const { measure } = await measureAt(c)
    const { title, translations } = measure
    const words = wordsOut('title', (tongue) => translations[tongue]?.title)
    return measurePage(c, blank(measureForm, { title, ...words }))
  })
  .post(`${yearPattern}/measures/:id`, async (c) => {
    const { plan, measure } = await measureAt(c)
    const form = fill(measureForm, await bodyOf(c))
    if (!form.values) return measurePage(c, form)
    const { title, ...words } = form.values
    const translations = wordsIn('title', words)
    await actions.editMeasure(c.var.ctx, plan.id, measure.id, { title, translations })
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${measure.id}`, 'saved')
  })
  .post(`${yearPattern}/measures/:id/remove`, async (c) => {
    const { plan, measure } = await measureAt(c)
    await actions.removeMeasure(c.var.ctx, plan.id, measure.id)
    return onward(c, urls.deskYear(plan.fiscalYear), 'removed')
  })
  .post(`${yearPattern}/measures/:id/move`, async (c) => {
    const { plan, measure } = await measureAt(c)
    await actions.moveMeasure(c.var.ctx, plan.id, measure.id, await direction(c))
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${measure.id}`, 'moved')
  })
  .post(`${yearPattern}/measures/:id/groups`, async (c) => {
    const { plan, measure } = await measureAt(c)
    const form = fill(groupForm, await bodyOf(c))
    if (!form.values) return groupPage(c, form, `measures/${measure.id}/groups`)
    const { audience, text, ...words } = form.values
    const group = await actions.addGroup(c.var.ctx, plan.id, measure.id, { audience, text })
    const translations = wordsIn('text', words)
    if (Object.keys(translations).length)
      await actions.editGroup(c.var.ctx, plan.id, group.id, { audience, text, translations })
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${group.id}`, 'added')
  })
  .get(`${yearPattern}/groups/:id`, async (c) => {
    const { group } = await groupAt(c)
    const { audience, text, translations } = group
    const words = wordsOut('text', (tongue) => translations[tongue]?.text)
    return groupPage(c, blank(groupForm, { audience, text, ...words }))
  })
  .post(`${yearPattern}/groups/:id`, async (c) => {
    const { plan, group } = await groupAt(c)
    const form = fill(groupForm, await bodyOf(c))
    if (!form.values) return groupPage(c, form)
    const { audience, text, ...words } = form.values
    const translations = wordsIn('text', words)
    await actions.editGroup(c.var.ctx, plan.id, group.id, { audience, text, translations })
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${group.id}`, 'saved')
  })
  .post(`${yearPattern}/groups/:id/remove`, async (c) => {
    const { plan, group } = await groupAt(c)
    await actions.removeGroup(c.var.ctx, plan.id, group.id)
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${group.measureId}`, 'removed')
  })
  .post(`${yearPattern}/groups/:id/move`, async (c) => {
    const { plan, group } = await groupAt(c)
    await actions.moveGroup(c.var.ctx, plan.id, group.id, await direction(c))
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${group.id}`, 'moved')
  })
  .post(`${yearPattern}/items`, async (c) => {
    const { tree, plan, offers, ...desk } = await editable(c)
    const form = fill(newItemForm, await bodyOf(c))
    const group = tree.measures.flatMap((m) => m.groups).find((g) => g.id === form.raw.group)
    if (!group) throw new Refused({ kind: 'not-found' })
    if (!form.values)
      return c.html(
        <NewItemPage {...desk} plan={plan} offers={offers} form={form} path="items" />,
        422,
      )
    const { title } = form.values
    const item = await addItem(c.var.ctx, plan.id, group.id, { title })
    return onward(c, urls.deskItem(plan.fiscalYear, item.id), 'added')
  })
  .post(`${yearPattern}/items/:id/move`, async (c) => {
    const { plan, placed } = await itemAt(c)
    mustBeAllowed(c, 'edit', plan)
    await moveItem(c.var.ctx, plan.id, placed.item.id, await direction(c))
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${placed.item.id}`, 'moved')
  })
  .post(`${yearPattern}/drop`, async (c) => {
    const { tree, plan } = await editable(c)
    const { item, group, at } = await bodyOf(c)
    const groups = tree.measures.flatMap((m) => m.groups)
    const items = groups.flatMap((g) => g.items)
    const moved = found(items.find((one) => one.id === item))
    const into: GroupId = found(groups.find((one) => one.id === group)).id
    const place = Number(at)
    if (!Number.isInteger(place) || place < 0 || place > items.length)
      throw new Refused({ kind: 'not-found' })
    await dropItem(c.var.ctx, plan.id, moved.id, into, place)
    return onward(c, `${urls.deskYear(plan.fiscalYear)}#${moved.id}`, 'moved')
  })

async function editable(c: DeskContext) {
  const desk = await planAt(c)
  mustBeAllowed(c, 'edit', desk.plan)
  return { ...desk, tree: await treeOf(c.var.ctx.db, desk.plan) }
}

async function measureAt(c: DeskContext) {
  const desk = await editable(c)
  const id = c.req.param('id')
  return { ...desk, measure: found(desk.tree.measures.find((m) => m.id === id)) }
}

async function groupAt(c: DeskContext) {
  const desk = await editable(c)
  const id = c.req.param('id')
  const groups = desk.tree.measures.flatMap((m) => m.groups)
  return { ...desk, group: found(groups.find((g) => g.id === id)) }
}

async function direction(c: DeskContext): Promise<-1 | 1> {
  const { by } = await bodyOf(c)
  if (by === '-1') return -1
  if (by === '1') return 1
  throw new Refused({ kind: 'not-found' })
}

async function measurePage(c: DeskContext, form: Filled<typeof measureForm>) {
  const { tree, ...desk } = await editable(c)
  const known = tree.measures.find((m) => m.id === c.req.param('id'))
  const named = known && {
    name: `${desk.plan.levels.measure}${known.number} ${known.title}`,
    anchor: known.id,
    empty: known.groups.length === 0,
  }
  const path = known ? `measures/${known.id}` : 'measures'
  return c.html(
    <MeasurePage {...desk} form={form} path={path} {...(named && { known: named })} />,
    Object.keys(form.faults).length ? 422 : 200,
  )
}

async function groupPage(c: DeskContext, form: Filled<typeof groupForm>, adding?: string) {
  const { tree, ...desk } = await editable(c)
  const id = c.req.param('id') ?? ''
  const known = isId('grp', id)
    ? tree.measures.flatMap((m) => m.groups).find((g) => g.id === id)
    : undefined
  const named = known && { name: known.text, anchor: known.id, empty: known.items.length === 0 }
  return c.html(
    <GroupPage
      {...desk}
      form={form}
      path={adding ?? `groups/${id}`}
      {...(named && { known: named })}
    />,
    Object.keys(form.faults).length ? 422 : 200,
  )
}

/** `title.en` as the plan keeps it. */
function wordsIn<F extends string>(field: F, words: Readonly<Record<string, string>>) {
  return withoutEmpty(
    byTongue((tongue) => ({ [field]: words[`${field}.${tongue}`] ?? '' }) as Record<F, string>),
  )
}

function wordsOut<F extends string>(
  field: F,
  of: (tongue: 'easy' | 'en' | 'ko') => string | undefined,
) {
  return Object.fromEntries(
    (['easy', 'en', 'ko'] as const).map((tongue) => [`${field}.${tongue}`, of(tongue) ?? '']),
  ) as Record<`${F}.${'easy' | 'en' | 'ko'}`, string>
}
