import { Hono } from 'hono'
import type { Env } from '#design/env.ts'

export const publicRoutes = new Hono<Env>()
