import { beforeAll, describe, expect, test } from 'vitest'
import { receive, withdraw } from '#domains/plan/actions/intake.ts'
import { readFile } from '#domains/plan/intake/sources.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { demoFile } from './support/files.ts'
import { itemIn, treeIn } from './support/plan.ts'

const roles = ['resident', 'viewer', 'officer', 'author', 'head'] as const

/** What stands in an address, of the demo city. */
type Ids = Readonly<
  Record<'item' | 'measure' | 'group' | 'amendment' | 'intake' | 'closed', string>
>

const everyone = (status: number) => [status, status, status, status, status] as const
/** A resident is led to the sign-in. */
const staff = (status: number) => [303, status, status, status, status] as const
const secretariat = (status: number) => [303, 403, 403, status, status] as const
const department = (status: number) => [303, 403, status, status, status] as const

const year = '/desk/plans/:year{[0-9]{4}}'
const now = '/desk/plans/2013'

/**
 * Every address of the site, with a sample and the answer for each role, in the order of `roles`.
 * Forms are sent empty: who may send them is told what is missing, and nothing changes.
 */
// biome-ignore format: a table is read in columns
const table: readonly (readonly [route: string, sample: string | ((ids: Ids) => string), statuses: readonly number[]])[] = [
  ['GET /healthz',                          '/healthz',                                    everyone(200)],
  ['GET /readyz',                           '/readyz',                                     everyone(200)],
  // Read by a machine that says its token.
  ['GET /metrics',                          '/metrics',                                    everyone(404)],
  ['GET /',                                 '/',                                           everyone(200)],
  ['GET /about',                            '/about',                                      everyone(200)],
  ['GET /paper',                            '/paper',                                      everyone(200)],
  ['GET /accessibility',                    '/accessibility',                              everyone(200)],
  ['GET /licence',                          '/licence',                                    everyone(200)],
  ['GET /reader',                           '/reader',                                     everyone(200)],
  ['POST /reader',                          '/reader',                                     everyone(303)],
  ['GET /design',                           '/design',                                     everyone(200)],
  ['GET /api',                              '/api',                                        everyone(200)],
  ['GET /favicon.svg',                      '/favicon.svg',                                everyone(200)],
  ['GET /favicon.ico',                      '/favicon.ico',                                everyone(301)],
  ['GET /robots.txt',                       '/robots.txt',                                 everyone(200)],
  ['GET /sitemap.xml',                      '/sitemap.xml',                                everyone(200)],
  ['GET /sign-in',                          '/sign-in',                                    everyone(200)],
  ['POST /sign-in',                         '/sign-in',                                    everyone(422)],
  ['GET /plans',                            '/plans',                                      everyone(200)],
  ['GET /plans/compare',                    '/plans/compare?from=2012&to=2013',            everyone(200)],
  ['GET /search',                           '/search?q=協働',                               everyone(200)],
  ['GET /open-data',                        '/open-data',                                  everyone(200)],
  ['GET /plans/:year{[0-9]{4}}',            '/plans/2012',                                 everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/items/:code', '/plans/2012/items/1-1',                      everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/amendments', '/plans/2012/amendments',                      everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/became',     '/plans/2013/became',                          everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/:file{plan\\.(pdf|xlsx|csv|json)}', '/plans/2012/plan.csv', everyone(200)],
  ['GET /api/v1/plans',                     '/api/v1/plans',                               everyone(200)],
  ['GET /api/v1/plans/:year',               '/api/v1/plans/2012',                          everyone(200)],
  ['GET /api/v1/items/:id',                 (ids) => `/api/v1/items/${ids.item}`,          everyone(200)],
  ['GET /api/v1/openapi.json',              '/api/v1/openapi.json',                        everyone(200)],
  ['GET /desk',                             '/desk',                                       staff(200)],
  ['GET /desk/ledger',                      '/desk/ledger',                                staff(200)],
  ['GET /desk/plans',                       '/desk/plans',                                 staff(200)],
  ['POST /desk/plans',                      '/desk/plans',                                 secretariat(422)],
  ['GET /desk/plans/template.xlsx',         '/desk/plans/template.xlsx',                   staff(200)],
  ['GET /desk/plans/intake',                '/desk/plans/intake',                          secretariat(200)],
  ['POST /desk/plans/intake',               '/desk/plans/intake',                          secretariat(422)],
  ['GET /desk/plans/intake/:id',            (ids) => `/desk/plans/intake/${ids.intake}`,   secretariat(200)],
  ['POST /desk/plans/intake/:id',           (ids) => `/desk/plans/intake/${ids.closed}`,   secretariat(409)],
  // Pasted text has no file to give back.
  ['GET /desk/plans/intake/:id/original',   (ids) => `/desk/plans/intake/${ids.intake}/original`, secretariat(404)],
  ['POST /desk/plans/intake/:id/accept',    (ids) => `/desk/plans/intake/${ids.intake}/accept`, secretariat(422)],
  ['POST /desk/plans/intake/:id/withdraw',  (ids) => `/desk/plans/intake/${ids.closed}/withdraw`, secretariat(409)],
  [`GET ${year}`,                           now,                                           staff(200)],
  [`POST ${year}/bulk`,                     `${now}/bulk`,                                 secretariat(422)],
  [`POST ${year}/bulk/undo`,                `${now}/bulk/undo`,                            secretariat(422)],
  [`GET ${year}/check`,                     `${now}/check`,                                staff(200)],
  [`GET ${year}/preview`,                   `${now}/preview`,                              staff(200)],
  [`GET ${year}/:file{plan\\.(pdf|xlsx|csv|json)}`, `${now}/plan.json`,                    staff(200)],
  [`GET ${year}/steps/:step`,               `${now}/steps/submit`,                         staff(200)],
  [`POST ${year}/steps/:step`,              `${now}/steps/sendBack`,                       secretariat(422)],
  [`POST ${year}/measures`,                 `${now}/measures`,                             secretariat(422)],
  [`GET ${year}/measures/:id`,              (ids) => `${now}/measures/${ids.measure}`,     secretariat(200)],
  [`POST ${year}/measures/:id`,             (ids) => `${now}/measures/${ids.measure}`,     secretariat(422)],
  [`POST ${year}/measures/:id/remove`,      (ids) => `${now}/measures/${ids.measure}/remove`, secretariat(422)],
  [`POST ${year}/measures/:id/move`,        (ids) => `${now}/measures/${ids.measure}/move`, secretariat(404)],
  [`POST ${year}/measures/:id/groups`,      (ids) => `${now}/measures/${ids.measure}/groups`, secretariat(422)],
  [`GET ${year}/groups/:id`,                (ids) => `${now}/groups/${ids.group}`,         secretariat(200)],
  [`POST ${year}/groups/:id`,               (ids) => `${now}/groups/${ids.group}`,         secretariat(422)],
  [`POST ${year}/groups/:id/remove`,        (ids) => `${now}/groups/${ids.group}/remove`,  secretariat(422)],
  [`POST ${year}/groups/:id/move`,          (ids) => `${now}/groups/${ids.group}/move`,    secretariat(404)],
  [`POST ${year}/items`,                    `${now}/items`,                                secretariat(404)],
  [`GET ${year}/items/:id`,                 (ids) => `${now}/items/${ids.item}`,           staff(200)],
  [`POST ${year}/items/:id`,                (ids) => `${now}/items/${ids.item}`,           department(422)],
  [`POST ${year}/items/:id/remove`,         (ids) => `${now}/items/${ids.item}/remove`,    secretariat(422)],
  [`POST ${year}/items/:id/move`,           (ids) => `${now}/items/${ids.item}/move`,      secretariat(404)],
  [`POST ${year}/drop`,                     `${now}/drop`,                                 secretariat(404)],
  [`GET ${year}/head`,                      `${now}/head`,                                 secretariat(200)],
  [`POST ${year}/head`,                     `${now}/head`,                                 secretariat(422)],
  [`GET ${year}/amendments`,                '/desk/plans/2012/amendments',                 staff(200)],
  [`POST ${year}/amendments/:id/approve`,   (ids) => `/desk/plans/2012/amendments/${ids.amendment}/approve`, secretariat(409)],
  [`POST ${year}/amendments/:id/withdraw`,  (ids) => `/desk/plans/2012/amendments/${ids.amendment}/withdraw`, department(409)],
  [`GET ${year}/roll-over`,                 '/desk/plans/2012/roll-over',                  secretariat(200)],
  [`POST ${year}/roll-over`,                '/desk/plans/2012/roll-over',                  secretariat(422)],
  // The last one: it ends the session of whoever asks.
  ['POST /sign-out',                        '/sign-out',                                   everyone(303)],
]

let site: Browser
let ids: Ids
beforeAll(async () => {
  site = await demoCity()
  const ctx = site.ctx(people.author)
  const scan = await readFile('plan.txt', demoFile('tsushima-2012.txt'))
  const [intake, closed] = [
    await receive(ctx, 2014, 'plan.txt', scan, null),
    await receive(ctx, 2014, 'plan.txt', scan, null),
  ]
  await withdraw(ctx, closed.id)
  const tree = await treeIn(site.db, 2013)
  const [measure] = tree.measures
  const amended = await itemIn(site.db, 2012, '1-6')
  const amendment = await site.db
    .selectFrom('plan_amendment')
    .select('id')
    .where('item_id', '=', amended.id)
    .executeTakeFirstOrThrow()
  ids = {
    item: (await itemIn(site.db, 2013, '1-1')).id,
    measure: measure?.id ?? '',
    group: measure?.groups[0]?.id ?? '',
    amendment: amendment.id,
    intake: intake.id,
    closed: closed.id,
  }
})

const pathOf = (sample: (typeof table)[number][1]) =>
  typeof sample === 'string' ? sample : sample(ids)

test('every address that the site answers is in the table, and no other', () => {
  const registered = site.site.site.routes.map(({ method, path }) => `${method} ${path}`)
  const through = new Set(['ALL /*', 'ALL /assets/*'])
  const routes = [...new Set(registered)].filter((route) => !through.has(route))
  expect(routes.toSorted()).toEqual(table.map(([route]) => route).toSorted())
})

describe.each(roles)('to the %s', (role) => {
  beforeAll(() => site.as(people[role]))
  const column = roles.indexOf(role)

  test.each(table)('%s', async (route, sample, statuses) => {
    const path = pathOf(sample)
    const answer = route.startsWith('GET ') ? await site.get(path) : await site.post(path)
    expect(answer.status).toBe(statuses[column])
    if (role === 'resident' && path.startsWith('/desk'))
      expect(answer.headers.get('location')).toMatch(/^\/sign-in\?onward=/)
  })
})

describe('what nobody thought of is closed', () => {
  test.each(['/desk/x', '/desk/plans/x', '/desk/plans/2013/x', '/en/desk', '/ko/desk/plans/2013'])(
    '%s leads a resident to the sign-in',
    async (path) => {
      await site.as(people.resident)
      const answer = await site.get(path)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/sign-in\?onward=/)
      expect((await site.post(path)).status).toBe(303)
    },
  )

  test('a person whose role was taken away is nobody, at once', async () => {
    await site.as(people.viewer)
    expect((await site.get('/desk')).status).toBe(200)
    await site.db.deleteFrom('staff_duty').where('user_id', '=', people.viewer.id).execute()
    expect((await site.get('/desk')).status).toBe(303)
  })

  test('no address changed anything, and none broke', async () => {
    expect(site.bugs).toEqual([])
    const facts = await site.db
      .selectFrom('ledger')
      .select('fact')
      .where('request_id', 'not in', ['demo', 'test'])
      .where('fact', 'not like', 'staff.signed-%')
      .execute()
    expect(facts).toEqual([])
  })
})
