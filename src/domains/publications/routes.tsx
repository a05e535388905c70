import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { House } from './actions/publish.ts'
import { deskRoutes } from './routes/desk.tsx'
import { publicRoutes } from './routes/public.tsx'

/** 公表: composed, checked and published on the desk, kept for everyone. */
export const routes = (house: House) =>
  new Hono<Env>().route('/', publicRoutes).route('/', deskRoutes(house))
