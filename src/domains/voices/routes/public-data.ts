import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { languageOf } from '#design/view.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { atom } from '#platform/atom.ts'
import { dayStart, fiscalYearStart } from '#platform/calendar.ts'
import { csvLines, writeCsv } from '#platform/csv.ts'
import { streamed } from '#platform/ledger-read.ts'
import { found } from '#platform/result.ts'
import { plain } from '#platform/ruby.ts'
import { publicWords } from '../messages/public.ts'
import { figureTable, pointHeads, pointRows } from '../messages/public-columns.ts'
import { groundWord, wordIn } from '../pages/public/words.tsx'
import { addressOf, readAsked } from '../rules/asked.ts'
import { newsOf } from '../rules/news.ts'
import { publicText } from '../rules/redaction.ts'
import type { PublicPhoto, PublicPoint } from '../rules/shown.ts'
import { photosShownOf } from '../store/photos.ts'
import { latestShown, publicPoints } from '../store/public.ts'
import { publicVoice } from '../store/public-voice.ts'
import { voiceNumbered } from '../store/shown.ts'
import { subjectNames } from '../subjects.ts'
import { urls } from '../urls.ts'
import { districtNames, figuresIn, siteOf, termsNow, todayOf, yearAsked } from './look.ts'

type C = Context<Env>

/** The newest answers that a feed still tells of. */
const feedLength = 50
/** Points that are held at once; a year that fits is kept like a page, a longer one is sent piece by piece. */
const pieceLength = 1000

const asCsv = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
})
const csv = (c: C, rows: Parameters<typeof writeCsv>[0], name: string) =>
  c.body(writeCsv(rows), 200, asCsv(name))

/** 公表した声の表 of a year, newest first. */
async function yearCsv(c: C) {
  const { db } = c.var.ctx
  const year = await yearAsked(c)
  const asked = { words: '', since: fiscalYearStart(year), until: fiscalYearStart(year + 1) }
  const { topics, dispositions } = await termsNow(c)
  const names = {
    topic: (key: string) => wordIn(topics, key, 'ja'),
    disposition: (key: string) => wordIn(dispositions, key, 'ja'),
    district: await districtNames(c),
  }
  const rowsOf = async (points: readonly PublicPoint[]) => {
    const photos = await photosShownOf(db, [...new Set(points.map(({ voice }) => voice))])
    return pointRows(points, { ...names, photo: photoAddress(c.var.view.origin, photos) })
  }
  const first = await publicPoints(db, asked, pieceLength)
  const name = `voices-${year}.csv`
  if (first.length < pieceLength) return csv(c, [pointHeads, ...(await rowsOf(first))], name)
  return c.body(streamed(pieces()), 200, {
    ...asCsv(name),
    // Too long to be kept here; whoever stands in front may keep it for a minute.
    'cache-control': 'public, max-age=0, s-maxage=60, must-revalidate',
  })

  async function* pieces(): AsyncIterable<string> {
    yield writeCsv([pointHeads])
    let read = first
    for (;;) {
      yield csvLines(await rowsOf(read))
      const after = read.at(-1)
      if (!after || read.length < pieceLength) return
      read = await publicPoints(db, { ...asked, after }, pieceLength)
    }
  }
}

const photoAddress =
  (origin: string, photos: ReadonlyMap<string, readonly PublicPhoto[]>) =>
  ({ voice, number }: PublicPoint): string =>
    (photos.get(voice) ?? [])
      .map(({ position }) => `${origin}${urls.photo(number, position)}`)
      .join('\n')

/** The same as the pages say, for programs and for tables: derived from what is public, and from nothing else. */
export const dataRoutes = new Hono<Env>()
  .get(urls.csv, yearCsv)
  .get('/voices/figures.csv', async (c) => {
    const year = await yearAsked(c)
    const terms = await termsNow(c)
    const table = figureTable(await figuresIn(c, year), {
      topic: (key) => wordIn(terms.topics, key, 'ja'),
      ground: (key) => groundWord(terms, key, 'ja'),
      district: await districtNames(c),
    })
    return csv(c, table, `voices-figures-${year}.csv`)
  })
  .get(urls.feed, async (c) => {
    const { ctx, view } = c.var
    const { name, licence } = await siteOf(c)
    const city = name[view.locale]
    const base = `${view.origin}${view.locale === 'ja' ? '' : `/${view.locale}`}`
    const { host } = new URL(view.origin)
    const begun = fiscalYearStart(Number(todayOf(c).slice(0, 4)) - 1)
    const { topic, district } = readAsked(c.req.query())
    const narrowed = addressOf('', { topic, district })
    const feed = atom({
      // A name that outlives a change of address (RFC 4151).
      id: `tag:${host},2012:voices${narrowed}`,
      title: plain(`${await narrowedTitle(c, { topic, district })} — ${city}`),
      author: city,
      rights: licence,
      lang: languageOf(view.locale),
      self: `${base}${urls.feed}${narrowed}`,
      page: `${base}${urls.list}${narrowed}`,
      begun: dayStart(begun),
      entries: (await latestShown(ctx.db, feedLength, { topic, district })).map((point) => ({
        id: `tag:${host},2012:voices/${point.id}`,
        title: plain(point.cover ? coverSaid(view.locale, point.cover) : publicText(point.gist)),
        link: `${base}${urls.one(point.number)}`,
        // Whoever has read it reads now that it is hidden.
        updated: point.cover?.at ?? point.shownAt,
        author: point.section,
        summary: publicText(point.answer),
      })),
    })
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  .get('/voices/:number{V[0-9]{4}-[0-9]+-[0-9]}/feed.atom', oneFeed)

/** Of which voices the feed tells, in words. */
async function narrowedTitle(c: C, { topic, district }: Record<'topic' | 'district', string>) {
  const { locale } = c.var.view
  const names = subjectNames[locale]
  const parts = [
    ...(topic ? [names.topic(wordIn((await termsNow(c)).topics, topic, locale))] : []),
    ...(district ? [names.district((await districtNames(c))(district))] : []),
  ]
  return parts.join(' · ') || publicWords[locale].title
}

/** この件の続き: what anybody may know of one voice, as it happens. */
async function oneFeed(c: C) {
  const { ctx, view } = c.var
  const t = publicWords[view.locale]
  const id = found(await voiceNumbered(ctx.db, c.req.param('number') ?? ''))
  const voice = found(await publicVoice(ctx.db, id))
  const { name, licence } = await siteOf(c)
  const city = name[view.locale]
  const { host } = new URL(view.origin)
  const tag = `tag:${host},2012:voices/${voice.number}`
  const base = `${view.origin}${view.locale === 'ja' ? '' : `/${view.locale}`}`
  const link = `${base}${urls.one(voice.number)}`
  const anchor = (part: string) => part && `#point-${part.split('/')[1]}`
  const entries = newsOf(voice).map(({ what, at, author, summary, part }) => ({
    id: `${tag}/${what}${part}`,
    title: plain(
      { answered: t.dayAnswered, shown: t.dayPublished, settled: t.follow.settled }[what],
    ),
    link: `${link}${anchor(part)}`,
    updated: at,
    author: author || city,
    summary,
  }))
  const feed = atom({
    id: tag,
    title: plain(`${t.voiceTitle(voice.number)} — ${city}`),
    author: city,
    rights: licence,
    lang: languageOf(view.locale),
    self: `${base}${urls.feedOf(voice.number)}`,
    page: link,
    begun: dayStart(voice.receivedOn),
    entries,
  })
  return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
}
