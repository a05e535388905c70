import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { authFor, hashPassword } from '#domains/staff/auth.ts'
import type { Actor } from '#platform/actor.ts'
import type { Assets } from '#platform/assets.ts'
import type { Ctx } from '#platform/context.ts'
import { localFiles } from '#platform/files.ts'
import { ledger } from '#platform/ledger.ts'
import type { Database } from '#platform/pool.ts'
import type { DB } from '#platform/tables.ts'
import { app } from '../app.tsx'
import { testDatabase } from './database.ts'

const origin = 'http://localhost'
const secret = 'a secret that only tests know, 0123456789'
export const password = 'correct horse battery staple'

/** The look is built for browsers; tests of words and rules do without. */
const noAssets: Assets = {
  href: (name) => `/assets/${name}`,
  middleware: (_c, next) => next(),
}

type Fields = Readonly<Record<string, string | readonly string[] | File>>

/** The whole site, asked as a browser would ask it: cookies, forms, tokens, no script. */
export async function browser(at = '2013-02-01T09:00:00+09:00', database?: Database) {
  const { db } = database ?? (await testDatabase())
  let now = new Date(at)
  const bugs: unknown[] = []
  const auth = authFor(db, { secret, origin })
  const site = app({
    db,
    now: () => now,
    auth,
    assets: noAssets,
    files: localFiles(mkdtempSync(join(tmpdir(), 'tomoni-files-'))),
    secret,
    origin,
    log: () => {},
    bug: (_id, thrown) => bugs.push(thrown),
    ready: async () => true,
  })
  let cookie = ''

  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    const answer = await site.request(`${origin}${path}`, { redirect: 'manual', ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = ''] = pair.split('=')
      const others = cookie.split('; ').filter((c) => c && !c.startsWith(`${name}=`))
      cookie = [...others, ...(/max-age=0/i.test(line) ? [] : [pair])].join('; ')
    }
    return answer
  }
  const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers })
  const text = async (path: string) => (await get(path)).text()

  /** As a form on the site does it, with the token that the desk gave to this session. */
  const post = async (path: string, fields: Fields = {}) => {
    const body = new FormData()
    const token = cookie && !('csrf' in fields) ? await csrf() : undefined
    if (token) body.append('csrf', token)
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
    const encoded = [...body.values()].some((v) => v instanceof File)
      ? body
      : new URLSearchParams([...body].map(([k, v]) => [k, String(v)]))
    return send(path, { method: 'POST', body: encoded, headers: { origin } })
  }
  const csrf = async () => /name="csrf" value="([^"]+)"/.exec(await text('/desk'))?.[1]

  return {
    db,
    get,
    text,
    post,
    site,
    /** What this browser would send along; for requests that no page of ours makes. */
    cookie: () => cookie,
    /** What broke; a journey that is well has none. */
    bugs,
    at: (moment: string) => {
      now = new Date(moment)
    },
    /** Signs in through the form, with an account of that role; opens the account first if need be. */
    async as(person: Actor) {
      cookie = ''
      if (person.id === 'anonymous') return
      await enrol(db, person)
      const answer = await post('/sign-in', { email: `${person.id}@example.jp`, password })
      if (answer.status !== 303) throw new Error(`sign-in: ${answer.status}`)
    },
    /** What an action may know, for tests that skip the pages. */
    ctx: (actor: Actor): Ctx => contextOf(db, actor, now, site.forget),
  }
}

export type Browser = Awaited<ReturnType<typeof browser>>

export const contextOf = (
  db: Kysely<DB>,
  actor: Actor,
  now: Date,
  onFacts: () => void = () => {},
): Ctx => ({ actor, now, db, record: ledger(db, { actor, now, requestId: 'test', onFacts }) })

let hashed: Promise<string> | undefined

async function enrol(db: Kysely<DB>, person: Actor) {
  const known = await db.selectFrom('staff_user').select('id').where('id', '=', person.id).execute()
  if (known.length) return
  hashed ??= hashPassword(password)
  const at = new Date(0)
  const times = { created_at: at, updated_at: at }
  const email = `${person.id}@example.jp`
  await db
    .insertInto('staff_user')
    .values({ id: person.id, name: person.name, email, ...times })
    .execute()
  await db
    .insertInto('staff_account')
    .values({
      id: `acc_${person.id}`,
      user_id: person.id,
      account_id: person.id,
      provider_id: 'credential',
      password: await hashed,
      ...times,
    })
    .execute()
  const department = person.department
  if (department)
    await db
      .insertInto('staff_department')
      .values({ id: `dep_${person.id}`, name: department, kind: 'section', position: 0 })
      .onConflict((oc) => oc.column('name').doNothing())
      .execute()
  const row = department
    ? await db
        .selectFrom('staff_department')
        .select('id')
        .where('name', '=', department)
        .executeTakeFirst()
    : undefined
  for (const role of person.roles)
    await db
      .insertInto('staff_role')
      .values({ user_id: person.id, role, department_id: row?.id ?? null })
      .execute()
}
