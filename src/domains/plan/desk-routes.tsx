import { Hono } from 'hono'
import type { Env } from '#design/env.ts'

/** Being written. */
export const deskRoutes = new Hono<Env>()
