import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Where, whereOn } from '../rules/where.ts'

/** The districts of today, as the reader calls them; in a sheet as the city's offices do. */
export async function whereOf(
  { var: { ctx, view } }: Context<Env>,
  locale: Parameters<typeof whereOn>[2] = view.locale,
): Promise<Where> {
  return whereOn(await districts(ctx.db), localDate(ctx.now), locale)
}
