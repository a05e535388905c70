import { Hono } from 'hono'
import type { Env } from '#design/env.ts'

export const deskRoutes = new Hono<Env>()
