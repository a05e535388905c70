import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Registry } from './actions/registry.ts'
import { deskRoutes } from './routes/desk.tsx'
import { type Doorkeeper, publicRoutes } from './routes/public.tsx'

/** 投稿の見守り: what residents wrote is looked after by rules that stand on the same page as its figures. */
export const routes = (registry: Registry, door: Doorkeeper) =>
  new Hono<Env>().route('/', publicRoutes(registry, door)).route('/', deskRoutes(registry))
