import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { Part } from '#design/masthead.tsx'
import type { Child } from '#design/page.tsx'
import {
  type ItemId,
  itemById,
  type Plan,
  planUrls,
  publicPlans,
  say,
} from '#domains/plan/index.ts'
import { fiscalYearStart, localDate } from '#platform/calendar.ts'
import { found, Refused } from '#platform/result.ts'
import { boxed } from '#platform/web.ts'
import { publicWords } from '../messages/public.ts'
import { BesideItem } from '../pages/public/beside.tsx'
import { FiguresPage } from '../pages/public/figures.tsx'
import { VoiceFiles } from '../pages/public/figures-around.tsx'
import { VoicesPage } from '../pages/public/list.tsx'
import { type TiedItem, VoicePage } from '../pages/public/voice.tsx'
import { pageOf, readAsked, readPlace } from '../rules/asked.ts'
import type { PublicPromise, PublicVoice } from '../rules/shown.ts'
import { followUpsOf } from '../store/follow-ups.ts'
import { photoKeys } from '../store/photos.ts'
import { publicPoints, sectionsShown, shownBesideItems } from '../store/public.ts'
import { publicVoice } from '../store/public-voice.ts'
import { voiceNumbered, waitingSections } from '../store/shown.ts'
import { urls } from '../urls.ts'
import {
  departmentNames,
  districtNames,
  districtsNow,
  figuresIn,
  termsNow,
  todayOf,
  yearAsked,
  yearsOf,
} from './look.ts'
import { dataRoutes } from './public-data.ts'
import { mapRoutes } from './public-map.tsx'

type C = Context<Env>

/** Voices that stand on the page of an item; all of them are in the list. */
const mostBeside = 5

/** Points of one page of the list. */
const pageLength = 20

/** What another chapter says of an item to which a voice is tied; the shell passes it in. */
export type ItemNews = (c: C, plan: Plan, item: ItemId) => Promise<Child>

/** 市民の声: everything that anyone may read of it. */
export const publicRoutes = (news: ItemNews) =>
  new Hono<Env>()
    .get(urls.list, list)
    .get(urls.figures, figures)
    .route('/', mapRoutes)
    .route('/', dataRoutes)
    .get('/voices/:number{V[0-9]{4}-[0-9]+-[0-9]}/photos/:position{[0-9]{1,4}}', photo)
    .get('/voices/:number{V[0-9]{4}-[0-9]+-[0-9]}', async (c) => {
      const { ctx, view } = c.var
      const id = await voiceNumbered(ctx.db, c.req.param('number'))
      const voice = id && (await publicVoice(ctx.db, id))
      if (!voice) throw new Refused({ kind: 'not-found' })
      return c.html(
        <VoicePage
          view={view}
          today={todayOf(c)}
          voice={voice}
          terms={await termsNow(c)}
          items={await tiedItems(c, voice, news)}
          departmentName={await departmentNames(c)}
          districtName={await districtNames(c)}
        />,
      )
    })

/** A published picture, large or small. Whoever asks for another is told that there is none. */
async function photo(c: C) {
  const { ctx, files } = c.var
  const [number = '', position] = [c.req.param('number'), Number(c.req.param('position'))]
  const keys = found(await photoKeys(ctx.db, number, position))
  const bytes = found(await files.get(c.req.query('size') === 'small' ? keys.small : keys.large))
  return c.body(bytes, 200, {
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="${number}-${position}.jpg"`,
    'content-security-policy': boxed,
    // What is taken back is gone at once.
    'cache-control': 'no-cache',
  })
}

async function list(c: C) {
  const { ctx, view, recall } = c.var
  const asked = readAsked(c.req.query())
  const { words, topic, section, district, age, year, after } = asked
  const read = await publicPoints(
    ctx.db,
    {
      words,
      topic: topic || undefined,
      section: section || undefined,
      district: district || undefined,
      ageBand: age || undefined,
      ...(year && {
        since: fiscalYearStart(Number(year)),
        until: fiscalYearStart(Number(year) + 1),
      }),
      after: readPlace(after),
    },
    pageLength + 1,
  )
  const page = pageOf(read, pageLength)
  return c.html(
    <VoicesPage
      view={view}
      today={todayOf(c)}
      asked={asked}
      voices={page.voices}
      after={page.after}
      promises={
        await promisesOf(
          c,
          page.voices.flat().map(({ id }) => id),
        )
      }
      terms={await termsNow(c)}
      sections={await recall('voice sections', () => sectionsShown(ctx.db))}
      districts={await districtsNow(c)}
      years={await yearsOf(c)}
      departmentName={await departmentNames(c)}
      districtName={await districtNames(c)}
    />,
  )
}

async function figures(c: C) {
  const { ctx, view } = c.var
  const fiscalYear = await yearAsked(c)
  return c.html(
    <FiguresPage
      view={view}
      today={todayOf(c)}
      fiscalYear={fiscalYear}
      years={await yearsOf(c)}
      figures={await figuresIn(c, fiscalYear)}
      waiting={await waitingSections(ctx.db, todayOf(c))}
      terms={await termsNow(c)}
      departmentName={await departmentNames(c)}
      districtName={await districtNames(c)}
    />,
  )
}

/** In the list only whether a promise is kept; what came of it stands on the voice's own page. */
async function promisesOf(
  c: C,
  points: Parameters<typeof followUpsOf>[1],
): Promise<ReadonlyMap<string, readonly PublicPromise[]>> {
  const all = new Map<string, PublicPromise[]>()
  for (const { point, dueOn, done } of await followUpsOf(c.var.ctx.db, points)) {
    const promise = { dueOn, done: done && { on: localDate(done.at), result: '' } }
    all.set(point, [...(all.get(point) ?? []), promise])
  }
  return all
}

/** The items of public plans to which the published points are tied. */
async function tiedItems(
  c: C,
  voice: PublicVoice,
  news: ItemNews,
): Promise<ReadonlyMap<string, TiedItem>> {
  const { ctx, view, recall } = c.var
  const plans = await recall('plans', () => publicPlans(ctx.db))
  const ids = voice.points.flatMap(({ status }) => (status.kind === 'shown' ? status.items : []))
  const tied = new Map<string, TiedItem>()
  for (const id of new Set(ids)) {
    const item = await itemById(ctx.db, id)
    const plan = plans.find((one) => one.id === item?.planId)
    if (!item || !plan) continue
    const { text, lang } = say(item, 'title', view.locale)
    tied.set(id, {
      id,
      title: `${item.code} ${text}`,
      ...(lang && { lang: 'ja' }),
      path: planUrls.item(plan.fiscalYear, item.code),
      news: await news(c, plan, id),
    })
  }
  return tied
}

/** On the page of open data: the files of voices. */
export async function openData(c: C): Promise<Child> {
  const { view } = c.var
  return (
    <Part view={view} id="voices" title={publicWords[view.locale].title}>
      <VoiceFiles view={view} fiscalYear={await yearAsked(c)} />
    </Part>
  )
}

/** Beside an item of the plan: what people said of it, and the city's answers. Nothing where nobody did. */
export async function besideItem(c: C, id: ItemId): Promise<Child> {
  const { ctx, view, recall } = c.var
  const points = await recall(`voices beside ${id}`, () =>
    shownBesideItems(ctx.db, [id], mostBeside),
  )
  if (!points.length) return null
  return (
    <BesideItem
      view={view}
      points={points}
      promises={
        await promisesOf(
          c,
          points.map((point) => point.id),
        )
      }
      today={todayOf(c)}
      terms={await termsNow(c)}
      departmentName={await departmentNames(c)}
      districtName={await districtNames(c)}
    />
  )
}
