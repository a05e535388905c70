import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Limit, Limiter } from '#platform/limits.ts'
import type { Auth } from './auth.ts'
import { accountRoutes } from './routes/account.tsx'
import { accountsRoutes } from './routes/accounts.tsx'
import type { Gate } from './routes/entry.ts'
import { passwordRoutes } from './routes/passwords.tsx'
import { secondRoutes } from './routes/second.tsx'
import { signInRoutes } from './routes/sign-in.tsx'
import { ssoRoutes } from './routes/sso.tsx'

export { withinSite } from './routes/entry.ts'

/** The entrance of staff, and what a person and the personnel office do with the ways in. */
export function routes(
  auth: Auth,
  addressOf: (c: Context) => string,
  limiterOf: (name: string, limit: Limit) => Limiter,
) {
  const gate: Gate = { auth, addressOf, limiterOf }
  return new Hono<Env>()
    .route('/', signInRoutes(gate))
    .route('/', secondRoutes(gate))
    .route('/', passwordRoutes(gate))
    .route('/', ssoRoutes(gate))
    .route('/', accountRoutes(gate))
    .route('/', accountsRoutes(gate))
}
