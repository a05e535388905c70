import { Hono } from 'hono'
import type { Env } from '#design/env.ts'

export const decideRoutes = new Hono<Env>()
