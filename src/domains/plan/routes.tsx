import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { View } from '#design/view.ts'
import { departments } from '#domains/staff/index.ts'
import type { Ctx } from '#platform/context.ts'
import { Refused } from '#platform/result.ts'
import { query } from '#platform/search.ts'
import { siteProfile } from '#platform/site.ts'
import { isInForce } from './amendment.ts'
import { filled, isFormat, mediaTypes } from './files.ts'
import { readFilter } from './filter.ts'
import type { Plan } from './plan.ts'
import { publicStates } from './plan.ts'
import { ItemPage } from './pages/item.tsx'
import { OpenDataPage } from './pages/open-data.tsx'
import { SearchPage } from './pages/search.tsx'
import { YearPage } from './pages/year.tsx'
import { AmendmentsPage, BecamePage, ComparePage, PlansPage } from './pages/years.tsx'
import { toPublic } from './rules/content.ts'
import { amendments } from './store/threads.ts'
import { search, treeOf } from './store/tree.ts'
import { itemView, publicPlan, publicPlans, twoYears, yearView } from './store/views.ts'
import { itemsOf } from './tree.ts'
import { urls } from './urls.ts'

/** The most that a search shows; a longer list is a question for a better word. */
const hitLimit = 100

/** Everything that anyone may read of the plan. */
export const routes = new Hono<Env>()
  .get(urls.list, async (c) => {
    const { view, ctx } = c.var
    return c.html(<PlansPage view={view} plans={await publicPlans(ctx.db)} />)
  })
  .get(urls.compare, async (c) => {
    const { view, ctx } = c.var
    const plans = await publicPlans(ctx.db)
    const named = (year: string | undefined) => plans.find((p) => String(p.fiscalYear) === year)
    const [to, from] = [named(c.req.query('to')), named(c.req.query('from'))]
    const years = plans.map((p) => p.fiscalYear)
    const ordered = from && to && from.fiscalYear < to.fiscalYear ? { from, to } : null
    const lines = ordered ? (await twoYears(ctx.db, ordered.from, ordered.to)).lines : []
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
    const { view, ctx } = c.var
    const { licence } = await siteProfile(ctx.db)
    return c.html(
      <OpenDataPage view={view} plans={await publicPlans(ctx.db)} licence={licence} />,
    )
  })
  .get('/plans/:year{[0-9]{4}}', async (c) => {
    const { view, ctx } = c.var
    const plan = await planAt(ctx, c.req.param('year'))
    const { tree, considerYears } = await yearView(ctx.db, plan)
    const before = await publicPlan(ctx.db, plan.fiscalYear - 1)
    return c.html(
      <YearPage
        view={view}
        tree={tree}
        considerYears={considerYears}
        filter={readFilter(c.req.query())}
        departments={[...new Set(itemsOf(tree).flatMap((item) => item.departments))]}
        departmentName={await departmentNames(ctx, view)}
        unit={await unitOf(ctx, view)}
        previousYear={before?.fiscalYear ?? null}
      />,
    )
  })
  .get('/plans/:year{[0-9]{4}}/items/:code', async (c) => {
    const { view, ctx } = c.var
    const plan = await planAt(ctx, c.req.param('year'))
    const seen = await itemView(ctx.db, plan, c.req.param('code'))
    if (!seen) throw new Refused({ kind: 'not-found' })
    return c.html(
      <ItemPage
        {...seen}
        view={view}
        item={toPublic(seen.placed.item)}
        departmentName={await departmentNames(ctx, view)}
        unit={await unitOf(ctx, view)}
      />,
    )
  })
  .get('/plans/:year{[0-9]{4}}/amendments', async (c) => {
    const { view, ctx } = c.var
    const plan = await planAt(ctx, c.req.param('year'))
    const items = new Map(itemsOf(await treeOf(ctx.db, plan)).map((item) => [item.id, item]))
    const changes = (await amendments(ctx.db, plan.id)).filter(isInForce).flatMap((amendment) => {
      const item = items.get(amendment.itemId)
      return item ? [{ item, amendment }] : []
    })
    return c.html(<AmendmentsPage view={view} plan={plan} amendments={changes} />)
  })
  .get('/plans/:year{[0-9]{4}}/became', async (c) => {
    const { view, ctx } = c.var
    const to = await planAt(ctx, c.req.param('year'))
    const from = await planAt(ctx, String(to.fiscalYear - 1))
    const { lines } = await twoYears(ctx.db, from, to)
    return c.html(<BecamePage view={view} from={from} to={to} lines={lines} />)
  })
  .get('/plans/:year{[0-9]{4}}/:file{plan\\.(pdf|xlsx|csv|json)}', async (c) => {
    const { ctx } = c.var
    const plan = await planAt(ctx, c.req.param('year'))
    const format = c.req.param('file').slice('plan.'.length)
    if (!isFormat(format)) throw new Refused({ kind: 'not-found' })
    const bytes = await filled(ctx.db, plan, format, 'public')
    return c.body(bytes, 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="plan-${plan.fiscalYear}.${format}"`,
    })
  })

/** The plan of a year that anyone may read; a draft does not exist here. */
async function planAt(ctx: Ctx, year: string): Promise<Plan> {
  const plan = await publicPlan(ctx.db, Number(year))
  if (!plan) throw new Refused({ kind: 'not-found' })
  return plan
}

/** Departments by the name that the plan uses, said in the reader's language where there is one. */
async function departmentNames(ctx: Ctx, view: View): Promise<(name: string) => string> {
  const { locale } = view
  if (locale === 'ja') return (name) => name
  const known = new Map((await departments(ctx.db)).map((d) => [d.name, d.translations[locale]]))
  return (name) => known.get(name) ?? name
}

const unitOf = async (ctx: Ctx, view: View) => (await siteProfile(ctx.db)).unit[view.locale]
