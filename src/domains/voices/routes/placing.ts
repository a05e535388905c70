import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import {
  cityMap,
  districtAt,
  districtNamer,
  districts,
  type Spot,
} from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Placing } from '../pages/chosen.tsx'

/** The city's map with the names of today; undefined in a city that has handed in none. */
export async function placingIn({
  var: { ctx, view },
}: Context<Env>): Promise<Placing | undefined> {
  const map = await cityMap(ctx.db)
  if (!map) return undefined
  const all = await districts(ctx.db)
  return { map, nameOf: districtNamer(all, localDate(ctx.now), view.locale) }
}

/**
 * The district that goes with a spot: the one that was chosen; else that on whose land it lies, if it can be chosen
 * today. Of a map without the land of districts nothing is guessed.
 */
export const districtWith = (
  { map }: Placing,
  spot: Spot,
  chosen: string,
  choices: readonly { readonly value: string }[],
): string => {
  const here = districtAt(map, spot)
  return chosen || (choices.find(({ value }) => value === here)?.value ?? '')
}
