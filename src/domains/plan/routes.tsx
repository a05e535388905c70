import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import { departmentWords } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { Refused } from '#platform/result.ts'
import { query } from '#platform/search.ts'
import { siteProfile } from '#platform/site.ts'
import { filled, isFormat, mediaTypes } from './files.ts'
import { readFilter } from './filter.ts'
import type { PlanItem } from './item.ts'
import { ItemPage } from './pages/item.tsx'
import { OpenDataPage } from './pages/open-data.tsx'
import { SearchPage } from './pages/search.tsx'
import { type BesideYear, YearPage } from './pages/year.tsx'
import { AmendmentsPage, BecamePage, ComparePage, PlansPage } from './pages/years.tsx'
import type { Plan } from './plan.ts'
import { publicStates } from './plan.ts'
import { toPublic } from './rules/content.ts'
import { search } from './store/tree.ts'
import {
  type ItemView,
  itemView,
  publicAmendments,
  publicPlans,
  twoYears,
  yearView,
} from './store/views.ts'
import { itemsOf } from './tree.ts'
import { urls } from './urls.ts'

/** The most that a search shows; a longer list is a question for a better word. */
const hitLimit = 100

type C = Context<Env>

/** What higher shelves show beside the plan, on its own pages; the shell passes it in. */
export interface Beside {
  /** Parts of an item's page, after what it is. */
  readonly item: (c: C, plan: Plan, item: PlanItem, dates: ItemDates) => Promise<Child>
  /** A part of the year's page, and a mark at each of its items. */
  readonly year: (c: C, plan: Plan) => Promise<BesideYear>
  readonly openData: (c: C) => Promise<Child>
}

/** On which days the plan itself did something with an item. */
export interface ItemDates {
  readonly publishedOn: IsoDate | null
  readonly amended: readonly { readonly on: IsoDate; readonly reason: string }[]
}

const datesOf = ({ plan, amendments }: ItemView): ItemDates => ({
  publishedOn: 'publishedOn' in plan ? plan.publishedOn : null,
  amended: amendments.flatMap(({ approvedOn, reason }) =>
    approvedOn ? [{ on: approvedOn, reason }] : [],
  ),
})

/** Everything that anyone may read of the plan. */
export const routes = (beside: Beside) =>
  new Hono<Env>()
    .get(urls.list, async (c) => {
      return c.html(<PlansPage view={c.var.view} plans={await readable(c)} />)
    })
    .get(urls.compare, async (c) => {
      const { view, ctx, recall } = c.var
      const plans = await readable(c)
      const named = (year: string | undefined) => plans.find((p) => String(p.fiscalYear) === year)
      const [to, from] = [named(c.req.query('to')), named(c.req.query('from'))]
      const years = plans.map((p) => p.fiscalYear)
      const ordered = from && to && from.fiscalYear < to.fiscalYear ? { from, to } : null
      const lines = ordered
        ? (
            await recall(`two ${ordered.from.id} ${ordered.to.id}`, () =>
              twoYears(ctx.db, ordered.from, ordered.to),
            )
          ).lines
        : []
      return c.html(
        <ComparePage
          view={view}
          years={years}
          from={ordered?.from ?? null}
          to={ordered?.to ?? null}
          lines={lines}
        />,
      )
    })
    .get(urls.search, async (c) => {
      const { view, ctx } = c.var
      const typed = (c.req.query('q') ?? '').trim().slice(0, 100)
      const asked = query(typed)
      const hits = asked ? await search(ctx.db, asked, publicStates, hitLimit + 1) : []
      const many = hits.length > hitLimit
      return c.html(
        <SearchPage view={view} typed={typed} hits={hits.slice(0, hitLimit)} many={many} />,
      )
    })
    .get(urls.openData, async (c) => {
      const { view } = c.var
      const { licence } = await siteOf(c)
      return c.html(
        <OpenDataPage
          view={view}
          plans={await readable(c)}
          licence={licence}
          more={await beside.openData(c)}
        />,
      )
    })
    .get('/plans/:year{[0-9]{4}}', async (c) => {
      const { view } = c.var
      const plan = await planAt(c, c.req.param('year'))
      const { tree, considerYears } = await yearOf(c, plan)
      const before = (await readable(c)).find((p) => p.fiscalYear === plan.fiscalYear - 1)
      return c.html(
        <YearPage
          view={view}
          tree={tree}
          considerYears={considerYears}
          filter={readFilter(c.req.query())}
          departments={[...new Set(itemsOf(tree).flatMap((item) => item.departments))]}
          departmentName={await departmentNames(c)}
          unit={(await siteOf(c)).unit[view.locale]}
          previousYear={before?.fiscalYear ?? null}
          beside={await beside.year(c, plan)}
        />,
      )
    })
    .get('/plans/:year{[0-9]{4}}/items/:code', async (c) => {
      const { view, ctx, recall } = c.var
      const plan = await planAt(c, c.req.param('year'))
      const code = c.req.param('code').slice(0, 20)
      const { tree } = await yearOf(c, plan)
      const seen = await recall(`item ${plan.id} ${code}`, () => itemView(ctx.db, tree, code))
      if (!seen) throw new Refused({ kind: 'not-found' })
      return c.html(
        <ItemPage
          {...seen}
          view={view}
          item={toPublic(seen.placed.item)}
          beside={await beside.item(c, plan, seen.placed.item, datesOf(seen))}
          departmentName={await departmentNames(c)}
          unit={(await siteOf(c)).unit[view.locale]}
        />,
      )
    })
    .get('/plans/:year{[0-9]{4}}/amendments', async (c) => {
      const { view, ctx } = c.var
      const plan = await planAt(c, c.req.param('year'))
      const { tree } = await yearOf(c, plan)
      const items = new Map(itemsOf(tree).map((item) => [item.id, item]))
      const changes = (await publicAmendments(ctx.db, plan.id)).flatMap((amendment) => {
        const item = items.get(amendment.itemId)
        return item ? [{ item, amendment }] : []
      })
      return c.html(<AmendmentsPage view={view} plan={plan} amendments={changes} />)
    })
    .get('/plans/:year{[0-9]{4}}/became', async (c) => {
      const { view, ctx, recall } = c.var
      const to = await planAt(c, c.req.param('year'))
      const from = await planAt(c, String(to.fiscalYear - 1))
      const { lines } = await recall(`two ${from.id} ${to.id}`, () => twoYears(ctx.db, from, to))
      return c.html(<BecamePage view={view} from={from} to={to} lines={lines} />)
    })
    .get('/plans/:year{[0-9]{4}}/:file{plan\\.(pdf|xlsx|csv|json)}', async (c) => {
      const plan = await planAt(c, c.req.param('year'))
      const format = c.req.param('file').slice('plan.'.length)
      if (!isFormat(format)) throw new Refused({ kind: 'not-found' })
      const bytes = await filled(c.var.ctx.db, plan, format, 'public')
      return c.body(bytes, 200, {
        'content-type': mediaTypes[format],
        'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="plan-${plan.fiscalYear}.${format}"`,
      })
    })

const readable = ({ var: { ctx, recall } }: C) => recall('plans', () => publicPlans(ctx.db))

const siteOf = ({ var: { ctx, recall } }: C) => recall('site', () => siteProfile(ctx.db))

const yearOf = ({ var: { ctx, recall } }: C, plan: Plan) =>
  recall(`year ${plan.id}`, () => yearView(ctx.db, plan))

/** The plan of a year that anyone may read; a draft does not exist here. */
async function planAt(c: C, year: string): Promise<Plan> {
  const plan = (await readable(c)).find((one) => String(one.fiscalYear) === year)
  if (!plan) throw new Refused({ kind: 'not-found' })
  return plan
}

/** Departments by the name that the plan uses, said in the reader's language where there is one. */
async function departmentNames(c: C): Promise<(name: string) => string> {
  const { ctx, recall, view } = c.var
  const { locale } = view
  if (locale === 'ja') return (name) => name
  const all = await recall('departments', () => departmentWords(ctx.db))
  return (name) => all.get(name)?.translations[locale] ?? name
}
