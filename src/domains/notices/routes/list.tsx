import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { markRead, noticesOf, preferencesOf, setPreferences, unreadOf } from '../actions/inbox.ts'
import {
  type Channel,
  type ChosenChannel,
  type Habit,
  type KindGroup,
  type Kinds,
  type RecipientId,
  usualHabit,
} from '../notice.ts'
import type { Frame } from '../pages/frame.ts'
import { NoticeListPage } from '../pages/list.tsx'
import { NoticeSettingsPage } from '../pages/settings.tsx'
import { choosable } from '../rules/channel.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'

export interface ListDeps {
  readonly kinds: Kinds
  /** What stands around the list of a member of staff, and of a resident. */
  readonly staff: Frame
  readonly residents: Frame
  /** Messengers that this city has an account with; nobody is offered another. */
  readonly connected?: ReadonlySet<Channel>
  readonly groups?: readonly KindGroup[]
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

/** A person's own list and settings. Whose they are is who is signed in, never an address. */
export function listRoutes(deps: ListDeps) {
  const { kinds, staff, residents, connected = new Set(), groups = [] } = deps
  const ways = choosable(connected)
  return new Hono<Env>()
    .route('/', listAt({ kinds, groups, ways, base: urls.list, frame: staff, whose: 'per_' }))
    .route('/', listAt({ kinds, groups, ways, base: urls.own, frame: residents, whose: 'res_' }))
}

interface OneList {
  readonly kinds: Kinds
  readonly groups: readonly KindGroup[]
  readonly ways: readonly ChosenChannel[]
  readonly base: string
  readonly frame: Frame
  readonly whose: 'per_' | 'res_'
}

/** Others than those whose list it is are led to the entrance. */
const listAt = ({ kinds, groups, ways, base, frame, whose }: OneList) =>
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
      return c.html(<NoticeSettingsPage {...{ view, frame, base, saved, ways, groups, ...own }} />)
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
      await setPreferences(c.var.ctx, kinds, wishes, habitIn(body, ways))
      return c.redirect(at(c.var.view, `${base}/settings?done=saved`), 303)
    })

function habitIn(body: Readonly<Record<string, unknown>>, ways: readonly ChosenChannel[]): Habit {
  const weekday = Number(body.weekday)
  return {
    channel: ways.find((way) => way === body.channel) ?? usualHabit.channel,
    weekday:
      Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? weekday : usualHabit.weekday,
    charset: body.charset === 'iso-2022-jp' ? 'iso-2022-jp' : 'utf-8',
  }
}
