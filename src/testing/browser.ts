import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { generateSync } from 'otplib'
import { type AuthOptions, authFor, hashPassword, passwords } from '#domains/staff/auth.ts'
import { commandLine, isRoleName, roles } from '#domains/staff/roles.ts'
import { type DepartmentId, type StaffId, sinceEver } from '#domains/staff/staff.ts'
import { saveTotp } from '#domains/staff/store/factors.ts'
import { allDepartments, insertDepartment } from '#domains/staff/store/organisation.ts'
import { insertAccount, insertAssignment, insertDuty } from '#domains/staff/store/people.ts'
import { sealedIn } from '#domains/staff/store/sealed.ts'
import type { Actor } from '#platform/actor.ts'
import type { Assets } from '#platform/assets.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { localFiles } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { ledger } from '#platform/ledger.ts'
import type { Database } from '#platform/pool.ts'
import { readSeal } from '#platform/seal.ts'
import type { DB } from '#platform/tables.ts'
import { app } from '../app.tsx'
import type { Deps } from '../deps.ts'
import { testDatabase } from './database.ts'

const origin = 'http://localhost'
const secret = 'a secret that only tests know, 0123456789'
/** Draws its keys from the tests' secret, as an installation without keys of its own does. */
export const testSeal = readSeal(undefined, secret)
export const password = 'correct horse battery staple'

/** The look is built for browsers; tests of words and rules do without. */
const noAssets: Assets = {
  href: (name) => `/assets/${name}`,
  middleware: (_c, next) => next(),
}

const verified = new Map<string, Promise<boolean>>()
/** The real work, done once for each pair: hundreds of sign-ins of the tests give the same password. */
const onceEach = {
  ...passwords,
  verify: (given: string, kept: string) => {
    const pair = JSON.stringify([given, kept])
    const answer = verified.get(pair) ?? passwords.verify(given, kept)
    verified.set(pair, answer)
    return answer
  },
}

/** The entrance as the tests have it; for `browser(…, { auth })` with a policy or a directory of its own. */
export const authOf = (
  db: Kysely<DB>,
  more: Partial<Omit<AuthOptions, 'secret' | 'origin'>> = {},
) => authFor(db, { secret, origin, passwords: onceEach, ...more })

type Fields = Readonly<Record<string, string | readonly string[] | File>>

/** The whole site, asked as a browser would ask it: cookies, forms, tokens, no script. */
export async function browser(
  at = '2013-02-01T09:00:00+09:00',
  database?: Database,
  over: Partial<Deps> = {},
) {
  const { db } = database ?? (await testDatabase())
  let now = new Date(at)
  const bugs: unknown[] = []
  const auth = authOf(db)
  const files = over.files ?? localFiles(mkdtempSync(join(tmpdir(), 'tomoni-files-')))
  const site = app({
    db,
    now: () => now,
    auth,
    assets: noAssets,
    files,
    secret,
    seal: testSeal,
    origin,
    log: () => {},
    bug: (_id, thrown) => bugs.push(thrown),
    ready: async () => true,
    ...over,
  })
  let cookie = ''
  /** Who is signed in, and whether the clock was moved since: then they come back and sign in anew. */
  let who: Actor | undefined
  let away = false

  const comeBack = async () => {
    if (away && who) await as(who)
  }
  const send = async (path: string, init: RequestInit = {}) => {
    await comeBack()
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
    await comeBack()
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
  const tokenIn = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1]
  const tokens = new Map<string, string>()
  /**
   * Of the desk; of a session that waits for something else, of the page that asks for it. A session has one
   * for its life, and a browser keeps the page: it is fetched once.
   */
  const csrf = async () => {
    const session = /tomoni\.staff=[^;]+/.exec(cookie)?.[0]
    if (!session) return undefined
    const token =
      tokens.get(session) ??
      tokenIn(await text('/desk/account/password')) ??
      tokenIn(await text('/sign-in/second')) ??
      tokenIn(await text('/sign-in/password'))
    if (token) tokens.set(session, token)
    return token
  }

  /** Signs in through the forms, with an account of that role; opens the account first if need be. */
  async function as(person: Actor) {
    cookie = ''
    away = false
    who = undefined
    if (person.id === 'anonymous') return
    await enrol(db, person)
    site.forget()
    const answer = await post('/sign-in', { email: `${person.id}@example.jp`, password })
    if (answer.status !== 303) throw new Error(`sign-in: ${answer.status}`)
    if (answer.headers.get('location')?.endsWith('/sign-in/second')) {
      const code = await codeFor(db, person.id, now)
      const proved = await post('/sign-in/second', { code })
      if (proved.status !== 303) throw new Error(`second step: ${proved.status}`)
    }
    who = person
  }

  return {
    db,
    /** Where what is handed in lies, for actions that put something there. */
    files,
    get,
    text,
    post,
    site,
    /** What this browser would send along; for requests that no page of ours makes. */
    cookie: () => cookie,
    /** What broke; a journey that is well has none. */
    bugs,
    /** Another day: whoever was signed in comes back and signs in anew. */
    at: (moment: string) => {
      now = new Date(moment)
      away = true
    },
    /** The clock goes on, and the session with it. */
    later: (moment: string) => {
      now = new Date(moment)
    },
    as,
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
): Ctx => ({
  actor,
  now,
  db,
  seal: testSeal,
  record: ledger(db, { actor, now, requestId: 'test', onFacts }),
})

/** Everybody of the tests has the same app; it stands on no table of theirs. */
export const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/**
 * What the app shows at that moment. The clock of a test stands still while people sign in again and again,
 * so what is remembered of the last code is forgotten here; that no code is taken twice is proved in
 * journeys/security/second-factor.test.ts.
 */
export async function codeFor(db: Kysely<DB>, user: string, now: Date): Promise<string> {
  await db.updateTable('staff_totp').set({ last_step: 0 }).where('user_id', '=', user).execute()
  return generateSync({ secret: totpSecret, epoch: Math.floor(+now / 1000) })
}

let hashed: Promise<string> | undefined

/** The account of a person whom the tests speak of: serving in the section, with the roles, from the first day. */
async function enrol(db: Kysely<DB>, person: Actor) {
  const known = await db.selectFrom('staff_user').select('id').where('id', '=', person.id).execute()
  if (known.length) return
  hashed ??= hashPassword(password)
  const hash = await hashed
  const id = person.id as StaffId
  const span = { user: id, from: sinceEver, until: null }
  await contextOf(db, commandLine, new Date(0)).record(async (tx) => {
    await insertAccount(tx, { id, name: person.name, email: `${id}@example.jp` }, hash, new Date(0))
    const sealed = testSeal.seal(totpSecret, sealedIn.totp.place(id))
    await saveTotp(tx, id, sealed, 0, new Date(0))
    const { department } = person
    const section = department ? await sectionCalled(tx, department) : null
    if (section) {
      const rank = person.duties.some((d) => d.role === 'section-head') ? 'head' : 'member'
      const assignment = { id: newId('asg'), department: section, post: '担当', rank } as const
      await insertAssignment(tx, { ...span, ...assignment, isMain: true })
    }
    for (const { role } of person.duties) {
      if (!isRoleName(role) || role === 'section-staff' || role === 'section-head') continue
      const place = roles[role].reach === 'section' ? section : null
      const grant = {
        department: place,
        district: null,
        scheme: null,
        grantedBy: 'test',
        reason: 'test',
      }
      await insertDuty(tx, { id: newId('dty'), role, ...span, ...grant }, new Date(0))
    }
    return [undefined, { fact: 'staff.member-added', subject: id, basis: 'test' }]
  })
}

async function sectionCalled(tx: Writer, name: string): Promise<DepartmentId> {
  const known = (await allDepartments(tx)).find((d) => d.name === name)
  if (known) return known.id
  const id = newId('dep')
  const made = { id, name, kind: 'section', translations: {}, parent: null, phone: '' } as const
  await insertDepartment(tx, { ...made, position: 0, from: sinceEver, until: null })
  return id
}
