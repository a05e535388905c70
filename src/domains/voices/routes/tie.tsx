import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import { at } from '#design/view.ts'
import {
  type ItemId,
  itemById,
  itemsOf,
  type PlanItem,
  plans,
  treeOf,
} from '#domains/plan/index.ts'
import { ageBands } from '#domains/residents/index.ts'
import { type Body, blank, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { fold } from '#platform/search.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { link, unlink } from '../actions/link.ts'
import { setTerms } from '../actions/terms.ts'
import { linkForm, linkPointForm, peopleForm, populationForm } from '../forms/decide.ts'
import { decideWords } from '../messages/decide.ts'
import { publicWords } from '../messages/public.ts'
import { type PeopleRow, PopulationPage } from '../pages/decide/population.tsx'
import {
  ItemPointsPage,
  type ItemPointsProps,
  type NamedItem,
  PointItemsPage,
  type PointItemsProps,
} from '../pages/decide/tie.tsx'
import type { Point, PointId } from '../point.ts'
import { pointById, pointsOf } from '../store/points.ts'
import { pointsOfItem, voiceNumbered } from '../store/shown.ts'
import { termsOn } from '../store/terms.ts'
import { voiceById } from '../store/voices.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import { deskOf } from './desk-lookup.ts'
import { districtsNow, todayOf } from './look.ts'

type C = Context<Env>

/** The most that one page of the desk shows of an item. */
const mostPoints = 200

/** Ties between voices and the plan, and how many people live in the city. */
export const tieRoutes = new Hono<Env>()
  .get(urls.items(':id' as PointId), (c) => itemsOfPoint(c, {}))
  .post(urls.items(':id' as PointId), async (c) => {
    const point = await pointAt(c)
    const body = await c.req.parseBody()
    const seen = { id: point.id, version: Number(body.version) }
    if (body.do === 'unlink') {
      await unlink(c.var.ctx, seen, String(body.id) as ItemId)
      return onward(c, urls.items(point.id), 'unlinked')
    }
    const form = fill(linkForm, body)
    if (!form.values) return itemsOfPoint(c, { form }, 422)
    const known = await itemsNamed(c, Number(form.values.year), form.values.item)
    const [item] = known
    const w = decideWords(c.var.view)
    if (!item) return itemsOfPoint(c, { form, fault: w.noSuchItem }, 422)
    if (known.length > 1) return itemsOfPoint(c, { form, fault: w.manyItems }, 422)
    await link(c.var.ctx, seen, item)
    return onward(c, urls.items(point.id), 'linked')
  })
  .get(urls.ofItem(':id' as ItemId), (c) => pointsOfOne(c, {}))
  .post(urls.ofItem(':id' as ItemId), async (c) => {
    accept(mayLink(c))
    const item = await itemAt(c)
    const form = fill(linkPointForm, await c.req.parseBody())
    if (!form.values) return pointsOfOne(c, { form }, 422)
    const point = await pointNamed(c, form.values.point)
    const fault = decideWords(c.var.view).noSuchPoint
    if (!point) return pointsOfOne(c, { form, fault }, 422)
    await link(c.var.ctx, point, item.id)
    return onward(c, urls.ofItem(item.id), 'linked')
  })
  .get(urls.population, (c) => population(c, {}))
  .post(urls.population, async (c) => {
    maySet(c)
    const body = await c.req.parseBody()
    const form = fill(populationForm, body)
    const { ages, districts } = await peopleRows(c, (name) => fill(peopleForm, { n: body[name] }))
    const { values } = form
    if (!values || [...ages, ...districts].some((row) => !row.form.values))
      return population(c, { body }, 422)
    const from = values.from ?? todayOf(c)
    const terms = await termsOn(c.var.ctx.db, from)
    const counted = (rows: readonly PeopleRow[]) =>
      Object.fromEntries(
        rows.flatMap(({ name, form: own }) => {
          const n = own.values?.n
          return n === null || n === undefined ? [] : [[name.replace(/^\w+\./, ''), n]]
        }),
      )
    await setTerms(c.var.ctx, from, {
      ...terms,
      population: {
        on: values.on ?? '',
        source: values.source,
        age: counted(ages),
        district: counted(districts),
      },
    })
    return onward(c, urls.population, 'population')
  })

async function pointAt(c: C): Promise<Point> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  const point = found(isId('vpt', id) ? await pointById(c.var.ctx.db, id) : undefined)
  const stands = standing(c.var.ctx.actor, { sections: [point.section] })
  accept(permit(workflow, 'readWork', stands, nothing))
  return point
}

async function itemAt(c: C): Promise<NamedItem> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('itm', id)) throw new Refused({ kind: 'not-found' })
  const [item] = await named(c, [id])
  return found(item)
}

async function named(c: C, ids: readonly ItemId[]): Promise<readonly NamedItem[]> {
  const { db } = c.var.ctx
  const years = new Map((await plans(db)).map((plan) => [plan.id as string, plan.fiscalYear]))
  const items = await Promise.all(ids.map((id) => itemById(db, id)))
  return items.flatMap((item) =>
    item
      ? [
          {
            id: item.id,
            code: item.code,
            title: item.title,
            fiscalYear: years.get(item.planId) ?? 0,
          },
        ]
      : [],
  )
}

/** Items of a year by their code, else by a part of their name. */
async function itemsNamed(c: C, year: number, typed: string): Promise<readonly ItemId[]> {
  const { db } = c.var.ctx
  const plan = (await plans(db)).find(({ fiscalYear }) => fiscalYear === year)
  if (!plan) return []
  const items = itemsOf(await treeOf(db, plan))
  const sought = fold(typed)
  const exact = items.filter(({ code, title }) => [code, title].some((one) => fold(one) === sought))
  const some = exact.length ? exact : items.filter(({ title }) => fold(title).includes(sought))
  return some.map(({ id }) => id)
}

/** V2012-0012-7/2: the second point of a voice. */
async function pointNamed(c: C, typed: string): Promise<Point | undefined> {
  const [, number = '', no = '1'] =
    /^(V\d{4}-\d+-\d)(?:\s*\/\s*(\d{1,2}))?$/i.exec(typed.normalize('NFKC').trim()) ?? []
  const id = number && (await voiceNumbered(c.var.ctx.db, number.toUpperCase()))
  if (!id) return undefined
  return (await pointsOf(c.var.ctx.db, id)).find((point) => point.no === Number(no))
}

async function itemsOfPoint(c: C, typed: Partial<PointItemsProps>, status: 200 | 422 = 200) {
  const point = await pointAt(c)
  const { db, actor } = c.var.ctx
  const voice = found(await voiceById(db, point.voice))
  const stands = standing(actor, { sections: [point.section], point })
  const years = (await plans(db)).map(({ fiscalYear }) => fiscalYear)
  return c.html(
    <PointItemsPage
      {...deskOf(c)}
      point={point}
      number={voice.number}
      items={await named(c, point.items)}
      years={years}
      mayLink={permit(workflow, 'link', stands, point).ok}
      form={blank(linkForm, { year: years[0] ?? null })}
      {...typed}
    />,
    status,
  )
}

const works = ['reader', 'section', 'head', 'secretariat'] as const

/** On the desk's page of an item: the way to what people said of it, for whoever works with voices. */
export function besideDeskItem(c: C, { id, code }: Pick<PlanItem, 'id' | 'code'>): Child {
  const { ctx, view } = c.var
  const stands = standing(ctx.actor)
  if (!works.some((one) => stands.has(one))) return null
  return (
    <p>
      <a href={at(view, urls.ofItem(id))}>{decideWords(view).ofItem(code)}</a>
    </p>
  )
}

async function pointsOfOne(c: C, typed: Partial<ItemPointsProps>, status: 200 | 422 = 200) {
  const item = await itemAt(c)
  return c.html(
    <ItemPointsPage
      {...deskOf(c)}
      item={item}
      rows={await pointsOfItem(c.var.ctx.db, item.id, mostPoints)}
      mayLink={mayLink(c).ok}
      form={blank(linkPointForm)}
      {...typed}
    />,
    status,
  )
}

/** Whether the person ties points of any section; of which, is asked with the point. */
const mayLink = (c: C) =>
  permit(workflow, 'link', standing(c.var.ctx.actor), { state: 'assigned' } as const)

const maySet = (c: C) => accept(permit(workflow, 'setTerms', standing(c.var.ctx.actor), nothing))

async function peopleRows(
  c: C,
  formOf: (name: string, key: string, of: 'age' | 'district') => PeopleRow['form'],
) {
  const t = publicWords[c.var.view.locale]
  const row = (of: 'age' | 'district', key: string, label: string): PeopleRow => ({
    name: `${of}.${key}`,
    label,
    form: formOf(`${of}.${key}`, key, of),
  })
  return {
    ages: ageBands.map((key) => row('age', key, t.ages[key] ?? key)),
    districts: (await districtsNow(c)).map(({ value, label }) => row('district', value, label)),
  }
}

async function population(c: C, { body }: { readonly body?: Body }, status: 200 | 422 = 200) {
  maySet(c)
  const { population: known } = await termsOn(c.var.ctx.db, todayOf(c))
  const rows = await peopleRows(c, (name, key, of) =>
    body ? fill(peopleForm, { n: body[name] }) : blank(peopleForm, { n: known[of][key] ?? null }),
  )
  const form = body
    ? fill(populationForm, body)
    : blank(populationForm, { on: known.on, source: known.source, from: todayOf(c) })
  return c.html(<PopulationPage {...deskOf(c)} form={form} {...rows} />, status)
}

const onward = (c: C, path: string, told: 'linked' | 'unlinked' | 'population') =>
  c.redirect(at(c.var.view, `${path}?told=${told}`), 303)
