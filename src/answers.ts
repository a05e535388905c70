import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { finished } from '#design/finish.ts'
import { Refused } from '#platform/result.ts'

/** What the API says when it does not answer. */
export function apiFault(c: Context<Env>, thrown: Error) {
  const kind = thrown instanceof Refused ? thrown.refusal.kind : 'error'
  const status = kind === 'not-found' ? 404 : kind === 'refused' ? 400 : 500
  return c.json({ error: kind, requestId: c.var.requestId }, status)
}

/** Readings are set, and days kept whole, once, on the finished page. */
export async function withReadings(c: Context<Env>) {
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  const html = await c.res.text()
  c.res = new Response(finished(html), c.res)
}
