import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { DeskPage } from '#design/desk-page.tsx'
import type { Env } from '#design/env.ts'
import { errorPage } from '#design/errors.tsx'
import { finished } from '#design/finish.ts'
import { readReader, writeReader } from '#design/reader.ts'
import { routes as audit } from '#domains/audit/routes.tsx'
import { routes as districts } from '#domains/districts/routes.tsx'
import { routes as front } from '#domains/front/routes.tsx'
import { openHandovers } from '#domains/handovers/index.ts'
import { routes as handovers } from '#domains/handovers/routes.tsx'
import { routes as liaisons } from '#domains/liaisons/routes.tsx'
import { routes as moderation } from '#domains/moderation/routes.tsx'
import { leaveNewsletter } from '#domains/newsletters/index.ts'
import { routes as newsletters } from '#domains/newsletters/routes.tsx'
import { leaveRoutes } from '#domains/notices/routes/leave.tsx'
import { letterRoutes } from '#domains/notices/routes/letters.tsx'
import { listRoutes } from '#domains/notices/routes/list.tsx'
import { outboxRoutes } from '#domains/notices/routes/outbox.tsx'
import { deskRoutes } from '#domains/plan/desk-routes.tsx'
import { routes as plans } from '#domains/plan/routes.tsx'
import { remarkPrompts } from '#domains/progress/judging/actions/carry.ts'
import { routes as judging, mayEvaluate } from '#domains/progress/judging/routes.tsx'
import { besidePlan, publicRoutes } from '#domains/progress/routes/public.tsx'
import { routes as progress } from '#domains/progress/routes.tsx'
import { routes as publications } from '#domains/publications/routes.tsx'
import { keepAlive } from '#domains/residents/actions/account.ts'
import { messages as residentWords } from '#domains/residents/messages/public.ts'
import {
  handReceipt,
  needsToken,
  OwnFrame,
  routes as residents,
  visitOf,
} from '#domains/residents/routes.tsx'
import { mayOpenDesk } from '#domains/staff/actions.ts'
import { staffDeskRoutes } from '#domains/staff/desk-routes.tsx'
import { permissionRoutes } from '#domains/staff/routes/permissions.tsx'
import { routes as staff } from '#domains/staff/routes.tsx'
import { actorOf } from '#domains/staff/store/people.ts'
import {
  commentBesideYear,
  routes as comments,
  followedComment,
} from '#domains/voices/comment/routes.tsx'
import { moderatedOpinions, moderatedPoints } from '#domains/voices/index.ts'
import {
  followedVoice,
  routes as voices,
  voicesBesideDeskItem,
  voicesBesideItem,
  voicesOpenData,
} from '#domains/voices/routes.tsx'
import { routes as words } from '#domains/words/routes.tsx'
import { anonymous } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import { type Fact, ledger } from '#platform/ledger.ts'
import { type Limit, limiter } from '#platform/limits.ts'
import { metrics } from '#platform/metrics.ts'
import { trustedProxies } from '#platform/network.ts'
import { pageCache } from '#platform/page-cache.ts'
import { memory, remembering } from '#platform/recall.ts'
import { Refused } from '#platform/result.ts'
import { rushAt } from '#platform/rush.ts'
import { formToken, observed, sameToken, security } from '#platform/web.ts'
import {
  byTokenAlone,
  hostOf,
  isDesk,
  isPrivate,
  largestBody,
  networkBehind,
  signInFrom,
  splitLocale,
} from './address.ts'
import { apiFault, withReadings } from './answers.ts'
import { api, endpoints } from './api.ts'
import { belongings } from './belongings.ts'
import type { Deps } from './deps.ts'
import { subjectOf, subjectsNamed, subjectsOffered } from './followed.ts'
import { houseOf } from './house.ts'
import { groupAppeals, moderated, withAppeals } from './moderated.tsx'
import { noticeGroups } from './notice-groups.ts'
import { addresses, addressOpened, dues, kinds } from './post-room.ts'
import { powers } from './powers.ts'
import { retentions } from './retentions.ts'
import { rushRoutes } from './rush.tsx'
import { limitOf, type RushForm, usualRush } from './rush-terms.ts'
import { viewsFor } from './views.ts'

/** The table of contents: the one file that names every domain. */
export function app(deps: Deps) {
  const { now, auth, assets, secret, origin } = deps
  const known = memory()
  const db = remembering(deps.db, known.recall)
  const cache = pageCache({
    keyOf: (c) => `${c.req.url} ${readerKey(c)} ${localDate(now())}`,
    finish: finished,
  })
  const networkOf = networkBehind(deps.proxies ?? trustedProxies(undefined))
  const limiterOf = (name: string, limit: Limit) =>
    limiter({ db, seal: deps.seal, now }, name, limit)
  const rush = deps.rush ?? usualRush
  const rushOf = (form: RushForm) => rushAt({ secret, limiterOf }, form, limitOf(rush, form))
  const door = { secret, networkOf, limiterOf, rushOf }
  const subjects = { subjectOf, subjectsNamed, subjectsOffered }
  const services = deps.services ?? []
  const registry = deps.moderated ?? moderated
  const forResidents = {
    networkOf,
    origin,
    ...subjects,
    acts: [
      withAppeals(registry, followedVoice, moderatedPoints),
      withAppeals(registry, followedComment, moderatedOpinions),
    ],
    services,
  }
  const counted = metrics(cache.stats)
  const viewOf = viewsFor({ db, now, assets, secret, origin, recall: known.recall })
  /** What may be said differently from now on: every page, and what they are made of. */
  const forget = () => {
    cache.empty()
    known.forget()
  }
  const onFacts = (facts: readonly Fact[]) => {
    forget()
    for (const { fact } of facts) counted.fact(fact)
    deps.nudge?.()
  }

  const sameSite = csrf({
    origin: (from, c) => from === origin || hostOf(from) === c.req.header('host'),
  })
  const { mailKept: kept, mailFolder: folder } = deps
  const outbox = { kinds, addresses, ...(kept && { kept }), ...(folder && { folder }) }

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
    .use(security(origin.startsWith('https:'), auth.formTargets))
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
      const maxSize = largestBody(c.req.path)
      const refuse = () => {
        throw new HTTPException(413)
      }
      return bodyLimit({ maxSize, onError: refuse })(c, next)
    })
    .use((c, next) => (byTokenAlone(c.req.path) ? next() : sameSite(c, next)))
    .use((c, next) => (isPrivate(c.req.path) ? next() : cache.middleware(c, next)))
    .use(async (c, next) => {
      await prepare(c)
      await next()
      // Pages that are kept are finished where they are kept.
      if (isPrivate(c.req.path) || c.req.method === 'POST') await withReadings(c)
    })
    .onError((thrown, c) => answerTo(c, thrown))
    .notFound((c) => answerTo(c, new Refused({ kind: 'not-found' })))
    .route('/', rushRoutes(door, rush))
    .route('/', front(dues, besidePlan.year))
    .route('/', staff(auth, networkOf, limiterOf))
    .route('/', plans({ item: besideItem, year: besideYear, openData: besideOpenData }))
    .route('/', publicRoutes)
    .route('/', judging)
    .route('/', progress(door, groupAppeals(registry)))
    .route('/', listRoutes({ kinds, staff: DeskPage, residents: OwnFrame, groups: noticeGroups }))
    .route('/', leaveRoutes(kinds, leaveNewsletter))
    .route('/', outboxRoutes(outbox))
    .route('/', letterRoutes({ kinds, addresses, origin, opened: addressOpened }))
    .route('/', voices({ ...door, handReceipt, news: besidePlan.news, setAside: deps.setAside }))
    .route('/', comments({ ...door, handReceipt }))
    .route('/', moderation(registry, door))
    .route('/', audit(retentions))
    .route('/', liaisons(openHandovers))
    .route('/', words)
    .route('/', districts)
    .route('/', handovers(belongings))
    .route('/', newsletters(door))
    .route('/', publications(houseOf(origin, deps.files)))
    .route('/', residents({ ...forResidents, limiter: limiterOf }))
    .route('/api/v1', api)
    .route('/desk/plans', deskRoutes(mayEvaluate, remarkPrompts, voicesBesideDeskItem))
    .route('/desk/staff', staffDeskRoutes)
    .route('/', permissionRoutes(powers))

  async function prepare(c: Context<Env>) {
    const session = isPrivate(c.req.path) ? await auth.session(c.req.raw.headers, now()) : null
    const at = now()
    const path = c.req.path
    const visit =
      isPrivate(path) && !session
        ? await visitOf(c, { db, seal: deps.seal, now: at }, path)
        : undefined
    const actor =
      (session?.stage === 'full' && (await actorOf(db, session.userId, localDate(at)))) ||
      visit?.actor ||
      anonymous
    const moment = { actor, now: at, requestId: c.var.requestId, onFacts }
    c.set('recall', known.recall)
    c.set('files', deps.files)
    c.set('endpoints', endpoints)
    c.set('ctx', { actor, now: at, db, seal: deps.seal, record: ledger(db, moment) })
    if (visit?.visitor) await keepAlive(c.var.ctx, visit.visitor)
    if (session) c.set('session', session)
    c.set('view', await viewOf(c, actor, session?.token, visit))
    if (isPrivate(c.req.path)) c.header('cache-control', 'no-store')
    if (isDesk(c.req.path) && !mayOpenDesk(actor)) throw new Refused({ kind: 'not-signed-in' })
    if (c.req.method === 'POST' && session) {
      const { csrf: given } = await c.req.parseBody({ all: true })
      if (!sameToken(formToken(secret, session.token), given)) throw new HTTPException(403)
    }
    if (c.req.method === 'POST' && visit && needsToken(path)) {
      const { csrf: given } = await c.req.parseBody({ all: true })
      if (!sameToken(formToken(secret, visit.key), given)) throw new HTTPException(403)
    }
  }

  async function answerTo(c: Context<Env>, thrown: Error): Promise<Response> {
    const unforeseen = !(thrown instanceof Refused) && !(thrown instanceof HTTPException)
    if (unforeseen) deps.bug(c.var.requestId, thrown)
    c.header('cache-control', 'no-store')
    if (c.req.path.startsWith('/api/')) return apiFault(c, thrown)
    if (thrown instanceof Refused && thrown.refusal.kind === 'not-signed-in')
      return c.redirect(signInFrom(c.req.url), 303)
    if (!c.var.view) await prepare(c).catch(() => undefined)
    const { status, body } = errorPage(c.var.view, thrown, c.var.requestId, wordsFor(c))
    return c.html(finished(String(await body)), status)
  }

  return { fetch: site.fetch, request: site.request, site, forget }
}

/** Beside an item: how far it has come, and what people said of it. */
const besideItem: typeof besidePlan.item = async (c, plan, item, dates) => (
  <>
    {await besidePlan.item(c, plan, item, dates)}
    {await voicesBesideItem(c, item.id)}
  </>
)

/** Files of reports and of voices beside those of the plan. */
const besideOpenData: typeof besidePlan.openData = async (c) => (
  <>
    {await besidePlan.openData(c)}
    {await voicesOpenData(c)}
  </>
)

/** Beside the year: how far it has come, and where its draft can be commented on. */
const besideYear: typeof besidePlan.year = async (c, plan) => {
  const beside = await besidePlan.year(c, plan)
  const line = (
    <>
      {await commentBesideYear(c, plan.fiscalYear)}
      {beside.line}
    </>
  )
  return { ...beside, line }
}

/** Reasons that residents meet on their own pages have their words there. */
const wordsFor = (c: Context<Env>) => residentWords[c.var.view?.locale ?? 'ja'].refusals

/** Part of the page cache's key: these change <html>. */
const readerKey = (c: Context) => writeReader(readReader(getCookie(c, 'reader')))
