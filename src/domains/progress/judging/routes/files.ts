import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { publicPlan } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import { found, Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { judgementCsv, judgementJson, marksCsv, packFile, sheetFile } from '../files.ts'
import { committeeById } from '../store/committees.ts'
import { publishedJudgings } from '../store/views.ts'
import { urls } from '../urls.ts'
import { standing } from '../workflow.ts'
import { type Here, nameOf, yearAt } from './lookup.ts'

const save = (c: Here, bytes: Uint8Array<ArrayBuffer>, type: string, name: string) =>
  c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  })
const csv = 'text/csv; charset=utf-8'

/** Packs and exports: made of the same view as the pages, so none shows what a page would not. */
export const fileRoutes = new Hono<Env>()
  .get(urls.papers(':id'), async (c) => {
    const year = await readable(c)
    const pack = await packFile(await printed(c, year))
    return save(c, pack, 'application/pdf', `papers-${year.committee.fiscalYear}.pdf`)
  })
  .get(urls.sheet(':id'), async (c) => {
    const year = await readable(c)
    const me = c.var.ctx.actor.id
    const own = year.items.filter(({ shares }) => shares.some((s) => s.userId === me && !s.recused))
    const names = await nameOf(c, year)
    const items = own.length ? own : year.items
    const sheet = await sheetFile(await printed(c, year), items, own.length ? names(me) : '')
    return save(c, sheet, 'application/pdf', `sheet-${year.committee.fiscalYear}.pdf`)
  })
  .get(urls.marks(':id'), async (c) => {
    const year = await readable(c)
    const file = marksCsv(year, await nameOf(c, year))
    return save(c, file, csv, `marks-${year.committee.fiscalYear}.csv`)
  })

/** What is published, to take away. */
export const openFiles = new Hono<Env>()
  .get(urls.file(':year{[0-9]{4}}', 'judgement.csv'), async (c) => {
    const { years, year } = await published(c)
    return save(c, judgementCsv(years), csv, `judgement-${year}.csv`)
  })
  .get(urls.file(':year{[0-9]{4}}', 'judgement.json'), async (c) => {
    const { years } = await published(c)
    const { licence } = await siteProfile(c.var.ctx.db)
    return c.body(judgementJson(years, licence), 200, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
  })
  .get(urls.file(':year{[0-9]{4}}', 'judgement.pdf'), async (c) => {
    const { years, year } = await published(c)
    const [newest] = years
    const pack = await packFile(await printed(c, found(newest)))
    return save(c, pack, 'application/pdf', `judgement-${year}.pdf`)
  })

async function published(c: Here) {
  const { db, now } = c.var.ctx
  const plan = found(await publicPlan(db, Number(c.req.param('year'))))
  const years = await publishedJudgings(db, plan, localDate(now))
  if (!years.length) throw new Refused({ kind: 'not-found' })
  return { years, year: plan.fiscalYear }
}

/** Members from the day on which the papers are out; the city hall at any time. */
async function readable(c: Here) {
  const committee = found(await committeeById(c.var.ctx.db, c.req.param('id') ?? ''))
  const stands = standing(c.var.ctx.actor, { committee: committee.id })
  const asMember = stands.has('member') && committee.state !== 'preparing'
  if (!asMember && !stands.has('secretariat') && !stands.has('reader'))
    throw new Refused({ kind: 'not-found' })
  return yearAt(c, committee)
}

async function printed(c: Here, year: Awaited<ReturnType<typeof readable>>) {
  const site = await siteProfile(c.var.ctx.db)
  const { committee } = year
  const on = committee.state === 'published' ? committee.publishedOn : localDate(c.var.ctx.now)
  return { year, site, on }
}
