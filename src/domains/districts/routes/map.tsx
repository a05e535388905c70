import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { found } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { may, removeMap, takeInMap } from '../actions.ts'
import { mapWords } from '../messages/map.ts'
import { MapPage, type MapProps } from '../pages/map.tsx'
import { becameBy, districtsOn } from '../rules/districts.ts'
import { readMap, writeMap } from '../rules/geojson.ts'
import { districts } from '../store/districts.ts'
import { cityMap } from '../store/map.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'

type Here = Context<Env>

/** /desk/districts/map: the outline that the city hands in of itself. */
export const mapRoutes = new Hono<Env>()
  .get(urls.map, async (c) => {
    may(c.var.ctx, 'read')
    return page(c)
  })
  .post(urls.map, async (c) => {
    may(c.var.ctx, 'keep')
    const w = mapWords(c.var.view)
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0) return page(c, { fault: w.noFile }, 422)
    const known = districtsOn(await districts(c.var.ctx.db), localDate(c.var.ctx.now))
    const { map, faults } = readMap(await file.text(), known)
    if (!map) return page(c, { faults }, 422)
    await takeInMap(c.var.ctx, map)
    return onward(c, 'map-taken')
  })
  .post(urls.mapRemoved, async (c) => {
    may(c.var.ctx, 'keep')
    const { version } = await c.req.parseBody()
    await removeMap(c.var.ctx, Number(version) || 0)
    return onward(c, 'map-removed')
  })
  .get(urls.mapFile, async (c) => {
    const { ctx } = c.var
    may(ctx, 'read')
    const map = found(await cityMap(ctx.db))
    const known = await districts(ctx.db)
    const today = localDate(ctx.now)
    const file = writeMap(map, (id) => becameBy(known, id, today)?.name ?? id)
    return c.body(JSON.stringify(file), 200, {
      'content-type': 'application/geo+json',
      'content-disposition': 'attachment; filename="map.geojson"',
    })
  })

const onward = (c: Here, done: string) =>
  c.redirect(at(c.var.view, `${urls.map}?done=${done}`), 303)

async function page(c: Here, shown: Partial<MapProps> = {}, status: 200 | 422 = 200) {
  const { ctx, view } = c.var
  const props = {
    view,
    map: await cityMap(ctx.db),
    all: await districts(ctx.db),
    today: localDate(ctx.now),
    mayKeep: permit(workflow, 'keep', standing(ctx.actor), nothing).ok,
    done: c.req.query('done') ?? null,
  }
  return c.html(<MapPage {...props} {...shown} />, status)
}
