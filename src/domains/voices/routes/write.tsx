import { Hono } from 'hono'
import type { Env } from '#design/env.ts'

export const writeRoutes = new Hono<Env>()
