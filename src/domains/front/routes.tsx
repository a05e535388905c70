import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Env } from '#design/env.ts'
import { Gallery } from '#design/gallery.tsx'
import { favicon } from '#design/icon.tsx'
import type { Child } from '#design/page.tsx'
import { toReader, writeReader } from '#design/reader.ts'
import { frame } from '#design/sections.ts'
import { locales } from '#design/view.ts'
import { liaisonUrls } from '#domains/liaisons/index.ts'
import { moderationUrls } from '#domains/moderation/index.ts'
import { newsletterUrls } from '#domains/newsletters/index.ts'
import { type Dues, sortedDues } from '#domains/notices/index.ts'
import {
  itemsOf,
  type Plan,
  plans,
  planTerms,
  planUrls,
  publicPlans,
  yearView,
} from '#domains/plan/index.ts'
import { progressUrls } from '#domains/progress/index.ts'
import { publicationUrls } from '#domains/publications/index.ts'
import { commentUrls, voicesNow, voiceUrls } from '#domains/voices/index.ts'
import { localDate } from '#platform/calendar.ts'
import { siteProfile } from '#platform/site.ts'
import { deskWords } from './messages/desk.ts'
import { TodayPage } from './pages/desk.tsx'
import { HomePage } from './pages/home.tsx'
import {
  AboutPage,
  AccessibilityPage,
  ApiPage,
  LicencePage,
  PaperPage,
  ReaderPage,
} from './pages/standing.tsx'
import { urls } from './urls.ts'

const year = 365 * 24 * 60 * 60

const readable = ({ var: { ctx, recall } }: Context<Env>) =>
  recall('plans', () => publicPlans(ctx.db))
const siteOf = ({ var: { ctx, recall } }: Context<Env>) => recall('site', () => siteProfile(ctx.db))
const yearOf = ({ var: { ctx, recall } }: Context<Env>, plan: Plan) =>
  recall(`year ${plan.id}`, () => yearView(ctx.db, plan))

const voicesIn = ({ var: { ctx, recall } }: Context<Env>) => {
  const today = localDate(ctx.now)
  return recall(`voices now ${today}`, () => voicesNow(ctx.db, today))
}

/** What another chapter says of the year that is under way; the shell passes it in. */
type BesideYear = (c: Context<Env>, plan: Plan) => Promise<{ readonly line: Child }>

/** 玄関: the first page, the standing pages, and the first page of the desk with what waits there. */
export const routes = (dues: readonly Dues[], beside: BesideYear) =>
  new Hono<Env>()
    .get(urls.home, async (c) => {
      const { view } = c.var
      const all = await readable(c)
      const current = all.find((plan) => 'publishedOn' in plan)
      const next = all.find((plan) => plan.state === 'public-comment') ?? null
      const shown = current ?? next
      const [newest] = all
      return c.html(
        <HomePage
          view={view}
          year={shown ? await yearOf(c, shown) : null}
          progress={shown ? (await beside(c, shown)).line : null}
          newest={newest ? await yearOf(c, newest) : null}
          next={next}
          voices={await voicesIn(c)}
          stalledAfterYears={planTerms.stalledAfterYears}
        />,
      )
    })
    .get(urls.about, async (c) => {
      const { unit } = await siteOf(c)
      return c.html(<AboutPage view={c.var.view} unit={unit[c.var.view.locale]} />)
    })
    .get(urls.paper, async (c) => {
      const { view } = c.var
      const { unit } = await siteOf(c)
      const published = await readable(c)
      return c.html(<PaperPage view={view} plans={published} unit={unit[view.locale]} />)
    })
    .get(urls.accessibility, async (c) => {
      const { unit } = await siteOf(c)
      return c.html(<AccessibilityPage view={c.var.view} unit={unit[c.var.view.locale]} />)
    })
    .get(urls.licence, async (c) => {
      const { licence, source } = await siteOf(c)
      return c.html(<LicencePage view={c.var.view} licence={licence} source={source} />)
    })
    .get(urls.reader, (c) => c.html(<ReaderPage view={c.var.view} from={urls.home} />))
    .post(urls.reader, async (c) => {
      const body = await c.req.parseBody()
      const chosen = toReader(
        Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
      )
      setCookie(c, 'reader', writeReader(chosen), { path: '/', maxAge: year, sameSite: 'Lax' })
      const { locale } = c.var.view
      return c.redirect(locale === 'ja' ? '/' : `/${locale}`, 303)
    })
    .get(urls.design, (c) => c.html(<Gallery view={c.var.view} />))
    .get(urls.apiDocs, (c) => c.html(<ApiPage view={c.var.view} endpoints={c.var.endpoints} />))
    .get(urls.favicon, (c) =>
      c.body(favicon, 200, {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=86400',
      }),
    )
    .get(urls.oldFavicon, (c) => c.redirect(urls.favicon, 301))
    .get(urls.robots, (c) =>
      c.text(
        `User-agent: *\nDisallow: /desk\nDisallow: /sign-in\nSitemap: ${c.var.view.origin}/sitemap.xml\n`,
      ),
    )
    .get(urls.sitemap, async (c) => {
      const { view } = c.var
      const paths: string[] = [
        urls.home,
        urls.about,
        urls.paper,
        urls.accessibility,
        planUrls.list,
        progressUrls.newest,
        voiceUrls.list,
        voiceUrls.figures,
        commentUrls.list,
        liaisonUrls.roster,
        newsletterUrls.list,
        publicationUrls.list,
        moderationUrls.figures,
        frame.heads,
      ]
      for (const plan of await readable(c)) {
        const { tree } = await yearOf(c, plan)
        paths.push(planUrls.year(plan.fiscalYear))
        if ('publishedOn' in plan) paths.push(progressUrls.year(plan.fiscalYear))
        paths.push(...itemsOf(tree).map((item) => planUrls.item(plan.fiscalYear, item.code)))
      }
      const lines = paths.flatMap((path) =>
        locales.map((locale) => {
          const prefix = locale === 'ja' ? '' : `/${locale}`
          return `<url><loc>${view.origin}${prefix}${path === '/' && prefix ? '' : path}</loc></url>`
        }),
      )
      c.header('content-type', 'application/xml; charset=utf-8')
      return c.body(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines.join('')}</urlset>`,
      )
    })
    .get(urls.desk, async (c) => {
      const { view, ctx } = c.var
      const { actor, db, now } = ctx
      const lists = await Promise.all(dues.map((of) => of(db, actor, localDate(now))))
      const waiting = sortedDues(lists.flat())
      const w = deskWords[view.locale]
      return c.html(
        <TodayPage view={view} w={w} actor={actor} plans={await plans(db)} dues={waiting} />,
      )
    })
