import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { accountRoutes } from './routes/account.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { assistRoutes } from './routes/desk-assists.tsx'
import { deskCheckRoutes } from './routes/desk-checks.tsx'
import { meRoutes } from './routes/me.tsx'
import { ownRoutes } from './routes/own.tsx'
import { passkeyRoutes } from './routes/passkeys.tsx'
import { proveRoutes } from './routes/prove.tsx'
import { handReceipt, receiptRoutes } from './routes/receipts.tsx'
import { residenceRoutes } from './routes/residence.tsx'
import type { Given } from './routes/visit.ts'

export { OwnFrame } from './pages/frame.tsx'
export {
  type Given as ResidentsGiven,
  type JoinedAct,
  needsToken,
  type Subject,
  type Visit,
  visitOf,
} from './routes/visit.ts'
export { handReceipt }

/** Everything of residents: without an account, with one, and at the counter. */
export const routes = (given: Given) =>
  new Hono<Env>()
    .route('/', receiptRoutes(given))
    .route('/', accountRoutes(given))
    .route('/', passkeyRoutes(given))
    .route('/', proveRoutes(given))
    .route('/', ownRoutes(given))
    .route('/', residenceRoutes(given))
    .route('/', meRoutes(given))
    .route('/', deskCheckRoutes)
    .route('/', assistRoutes)
    .route('/', deskRoutes(given))
