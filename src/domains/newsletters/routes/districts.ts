import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import type { Option } from '#design/field-kinds.ts'
import { districtChoices, districtNamer, districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'

/** The districts of today: what can be chosen, and how one that was chosen once is called. */
export async function districtsIn({ var: { ctx, view } }: Context<Env>): Promise<{
  readonly choices: readonly Option[]
  readonly districtName: (id: string) => string
}> {
  const all = await districts(ctx.db)
  const today = localDate(ctx.now)
  return {
    choices: districtChoices(all, today, view.locale),
    districtName: districtNamer(all, today, view.locale),
  }
}
