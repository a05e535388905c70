import { Hono } from 'hono'
import type { Env } from '#design/env.ts'

export const answerRoutes = new Hono<Env>()
