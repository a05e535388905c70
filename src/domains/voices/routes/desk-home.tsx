import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { addDays } from '#platform/calendar.ts'
import { isId } from '#platform/id.ts'
import { ListPage, type ListProps, type Show } from '../pages/work/list.tsx'
import type { PointId } from '../point.ts'
import { reachOf } from '../rules/reach.ts'
import { openQuestions } from '../store/notes.ts'
import { openObjections } from '../store/objections.ts'
import { gistsOf, pointById } from '../store/points.ts'
import { voiceNumbered } from '../store/shown.ts'
import { termsOn } from '../store/terms.ts'
import { voiceById } from '../store/voices.ts'
import * as work from '../store/work.ts'
import { urls } from '../urls.ts'
import { type DeskContext, deskOf, sectionNames } from './desk-lookup.ts'

const perPage = 50
/** Figures beside the lists are counted so far; what is more is said as such. */
const figureOf = (n: number) => (n >= work.mostCounted ? `${work.mostCounted}+` : String(n))

/** /desk/voices: what waits for this person, as lists that each cost one index. */
export const homeRoutes = new Hono<Env>().get(urls.desk, async (c) => {
  const desk = deskOf(c)
  const number = (c.req.query('number') ?? '').trim().normalize('NFKC').toUpperCase()
  const id = number && (await voiceNumbered(c.var.ctx.db, number))
  if (id) return c.redirect(at(c.var.view, urls.work(id)), 303)
  const reach = reachOf(c.var.ctx.actor)
  const { view, ctx } = c.var
  const shows = await showsOf(c, reach, desk.isOffice)
  const show = shows.find((one) => one.show === c.req.query('show'))?.show ?? firstOf(shows)
  return c.html(
    <ListPage
      {...desk}
      view={view}
      show={show}
      shows={shows}
      {...(await linesOf(c, show, reach))}
      topics={(await termsOn(ctx.db, desk.today)).topics}
      sections={reach === null ? await sectionNames(c) : reach}
      chosen={{
        section: query(c, 'section'),
        topic: query(c, 'topic'),
        channel: query(c, 'channel'),
      }}
      isUnknown={number !== ''}
    />,
  )
})

/** Where nobody said what to look at: the first that waits, and the sections' own work where nothing does. */
const firstOf = (shows: readonly { readonly show: Show; readonly count: string | null }[]): Show =>
  shows.find(({ show, count }) => show !== 'all' && count !== null && count !== figureOf(0))
    ?.show ?? 'points'

const query = (c: DeskContext, name: string) => c.req.query(name) ?? ''

async function showsOf(c: DeskContext, reach: readonly string[] | null, isOffice: boolean) {
  const { db } = c.var.ctx
  const { today } = deskOf(c)
  const states = work.openStates
  const late = addDays(today, -1)
  const all: { show: Show; n: number | null }[] = [
    { show: 'points', n: await work.countPoints(db, { reach, states }) },
    { show: 'overdue', n: await work.countPoints(db, { reach, states, dueBy: late }) },
    { show: 'asked', n: (await openQuestions(db, reach, perPage)).length },
  ]
  if (isOffice)
    all.unshift(
      { show: 'received', n: await work.countVoices(db, 'received') },
      { show: 'ready', n: await work.countVoices(db, 'ready') },
      { show: 'objections', n: (await openObjections(db, perPage)).length },
    )
  all.push({ show: 'all', n: null })
  return all.map(({ show, n }) => ({ show, count: n === null ? null : figureOf(n) }))
}

type Lines = Pick<ListProps, 'points' | 'voices' | 'asked' | 'next'>
const none: Lines = { points: null, voices: null, asked: [], next: null }

/** `?after=2013-03-06,vpt_…`: the last line of the page before. */
function afterIn(c: DeskContext): work.After | undefined {
  const [on = '', id = ''] = query(c, 'after').split(',')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(+new Date(on))
  return isDay && (isId('vpt', id) || isId('voi', id)) ? { on, id } : undefined
}

function nextOf(c: DeskContext, show: Show, last: work.After | undefined): string | null {
  if (!last) return null
  const kept = (['section', 'topic', 'channel'] as const).flatMap((name) =>
    query(c, name) ? [[name, query(c, name)]] : [],
  )
  const asked = new URLSearchParams([['show', show], ...kept, ['after', `${last.on},${last.id}`]])
  return `${urls.desk}?${asked}`
}

const farDay = '9999-12-31'

async function linesOf(
  c: DeskContext,
  show: Show,
  reach: readonly string[] | null,
): Promise<Lines> {
  const { db } = c.var.ctx
  if (show === 'asked') return { ...none, asked: await openQuestions(db, reach, perPage) }
  if (show === 'objections') return { ...none, points: await objected(c) }
  const after = afterIn(c)
  const limit = perPage + 1
  const byNewest = show === 'all'
  const cut = <T extends { id: string; dueOn: string | null; receivedOn: string }>(
    rows: readonly T[],
  ) => {
    const shown = rows.slice(0, perPage)
    const last = rows.length > perPage ? shown.at(-1) : undefined
    const on = byNewest ? last?.receivedOn : (last?.dueOn ?? farDay)
    return { shown, next: nextOf(c, show, last && { on: on ?? farDay, id: last.id }) }
  }
  const channel = query(c, 'channel') || undefined
  if (show === 'received' || show === 'ready' || (show === 'all' && reach === null)) {
    const rows =
      show === 'all'
        ? await work.newestVoices(db, { channel, after, limit })
        : await work.voicesByDue(db, show, { channel, after, limit })
    const { shown, next } = cut(rows)
    const gists = await gistsOf(
      db,
      shown.map(({ id }) => id),
    )
    const voices = shown.map((one) => ({ ...one, gists: gists.get(one.id) ?? [] }))
    return { ...none, voices, next }
  }
  const wanted: work.Wanted = {
    reach,
    channel,
    states: byNewest ? undefined : work.openStates,
    section: query(c, 'section') || undefined,
    topic: query(c, 'topic') || undefined,
    dueBy: show === 'overdue' ? addDays(deskOf(c).today, -1) : undefined,
  }
  const by = byNewest ? 'newest' : 'due'
  const { shown, next } = cut(await work.deskPoints(db, wanted, { by, after, limit }))
  return { ...none, points: shown, next }
}

/** Points whose gist somebody objected to, oldest objection first. */
async function objected(c: DeskContext): Promise<NonNullable<Lines['points']>> {
  const { db } = c.var.ctx
  const lines: NonNullable<Lines['points']>[number][] = []
  for (const { point: id } of await openObjections(db, perPage)) {
    const point = await pointById(db, id as PointId)
    const voice = point && (await voiceById(db, point.voice))
    if (point && voice)
      lines.push({
        ...point,
        number: voice.number,
        dueOn: voice.dueOn,
        isWaiting: voice.waitingSince !== null,
      })
  }
  return lines
}
