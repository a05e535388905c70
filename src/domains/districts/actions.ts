import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, Refused, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { District, DistrictId, DistrictName } from './district.ts'
import { type CityMap, ringsOf } from './map.ts'
import { districtNamed, districtsOn, isOn, moved } from './rules/districts.ts'
import { isSame } from './rules/list.ts'
import * as store from './store/districts.ts'
import { dropMap, putMap } from './store/map.ts'
import { type DistrictAction, standing, workflow } from './workflow.ts'

export const may = ({ actor }: Pick<Ctx, 'actor'>, action: DistrictAction) =>
  accept(permit(workflow, action, standing(actor), nothing))

const { basis } = workflow.keep
const fact = (name: Fact['fact'], subject: string, detail: Fact['detail']): Fact => ({
  fact: name,
  subject,
  basis,
  ...(detail && { detail }),
})
/** Another one that is, or will be, called so while this one is. */
function mustBeFree(all: readonly District[], name: string, from: IsoDate, own?: DistrictId): void {
  const others = all.filter((one) => one.id !== own && (one.to === null || one.to >= from))
  const twin = districtNamed(others, name)
  if (twin) refuse('district-exists', twin.name)
}

/** A new district, from a day on; behind the others. */
export const add = (ctx: Ctx, { from, ...name }: DistrictName & { from: IsoDate }) =>
  ctx.record(async (tx): Promise<readonly [DistrictId, Fact]> => {
    may(ctx, 'keep')
    const all = await store.districts(tx)
    mustBeFree(all, name.name, from)
    const id: DistrictId = newId('dst')
    const position = Math.max(0, ...all.map((one) => one.position)) + 1
    const one: District = { id, version: 1, ...name, position, from, to: null, replacedBy: null }
    await store.insertDistrict(tx, one)
    return [id, fact('districts.added', id, { name: name.name, from })]
  })

/** A slip of the pen, a reading, another language: as it should have stood from the beginning. */
export const correct = (ctx: Ctx, id: string, version: number, name: DistrictName): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    const all = await store.districts(tx)
    const before = found(all.find((one) => one.id === id))
    if (before.to === null) mustBeFree(all, name.name, before.from, before.id)
    await store.updateDistrict(tx, { ...before, ...name, version })
    return [undefined, fact('districts.corrected', id, { name: name.name, before: before.name })]
  })

/** The one that stands and may still be ended; refused where it ended, or has not begun. */
function standingOne(all: readonly District[], id: string, last: IsoDate): District {
  const one = found(all.find((known) => known.id === id))
  if (one.to !== null) refuse('district-ended', one.name)
  if (last < one.from) refuse('district-day', one.from)
  return one
}

/** A new name from a day on; what was said of the old one leads to it. */
export const rename = (
  ctx: Ctx,
  id: string,
  version: number,
  { on, ...name }: DistrictName & { on: IsoDate },
): Promise<DistrictId> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    const all = await store.districts(tx)
    const last = addDays(on, -1)
    const old = standingOne(all, id, last)
    mustBeFree(all, name.name, on, old.id)
    if (name.name === old.name) refuse('district-same-name', old.name)
    const next: DistrictId = newId('dst')
    const { position } = old
    await store.insertDistrict(tx, {
      ...{ id: next, version: 1, ...name, position, from: on, to: null, replacedBy: null },
    })
    await store.updateDistrict(tx, { ...old, version, to: last, replacedBy: next })
    const detail = { name: name.name, before: old.name, from: on }
    return [next, fact('districts.renamed', id, detail)]
  })

/** The last day, with or without a district into which it goes. */
export const close = (
  ctx: Ctx,
  id: string,
  version: number,
  { last, into }: { readonly last: IsoDate; readonly into: DistrictId | null },
): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    const all = await store.districts(tx)
    const old = standingOne(all, id, last)
    const next = into && all.find((one) => one.id === into)
    if (into && (!next || next.id === old.id || !isOn(next, addDays(last, 1))))
      refuse('district-successor', next ? next.name : '')
    await store.updateDistrict(tx, { ...old, version, to: last, replacedBy: into })
    const name = next ? 'districts.merged' : 'districts.closed'
    const detail = { name: old.name, until: last, ...(next && { into: next.name }) }
    return [undefined, fact(name, id, detail)]
  })

/** One place up or down among those of today. */
export const move = (ctx: Ctx, id: string, to: 'up' | 'down'): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    const all = await store.districts(tx)
    const today = districtsOn(all, localDate(ctx.now))
    if (!today.some((one) => one.id === id)) throw new Refused({ kind: 'not-found' })
    const order = moved(today, id, to) ?? today
    const rest = all.filter((one) => !order.includes(one))
    await store.placeDistricts(
      tx,
      [...order, ...rest].map((one) => one.id),
    )
    return [undefined, fact('districts.ordered', id, { to })]
  })

export interface TakenIn {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/**
 * Takes in a list, whole or not at all: new names come from today on, known ones get the readings and languages
 * of the file. Districts that it does not name stay.
 */
export async function takeIn(ctx: Ctx, entries: readonly DistrictName[]): Promise<TakenIn> {
  may(ctx, 'keep')
  const from = localDate(ctx.now)
  const all = await store.districts(ctx.db)
  const still = all.filter(({ to }) => to === null || to >= from)
  const known = (entry: DistrictName) => still.find(({ name }) => name === entry.name)
  const fresh = entries.filter((entry) => !known(entry))
  const differing = entries.flatMap((entry) => {
    const before = known(entry)
    return before && !isSame(before, entry) ? [{ before, entry }] : []
  })
  const counts = { added: fresh.length, changed: differing.length }
  const taken = { ...counts, same: entries.length - fresh.length - differing.length }
  if (!fresh.length && !differing.length) return taken
  return ctx.record(async (tx) => {
    const facts: Fact[] = []
    let position = Math.max(0, ...all.map((one) => one.position))
    for (const entry of fresh) {
      mustBeFree(all, entry.name, from)
      position += 1
      const id: DistrictId = newId('dst')
      const one: District = { id, version: 1, ...entry, position, from, to: null, replacedBy: null }
      await store.insertDistrict(tx, one)
      facts.push(fact('districts.added', id, { name: entry.name, from }))
    }
    for (const { before, entry } of differing) {
      await store.updateDistrict(tx, { ...before, ...entry })
      facts.push(fact('districts.corrected', before.id, { name: entry.name, before: before.name }))
    }
    return [taken, fact('districts.taken-in', 'districts', counts), ...facts]
  })
}

/** 市の地図: the whole of it, in the place of the one before. */
export const takeInMap = (ctx: Ctx, map: Omit<CityMap, 'version'>): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    await putMap(tx, map)
    const spots = map.areas.reduce((sum, area) => sum + ringsOf(area).flat().length, 0)
    const detail = { spots, districts: map.labels.length, landmarks: map.landmarks.length }
    return [undefined, fact('districts.map-taken-in', 'city-map', detail)]
  })

/** Without a map, places are told by name and words alone. */
export const removeMap = (ctx: Ctx, version: number): Promise<void> =>
  ctx.record(async (tx) => {
    may(ctx, 'keep')
    await dropMap(tx, version)
    return [undefined, fact('districts.map-removed', 'city-map', undefined)]
  })
