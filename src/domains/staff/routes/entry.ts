import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import type { Limit, Limiter } from '#platform/limits.ts'
import { accept, no } from '#platform/result.ts'
import type { Opened } from '../actions/enter.ts'
import type { Auth } from '../auth.ts'
import { networkOf as shortened } from '../device.ts'
import { signInMessages } from '../messages/sign-in.ts'
import { isFresh, type Origin } from '../session.ts'
import { urls } from '../urls.ts'

/** What the entrance is made of; the shell brings it together. */
export interface Gate {
  readonly auth: Auth
  /** From where somebody asks, as far as it is believed. */
  readonly addressOf: (c: Context) => string
  readonly limiterOf: (name: string, limit: Limit) => Limiter
}

export type Desk = Context<Env>

export const words = (c: Desk) => signInMessages[c.var.view.locale]

export const originOf = ({ auth, addressOf }: Gate, c: Desk): Origin => ({
  network: shortened(addressOf(c)),
  userAgent: c.req.header('user-agent') ?? '',
  device: auth.deviceOf(c.req.raw.headers),
})

/** The cookies of a session that has begun. */
export function give({ auth: { cookies } }: Gate, c: Desk, { token, device }: Opened): void {
  c.header('set-cookie', cookies.session(token), { append: true })
  if (device) c.header('set-cookie', cookies.device(device), { append: true })
}

/** On to the desk, or to what is still missing. */
export function leadOn(gate: Gate, c: Desk, opened: Opened): Response {
  give(gate, c, opened)
  const { stage, onward } = opened
  const { view } = c.var
  if (stage === 'factor') return c.redirect(at(view, urls.second), 303)
  if (stage === 'password') return c.redirect(at(view, urls.newPassword), 303)
  return c.redirect(onward, 303)
}

/** The session that this request came with, as the shell has looked it up. */
export type Here = NonNullable<Awaited<ReturnType<Auth['session']>>>

export const sessionIn = (c: Desk): Here | undefined => c.var.session as Here | undefined

export const halfSession = (c: Desk): Here | undefined => {
  const session = sessionIn(c)
  return session?.stage === 'factor' ? session : undefined
}

export const fullSession = (c: Desk): Here => {
  const session = sessionIn(c)
  return session?.stage === 'full' ? session : accept(no({ kind: 'not-signed-in' }))
}

/** Where to prove oneself once more first; undefined when that was done just now. */
export function stepUp(c: Desk, onward: string): Response | undefined {
  if (isFresh(fullSession(c), c.var.ctx.now)) return undefined
  return c.redirect(at(c.var.view, `${urls.again}?onward=${encodeURIComponent(onward)}`), 303)
}

/** No empty step and none that begins with a dot: `/desk/../..//elsewhere` leads out of the desk. */
const deskPage = /^\/(easy\/|en\/|ko\/)?(desk|admin)(\/[\w-][\w.-]*)*\/?$/

/** Where to go on to: a desk page of this site, and nothing that a browser could read as another host. */
export function withinSite(onward: string | undefined, c?: Desk): string {
  if (onward && deskPage.test(onward)) return onward
  return c ? at(c.var.view, urls.desk) : urls.desk
}

export const textIn = (body: Readonly<Record<string, unknown>>, name: string): string =>
  typeof body[name] === 'string' ? body[name] : ''
