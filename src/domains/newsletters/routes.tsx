import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { deskRoutes } from './routes/desk.tsx'
import { type Doorkeeper, publicRoutes } from './routes/public.tsx'

/** お便り: asked for in public, written and sent on the desk. */
export const routes = (door: Doorkeeper) =>
  new Hono<Env>().route('/', publicRoutes(door)).route('/', deskRoutes())
