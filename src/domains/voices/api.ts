import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { apiError, json, readApi } from '#platform/api.ts'
import { localDate } from '#platform/calendar.ts'
import { found, Refused } from '#platform/result.ts'
import { pointKinds } from './point.ts'
import { placeOf, readPlace, yearAmong } from './rules/asked.ts'
import type { CoveredTable, Figures, OpenRow } from './rules/figures.ts'
import { outcomes } from './rules/outcome.ts'
import { publicText } from './rules/redaction.ts'
import type { PublicPoint, PublicStatus } from './rules/shown.ts'
import { publicPoints } from './store/public.ts'
import { publicVoice } from './store/public-voice.ts'
import { voiceNumbered } from './store/shown.ts'
import { termsOn } from './store/terms.ts'
import { voiceYears, yearFigures } from './store/year.ts'

const pageLength = 100

const pointShape = z
  .object({
    number: z.string().meta({ description: '受付番号', example: 'V2012-0001-4' }),
    receivedOn: z.iso.date(),
    topic: z.string().meta({ description: '分野の番号' }),
    kind: z.enum(pointKinds),
    district: z.string().nullable().meta({ description: '地区の番号(/districts)' }),
    ageBand: z.string().nullable(),
    gist: z.string().meta({ description: '要旨。■■■は伏せた言葉。見えなくしたときはその説明' }),
    hidden: z
      .object({ ground: z.string(), since: z.iso.datetime() })
      .nullable()
      .meta({ description: '約束ごとに合わないため見えなくしたときの理由(/moderation)' }),
    section: z.string(),
    disposition: z.string().meta({ description: '対応区分の番号' }),
    answer: z.string(),
    promise: z.string(),
    publishedAt: z.iso.datetime(),
  })
  .meta({ id: 'PublicVoicePoint' })

const statusShape = z.object({
  no: z.int(),
  status: z.enum(outcomes),
  ground: z.string().nullable().meta({ description: '公表していない理由' }),
  transferredTo: z.string().nullable(),
  point: pointShape.nullable(),
  promises: z.array(
    z.object({ dueOn: z.iso.date(), doneOn: z.iso.date().nullable(), result: z.string() }),
  ),
  items: z.array(z.string()).meta({ description: 'つながる計画の項目' }),
})

const voiceShape = z
  .object({
    number: z.string(),
    receivedOn: z.iso.date(),
    state: z.enum(['received', 'answering', 'replied', 'closed', 'joined']),
    dueOn: z.iso.date().nullable(),
    repliedOn: z.iso.date().nullable(),
    joinedTo: z.string().nullable(),
    texts: z.int().meta({ description: '同じ内容の声の数' }),
    persons: z.int(),
    photos: z.array(
      z.object({
        url: z.string(),
        smallUrl: z.string(),
        description: z.string().meta({ description: '写真に何が写っているか' }),
      }),
    ),
    photosWithheld: z.int().meta({ description: '公表していない写真の数' }),
    points: z.array(statusShape),
  })
  .meta({ id: 'PublicVoice' })

const count = z.int().nullable().meta({ description: 'null は秘匿' })
const sums = z.record(z.enum(outcomes), count)
const rowShape = z.object({ key: z.string(), outcomes: sums, total: count })
const figuresShape = z
  .object({
    fiscalYear: z.int(),
    smallest: z.int().meta({ description: 'これより小さい数は秘匿' }),
    total: z.int().meta({ description: '届いた論点。outcomes を足した数にいつも等しい' }),
    outcomes: z.record(z.enum(outcomes), z.int()),
    voices: z.object({ all: z.int(), untriaged: z.int(), joined: z.int() }),
    medianDays: z.int().nullable(),
    grounds: z.array(z.object({ key: z.string(), n: z.int() })),
    months: z.array(rowShape),
    topics: z.array(rowShape),
    sections: z.array(rowShape),
    channels: z.array(rowShape),
    districts: z.array(rowShape),
    ages: z.array(rowShape),
  })
  .meta({ id: 'VoiceFigures' })

const word = z.string().max(100).optional()
const listRoute = createRoute({
  method: 'get',
  path: '/voices',
  summary: '公表した市民の声(新しいものから)',
  request: {
    query: z.object({
      words: word,
      topic: word,
      section: word,
      district: word,
      age: word,
      after: word.meta({ description: '前のページの after' }),
    }),
  },
  responses: {
    200: json(z.object({ points: z.array(pointShape), after: z.string().nullable() }), '声の一覧'),
  },
})
const figuresRoute = createRoute({
  method: 'get',
  path: '/voices/figures',
  summary: '市民の声の件数(1つの年度)',
  request: { query: z.object({ year: z.coerce.number().int().optional() }) },
  responses: { 200: json(figuresShape, '件数'), 404: json(apiError, 'その年度に声はない') },
})
const oneRoute = createRoute({
  method: 'get',
  path: '/voices/{number}',
  summary: '1つの声のその後',
  request: { params: z.object({ number: z.string().meta({ example: 'V2012-0001-4' }) }) },
  responses: { 200: json(voiceShape, '声'), 404: json(apiError, 'その番号の声はない') },
})

/** What the public pages say of voices, for programs. What nobody decided to publish does not exist here. */
export const api = readApi<Env>()
  .openapi(listRoute, async (c) => {
    const { words = '', topic, section, district, age, after } = c.req.valid('query')
    const place = readPlace(after ?? null)
    if (after && !place) throw new Refused({ kind: 'refused', reason: 'bad-request' })
    const asked = { words, topic, section, district, ageBand: age, after: place }
    const read = await publicPoints(c.var.ctx.db, asked, pageLength + 1)
    const points = read.slice(0, pageLength)
    const last = read.length > pageLength ? points.at(-1) : undefined
    return c.json({ points: points.map(pointOf), after: last ? placeOf(last) : null }, 200)
  })
  .openapi(figuresRoute, async (c) => {
    const { db, now } = c.var.ctx
    const today = localDate(now)
    const year = found(yearAmong(await voiceYears(db), c.req.valid('query').year, today))
    const { smallest } = await termsOn(db, today)
    const figures = await yearFigures(db, year, today)
    return c.json({ fiscalYear: year, smallest, ...figuresSaid(figures) }, 200)
  })
  .openapi(oneRoute, async (c) => {
    const { db } = c.var.ctx
    const id = found(await voiceNumbered(db, c.req.valid('param').number))
    const { isWaiting: _, points, photos, ...voice } = found(await publicVoice(db, id))
    const told = {
      ...voice,
      photos: photos.shown.map(({ position, alt }) => {
        const url = `${c.var.view.origin}/voices/${voice.number}/photos/${position}`
        return { url, smallUrl: `${url}?size=small`, description: alt }
      }),
      photosWithheld: photos.withheld,
      points: points.map(({ no, status }) => statusOf(no, status)),
    }
    return c.json(told, 200)
  })

const pointOf = (one: PublicPoint) => ({
  number: one.number,
  receivedOn: one.receivedOn,
  topic: one.topic,
  kind: one.kind,
  district: one.district,
  ageBand: one.ageBand,
  gist: one.cover ? coverSaid('ja', one.cover) : publicText(one.gist),
  hidden: one.cover && { ground: one.cover.ground, since: one.cover.at.toISOString() },
  section: one.section,
  disposition: one.disposition,
  answer: publicText(one.answer),
  promise: publicText(one.promise),
  publishedAt: one.shownAt.toISOString(),
})

const statusOf = (no: number, status: PublicStatus) => ({
  no,
  status: status.kind,
  ground: status.kind === 'withheld' ? status.ground : null,
  transferredTo: status.kind === 'transferred' ? status.to : null,
  point: status.kind === 'shown' ? pointOf(status.point) : null,
  promises:
    status.kind === 'shown'
      ? status.promises.map(({ dueOn, done }) => ({
          dueOn,
          doneOn: done?.on ?? null,
          result: done?.result ?? '',
        }))
      : [],
  items: status.kind === 'shown' ? [...status.items] : [],
})

const openRows = (rows: readonly OpenRow[]) =>
  rows.map(({ key, sums: of }) => ({
    key,
    outcomes: { ...of },
    total: outcomes.reduce((all, one) => all + of[one], 0),
  }))

const coveredRows = ({ keys, table }: CoveredTable) =>
  table
    ? keys.map((key, r) => ({
        key,
        outcomes: {
          open: table.rows[r]?.[0] ?? null,
          deciding: table.rows[r]?.[1] ?? null,
          shown: table.rows[r]?.[2] ?? null,
          withheld: table.rows[r]?.[3] ?? null,
          transferred: table.rows[r]?.[4] ?? null,
        },
        total: table.rowTotals[r] ?? null,
      }))
    : []

/** The figures of a year as the API and the command line say them. */
export const figuresSaid = (figures: Figures) => ({
  total: figures.total,
  outcomes: { ...figures.sums },
  voices: figures.texts,
  medianDays: figures.days?.median ?? null,
  grounds: [...figures.grounds],
  months: openRows(figures.months),
  topics: openRows(figures.topics),
  sections: openRows(figures.sections),
  channels: coveredRows(figures.channels),
  districts: coveredRows(figures.districts),
  ages: coveredRows(figures.ages),
})
