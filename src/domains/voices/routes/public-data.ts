import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { languageOf } from '#design/view.ts'
import { atom } from '#platform/atom.ts'
import { dayStart, fiscalYearStart } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { plain } from '#platform/ruby.ts'
import { publicWords } from '../messages/public.ts'
import { figureTable, pointTable } from '../messages/public-columns.ts'
import { groundWord, wordIn } from '../pages/public/words.tsx'
import { publicText } from '../rules/redaction.ts'
import { latestShown, publicPoints } from '../store/public.ts'
import { urls } from '../urls.ts'
import { districtNames, figuresIn, siteOf, termsNow, todayOf, yearAsked } from './look.ts'

type C = Context<Env>

/** The newest answers that a feed still tells of. */
const feedLength = 50
/** A year of the largest city fits; a file that no program can open helps nobody. */
const mostLines = 200_000

const csv = (c: C, rows: Parameters<typeof writeCsv>[0], name: string) =>
  c.body(writeCsv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })

/** The same as the pages say, for programs and for tables: derived from what is public, and from nothing else. */
export const dataRoutes = new Hono<Env>()
  .get(urls.csv, async (c) => {
    const year = await yearAsked(c)
    const read = { words: '', since: fiscalYearStart(year), until: fiscalYearStart(year + 1) }
    const points = await publicPoints(c.var.ctx.db, read, mostLines)
    const { topics, dispositions } = await termsNow(c)
    const table = pointTable(points, {
      topic: (key) => wordIn(topics, key, 'ja'),
      disposition: (key) => wordIn(dispositions, key, 'ja'),
      district: await districtNames(c),
    })
    return csv(c, table, `voices-${year}.csv`)
  })
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
    const t = publicWords[view.locale]
    const { name, licence } = await siteOf(c)
    const city = name[view.locale]
    const base = `${view.origin}${view.locale === 'ja' ? '' : `/${view.locale}`}`
    const { host } = new URL(view.origin)
    const begun = fiscalYearStart(Number(todayOf(c).slice(0, 4)) - 1)
    const feed = atom({
      // A name that outlives a change of address (RFC 4151).
      id: `tag:${host},2012:voices`,
      title: plain(`${t.title} — ${city}`),
      author: city,
      rights: licence,
      lang: languageOf(view.locale),
      self: `${base}${urls.feed}`,
      page: `${base}${urls.list}`,
      begun: dayStart(begun),
      entries: (await latestShown(ctx.db, feedLength)).map((point) => ({
        id: `tag:${host},2012:voices/${point.id}`,
        title: publicText(point.gist),
        link: `${base}${urls.one(point.number)}`,
        updated: point.shownAt,
        author: point.section,
        summary: publicText(point.answer),
      })),
    })
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
