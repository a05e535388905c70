import { beforeAll, describe, expect, test } from 'vitest'
import { receive, withdraw } from '#domains/plan/actions/intake.ts'
import { readFile } from '#domains/plan/intake/sources.ts'
import { noteOpening } from '#domains/residents/actions/counter.ts'
import { printLetters } from '#domains/residents/actions/lists.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { demoFile } from './support/files.ts'
import { itemIn, treeIn } from './support/plan.ts'
import { beforeFinal } from './support/rounds.ts'

const roles = ['resident', 'viewer', 'officer', 'author', 'head'] as const

/** What stands in an address, of the demo city. */
type Ids = Readonly<
  Record<
    | 'department'
    | 'person'
    | 'assignment'
    | 'roster'
    | 'begun'
    | 'item'
    | 'measure'
    | 'group'
    | 'amendment'
    | 'intake'
    | 'closed'
    | 'committee'
    | 'round'
    | 'q3'
    | 'report'
    | 'reported',
    string
  >
>

const everyone = (status: number) => [status, status, status, status, status] as const
/** A resident is led to the sign-in. */
const staff = (status: number) => [303, status, status, status, status] as const
/** The auditor and the secretariat. */
const auditing = (status: number) => [303, status, 403, status, status] as const
const secretariat = (status: number) => [303, 403, 403, status, status] as const
const department = (status: number) => [303, 403, status, status, status] as const

/** The key of a file that nobody handed in. */
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
  ['GET /sign-in/second',                   '/sign-in/second',                             everyone(303)],
  ['POST /sign-in/second',                  '/sign-in/second',                             everyone(303)],
  ['GET /sign-in/again',                    '/sign-in/again',                              staff(200)],
  ['POST /sign-in/again',                   '/sign-in/again',                              staff(422)],
  ['GET /sign-in/password',                 '/sign-in/password',                           everyone(303)],
  ['POST /sign-in/password',                '/sign-in/password',                           everyone(303)],
  ['GET /sign-in/forgot',                   '/sign-in/forgot',                             everyone(200)],
  ['POST /sign-in/forgot',                  '/sign-in/forgot',                             everyone(422)],
  ['GET /sign-in/pass/:token',              '/sign-in/pass/x',                             everyone(410)],
  ['POST /sign-in/pass/:token',             '/sign-in/pass/x',                             everyone(410)],
  ['POST /sign-in/passkey/ask',             '/sign-in/passkey/ask',                        everyone(200)],
  ['POST /sign-in/passkey',                 '/sign-in/passkey',                            everyone(422)],
  ['POST /sign-in/new-passkey/ask',         '/sign-in/new-passkey/ask',                    [403, 200, 200, 200, 200]],
  ['POST /sign-in/new-passkey',             '/sign-in/new-passkey',                        everyone(303)],
  // Of an installation with a directory of its own: journeys/security/sso.test.ts.
  ['POST /sign-in/sso',                     '/sign-in/sso',                                everyone(404)],
  ['GET /sign-in/sso/back',                 '/sign-in/sso/back',                           everyone(404)],
  ['GET /desk/account',                     '/desk/account',                               staff(200)],
  ['GET /desk/account/password',            '/desk/account/password',                      staff(200)],
  ['POST /desk/account/password',           '/desk/account/password',                      staff(422)],
  ['GET /desk/account/totp',                '/desk/account/totp',                          staff(200)],
  ['POST /desk/account/totp',               '/desk/account/totp',                          staff(422)],
  ['POST /desk/account/codes',              '/desk/account/codes',                         staff(200)],
  ['POST /desk/account/factor',             '/desk/account/factor',                        staff(404)],
  ['POST /desk/account/sessions',           '/desk/account/sessions',                      staff(404)],
  ['GET /desk/accounts',                    '/desk/accounts',                              secretariat(200)],
  ['GET /desk/accounts/:id',                '/desk/accounts/per_author',                   secretariat(200)],
  ['POST /desk/accounts/:id/invite',        '/desk/accounts/per_nobody/invite',            secretariat(404)],
  ['POST /desk/accounts/:id/reset',         '/desk/accounts/per_nobody/reset',             secretariat(404)],
  ['POST /desk/accounts/:id/issue',         '/desk/accounts/per_nobody/issue',             secretariat(404)],
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
  ['GET /progress',                         '/progress',                                   everyone(200)],
  ['GET /progress/feed.atom',               '/progress/feed.atom',                         everyone(200)],
  ['GET /progress/:year{[0-9]{4}}',         '/progress/2012',                              everyone(200)],
  ['GET /progress/:year{[0-9]{4}}/items',   '/progress/2012/items',                        everyone(200)],
  ['GET /progress/:year{[0-9]{4}}/progress.csv', '/progress/2012/progress.csv',            everyone(200)],
  ['GET /progress/:year{[0-9]{4}}/pack.pdf', '/progress/2012/pack.pdf',                    everyone(200)],
  ['GET /api/v1/districts',                 '/api/v1/districts',                           everyone(200)],
  ['GET /progress/files/:id/:name',         '/progress/files/evf_x/a.jpg',                 everyone(404)],
  ['GET /api/v1/progress',                  '/api/v1/progress',                            everyone(200)],
  ['GET /api/v1/plans/:year/progress',      '/api/v1/plans/2012/progress',                 everyone(200)],
  ['GET /api/v1/openapi.json',              '/api/v1/openapi.json',                        everyone(200)],
  ['GET /desk',                             '/desk',                                       staff(200)],
  ['GET /ledger/heads',                     '/ledger/heads',                               everyone(200)],
  ['GET /api/v1/ledger/heads',              '/api/v1/ledger/heads',                        everyone(200)],
  ['GET /moderation',                       '/moderation',                                 everyone(200)],
  // The demo has nothing that residents write yet: there is nothing to flag.
  ['GET /moderation/flag',                  '/moderation/flag?kind=x&id=x',                everyone(404)],
  ['POST /moderation/flag',                 '/moderation/flag',                            everyone(404)],
  ['GET /moderation/flag/thanks',           '/moderation/flag/thanks',                     everyone(200)],
  // To everybody but its author a case is not there.
  ['GET /moderation/appeal/:id',            '/moderation/appeal/mod_x',                    everyone(404)],
  ['POST /moderation/appeal/:id',           '/moderation/appeal/mod_x',                    everyone(404)],
  ['GET /desk/moderation',                  '/desk/moderation',                            auditing(200)],
  ['POST /desk/moderation/bulk',            '/desk/moderation/bulk',                       secretariat(422)],
  ['GET /desk/moderation/guidelines',       '/desk/moderation/guidelines',                 secretariat(200)],
  ['POST /desk/moderation/guidelines',      '/desk/moderation/guidelines',                 secretariat(422)],
  ['GET /desk/moderation/cases/:id',        '/desk/moderation/cases/mod_x',                auditing(404)],
  ['POST /desk/moderation/cases/:id/:step', '/desk/moderation/cases/mod_x/claim',          auditing(404)],
  ['GET /desk/ledger',                      '/desk/ledger',                                auditing(200)],
  ['GET /desk/ledger/opened',               '/desk/ledger/opened',                         auditing(200)],
  ['GET /desk/ledger/ledger.csv',           '/desk/ledger/ledger.csv',                     auditing(200)],
  ['GET /desk/ledger/ledger.jsonl',         '/desk/ledger/ledger.jsonl',                   auditing(200)],
  ['GET /desk/audit/retention',             '/desk/audit/retention',                       auditing(200)],
  // Only the officer for data protection sets a term, who is none of these.
  ['GET /desk/audit/retention/:name',       '/desk/audit/retention/staff.session',         staff(403)],
  ['POST /desk/audit/retention/:name',      '/desk/audit/retention/staff.session',         staff(403)],
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
  ['GET /desk/notices',                     '/desk/notices',                               staff(200)],
  ['POST /desk/notices/read',               '/desk/notices/read',                          staff(303)],
  ['GET /desk/notices/settings',            '/desk/notices/settings',                      staff(200)],
  // Sent empty: nothing was chosen.
  ['POST /desk/notices/settings',           '/desk/notices/settings',                      staff(422)],
  ['GET /admin/outbox',                     '/admin/outbox',                               secretariat(200)],
  ['GET /admin/outbox/unreachable',         '/admin/outbox/unreachable',                   secretariat(200)],
  ['POST /admin/outbox/unreachable/:id',    '/admin/outbox/unreachable/res_nobody',        secretariat(404)],
  ['GET /admin/outbox/:id',                 '/admin/outbox/dlv_none',                      secretariat(404)],
  ['POST /admin/outbox/:id/again',          '/admin/outbox/dlv_none/again',                secretariat(404)],
  ['POST /admin/outbox/:id/drop',           '/admin/outbox/dlv_none/drop',                 secretariat(404)],
  ['GET /admin/letters',                    '/admin/letters',                              secretariat(200)],
  // Nothing waits to be printed.
  ['POST /admin/letters',                   '/admin/letters',                              secretariat(422)],
  ['GET /admin/letters/:id',                '/admin/letters/lb_none',                      secretariat(404)],
  ['POST /admin/letters/:id/letters.pdf',   '/admin/letters/lb_none/letters.pdf',          secretariat(404)],
  ['POST /admin/letters/:id/again.pdf',     '/admin/letters/lb_none/again.pdf',            secretariat(404)],
  ['POST /admin/letters/:id/printed',       '/admin/letters/lb_none/printed',              secretariat(404)],
  ['POST /admin/letters/:id/put-back',      '/admin/letters/lb_none/put-back',             secretariat(404)],
  // Without a token that we made there is nothing.
  ['GET /unsubscribe/:token',               '/unsubscribe/x',                              everyone(404)],
  ['POST /unsubscribe/:token',              '/unsubscribe/x',                              everyone(404)],
  ['GET /desk/staff',                       '/desk/staff?on=2013-04-01',                   staff(200)],
  ['POST /desk/staff/departments',          '/desk/staff/departments',                     secretariat(422)],
  ['GET /desk/staff/departments/:id',       (ids) => `/desk/staff/departments/${ids.department}`, staff(200)],
  ['POST /desk/staff/departments/:id/withdraw', (ids) => `/desk/staff/departments/${ids.department}/withdraw`, secretariat(422)],
  ['POST /desk/staff/departments/:id/:step{rename|move|end|merge}', (ids) => `/desk/staff/departments/${ids.department}/rename`, secretariat(422)],
  ['GET /desk/staff/people/:id',            (ids) => `/desk/staff/people/${ids.person}`,   staff(200)],
  ['POST /desk/staff/people/:id/assignments', (ids) => `/desk/staff/people/${ids.person}/assignments`, secretariat(422)],
  ['POST /desk/staff/people/:id/assignments/:assignment/end', (ids) => `/desk/staff/people/${ids.person}/assignments/${ids.assignment}/end`, secretariat(422)],
  ['POST /desk/staff/people/:id/duties',    (ids) => `/desk/staff/people/${ids.person}/duties`, secretariat(422)],
  ['POST /desk/staff/people/:id/duties/:duty/end', (ids) => `/desk/staff/people/${ids.person}/duties/dty_none/end`, staff(404)],
  ['POST /desk/staff/people/:id/leave',     (ids) => `/desk/staff/people/${ids.person}/leave`, secretariat(422)],
  ['GET /desk/staff/roster',                '/desk/staff/roster',                          secretariat(200)],
  ['POST /desk/staff/roster',               '/desk/staff/roster',                          secretariat(422)],
  ['GET /desk/staff/roster/template.xlsx',  '/desk/staff/roster/template.xlsx',            secretariat(200)],
  ['GET /desk/staff/roster/:id',            (ids) => `/desk/staff/roster/${ids.roster}`,   secretariat(200)],
  ['POST /desk/staff/roster/:id',           (ids) => `/desk/staff/roster/${ids.roster}`,   secretariat(409)],
  // The demonstration's roster was made, not handed in as a file.
  ['GET /desk/staff/roster/:id/original',   (ids) => `/desk/staff/roster/${ids.roster}/original`, secretariat(404)],
  ['POST /desk/staff/roster/:id/accept',    (ids) => `/desk/staff/roster/${ids.roster}/accept`, secretariat(409)],
  // Nobody is chosen.
  ['POST /desk/staff/roster/:id/invite',    (ids) => `/desk/staff/roster/${ids.roster}/invite`, secretariat(303)],
  ['POST /desk/staff/roster/:id/withdraw',  (ids) => `/desk/staff/roster/${ids.begun}/withdraw`, secretariat(422)],
  ['GET /admin/permissions',                '/admin/permissions',                          staff(200)],
  ['GET /admin/permissions/people/:id',     (ids) => `/admin/permissions/people/${ids.person}`, staff(200)],
  ['POST /admin/permissions/roles',         '/admin/permissions/roles',                    staff(403)],
  ['GET /admin/permissions/roles/:id',      '/admin/permissions/roles/rol_none',           staff(404)],
  ['POST /admin/permissions/roles/:id',     '/admin/permissions/roles/rol_none',           staff(404)],
  ['POST /admin/permissions/roles/:id/end', '/admin/permissions/roles/rol_none/end',       staff(404)],
  ['GET /api/v1/departments',               '/api/v1/departments?on=2013-04-01',           everyone(200)],
  ['GET /liaisons',                         '/liaisons',                                   everyone(200)],
  ['GET /liaisons/roster.csv',              '/liaisons/roster.csv',                        everyone(200)],
  ['GET /api/v1/liaisons',                  '/api/v1/liaisons',                            everyone(200)],
  ['GET /desk/liaisons',                    '/desk/liaisons',                              staff(200)],
  ['POST /desk/liaisons/ask',               '/desk/liaisons/ask',                          secretariat(422)],
  ['GET /desk/liaisons/mine',               '/desk/liaisons/mine',                         staff(200)],
  ['GET /desk/liaisons/sections/:id',       '/desk/liaisons/sections/dep_x',               staff(404)],
  ['GET /desk/liaisons/sections/:id/inventory/:year{[0-9]{4}}', '/desk/liaisons/sections/dep_x/inventory/2012', staff(404)],
  ['POST /desk/liaisons/sections/:id/inventory/:year{[0-9]{4}}', '/desk/liaisons/sections/dep_x/inventory/2012', staff(404)],
  ['POST /desk/liaisons/appointments/:id/name', '/desk/liaisons/appointments/lia_x/name', staff(404)],
  ['POST /desk/liaisons/appointments/:id/remind', '/desk/liaisons/appointments/lia_x/remind', staff(404)],
  ['POST /desk/liaisons/appointments/:id/withdraw', '/desk/liaisons/appointments/lia_x/withdraw', staff(404)],
  ['POST /desk/liaisons/appointments/:id/send-back', '/desk/liaisons/appointments/lia_x/send-back', staff(404)],
  ['POST /desk/liaisons/appointments/:id/appoint', '/desk/liaisons/appointments/lia_x/appoint', staff(404)],
  ['POST /desk/liaisons/appointments/:id/cancel', '/desk/liaisons/appointments/lia_x/cancel', staff(404)],
  ['POST /desk/liaisons/appointments/:id/end', '/desk/liaisons/appointments/lia_x/end', staff(404)],
  ['GET /desk/liaisons/duties/:id',         '/desk/liaisons/duties/ltk_x',                 staff(404)],
  ['POST /desk/liaisons/duties/:id',        '/desk/liaisons/duties/ltk_x',                 staff(404)],
  ['GET /desk/liaisons/duties/:id/file',    '/desk/liaisons/duties/ltk_x/file',            staff(404)],
  ['POST /desk/liaisons/duties/:id/excuse', '/desk/liaisons/duties/ltk_x/excuse',          staff(404)],
  ['POST /desk/liaisons/duties/:id/reopen', '/desk/liaisons/duties/ltk_x/reopen',          staff(404)],
  ['GET /desk/liaisons/inventories',        '/desk/liaisons/inventories',                  staff(200)],
  ['GET /desk/liaisons/:file{inventories-[0-9]{4}\\.(xlsx|csv)}', '/desk/liaisons/inventories-2012.csv', staff(200)],
  ['GET /desk/liaisons/trainings',          '/desk/liaisons/trainings',                    staff(200)],
  ['POST /desk/liaisons/trainings',         '/desk/liaisons/trainings',                    secretariat(422)],
  ['GET /desk/liaisons/:file{trainings-[0-9]{4}\\.csv}', '/desk/liaisons/trainings-2012.csv', staff(200)],
  ['GET /desk/liaisons/trainings/:id',      '/desk/liaisons/trainings/trn_x',              staff(404)],
  ['POST /desk/liaisons/trainings/:id',     '/desk/liaisons/trainings/trn_x',              staff(404)],
  ['POST /desk/liaisons/trainings/:id/invite', '/desk/liaisons/trainings/trn_x/invite', staff(404)],
  ['POST /desk/liaisons/trainings/:id/attendance', '/desk/liaisons/trainings/trn_x/attendance', staff(404)],
  ['POST /desk/liaisons/trainings/:id/cancel', '/desk/liaisons/trainings/trn_x/cancel', staff(404)],
  ['POST /desk/liaisons/trainings/:id/report', '/desk/liaisons/trainings/trn_x/report', staff(404)],
  ['GET /desk/liaisons/terms',              '/desk/liaisons/terms',                        secretariat(200)],
  ['POST /desk/liaisons/terms',             '/desk/liaisons/terms',                        secretariat(422)],
  ['GET /desk/handovers',                   '/desk/handovers',                             staff(200)],
  ['POST /desk/handovers/prepare',          '/desk/handovers/prepare',                     staff(404)],
  ['GET /desk/handovers/:id',               '/desk/handovers/hnd_x',                       staff(404)],
  ['GET /desk/handovers/:id/book.pdf',      '/desk/handovers/hnd_x/book.pdf',              staff(404)],
  ['POST /desk/handovers/:id/choose', '/desk/handovers/hnd_x/choose', staff(404)],
  ['POST /desk/handovers/:id/note', '/desk/handovers/hnd_x/note', staff(404)],
  ['POST /desk/handovers/:id/pass', '/desk/handovers/hnd_x/pass', staff(404)],
  ['POST /desk/handovers/:id/pass-one', '/desk/handovers/hnd_x/pass-one', staff(404)],
  ['POST /desk/handovers/:id/receive', '/desk/handovers/hnd_x/receive', staff(404)],
  ['POST /desk/handovers/:id/close', '/desk/handovers/hnd_x/close', staff(404)],
  ['GET /desk/without-owner',               '/desk/without-owner',                         staff(200)],
  ['GET /desk/without-owner.csv',           '/desk/without-owner.csv',                     staff(200)],
  // Whatever lies under /me is of whoever has an account; the others are led to the entrance of residents.
  ['GET /follow',                           '/follow?item=plan:2013',                      everyone(200)],
  ['POST /follow',                          '/follow',                                     everyone(404)],
  ['GET /voices',                           '/voices',                                     everyone(200)],
  ['GET /voices/figures',                   '/voices/figures',                             everyone(200)],
  ['GET /voices/map',                       '/voices/map',                                 everyone(200)],
  ['GET /voices/figures.csv',               '/voices/figures.csv',                         everyone(200)],
  ['GET /voices/voices.csv',                '/voices/voices.csv',                          everyone(200)],
  ['GET /voices/feed.atom',                 '/voices/feed.atom',                           everyone(200)],
  ['GET /voices/:number{V[0-9]{4}-[0-9]+-[0-9]}', '/voices/V2012-9999-9',                  everyone(404)],
  ['GET /voices/:number{V[0-9]{4}-[0-9]+-[0-9]}/feed.atom', '/voices/V2012-9999-9/feed.atom', everyone(404)],
  ['GET /voices/:number{V[0-9]{4}-[0-9]+-[0-9]}/photos/:position{[0-9]{1,4}}', '/voices/V2012-9999-9/photos/1', everyone(404)],
  ['GET /api/v1/comments', '/api/v1/comments', everyone(200)],
  ['GET /api/v1/comments/:number', '/api/v1/comments/2012-1', everyone(200)],
  ['GET /api/v1/voices',                    '/api/v1/voices',                              everyone(200)],
  ['GET /api/v1/voices/figures',            '/api/v1/voices/figures',                      everyone(200)],
  ['GET /api/v1/voices/:number',            '/api/v1/voices/V2012-9999-9',                 everyone(404)],
  ['GET /desk/voices/decisions',            '/desk/voices/decisions',                      secretariat(200)],
  ['POST /desk/voices/decisions/all',       '/desk/voices/decisions/all',                  secretariat(303)],
  ['GET /desk/voices/points/:id/decision',  '/desk/voices/points/vpt_x/decision',          secretariat(404)],
  ['POST /desk/voices/points/:id/decision', '/desk/voices/points/vpt_x/decision',          secretariat(404)],
  ['POST /desk/voices/points/:id/photos/:file', '/desk/voices/points/vpt_x/photos/vfl_x', secretariat(404)],
  ['GET /desk/voices/points/:id/items',     '/desk/voices/points/vpt_x/items',             staff(404)],
  ['POST /desk/voices/points/:id/items',    '/desk/voices/points/vpt_x/items',             staff(404)],
  ['GET /desk/voices/items/:id',            ({ item }) => `/desk/voices/items/${item}`,    staff(200)],
  ['POST /desk/voices/items/:id',           ({ item }) => `/desk/voices/items/${item}`,    department(422)],
  ['GET /desk/voices/population',           '/desk/voices/population',                     secretariat(200)],
  ['POST /desk/voices/population',          '/desk/voices/population',                     secretariat(422)],
  ['GET /voices/new',                       '/voices/new',                                 everyone(200)],
  ['POST /voices/new',                      '/voices/new',                                 everyone(422)],
  ['GET /desk/voices/new', '/desk/voices/new', department(200)],
  ['GET /desk/voices/box', '/desk/voices/box', department(200)],
  ['GET /desk/voices/sheet', '/desk/voices/sheet', department(200)],
  ['POST /desk/voices/new', '/desk/voices/new', department(422)],
  ['POST /desk/voices/box', '/desk/voices/box', department(422)],
  ['POST /desk/voices/sheet', '/desk/voices/sheet', department(422)],
  ['GET /desk/voices/box/:id', '/desk/voices/box/vbt_x', department(404)],
  ['POST /desk/voices/box/:id/sheets', '/desk/voices/box/vbt_x/sheets', department(404)],
  ['POST /desk/voices/box/:id/slips.pdf', '/desk/voices/box/vbt_x/slips.pdf', department(404)],
  ['POST /desk/voices/box/:id/handed', '/desk/voices/box/vbt_x/handed', department(404)],
  ['GET /desk/voices/entries/:id', '/desk/voices/entries/ven_x', department(404)],
  ['POST /desk/voices/entries/:id', '/desk/voices/entries/ven_x', department(404)],
  ['POST /desk/voices/entries/:id/out', '/desk/voices/entries/ven_x/out', department(404)],
  ['GET /desk/voices/entries/:id/taken', '/desk/voices/entries/ven_x/taken', department(404)],
  ['POST /desk/voices/entries/:id/slip.pdf', '/desk/voices/entries/ven_x/slip.pdf', department(404)],
  ['POST /desk/voices/entries/:id/handed', '/desk/voices/entries/ven_x/handed', department(404)],
  ['GET /desk/voices/entries/:id/pages/:page', '/desk/voices/entries/ven_x/pages/1', department(404)],
  ['GET /desk/voices/checks', '/desk/voices/checks', department(200)],
  ['POST /desk/voices/checks/:id', '/desk/voices/checks/ven_x', department(404)],
  ['GET /desk/voices/sheet/template.xlsx', '/desk/voices/sheet/template.xlsx', department(200)],
  ['GET /desk/voices/sheet/:file{voice-[0-9a-f]{2}-[0-9a-f]{64}}', `/desk/voices/sheet/voice-00-${'0'.repeat(64)}`, department(404)],
  ['POST /desk/voices/sheet/:file{voice-[0-9a-f]{2}-[0-9a-f]{64}}', `/desk/voices/sheet/voice-00-${'0'.repeat(64)}`, department(404)],
  ['GET /desk/voices/inbox', '/desk/voices/inbox', department(200)],
  ['POST /desk/voices/inbox/:mark/open', '/desk/voices/inbox/none/open', department(404)],
  ['POST /desk/voices/inbox/:mark/take', '/desk/voices/inbox/none/take', department(404)],
  ['POST /desk/voices/inbox/:mark/aside', '/desk/voices/inbox/none/aside', department(404)],
  ['GET /desk/voices/post', '/desk/voices/post', secretariat(200)],
  ['POST /desk/voices/post/letters.pdf', '/desk/voices/post/letters.pdf', secretariat(422)],
  ['POST /desk/voices/post/posted', '/desk/voices/post/posted', secretariat(422)],
  ['POST /desk/voices/post/calls/:id', '/desk/voices/post/calls/voi_x', secretariat(404)],
  ['POST /desk/voices/post/calls/:id/called', '/desk/voices/post/calls/voi_x/called', secretariat(404)],
  ['GET /comments', '/comments', everyone(200)],
  ['GET /comments/:number{[0-9]{4}-[0-9]+}', '/comments/2012-1', everyone(200)],
  ['GET /comments/:number{[0-9]{4}-[0-9]+}/write', '/comments/2012-3/write', everyone(200)],
  ['POST /comments/:number{[0-9]{4}-[0-9]+}/write', '/comments/2012-3/write', everyone(422)],
  ['GET /comments/:number{[0-9]{4}-[0-9]+}/result', '/comments/2012-1/result', everyone(200)],
  ['GET /comments/:number{[0-9]{4}-[0-9]+}/:file{result\\.(pdf|csv|xlsx)}', '/comments/2012-2/result.csv', everyone(200)],
  ['GET /comments/:number{[0-9]{4}-[0-9]+}/files/:id', '/comments/2012-1/files/vcf_x', everyone(404)],
  ['GET /desk/comments', '/desk/comments', staff(200)],
  ['GET /desk/comments/settings', '/desk/comments/settings', secretariat(200)],
  ['POST /desk/comments/settings', '/desk/comments/settings', secretariat(422)],
  ['GET /desk/comments/new', '/desk/comments/new', department(200)],
  ['POST /desk/comments/new', '/desk/comments/new', department(422)],
  ['GET /desk/comments/:id', '/desk/comments/vcc_x', staff(404)],
  ['GET /desk/comments/:id/edit', '/desk/comments/vcc_x/edit', staff(404)],
  ['POST /desk/comments/:id/edit', '/desk/comments/vcc_x/edit', staff(404)],
  ['POST /desk/comments/:id/draft', '/desk/comments/vcc_x/draft', staff(404)],
  ['POST /desk/comments/:id/files', '/desk/comments/vcc_x/files', staff(404)],
  ['POST /desk/comments/:id/ready', '/desk/comments/vcc_x/ready', staff(404)],
  ['POST /desk/comments/:id/call-back', '/desk/comments/vcc_x/call-back', staff(404)],
  ['POST /desk/comments/:id/extend', '/desk/comments/vcc_x/extend', staff(404)],
  ['POST /desk/comments/:id/conclude', '/desk/comments/vcc_x/conclude', staff(404)],
  ['POST /desk/comments/:id/submit', '/desk/comments/vcc_x/submit', staff(404)],
  ['POST /desk/comments/:id/publish', '/desk/comments/vcc_x/publish', staff(404)],
  ['POST /desk/comments/:id/give-back', '/desk/comments/vcc_x/give-back', staff(404)],
  ['POST /desk/comments/:id/archive', '/desk/comments/vcc_x/archive', staff(404)],
  ['POST /desk/comments/:id/take', '/desk/comments/vcc_x/take', staff(404)],
  ['GET /desk/comments/:id/result', '/desk/comments/vcc_x/result', staff(404)],
  ['GET /desk/comments/:id/bulk', '/desk/comments/vcc_x/bulk', staff(404)],
  ['POST /desk/comments/:id/bulk', '/desk/comments/vcc_x/bulk', staff(404)],
  ['GET /desk/comments/:id/bulk/template.xlsx', '/desk/comments/vcc_x/bulk/template.xlsx', staff(404)],
  ['GET /desk/comments/:id/bulk/:file{voice-[0-9a-f]{2}-[0-9a-f]{64}}', `/desk/comments/vcc_x/bulk/voice-00-${'0'.repeat(64)}`, staff(404)],
  ['POST /desk/comments/:id/bulk/:file{voice-[0-9a-f]{2}-[0-9a-f]{64}}', `/desk/comments/vcc_x/bulk/voice-00-${'0'.repeat(64)}`, staff(404)],
  ['POST /desk/comments/:id/table', '/desk/comments/vcc_x/table', staff(404)],
  ['GET /desk/comments/:id/take', '/desk/comments/vcc_x/take', staff(404)],
  ['GET /desk/comments/:id/table', '/desk/comments/vcc_x/table', staff(404)],
  ['GET /desk/comments/:id/categories', '/desk/comments/vcc_x/categories', staff(404)],
  ['POST /desk/comments/:id/categories', '/desk/comments/vcc_x/categories', staff(404)],
  ['GET /desk/comments/:id/sheets', '/desk/comments/vcc_x/sheets', staff(404)],
  ['GET /desk/comments/:id/sheets/:sheet', '/desk/comments/vcc_x/sheets/ven_x', staff(404)],
  ['POST /desk/comments/:id/sheets/:sheet', '/desk/comments/vcc_x/sheets/ven_x', staff(404)],
  ['POST /desk/comments/:id/sheets/:sheet/out', '/desk/comments/vcc_x/sheets/ven_x/out', staff(404)],
  ['GET /desk/comments/:id/sheets/:sheet/taken', '/desk/comments/vcc_x/sheets/ven_x/taken', staff(404)],
  ['POST /desk/comments/:id/sheets/:sheet/slip.pdf', '/desk/comments/vcc_x/sheets/ven_x/slip.pdf', staff(404)],
  ['POST /desk/comments/:id/sheets/:sheet/handed', '/desk/comments/vcc_x/sheets/ven_x/handed', staff(404)],
  ['POST /desk/comments/:id/sheets/:sheet/check', '/desk/comments/vcc_x/sheets/ven_x/check', staff(404)],
  ['GET /desk/comments/:id/sheets/:sheet/pages/:page', '/desk/comments/vcc_x/sheets/ven_x/pages/1', staff(404)],
  ['GET /desk/comments/:id/comments/:comment', '/desk/comments/vcc_x/comments/vcm_x', staff(404)],
  ['POST /desk/comments/:id/comments/:comment/sender', '/desk/comments/vcc_x/comments/vcm_x/sender', staff(404)],
  ['POST /desk/comments/:id/comments/:comment/split', '/desk/comments/vcc_x/comments/vcm_x/split', staff(404)],
  ['POST /desk/comments/:id/comments/:comment/drop', '/desk/comments/vcc_x/comments/vcm_x/drop', staff(404)],
  ['GET /desk/voices', '/desk/voices', staff(200)],
  ['GET /desk/voices/:id{voi_[a-z0-9]+}', '/desk/voices/voi_x', auditing(404)],
  ['GET /desk/voices/:id{voi_[a-z0-9]+}/triage', '/desk/voices/voi_x/triage', auditing(404)],
  ['GET /desk/voices/:id{voi_[a-z0-9]+}/reply', '/desk/voices/voi_x/reply', auditing(404)],
  ['GET /desk/voices/:id{voi_[a-z0-9]+}/same', '/desk/voices/voi_x/same', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/triage', '/desk/voices/voi_x/triage', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/reply', '/desk/voices/voi_x/reply', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/wait', '/desk/voices/voi_x/wait', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/go-on', '/desk/voices/voi_x/go-on', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/note', '/desk/voices/voi_x/note', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/join', '/desk/voices/voi_x/join', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/part', '/desk/voices/voi_x/part', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/join-all', '/desk/voices/voi_x/join-all', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/sender', '/desk/voices/voi_x/sender', auditing(404)],
  ['POST /desk/voices/:id{voi_[a-z0-9]+}/close', '/desk/voices/voi_x/close', auditing(404)],
  ['GET /desk/voices/points/:id{vpt_[a-z0-9]+}', '/desk/voices/points/vpt_x', staff(404)],
  ['POST /desk/voices/points/:id{vpt_[a-z0-9]+}', '/desk/voices/points/vpt_x', staff(404)],
  ['POST /desk/voices/points/:id{vpt_[a-z0-9]+}/:step{take-back|approve|reopen}', '/desk/voices/points/vpt_x/approve', staff(404)],
  ['POST /desk/voices/points/:id{vpt_[a-z0-9]+}/:step{give-back|reassign|circulate|transfer|decline|correct|settle}', '/desk/voices/points/vpt_x/decline', staff(404)],
  ['GET /desk/voices/approvals', '/desk/voices/approvals', secretariat(200)],
  ['POST /desk/voices/approvals', '/desk/voices/approvals', secretariat(422)],
  ['GET /desk/voices/promises', '/desk/voices/promises', staff(200)],
  ['POST /desk/voices/promises/:id', '/desk/voices/promises/vfu_x', staff(404)],
  ['GET /desk/voices/templates', '/desk/voices/templates', staff(200)],
  // Whoever answers for a section keeps its texts; the secretariat answers for none.
  ['POST /desk/voices/templates', '/desk/voices/templates', [303, 403, 422, 403, 403]],
  ['GET /desk/voices/settings', '/desk/voices/settings', secretariat(200)],
  ['POST /desk/voices/settings', '/desk/voices/settings', secretariat(422)],
  ['GET /desk/voices/:id/files/:file',      '/desk/voices/voi_x/files/vfl_x',              auditing(404)],
  ['GET /r',                                '/r',                                          everyone(200)],
  ['POST /r',                               '/r',                                          everyone(422)],
  ['GET /r/receipt',                        '/r/receipt',                                  everyone(303)],
  ['GET /r/receipt/slip.pdf',               '/r/receipt/slip.pdf',                         everyone(404)],
  ['POST /r/receipt/leave',                 '/r/receipt/leave',                            everyone(303)],
  ['POST /r/receipt/:what',                 '/r/receipt/add',                              everyone(404)],
  ['GET /account',                          '/account',                                    everyone(200)],
  ['POST /account/mail',                    '/account/mail',                               everyone(422)],
  ['GET /account/code',                     '/account/code',                               everyone(200)],
  ['POST /account/code',                    '/account/code',                               everyone(422)],
  ['GET /account/password',                 '/account/password',                           everyone(200)],
  ['POST /account/password',                '/account/password',                           everyone(422)],
  // Of an installation with other services: journeys/security/resident-sso.test.ts.
  ['GET /account/services/:name',           '/account/services/x',                         everyone(404)],
  ['GET /account/services/:name/back',      '/account/services/x/back',                    everyone(404)],
  ['POST /account/leave',                   '/account/leave',                              everyone(303)],
  ['GET /me',                               '/me',                                         everyone(303)],
  ['GET /me/receipts/:id',                  '/me/receipts/rcp_none',                       everyone(303)],
  ['POST /me/receipts/:id/:what',           '/me/receipts/rcp_none/add',                   everyone(303)],
  ['POST /me/claim',                        '/me/claim',                                   everyone(303)],
  ['GET /me/profile',                       '/me/profile',                                 everyone(303)],
  ['GET /me/contacts',                      '/me/contacts',                                everyone(303)],
  ['GET /me/security',                      '/me/security',                                everyone(303)],
  ['POST /me/profile',                      '/me/profile',                                 everyone(303)],
  ['POST /me/forget',                       '/me/forget',                                  everyone(404)],
  ['POST /me/mail',                         '/me/mail',                                    everyone(303)],
  ['POST /me/mail/code',                    '/me/mail/code',                               everyone(303)],
  ['POST /me/password',                     '/me/password',                                everyone(303)],
  ['POST /me/elsewhere',                    '/me/elsewhere',                               everyone(303)],
  ['GET /me/data.json',                     '/me/data.json',                               everyone(303)],
  ['GET /me/data.pdf',                      '/me/data.pdf',                                everyone(303)],
  ['GET /me/close',                         '/me/close',                                   everyone(303)],
  ['POST /me/close/code',                   '/me/close/code',                              everyone(303)],
  ['POST /me/close',                        '/me/close',                                   everyone(303)],
  ['POST /account/passkey/ask',             '/account/passkey/ask',                        everyone(200)],
  ['POST /account/passkey',                 '/account/passkey',                            everyone(422)],
  ['GET /me/again',                         '/me/again',                                   everyone(303)],
  ['POST /me/again/ask',                    '/me/again/ask',                               everyone(303)],
  ['POST /me/again',                        '/me/again',                                   everyone(303)],
  ['GET /me/passkeys',                      '/me/passkeys',                                everyone(303)],
  ['POST /me/passkeys/ask',                 '/me/passkeys/ask',                            everyone(303)],
  ['POST /me/passkeys',                     '/me/passkeys',                                everyone(303)],
  ['POST /me/passkeys/:id/remove',          '/me/passkeys/rpk_none/remove',                everyone(303)],
  ['GET /me/notices',                       '/me/notices',                                 everyone(303)],
  ['POST /me/notices/read',                 '/me/notices/read',                            everyone(303)],
  ['GET /me/notices/settings',              '/me/notices/settings',                        everyone(303)],
  ['POST /me/notices/settings',             '/me/notices/settings',                        everyone(303)],
  ['GET /me/residence',                     '/me/residence',                               everyone(303)],
  ['POST /me/residence/code',               '/me/residence/code',                          everyone(303)],
  ['POST /me/residence/withdraw',           '/me/residence/withdraw',                      everyone(303)],
  ['GET /me/residence/:way',                '/me/residence/letter',                        everyone(303)],
  ['POST /me/residence/:way',               '/me/residence/letter',                        everyone(303)],
  // The auditor reads nothing personal.
  ['GET /desk/residents',                   '/desk/residents',                             department(200)],
  ['POST /desk/residents/find',             '/desk/residents/find',                        department(422)],
  ['GET /desk/residents/of/:owner',         '/desk/residents/of/rcp_none',                 department(404)],
  ['GET /desk/residents/of/:owner/:does{(?:open|assist)}', '/desk/residents/of/rcp_none/open', department(404)],
  ['POST /desk/residents/of/:owner/:does{(?:open|assist)}', '/desk/residents/of/rcp_none/assist', department(404)],
  ['GET /desk/residents/of/:owner/opened/:id', '/desk/residents/of/rcp_none/opened/opn_none', department(404)],
  ['GET /desk/residents/assists/:id',       '/desk/residents/assists/ast_none',            department(404)],
  ['GET /desk/residents/assists/:id/:act{(?:add|contact|residence)}', '/desk/residents/assists/ast_none/add', department(404)],
  ['POST /desk/residents/assists/:id/:act{(?:add|contact|residence)}', '/desk/residents/assists/ast_none/add', department(404)],
  ['POST /desk/residents/assists/:id/stop', '/desk/residents/assists/ast_none/stop',       department(404)],
  ['POST /desk/residents/assists/:id/end',  '/desk/residents/assists/ast_none/end',        department(404)],
  ['GET /desk/residents/take',              '/desk/residents/take',                        department(200)],
  ['POST /desk/residents/take',             '/desk/residents/take',                        department(422)],
  ['GET /desk/residents/slip',              '/desk/residents/slip',                        department(404)],
  ['GET /desk/residents/slip.pdf',          '/desk/residents/slip.pdf',                    department(404)],
  // Only the officer for data protection, who is none of these.
  ['GET /desk/residents/openings',          '/desk/residents/openings',                    staff(403)],
  ['GET /desk/residents/openings.csv',      '/desk/residents/openings.csv',                staff(403)],
  ['GET /desk/residents/checks',            '/desk/residents/checks',                      secretariat(200)],
  ['POST /desk/residents/checks/letters.pdf', '/desk/residents/checks/letters.pdf',        secretariat(422)],
  ['POST /desk/residents/checks/sheet.pdf', '/desk/residents/checks/sheet.pdf',            secretariat(422)],
  ['POST /desk/residents/checks/register',  '/desk/residents/checks/register',             secretariat(422)],
  ['GET /desk/residents/checks/:id',        '/desk/residents/checks/chk_none',             secretariat(404)],
  ['POST /desk/residents/checks/:id/:what{(?:refuse|revoke)}', '/desk/residents/checks/chk_none/refuse', secretariat(404)],
  ['POST /desk/residents/checks/:id/renew', '/desk/residents/checks/chk_none/renew',       secretariat(404)],
  ['GET /publications',                     '/publications',                               everyone(200)],
  ['GET /publications/feed.xml',            '/publications/feed.xml',                      everyone(200)],
  ['GET /publications/:id',                 '/publications/edn_x',                         everyone(404)],
  ['GET /publications/:id/:form',           '/publications/edn_x/data.csv',                everyone(404)],
  ['GET /desk/publications',                '/desk/publications',                          secretariat(200)],
  ['GET /desk/publications/new',            '/desk/publications/new',                      secretariat(200)],
  ['POST /desk/publications/new',           '/desk/publications/new',                      secretariat(422)],
  ['GET /desk/publications/:id',            '/desk/publications/edn_x',                    secretariat(404)],
  ['GET /desk/publications/:id/edit',       '/desk/publications/edn_x/edit',               secretariat(404)],
  ['POST /desk/publications/:id/edit',      '/desk/publications/edn_x/edit',               secretariat(404)],
  ['GET /desk/publications/:id/preview.svg', '/desk/publications/edn_x/preview.svg',       secretariat(404)],
  ['POST /desk/publications/:id/preview.svg', '/desk/publications/edn_x/preview.svg',      secretariat(404)],
  ['GET /desk/publications/:id/pictures/:picture', '/desk/publications/edn_x/pictures/evf_x', secretariat(404)],
  ['GET /desk/publications/:id/proof/:form', '/desk/publications/edn_x/proof/data.csv',    secretariat(404)],
  ['POST /desk/publications/:id/retake',    '/desk/publications/edn_x/retake',              secretariat(404)],
  ['POST /desk/publications/:id/submit',    '/desk/publications/edn_x/submit',              secretariat(404)],
  ['POST /desk/publications/:id/approve',   '/desk/publications/edn_x/approve',             secretariat(404)],
  ['POST /desk/publications/:id/back',      '/desk/publications/edn_x/back',                secretariat(404)],
  ['POST /desk/publications/:id/schedule',  '/desk/publications/edn_x/schedule',            secretariat(404)],
  ['POST /desk/publications/:id/publish',   '/desk/publications/edn_x/publish',             secretariat(404)],
  ['POST /desk/publications/:id/correct',   '/desk/publications/edn_x/correct',             secretariat(404)],
  ['POST /desk/publications/:id/announce',  '/desk/publications/edn_x/announce',            secretariat(404)],
  ['POST /desk/publications/:id/drop',      '/desk/publications/edn_x/drop',                secretariat(404)],
  ['GET /newsletters',                      '/newsletters',                                everyone(200)],
  ['GET /newsletters/feed.xml',             '/newsletters/feed.xml',                       everyone(200)],
  ['GET /newsletters/subscribe',            '/newsletters/subscribe',                      everyone(200)],
  ['POST /newsletters/subscribe',           '/newsletters/subscribe',                      everyone(422)],
  // Of whatever number: the page tells nothing.
  ['GET /newsletters/confirm/:id',          '/newsletters/confirm/sub_x',                  everyone(200)],
  ['POST /newsletters/confirm/:id',         '/newsletters/confirm/sub_x',                  everyone(422)],
  ['GET /newsletters/subscribed',           '/newsletters/subscribed',                     everyone(200)],
  ['GET /newsletters/:id',                  '/newsletters/nws_x',                          everyone(404)],
  ['GET /desk/newsletters',                 '/desk/newsletters',                           secretariat(200)],
  ['GET /desk/newsletters/new',             '/desk/newsletters/new',                       secretariat(200)],
  ['POST /desk/newsletters/new',            '/desk/newsletters/new',                       secretariat(422)],
  ['GET /desk/newsletters/terms',           '/desk/newsletters/terms',                     secretariat(200)],
  ['POST /desk/newsletters/terms',          '/desk/newsletters/terms',                     secretariat(422)],
  ['GET /desk/newsletters/:id',             '/desk/newsletters/nws_x',                     secretariat(404)],
  ['GET /desk/newsletters/:id/edit',        '/desk/newsletters/nws_x/edit',                secretariat(404)],
  ['POST /desk/newsletters/:id/edit',       '/desk/newsletters/nws_x/edit',                secretariat(404)],
  ['GET /desk/newsletters/:id/check',       '/desk/newsletters/nws_x/check',               secretariat(404)],
  ['POST /desk/newsletters/:id/mask',       '/desk/newsletters/nws_x/mask',                secretariat(404)],
  ['POST /desk/newsletters/:id/submit',     '/desk/newsletters/nws_x/submit',              secretariat(404)],
  ['POST /desk/newsletters/:id/approve',    '/desk/newsletters/nws_x/approve',             secretariat(404)],
  ['POST /desk/newsletters/:id/back',       '/desk/newsletters/nws_x/back',                secretariat(404)],
  ['POST /desk/newsletters/:id/test',       '/desk/newsletters/nws_x/test',                secretariat(404)],
  ['POST /desk/newsletters/:id/drop',       '/desk/newsletters/nws_x/drop',                secretariat(404)],
  ['GET /desk/newsletters/:id/preview',     '/desk/newsletters/nws_x/preview',             secretariat(404)],
  ['GET /desk/newsletters/:id/send',        '/desk/newsletters/nws_x/send',                secretariat(404)],
  ['POST /desk/newsletters/:id/send',       '/desk/newsletters/nws_x/send',                secretariat(404)],
  // Of whatever link: the page tells nothing.
  ['GET /progress/report',                  '/progress/report',                            everyone(200)],
  ['GET /progress/report/:token',           '/progress/report/x',                          everyone(404)],
  ['POST /progress/report/:token',          '/progress/report/x',                          everyone(404)],
  ['POST /progress/report/:token/appeal',   '/progress/report/x/appeal',                   everyone(404)],
  ['GET /progress/report/:token/files/:id/:name', '/progress/report/x/files/evf_x/a.jpg',  everyone(404)],
  ['GET /progress/report/:token/sheet',     '/progress/report/x/sheet',                    everyone(404)],
  ['GET /desk/progress/rounds/:round/items/:item/groups', '/desk/progress/rounds/rnd_x/items/itm_x/groups', staff(404)],
  ['POST /desk/progress/rounds/:round/items/:item/groups', '/desk/progress/rounds/rnd_x/items/itm_x/groups', staff(404)],
  ['GET /desk/progress/groups/:id',         '/desk/progress/groups/rpt_x',                 staff(404)],
  ['GET /desk/progress/groups/:id/sheet',   '/desk/progress/groups/rpt_x/sheet',           staff(404)],
  ['GET /desk/progress/groups/:id/paper',   '/desk/progress/groups/rpt_x/paper',           staff(404)],
  ['POST /desk/progress/groups/:id/paper',  '/desk/progress/groups/rpt_x/paper',           staff(404)],
  ['POST /desk/progress/groups/:id/slip',   '/desk/progress/groups/rpt_x/slip',            staff(404)],
  ['POST /desk/progress/groups/:id/confirm', '/desk/progress/groups/rpt_x/confirm',        staff(404)],
  ['POST /desk/progress/groups/:id/back',   '/desk/progress/groups/rpt_x/back',            staff(404)],
  ['POST /desk/progress/groups/:id/again',  '/desk/progress/groups/rpt_x/again',           staff(404)],
  ['POST /desk/progress/groups/:id/withdraw', '/desk/progress/groups/rpt_x/withdraw',      staff(404)],
  ['POST /desk/progress/groups/:id/note',   '/desk/progress/groups/rpt_x/note',            staff(404)],
  ['GET /wait/:form',                       '/wait/resident.follow',                       everyone(200)],
  ['GET /api/v1/plans/:year/rounds',         '/api/v1/plans/2012/rounds',                   everyone(200)],
  ['GET /desk/progress/judging', '/desk/progress/judging', staff(200)],
  ['POST /desk/progress/judging', '/desk/progress/judging', secretariat(422)],
  ['GET /desk/progress/judging/own', '/desk/progress/judging/own', staff(200)],
  ['GET /desk/progress/judging/items/:id', '/desk/progress/judging/items/jdg_x', staff(404)],
  ['POST /desk/progress/judging/items/:id', '/desk/progress/judging/items/jdg_x', staff(404)],
  ['GET /desk/progress/judging/answers', '/desk/progress/judging/answers', staff(200)],
  ['GET /desk/progress/judging/answers/:id', '/desk/progress/judging/answers/rmk_x', staff(404)],
  ['POST /desk/progress/judging/answers/:id', '/desk/progress/judging/answers/rmk_x', staff(404)],
  ['POST /desk/progress/judging/answers/:id/:step{approve|give-back|reassign}', '/desk/progress/judging/answers/rmk_x/approve', staff(404)],
  ['POST /desk/progress/judging/answers/:id/carry', '/desk/progress/judging/answers/rmk_x/carry', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/unwaive', '/desk/progress/judging/cmt_x/unwaive', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/unrecuse', '/desk/progress/judging/cmt_x/unrecuse', staff(404)],
  ['GET /api/v1/judgements',                '/api/v1/judgements',                          everyone(200)],
  ['GET /api/v1/plans/:year/judgements',     '/api/v1/plans/2012/judgements',               everyone(200)],
  ['GET /desk/progress/judging/missing/:year{[0-9]{4}}', '/desk/progress/judging/missing/2012', staff(200)],
  // Whoever is no member has no such page.
  ['GET /desk/progress/judging/mine', '/desk/progress/judging/mine', staff(404)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}', (ids) => `/desk/progress/judging/${ids.committee}`, staff(200)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}', (ids) => `/desk/progress/judging/${ids.committee}`, secretariat(422)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/steps/:step', '/desk/progress/judging/cmt_x/steps/publish', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/members', '/desk/progress/judging/cmt_x/members', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/members/leave', '/desk/progress/judging/cmt_x/members/leave', staff(404)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/division', (ids) => `/desk/progress/judging/${ids.committee}/division`, secretariat(200)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/division', '/desk/progress/judging/cmt_x/division', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/division/propose', '/desk/progress/judging/cmt_x/division/propose', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/waive', (ids) => `/desk/progress/judging/${ids.committee}/waive`, secretariat(422)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/recuse', '/desk/progress/judging/cmt_x/recuse', staff(404)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/meeting/:item', '/desk/progress/judging/cmt_x/meeting/itm_x', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/meeting/:item', '/desk/progress/judging/cmt_x/meeting/itm_x', staff(404)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/paper/:item/:member', '/desk/progress/judging/cmt_x/paper/itm_x/per_x', staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/paper/:item/:member', '/desk/progress/judging/cmt_x/paper/itm_x/per_x', staff(404)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/papers.pdf', (ids) => `/desk/progress/judging/${ids.committee}/papers.pdf`, staff(200)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/sheet.pdf', (ids) => `/desk/progress/judging/${ids.committee}/sheet.pdf`, staff(200)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/marks.csv', (ids) => `/desk/progress/judging/${ids.committee}/marks.csv`, staff(200)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/mine', (ids) => `/desk/progress/judging/${ids.committee}/mine`, staff(404)],
  ['GET /desk/progress/judging/:id{cmt_[a-z0-9]+}/mine/:item', (ids) => `/desk/progress/judging/${ids.committee}/mine/itm_x`, staff(404)],
  ['POST /desk/progress/judging/:id{cmt_[a-z0-9]+}/mine/:item', (ids) => `/desk/progress/judging/${ids.committee}/mine/itm_x`, staff(404)],
  ['GET /plans/:year{[0-9]{4}}/judgement', '/plans/2012/judgement', everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/judgement/judgement.csv', '/plans/2012/judgement/judgement.csv', everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/judgement/judgement.json', '/plans/2012/judgement/judgement.json', everyone(200)],
  ['GET /plans/:year{[0-9]{4}}/judgement/judgement.pdf', '/plans/2012/judgement/judgement.pdf', everyone(200)],
  ['GET /desk/progress',                    '/desk/progress',                              staff(200)],
  ['POST /desk/progress/plan-year',         '/desk/progress/plan-year',                    secretariat(404)],
  ['POST /desk/progress/rounds',            '/desk/progress/rounds',                       secretariat(404)],
  ['GET /desk/progress/rounds/:id',         (ids) => `/desk/progress/rounds/${ids.round}`, staff(200)],
  ['POST /desk/progress/rounds/:id',        (ids) => `/desk/progress/rounds/${ids.round}`, secretariat(422)],
  // The last one of the year is not due to be opened yet; a planned one cannot be closed.
  ['POST /desk/progress/rounds/:id/:step{open|close}', (ids) => `/desk/progress/rounds/${ids.round}/close`, secretariat(409)],
  ['GET /desk/progress/rounds/:id/section', (ids) => `/desk/progress/rounds/${ids.q3}/section?name=地域再生推進本部`, staff(200)],
  // Nothing came with the form.
  ['POST /desk/progress/rounds/:id/section', (ids) => `/desk/progress/rounds/${ids.q3}/section?name=地域再生推進本部`, department(303)],
  ['GET /desk/progress/rounds/:id/queue',   (ids) => `/desk/progress/rounds/${ids.q3}/queue?name=地域再生推進本部`, staff(200)],
  ['POST /desk/progress/rounds/:id/queue',  (ids) => `/desk/progress/rounds/${ids.q3}/queue?name=地域再生推進本部`, department(422)],
  ['GET /desk/progress/rounds/:id/sheet.xlsx', (ids) => `/desk/progress/rounds/${ids.q3}/sheet.xlsx?name=地域再生推進本部`, staff(200)],
  ['POST /desk/progress/rounds/:id/sheet',  (ids) => `/desk/progress/rounds/${ids.q3}/sheet?name=地域再生推進本部`, department(422)],
  ['GET /desk/progress/rounds/:id/sheet/:sheet', (ids) => `/desk/progress/rounds/${ids.q3}/sheet/psh_none?name=地域再生推進本部`, staff(404)],
  ['POST /desk/progress/rounds/:id/sheet/:sheet', (ids) => `/desk/progress/rounds/${ids.q3}/sheet/psh_none?name=地域再生推進本部`, department(404)],
  ['GET /desk/progress/reports/:id',        (ids) => `/desk/progress/reports/${ids.report}`, staff(200)],
  // The third quarter is closed; its reports are confirmed.
  ['POST /desk/progress/reports/:id/confirm', (ids) => `/desk/progress/reports/${ids.report}/confirm`, [303, 403, 403, 409, 409]],
  ['POST /desk/progress/reports/:id/take-back', (ids) => `/desk/progress/reports/${ids.report}/take-back`, department(409)],
  ['POST /desk/progress/reports/:id/give-back', (ids) => `/desk/progress/reports/${ids.report}/give-back`, secretariat(422)],
  ['POST /desk/progress/reports/:id/files', (ids) => `/desk/progress/reports/${ids.report}/files`, department(409)],
  ['POST /desk/progress/reports/:id/files/:file/remove', (ids) => `/desk/progress/reports/${ids.report}/files/evf_x/remove`, staff(404)],
  ['GET /desk/progress/files/:id/:name',    '/desk/progress/files/evf_x/a.jpg',            staff(404)],
  ['POST /desk/progress/reports/:id/reassign', (ids) => `/desk/progress/reports/${ids.report}/reassign`, secretariat(409)],
  ['GET /desk/progress/items/:id/explain',  (ids) => `/desk/progress/items/${ids.reported}/explain`, department(200)],
  ['POST /desk/progress/items/:id/explain', (ids) => `/desk/progress/items/${ids.reported}/explain`, department(422)],
  ['GET /desk/progress/settings',           '/desk/progress/settings',                     secretariat(200)],
  ['POST /desk/progress/settings/presets',  '/desk/progress/settings/presets',             secretariat(404)],
  ['POST /desk/progress/settings/scales',   '/desk/progress/settings/scales',              secretariat(422)],
  ['POST /desk/progress/settings/terms',    '/desk/progress/settings/terms',               secretariat(422)],
  ['GET /desk/progress/settings/scales.csv', '/desk/progress/settings/scales.csv',         secretariat(200)],
  ['GET /desk/progress/settings/terms.csv', '/desk/progress/settings/terms.csv',           secretariat(200)],
  ['GET /desk/words',                       '/desk/words',                                 staff(200)],
  ['POST /desk/words',                      '/desk/words',                                 secretariat(422)],
  ['GET /desk/words/words.csv',             '/desk/words/words.csv',                       staff(200)],
  ['POST /desk/words/import',               '/desk/words/import',                          secretariat(422)],
  // The demo has them already.
  ['POST /desk/words/examples',             '/desk/words/examples',                        secretariat(303)],
  ['GET /desk/words/:id',                   '/desk/words/wrd_x',                           secretariat(404)],
  ['POST /desk/words/:id',                  '/desk/words/wrd_x',                           secretariat(404)],
  ['POST /desk/words/:id/remove',           '/desk/words/wrd_x/remove',                    secretariat(404)],
  ['GET /desk/districts',                   '/desk/districts',                             staff(200)],
  ['POST /desk/districts',                  '/desk/districts',                             secretariat(422)],
  ['GET /desk/districts/districts.csv',     '/desk/districts/districts.csv',               staff(200)],
  ['POST /desk/districts/import',           '/desk/districts/import',                      secretariat(422)],
  ['GET /desk/districts/map',               '/desk/districts/map',                         staff(200)],
  ['POST /desk/districts/map',              '/desk/districts/map',                         secretariat(422)],
  ['POST /desk/districts/map/removed',      '/desk/districts/map/removed',                 secretariat(409)],
  ['GET /desk/districts/map.geojson',       '/desk/districts/map.geojson',                 staff(200)],
  ['GET /desk/districts/:id',               '/desk/districts/dst_x',                       secretariat(404)],
  ['POST /desk/districts/:id',              '/desk/districts/dst_x',                       secretariat(404)],
  ['POST /desk/districts/:id/rename',       '/desk/districts/dst_x/rename',                secretariat(404)],
  ['POST /desk/districts/:id/close',        '/desk/districts/dst_x/close',                 secretariat(404)],
  ['POST /desk/districts/:id/move',         '/desk/districts/dst_x/move',                  secretariat(404)],
  // The last one: it ends the session of whoever asks.
  ['POST /sign-out',                        '/sign-out',                                   everyone(303)],
]

let site: Browser
let ids: Ids
beforeAll(async () => {
  site = await demoCity()
  const ctx = site.ctx(people.author)
  // An open round is closed by a button that needs no field, too.
  await beforeFinal(site)
  // Letters that wait in the demo are printed by the button that needs no field.
  await printLetters(ctx, async (tx, owner) => {
    const { fact } = await noteOpening(tx, ctx, owner, 'letter', '居住の確認の手紙', ['letter'])
    return fact
  })
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
  const post = await site.db
    .selectFrom('staff_assignment as a')
    .innerJoin('staff_person as p', 'p.user_id', 'a.user_id')
    .select(['a.id', 'a.user_id', 'a.department_id'])
    .where('p.employee_no', '=', 'T0001')
    .executeTakeFirstOrThrow()
  const rosters = await site.db
    .selectFrom('staff_roster')
    .select('id')
    .orderBy('effective_on')
    .execute()
  const asked = await site.db
    .selectFrom('progress_round')
    .select(['id', 'period'])
    .where('period', 'in', ['q3', 'final'])
    .execute()
  const roundOf = (period: string) => asked.find((one) => one.period === period)?.id ?? ''
  const report = await site.db
    .selectFrom('progress_report')
    .select(['id', 'item_id'])
    .where('round_id', '=', roundOf('q3'))
    .where('asked', '=', '地域再生推進本部')
    .where('state', '=', 'confirmed')
    .orderBy('item_id')
    .executeTakeFirstOrThrow()
  const committee = await site.db
    .selectFrom('progress_committee')
    .select('id')
    .where('occasion', '=', 'final')
    .executeTakeFirstOrThrow()
  ids = {
    round: roundOf('final'),
    q3: roundOf('q3'),
    report: report.id,
    reported: report.item_id,
    department: post.department_id,
    person: post.user_id,
    assignment: post.id,
    begun: rosters[0]?.id ?? '',
    roster: rosters[1]?.id ?? '',
    item: (await itemIn(site.db, 2013, '1-1')).id,
    measure: measure?.id ?? '',
    group: measure?.groups[0]?.id ?? '',
    amendment: amendment.id,
    intake: intake.id,
    closed: closed.id,
    committee: committee.id,
  }
})

/** What roles leave behind by coming in, and by the one button that needs no field. */
const ofSigningIn = [
  'staff.signed-in',
  'staff.half-signed-in',
  'staff.signed-out',
  'staff.new-device',
  'staff.code-refused',
  'staff.backup-codes-made',
  'resident.passkey-asked',
  'resident.passkey-missed',
]

const pathOf = (sample: (typeof table)[number][1]) =>
  typeof sample === 'string' ? sample : sample(ids)

test('every address that the site answers is in the table, and no other', () => {
  const registered = site.site.site.routes.map(({ method, path }) => `${method} ${path}`)
  const through = new Set([
    'ALL /*',
    'ALL /assets/*',
    'ALL /api/v1/*',
    'ALL /desk/notices/*',
    'ALL /me/notices/*',
  ])
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
      expect(answer.headers.get('location')).toMatch(/^(\/\w+)?\/sign-in\?onward=/)
  })
})

describe('what nobody thought of is closed', () => {
  test.each(['/desk/x', '/desk/plans/x', '/desk/plans/2013/x', '/en/desk', '/ko/desk/plans/2013'])(
    '%s leads a resident to the sign-in',
    async (path) => {
      await site.as(people.resident)
      const answer = await site.get(path)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^(\/\w+)?\/sign-in\?onward=/)
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
      .where('fact', 'not in', ofSigningIn)
      .execute()
    expect(facts).toEqual([])
  })
})
