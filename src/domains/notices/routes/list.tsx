import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { markRead, noticesOf, preferencesOf, setPreferences, unreadOf } from '../actions/inbox.ts'
import { type Habit, type Kinds, type RecipientId, usualHabit } from '../notice.ts'
import type { Frame } from '../pages/frame.ts'
import { NoticeListPage } from '../pages/list.tsx'
import { NoticeSettingsPage } from '../pages/settings.tsx'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'

export interface ListDeps {
  readonly kinds: Kinds
  /** What stands around the list of a member of staff, and of a resident. */
  readonly staff: Frame
  readonly residents: Frame
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** A person's own list and settings. Whose they are is who is signed in, never an address. */
export const listRoutes = ({ kinds, staff, residents }: ListDeps) =>
  new Hono<Env>()
    .route('/', listAt(kinds, urls.list, staff, 'per_'))
    .route('/', listAt(kinds, urls.own, residents, 'res_'))

/** Others than those whose list it is are led to the entrance. */
const listAt = (kinds: Kinds, base: string, frame: Frame, whose: 'per_' | 'res_') =>
  new Hono<Env>()
    .use(`${base}/*`, async (c, next) => {
      if (!c.var.ctx.actor.id.startsWith(whose)) accept(no({ kind: 'not-signed-in' }))
      accept(permit(workflow, 'read', standing(c.var.ctx.actor), nothing))
      return next()
    })
    .get(base, async (c) => {
      const { view, ctx } = c.var
      const id = ctx.actor.id as RecipientId
      const things = await noticesOf(ctx.db, kinds, id, view.locale)
      const unread = await unreadOf(ctx.db, id)
      return c.html(<NoticeListPage {...{ view, frame, base, things, unread }} />)
    })
    .post(`${base}/read`, async (c) => {
      const body = await c.req.parseBody({ all: true })
      await markRead(c.var.ctx, body.all === 'all' ? 'all' : texts(body.id).slice(0, 500))
      return c.redirect(at(c.var.view, base), 303)
    })
    .get(`${base}/settings`, async (c) => {
      const { view, ctx } = c.var
      const own = await preferencesOf(ctx.db, kinds, ctx.actor.id as RecipientId)
      const saved = c.req.query('done') === 'saved'
      return c.html(<NoticeSettingsPage {...{ view, frame, base, saved, ...own }} />)
    })
    .post(`${base}/settings`, async (c) => {
      const body = await c.req.parseBody({ all: true })
      const wishes = Object.fromEntries(
        [...kinds.keys()].flatMap((name) =>
          texts(body[`kind.${name}`])
            .slice(0, 1)
            .map((value) => [name, value] as const),
        ),
      )
      await setPreferences(c.var.ctx, kinds, wishes, habitIn(body))
      return c.redirect(at(c.var.view, `${base}/settings?done=saved`), 303)
    })

function habitIn(body: Readonly<Record<string, unknown>>): Habit {
  const weekday = Number(body.weekday)
  return {
    weekday:
      Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? weekday : usualHabit.weekday,
    charset: body.charset === 'iso-2022-jp' ? 'iso-2022-jp' : 'utf-8',
  }
}
