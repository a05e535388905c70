import {
  amendments,
  itemById,
  linksInto,
  type Plan,
  planById,
  publicPlans,
} from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { must } from '#platform/must.ts'
import type { ItemProgress } from '../../rules/year.ts'
import { scales } from '../../store/scales.ts'
import { yearProgress } from '../../store/views.ts'
import { type Committee, layers, type Remark } from '../judging.ts'
import { handedIn, seenMarks, spread, type Viewer } from '../rules/sight.ts'
import {
  type JudgedItem,
  type JudgingYear,
  type LastYear,
  type Led,
  saidWith,
} from '../rules/year.ts'
import { committees } from './committees.ts'
import { judgements, settlements, waivers } from './judgements.ts'
import { allMarks, members, shares } from './members.ts'
import { remarks } from './remarks.ts'

/** Somebody who may see no member's mark, however late it is. */
export const onlooker: Viewer = { id: '', isMember: false, isSecretariat: false }

const settledStates: ReadonlySet<string> = new Set(['settled', 'answering', 'published'])

/** A judging with everything that the viewer may see of it: pages, PDF packs and exports are made of this. */
export async function judgingOf(
  db: Reader,
  committee: Committee,
  viewer: Viewer,
  today: IsoDate,
): Promise<JudgingYear> {
  const plan = must(await planById(db, committee.planId), 'a judging has its plan')
  const scale = must(
    (await scales(db)).find(({ id }) => id === committee.scaleId),
    'a judging has its scale',
  )
  const { items } = await yearProgress(db, plan, today)
  const own = await judgements(db, committee.id)
  const left = await waivers(db, committee.id)
  const settled = await settlements(db, { committee: committee.id })
  const divided = await shares(db, committee.id)
  const marks = await allMarks(db, committee.id)
  const seen = seenMarks(viewer, committee, marks, divided, today)
  const said = await remarks(db, { committee: committee.id })
  const led = await ledBy(db, plan, said)
  const before = await lastYears(db, plan, items)
  const isSettled = settledStates.has(committee.state)
  const judged = items.map((whole): JudgedItem => {
    // What was reported after the meeting is for the next one.
    const known = whole.reports.filter((report) => report.on <= committee.meetingOn)
    const progress = { ...whole, reports: known }
    const { id } = progress.item
    const here = <T extends { readonly itemId: string }>(list: readonly T[]) =>
      list.filter(({ itemId }) => itemId === id)
    const layer = (name: 'section' | 'secretariat') =>
      here(own).find((one) => one.layer === name) ?? null
    const reasons = layers.flatMap((one) => {
      const waiver = left.find((w) => w.layer === one && (w.itemId === null || w.itemId === id))
      return waiver ? [[one, waiver.reason] as const] : []
    })
    return {
      progress,
      section: layer('section'),
      secretariat: layer('secretariat'),
      settlement: here(settled)[0] ?? null,
      waived: Object.fromEntries(reasons),
      shares: here(divided),
      marks: here(seen),
      handedIn: handedIn(marks, id),
      spread: isSettled ? spread(here(marks)) : new Map(),
      remarks: here(said),
      led,
      lastYear: before.get(id) ?? null,
    }
  })
  const list = await members(db, committee.id)
  return { committee, plan, scale, members: list, waivers: left, items: judged }
}

/** The judgings of a plan that anyone may read, the year's end first. */
export async function publishedJudgings(
  db: Reader,
  plan: Plan,
  today: IsoDate,
): Promise<readonly JudgingYear[]> {
  const all = await committees(db, plan.id)
  const published = all.filter(({ state }) => state === 'published')
  const years: JudgingYear[] = []
  for (const one of published) years.push(await judgingOf(db, one, onlooker, today))
  return years
}

/** What was published of the items from which these came, a year before. */
async function lastYears(
  db: Reader,
  plan: Plan,
  items: readonly ItemProgress[],
): Promise<ReadonlyMap<string, LastYear>> {
  const links = (await linksInto(db, plan.id)).flatMap(({ from, to }) =>
    from && to ? [{ from, to }] : [],
  )
  if (!links.length) return new Map()
  const past = (await committees(db)).filter(
    (c) => c.state === 'published' && c.occasion === 'final' && c.fiscalYear < plan.fiscalYear,
  )
  const known = new Map((await scales(db)).map((one) => [one.id, one]))
  const found = new Map<string, LastYear>()
  for (const committee of past.toSorted((a, b) => b.fiscalYear - a.fiscalYear)) {
    const scale = must(known.get(committee.scaleId), 'a judging has its scale')
    const given = await judgements(db, committee.id)
    const settled = await settlements(db, { committee: committee.id })
    for (const { item } of items) {
      if (found.has(item.id)) continue
      const from = links.find(({ to }) => to === item.id)?.from
      const spoken = given.filter((j) => j.itemId === from && j.state === 'given')
      const met = settled.find(({ itemId }) => itemId === from)
      if (!spoken.length && !met) continue
      const said = Object.fromEntries([
        ...spoken.map((j) => [j.layer, saidWith(scale, j.verdict)]),
        ...(met ? [['committee', saidWith(scale, met.verdict)]] : []),
      ])
      found.set(item.id, { fiscalYear: committee.fiscalYear, said })
    }
  }
  return found
}

/** What answers led to, by the remark; an amendment is public once it is in force. */
async function ledBy(
  db: Reader,
  plan: Plan,
  list: readonly Remark[],
): Promise<ReadonlyMap<string, Led>> {
  const found = new Map<string, Led>()
  const follows = list.flatMap(({ id, answer: { follow } }) => (follow ? [{ id, follow }] : []))
  if (!follows.length) return found
  const open = new Map((await publicPlans(db)).map((one) => [one.id, one]))
  const changes = await amendments(db, plan.id)
  for (const { id, follow } of follows) {
    const change = changes.find((one) => one.id === follow.id)
    const item = await itemById(db, change?.itemId ?? (follow.id as Parameters<typeof itemById>[1]))
    if (!item) continue
    const home = open.get(item.planId) ?? (await planById(db, item.planId))
    found.set(id, {
      kind: follow.kind,
      code: item.code,
      title: item.title,
      fiscalYear: home?.fiscalYear ?? plan.fiscalYear,
      isPublic: open.has(item.planId) && (follow.kind === 'item' || change?.approvedOn !== null),
    })
  }
  return found
}
