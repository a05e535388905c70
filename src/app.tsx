import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { Kysely } from 'kysely'
import type { Env } from '#design/env.ts'
import { errorPage } from '#design/errors.tsx'
import { readReader, writeReader } from '#design/reader.ts'
import { type Locale, locales, type View } from '#design/view.ts'
import { routes as front } from '#domains/front/routes.tsx'
import { deskRoutes } from '#domains/plan/desk-routes.tsx'
import { routes as plans } from '#domains/plan/routes.tsx'
import { mayOpenDesk } from '#domains/staff/actions.ts'
import type { Auth } from '#domains/staff/auth.ts'
import { routes as staff } from '#domains/staff/routes.tsx'
import { actorOf } from '#domains/staff/store/people.ts'
import { type Actor, anonymous } from '#platform/actor.ts'
import type { Assets } from '#platform/assets.ts'
import { localDate } from '#platform/calendar.ts'
import type { Files } from '#platform/files.ts'
import { type Fact, ledger } from '#platform/ledger.ts'
import { metrics } from '#platform/metrics.ts'
import { pageCache } from '#platform/page-cache.ts'
import { memory } from '#platform/recall.ts'
import { Refused } from '#platform/result.ts'
import { withRuby } from '#platform/ruby.ts'
import type { Seal } from '#platform/seal.ts'
import { siteProfile } from '#platform/site.ts'
import type { DB } from '#platform/tables.ts'
import { formToken, type LogLine, observed, sameToken, security } from '#platform/web.ts'
import { api, endpoints } from './api.ts'

export interface Deps {
  readonly db: Kysely<DB>
  readonly now: () => Date
  readonly auth: Auth
  readonly assets: Assets
  readonly files: Files
  readonly secret: string
  readonly seal: Seal
  /** Without it nobody reads /metrics. */
  readonly metricsToken?: string
  /** https://plan.example.jp */
  readonly origin: string
  readonly log: (line: LogLine) => void
  readonly bug: (requestId: string, thrown: unknown) => void
  /** Whether the database answers. */
  readonly ready: () => Promise<boolean>
}

/** The largest file that a plan comes in; a hundred pages of Word with pictures are smaller. */
const uploadLimit = 20 * 2 ** 20
const formLimit = 2 ** 20

/** The table of contents: the one file that names every domain. */
export function app(deps: Deps) {
  const { db, now, auth, assets, secret, origin } = deps
  const cache = pageCache({
    keyOf: (c) => `${c.req.url} ${readerKey(c)}`,
    finish: withRuby,
  })
  const counted = metrics(cache.stats)
  const known = memory()
  /** What may be said differently from now on: every page, and what they are made of. */
  const forget = () => {
    cache.empty()
    known.forget()
  }
  const onFacts = (facts: readonly Fact[]) => {
    forget()
    for (const { fact } of facts) counted.fact(fact)
  }

  const site = new Hono<Env>({ getPath: (request) => splitLocale(request.url).path })
    .use(
      observed(
        (line) => {
          counted.note(line)
          deps.log(line)
        },
        (c) => c.req.matchedRoutes.at(-1)?.path ?? '-',
      ),
    )
    .use(security(origin.startsWith('https:')))
    .get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }))
    .get('/readyz', async (c) => {
      const ready = await deps.ready()
      return c.text(ready ? 'ready' : 'not ready', ready ? 200 : 503, {
        'cache-control': 'no-store',
      })
    })
    .get('/metrics', async (c) => {
      const given = c.req.header('authorization')
      if (!deps.metricsToken || !sameToken(`Bearer ${deps.metricsToken}`, given))
        throw new Refused({ kind: 'not-found' })
      c.header('cache-control', 'no-store')
      return c.text(await counted.text())
    })
    .use('/assets/*', assets.middleware)
    .use(async (c, next) => {
      const limit = c.req.path.startsWith('/desk/plans/intake') ? uploadLimit : formLimit
      const refuse = () => {
        throw new HTTPException(413)
      }
      return bodyLimit({ maxSize: limit, onError: refuse })(c, next)
    })
    .use(csrf({ origin: (from, c) => from === origin || hostOf(from) === c.req.header('host') }))
    .use((c, next) => (isPrivate(c.req.path) ? next() : cache.middleware(c, next)))
    .use(async (c, next) => {
      await prepare(c)
      await next()
      // Pages that are kept are finished where they are kept.
      if (isPrivate(c.req.path) || c.req.method === 'POST') await withReadings(c)
    })
    .onError((thrown, c) => answerTo(c, thrown))
    .notFound((c) => answerTo(c, new Refused({ kind: 'not-found' })))
    .route('/', front)
    .route('/', staff(auth, networkOf))
    .route('/', plans)
    .route('/api/v1', api)
    .route('/desk/plans', deskRoutes)

  async function prepare(c: Context<Env>) {
    const session = isPrivate(c.req.path) ? await auth.session(c.req.raw.headers) : null
    const at = now()
    const actor = (session && (await actorOf(db, session.userId, localDate(at)))) || anonymous
    const moment = { actor, now: at, requestId: c.var.requestId, onFacts }
    c.set('recall', known.recall)
    c.set('files', deps.files)
    c.set('endpoints', endpoints)
    c.set('ctx', { actor, now: at, db, seal: deps.seal, record: ledger(db, moment) })
    if (session) c.set('session', session)
    c.set('view', await viewOf(c, actor, session?.token))
    if (isPrivate(c.req.path)) c.header('cache-control', 'no-store')
    if (c.req.path.startsWith('/desk') && !mayOpenDesk(actor))
      throw new Refused({ kind: 'not-signed-in' })
    if (c.req.method === 'POST' && session) {
      const { csrf: given } = await c.req.parseBody({ all: true })
      if (!sameToken(formToken(secret, session.token), given)) throw new HTTPException(403)
    }
  }

  async function viewOf(c: Context<Env>, actor: Actor, session: string | undefined): Promise<View> {
    const { locale, path } = splitLocale(c.req.url)
    const { name, phone, hours, address, notice } = await known.recall('site', () =>
      siteProfile(db),
    )
    return {
      locale,
      path,
      query: new URL(c.req.url).search,
      site: {
        name: name[locale],
        phone,
        hours: hours[locale],
        address: address[locale],
        ...(notice && { notice: notice[locale] }),
      },
      css: assets.href('site.css'),
      scripts: { desk: assets.href('desk.js') },
      origin,
      now: now(),
      reader: readReader(getCookie(c, 'reader')),
      ...(session && { staff: { name: actor.name, csrf: formToken(secret, session) } }),
    }
  }

  async function answerTo(c: Context<Env>, thrown: Error): Promise<Response> {
    const unforeseen = !(thrown instanceof Refused) && !(thrown instanceof HTTPException)
    if (unforeseen) deps.bug(c.var.requestId, thrown)
    c.header('cache-control', 'no-store')
    if (c.req.path.startsWith('/api/')) return apiFault(c, thrown)
    if (thrown instanceof Refused && thrown.refusal.kind === 'not-signed-in')
      return c.redirect(`/sign-in?onward=${encodeURIComponent(c.req.path)}`, 303)
    if (!c.var.view) await prepare(c).catch(() => undefined)
    const { status, body } = errorPage(c.var.view, thrown, c.var.requestId)
    return c.html(withRuby(String(await body)), status)
  }

  return { fetch: site.fetch, request: site.request, site, forget }
}

/** Pages that depend on who asks; everything else is the same for all, and may be kept. */
const isPrivate = (path: string) => /^\/(desk|sign-in|sign-out)(\/|$)/.test(path)

function apiFault(c: Context<Env>, thrown: Error) {
  const kind = thrown instanceof Refused ? thrown.refusal.kind : 'error'
  const status = kind === 'not-found' ? 404 : kind === 'refused' ? 400 : 500
  return c.json({ error: kind, requestId: c.var.requestId }, status)
}

/** Readings are set once, on the finished page. */
async function withReadings(c: Context<Env>) {
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  const html = await c.res.text()
  c.res = new Response(withRuby(html), c.res)
}

/** /en/plans/2012 is /plans/2012 in English. */
export function splitLocale(url: string): { locale: Locale; path: string } {
  const { pathname } = new URL(url)
  const [, first = ''] = pathname.split('/')
  const locale = locales.find((one) => one === first && one !== 'ja')
  return locale
    ? { locale, path: pathname.slice(first.length + 1) || '/' }
    : { locale: 'ja', path: pathname }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '')

function networkOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Part of the page cache's key: these change <html>. */
const readerKey = (c: Context) => writeReader(readReader(getCookie(c, 'reader')))
