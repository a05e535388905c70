import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { fill } from '#platform/form.ts'
import { self } from '../actions/account.ts'
import { ownContacts } from '../actions/contacts.ts'
import { askToProve, isFresh, prove } from '../actions/prove.ts'
import { codeForm, proveForm } from '../forms.ts'
import { ProvePage } from '../pages/prove.tsx'
import { urls } from '../urls.ts'
import { attempt, type C, type Given, isOver, onward, sessionCookie } from './visit.ts'

/** Only to pages that ask for it; a link that somebody sends leads nowhere else. */
const pages: readonly string[] = [
  urls.passkeys,
  urls.meDo('contacts'),
  urls.meDo('contacts?kept=1'),
  urls.meDo('security'),
]
const readOnward = (text: string | undefined): string =>
  pages.find((page) => page === text) ?? urls.me

/** Where to prove oneself first; undefined when that was done just now. */
export async function stepUp(c: C, to: string): Promise<Response | undefined> {
  return (await isHere(c)) ? undefined : onward(c, urls.proveFor(to))
}
export const isHere = (c: C): Promise<boolean> => isFresh(c.var.ctx, sessionCookie(c) ?? '')

/** ご本人の確認 before the ways in, or the address, are changed. */
export function proveRoutes(given: Given) {
  const trying = given.limiter('resident.prove', { points: 30, seconds: 15 * 60 })

  const page = async (c: C, to: string, more: { code?: string; reason?: string } = {}) => {
    const { ctx, view } = c.var
    const { id } = await self(ctx)
    const hasMail = (await ownContacts(ctx, id)).some((o) => o.kind === 'mail' && o.isConfirmed)
    return c.html(
      <ProvePage view={view} onward={to} hasMail={hasMail} {...more} />,
      more.reason === undefined ? 200 : 422,
    )
  }

  return new Hono<Env>()
    .get(urls.prove, (c) => {
      const code = c.req.query('code')?.slice(0, 40)
      return page(c, readOnward(c.req.query('onward')), code ? { code } : {})
    })
    .post(urls.proveDo('ask'), async (c) => {
      const { raw } = fill(proveForm, await c.req.parseBody())
      const to = readOnward(raw.onward)
      const tried = await attempt(() => askToProve(c.var.ctx))
      if ('reason' in tried) return page(c, to, tried)
      return onward(c, `${urls.proveFor(to)}${tried.value ? `&code=${tried.value}` : ''}`)
    })
    .post(urls.prove, async (c) => {
      const { ctx } = c.var
      await self(ctx)
      const body = await c.req.parseBody()
      const to = readOnward(fill(proveForm, body).raw.onward)
      const { raw } = fill(codeForm, body)
      const code = raw.id.slice(0, 40)
      if (await isOver([[trying, given.networkOf(c)]]))
        return page(c, to, { code, reason: 'too-many' })
      const tried = await attempt(() => prove(ctx, sessionCookie(c) ?? '', raw.id, raw.code))
      return 'reason' in tried ? page(c, to, { code, ...tried }) : onward(c, to)
    })
}
