import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { once } from '#design/once.ts'
import { languageOf } from '#design/view.ts'
import { coversOf } from '#domains/moderation/index.ts'
import { type Plan, type PublicItem, planUrls } from '#domains/plan/index.ts'
import { departmentWords } from '#domains/staff/index.ts'
import { found, Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { judgedCourse } from '../judging/store/course.ts'
import { messages } from '../messages/public.ts'
import {
  BesideItem,
  BesideYear,
  ItemNews,
  type PlanDates,
  standingMark,
} from '../pages/public/beside.tsx'
import { ColumnsPart } from '../pages/public/columns.tsx'
import { DashboardPage, NothingPage } from '../pages/public/dashboard.tsx'
import { ItemsPage } from '../pages/public/items.tsx'
import { reportSubject } from '../progress.ts'
import { csvOf, feedOf, packOf } from '../public-files.ts'
import { publicUrls } from '../public-urls.ts'
import { filtered, readProgressFilter } from '../rules/filter.ts'
import type { YearProgress } from '../rules/year.ts'
import { publicNotes } from '../store/groups.ts'
import { progressOf, reportedYears } from '../store/public.ts'
import { reportById } from '../store/reports.ts'
import { fileIn, handOut } from './evidence.ts'

type C = Context<Env>

/** 進み具合: everything that anyone may read of it. */
export const publicRoutes = new Hono<Env>()
  .get(publicUrls.newest, async (c) => {
    const [newest] = await reportedYears(c.var)
    return newest ? dashboard(c, newest) : c.html(<NothingPage view={c.var.view} />)
  })
  .get(publicUrls.feed, async (c) => {
    const { view } = c.var
    const [newest] = await reportedYears(c.var)
    const plan = found(newest)
    const { name, licence } = await siteOf(c)
    const prefix = view.locale === 'ja' ? '' : `/${view.locale}`
    const feed = feedOf({
      year: await progressOf(c.var, plan),
      words: messages[view.locale],
      city: name[view.locale],
      licence,
      lang: languageOf(view.locale),
      locale: view.locale,
      origin: view.origin,
      base: `${view.origin}${prefix}`,
      itemPath: (code) => planUrls.item(plan.fiscalYear, code),
    })
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  .get('/progress/files/:id/:name', async (c) => {
    const file = await fileIn(c)
    const report = found(await reportById(c.var.ctx.db, file.reportId))
    const covers = await coversOf(c.var.ctx.db, reportSubject)
    // Before it is public, once it was taken back, and while it is hidden, there is nothing here, and no trace of it.
    if (report.state !== 'confirmed' || covers.has(report.id))
      throw new Refused({ kind: 'not-found' })
    // What is taken back or hidden is gone at once.
    c.header('cache-control', 'no-cache')
    return handOut(c, file)
  })
  .get('/progress/:year{[0-9]{4}}', async (c) => dashboard(c, await planAt(c)))
  .get('/progress/:year{[0-9]{4}}/items', async (c) => {
    const year = await progressOf(c.var, await planAt(c))
    const filter = readProgressFilter(c.req.query())
    return c.html(
      <ItemsPage
        view={c.var.view}
        year={year}
        filter={filter}
        items={filtered(year, filter)}
        departmentName={await departmentNames(c)}
      />,
    )
  })
  .get('/progress/:year{[0-9]{4}}/progress.csv', async (c) => {
    const year = await progressOf(c.var, await planAt(c))
    return c.body(csvOf(year), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="progress-${year.fiscalYear}.csv"`,
    })
  })
  .get('/progress/:year{[0-9]{4}}/pack.pdf', async (c) => {
    const plan = await planAt(c)
    const year = await progressOf(c.var, plan)
    const pack = await packOf(year, await yearsUntil(c, plan), await siteOf(c))
    return c.body(pack, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="progress-${year.fiscalYear}.pdf"`,
    })
  })

async function dashboard(c: C, plan: Plan) {
  const { view } = c.var
  return c.html(
    <DashboardPage
      view={view}
      year={await progressOf(c.var, plan)}
      years={await yearsUntil(c, plan)}
      departmentName={await departmentNames(c)}
      unit={(await siteOf(c)).unit[view.locale]}
    />,
  )
}

/** What the plan's own pages show of progress; the shell passes it in. */
export const besidePlan = {
  item: async (c: C, plan: Plan, item: Pick<PublicItem, 'id'>, dates: PlanDates) => {
    if (!('publishedOn' in plan)) return null
    const year = await progressOf(c.var, plan)
    const one = year.items.find((known) => known.item.id === item.id)
    if (!one) return null
    const { ctx, recall } = c.var
    const notes = await recall(`notes ${one.item.id}`, () => publicNotes(ctx.db, one.item.id))
    return (
      <BesideItem
        view={c.var.view}
        year={year}
        one={one}
        dates={dates}
        departmentName={await departmentNames(c)}
        notes={notes}
        judged={await judgedCourse(c.var, plan, one.item.id)}
      />
    )
  },
  year: async (c: C, plan: Plan) => {
    if (!('publishedOn' in plan)) return { line: null, mark: () => null }
    const { view } = c.var
    const year = await progressOf(c.var, plan)
    const standings = new Map<string, YearProgress['items'][number]['standing']>(
      year.items.map(({ item, standing }) => [item.id, standing]),
    )
    return {
      line: once(year, `${view.locale} beside`, () => <BesideYear view={view} year={year} />),
      mark: (id: string) => {
        const standing = standings.get(id)
        return standing ? standingMark(view, standing) : null
      },
    }
  },
  /** Where an item stands, and what was said of it last: for pages that only name it. */
  news: async (c: C, plan: Plan, id: PublicItem['id']) => {
    if (!('publishedOn' in plan)) return null
    const one = (await progressOf(c.var, plan)).items.find(({ item }) => item.id === id)
    return one ? <ItemNews view={c.var.view} one={one} /> : null
  },
  openData: async (c: C) => <ColumnsPart view={c.var.view} plans={await reportedYears(c.var)} />,
}

const siteOf = ({ var: { ctx, recall } }: C) => recall('site', () => siteProfile(ctx.db))

/** This year and those before it, oldest first: a trend does not know the future. */
async function yearsUntil(c: C, plan: Plan): Promise<readonly YearProgress[]> {
  const years: YearProgress[] = []
  for (const one of (await reportedYears(c.var)).toReversed())
    if (one.fiscalYear <= plan.fiscalYear) years.push(await progressOf(c.var, one))
  return years
}

async function planAt(c: Context<Env, '/:year'>): Promise<Plan> {
  const year = c.req.param('year')
  const plan = (await reportedYears(c.var)).find((one) => String(one.fiscalYear) === year)
  if (!plan) throw new Refused({ kind: 'not-found' })
  return plan
}

/** Sections by the name that the plan uses, said in the reader's language where there is one. */
async function departmentNames(c: C): Promise<(name: string) => string> {
  const { ctx, recall, view } = c.var
  const { locale } = view
  if (locale === 'ja') return (name) => name
  const all = await recall('departments', () => departmentWords(ctx.db))
  return (name) => all.get(name)?.translations[locale] ?? name
}
