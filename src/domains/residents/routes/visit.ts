import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env } from '#design/env.ts'
import type { Child } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import type { Body } from '#platform/form.ts'
import type { Limiter } from '#platform/limits.ts'
import { Refused } from '#platform/result.ts'
import { BrokenSeal, type Seal } from '#platform/seal.ts'
import { type Visitor, visitorOf } from '../actions/account.ts'
import { messages } from '../messages/public.ts'
import type { Service } from '../provider.ts'
import type { Act, Receipt } from '../receipt.ts'
import type { Tongue } from '../resident.ts'
import { terms } from '../terms.ts'
import { urls } from '../urls.ts'

export type C = Context<Env>

/** What somebody can follow, as the shell knows it. */
export interface Subject {
  readonly id: string
  readonly title: string
  readonly path: string
}

/** An act as the shell joins it: what its chapter shows of it to the person, and what they may do to it. */
export interface JoinedAct extends Act<Reader> {
  /** Below its state, on the page that number and phrase open. */
  readonly story?: (c: C, receipt: Receipt, told: StoryTold) => Promise<Child>
  /** What may be done beside what every receipt offers, by the last part of its address; answers what is wrong. */
  readonly deeds?: Readonly<
    Record<string, (c: C, receipt: Receipt, body: Body) => Promise<Back | undefined>>
  >
  /** After the person added words. */
  readonly added?: (ctx: Ctx, receipt: Receipt) => Promise<void>
}

export interface StoryTold extends Back {
  /** Under which the forms of the receipt lie. */
  readonly base: string
  /** Just received: the phrase is on the page. */
  readonly isNew: boolean
}

/** What the shell hands in: what stands on other shelves, and counters that survive a restart. */
export interface Given {
  readonly networkOf: (c: Context) => string
  readonly limiter: (
    name: string,
    limit: { readonly points: number; readonly seconds: number },
  ) => Limiter
  readonly origin: string
  readonly subjectOf: (db: Reader, id: string, locale: Tongue) => Promise<Subject | undefined>
  /** For the counter: what can be followed by its title, and what somebody may mean by their words. */
  readonly subjectsOffered: (db: Reader, locale: Tongue) => Promise<readonly Subject[]>
  readonly subjectsNamed: (db: Reader, typed: string, locale: Tongue) => Promise<readonly Subject[]>
  /** Acts of other chapters that give receipts; following is one of ours. */
  readonly acts: readonly JoinedAct[]
  readonly services: readonly Service[]
}

const names = {
  session: 'resident',
  receipt: 'receipt',
  trip: 'trip',
  question: 'question',
} as const
const kept = (c: C, name: keyof typeof names, seconds: number, value: string) =>
  setCookie(c, names[name], value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.view.origin.startsWith('https:'),
    maxAge: seconds,
  })

export const sessionCookie = (c: Context) => getCookie(c, names.session)
export const keepSession = (c: C, token: string) =>
  kept(c, 'session', terms.session.life / 1000, token)
export function dropSession(c: C) {
  deleteCookie(c, names.session, { path: '/' })
}

/** What a browser carries between two pages, closed: nobody reads or changes it on the way. */
function readSealed<T>(c: Context, seal: Seal, name: 'receipt' | 'trip'): T | undefined {
  const text = getCookie(c, names[name])
  if (!text) return undefined
  try {
    return JSON.parse(seal.open(text, `resident.cookie:${name}`)) as T
  } catch (thrown) {
    if (thrown instanceof BrokenSeal) return undefined
    throw thrown
  }
}
const sealed = (c: C, name: 'receipt' | 'trip', value: unknown) =>
  c.var.ctx.seal.seal(JSON.stringify(value), `resident.cookie:${name}`)

/** A receipt that was entered with its phrase: open for half an hour in this browser. */
export interface OpenReceipt {
  readonly id: string
  readonly until: number
  /** Only just after it was made. */
  readonly phrase?: string
  readonly code?: string
}
export function keepReceipt(c: C, open: Omit<OpenReceipt, 'until'>) {
  const until = +c.var.ctx.now + terms.receipt.open
  kept(c, 'receipt', terms.receipt.open / 1000, sealed(c, 'receipt', { ...open, until }))
}
export function openReceiptOf(c: C): OpenReceipt | undefined {
  const open = readSealed<OpenReceipt>(c, c.var.ctx.seal, 'receipt')
  return open && open.until > +c.var.ctx.now ? open : undefined
}
export function dropReceipt(c: C) {
  deleteCookie(c, names.receipt, { path: '/' })
}
export const keepTrip = (c: C, trip: unknown) =>
  kept(c, 'trip', 600, sealed(c, 'trip', { trip, until: +c.var.ctx.now + 600_000 }))
export function takeTrip<T>(c: C): T | undefined {
  const held = readSealed<{ trip: T; until: number }>(c, c.var.ctx.seal, 'trip')
  deleteCookie(c, names.trip, { path: '/' })
  return held && held.until > +c.var.ctx.now ? held.trip : undefined
}

/** Which question a device was asked, so that only this browser can answer it. */
export const keepQuestionId = (c: C, id: string) =>
  kept(c, 'question', terms.passkey.answer / 1000, id)
export function takeQuestionId(c: C): string {
  const id = getCookie(c, names.question) ?? ''
  deleteCookie(c, names.question, { path: '/' })
  return id.slice(0, 40)
}

export interface Visit {
  /** What a form's token is bound to. */
  readonly key: string
  readonly name: string
  readonly actor?: Actor
  readonly visitor?: Visitor
}

/**
 * Who comes without being staff: by the session of an account, or on the pages of a receipt by having shown its
 * phrase. The shell asks this for pages that are never kept.
 */
export async function visitOf(
  c: Context,
  place: Pick<Ctx, 'db' | 'seal' | 'now'>,
  path: string,
): Promise<Visit | undefined> {
  const token = sessionCookie(c)
  const visitor = token ? await visitorOf(place, token) : undefined
  const name = visitor?.resident.profile.nickname ?? ''
  const actor: Actor | undefined = visitor && { id: visitor.resident.id, name, duties: [] }
  const key = path.startsWith(`${urls.receipt}/`) ? getCookie(c, names.receipt) : token
  if (!key || (!actor && key === token)) return undefined
  return { key, name, ...(actor && { actor }), ...(visitor && { visitor }) }
}

/** Pages whose forms carry authority, and therefore a token; the others are for anybody. */
export const needsToken = (path: string) => /^\/(me|r\/receipt|account\/leave)(\/|$)/.test(path)

/** A refusal that belongs on the page; any other goes on to the page of errors. */
export async function attempt<T>(
  act: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly reason: string }> {
  try {
    return { value: await act() }
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal.kind === 'refused')
      return { reason: thrown.refusal.reason }
    throw thrown
  }
}

/** Both counted, so that the second is never forgotten when the first is over. */
export async function isOver(taken: readonly (readonly [Limiter, string])[]): Promise<boolean> {
  const all = await Promise.all(taken.map(([limiter, key]) => limiter.take(key)))
  return all.some((one) => !one.ok)
}
export const onward = (c: C, path: string) => c.redirect(localized(c, path), 303)
const localized = (c: C, path: string) =>
  c.var.view.locale === 'ja' ? path : `/${c.var.view.locale}${path}`

/** How a form goes back to its page. */
export interface Back {
  readonly raw?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  /** How fields are called that another chapter asks for. */
  readonly labels?: Readonly<Record<string, string>>
  readonly reason?: string | undefined
}
export const statusOf = ({ reason, faults }: Back): 200 | 422 =>
  reason !== undefined || faults ? 422 : 200

/** After a change of one's own page, in words. */
export const savedOn = ({ query, locale }: View): string | undefined =>
  query.includes('done=') ? messages[locale].me.saved : undefined
