import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, blank, type Filled, fill, within } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { reply } from '../actions/reply.ts'
import { addPoint, type Outlined, triage } from '../actions/triage.ts'
import { mostRows, type RowFields, rowForm } from '../forms/work.ts'
import { ReplyPage } from '../pages/work/beside.tsx'
import { type RowHints, TriagePage, type TriageProps, topicName } from '../pages/work/triage.tsx'
import { mayReply } from '../rules/answer.ts'
import { routed } from '../rules/route.ts'
import { learn, type Model, suggest } from '../rules/suggest.ts'
import { toldPoints } from '../rules/told.ts'
import { replyWords } from '../sender-kinds.ts'
import { termsOn } from '../store/terms.ts'
import { joinedTo } from '../store/voices.ts'
import { openStates, pastPoints } from '../store/work.ts'
import type { VoiceTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import type { VoiceId } from '../voice.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustOffer,
  onward,
  originalOf,
  said,
  sayReason,
  sectionNames,
  versionIn,
  voiceAt,
  type Worked,
} from './desk-lookup.ts'

const one = ':id{voi_[a-z0-9]+}' as VoiceId
/** Suggestions are learnt from so many of the newest points: as dear in an old city as in a new one. */
const learntFrom = 3000

type Row = TriageProps['rows'][number]

/** Splitting a voice, adding to it, and the reply that goes out when every point has its answer. */
export const triageRoutes = new Hono<Env>()
  .get(urls.workStep(one, 'triage'), async (c) => {
    const here = await splitting(c)
    return show(c, here, [await suggested(c, here, blank(rowForm), here.original.text)])
  })
  .post(urls.workStep(one, 'triage'), async (c) => {
    const here = await splitting(c)
    const body = await bodyOf(c)
    const forms = rowsIn(body)
    const does = said(body, 'do')
    if (does !== 'save') {
      const all = does === 'add' && forms.length < mostRows ? [...forms, blank(rowForm)] : forms
      const rows = []
      for (const form of all) rows.push(await suggested(c, here, form, form.raw.gist))
      return show(c, here, rows)
    }
    const bare = forms.map((form): Row => ({ form, hints: {} }))
    // A row in which nothing was written is none; the numbers of faults are those of the rows on the page.
    const filled = forms.flatMap((form, at) =>
      form.raw.gist.trim() || forms.length === 1 ? [{ form, at }] : [],
    )
    if (filled.some(({ form }) => !form.values)) return show(c, here, bare, 422)
    const lacking = await lackingIn(c, here, filled)
    if (lacking.size)
      return show(
        c,
        here,
        bare.map((row, at) => ({ ...row, refused: lacking.get(at) })),
        422,
      )
    const outlined = filled.flatMap(({ form }) => (form.values?.kind ? [outlineOf(form)] : []))
    const seen = { id: here.worked.voice.id, version: versionIn(body) }
    const [first] = outlined
    const done = await attempt(() =>
      here.isMore && first ? addPoint(c.var.ctx, seen, first) : triage(c.var.ctx, seen, outlined),
    )
    if ('refusal' in done) {
      const [, index = '0', field = 'gist'] = (done.refusal.place ?? '').split('.')
      const at = filled[Number(index)]?.at ?? 0
      return show(c, here, withFault(bare, at, field, sayReason(c, done.refusal.reason)), 422)
    }
    return onward(c, urls.work(seen.id), here.isMore ? 'point-added' : 'triaged')
  })
  .get(urls.workStep(one, 'reply'), async (c) => preview(c, await replying(c)))
  .post(urls.workStep(one, 'reply'), async (c) => {
    const worked = await replying(c)
    if (!mayReply(worked.points).ok) return preview(c, worked, 422)
    const seen = { id: worked.voice.id, version: versionIn(await bodyOf(c)) }
    await reply(c.var.ctx, seen)
    return onward(c, urls.work(seen.id), 'replied')
  })

interface Splitting {
  readonly worked: Worked
  readonly original: TriageProps['original']
  readonly terms: VoiceTerms
  readonly model: Model
  readonly isMore: boolean
}

async function splitting(c: DeskContext): Promise<Splitting> {
  const worked = await voiceAt(c)
  const isMore = worked.voice.state === 'answering'
  mustOffer(worked, isMore ? 'retriage' : 'triage', worked.voice)
  const { db } = c.var.ctx
  return {
    worked,
    isMore,
    original: found((await originalOf(c, worked.voice, worked.mayReadOriginal)) ?? undefined),
    terms: await termsOn(db, worked.voice.receivedOn),
    model: learn(await pastPoints(db, learntFrom)),
  }
}

const rowsIn = (body: Body): readonly Filled<RowFields>[] => {
  const count = Math.min(mostRows, Math.max(1, Number(said(body, 'rows')) || 1))
  return Array.from({ length: count }, (_, i) => fill(rowForm, within(body, `point${i}`)))
}

const outlineOf = ({ values }: Filled<RowFields>): Outlined => ({
  gist: values?.gist ?? '',
  kind: values?.kind ?? 'opinion',
  topic: values?.topic ?? '',
  section: values?.section ?? '',
})

/** Everything that a row still lacks, at once: who splits a long voice is not sent back for each field. */
async function lackingIn(
  c: DeskContext,
  { terms }: Splitting,
  rows: readonly { readonly form: Filled<RowFields>; readonly at: number }[],
): Promise<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const sections = await sectionNames(c)
  const topics = terms.topics.map(({ key }) => key)
  const all = new Map<number, Readonly<Record<string, string>>>()
  for (const { form, at } of rows) {
    const { gist, kind, topic, section } = form.raw
    const reasons = {
      ...(!gist.trim() && { gist: 'gist-empty' }),
      ...(!kind && { kind: 'kind-needed' }),
      ...(!topics.includes(topic) && { topic: 'unknown-topic' }),
      ...(!sections.includes(section) && { section: section ? 'route-section' : 'section-needed' }),
    }
    const said = Object.entries(reasons).map(([field, key]) => [field, sayReason(c, key)])
    if (said.length) all.set(at, Object.fromEntries(said))
  }
  return all
}

const withFault = (rows: readonly Row[], at: number, field: string, text: string): readonly Row[] =>
  rows.map((row, i) => (i === at ? { ...row, refused: { [field]: text } } : row))

/**
 * Fills what is empty with what speaks most for it, and says so at the field. The city's own rules go before what was
 * learnt; what somebody has chosen stays.
 */
async function suggested(
  c: DeskContext,
  { worked, terms, model }: Splitting,
  form: Filled<RowFields>,
  text: string,
): Promise<Row> {
  const topic = form.raw.topic ? undefined : suggest(model, text, 'topic')
  const chosen = form.raw.topic || topic?.key || ''
  const { district } = worked.voice
  const rule = chosen ? routed(terms, chosen, district, deskOf(c).today) : undefined
  const free = !form.raw.section
  const section = free && !rule ? suggest(model, text, 'section', chosen) : undefined
  const named = rule && { ...rule, topic: topicName(c.var.view, terms.topics, chosen) }
  const hints: RowHints = { topic, section, route: free ? named : undefined }
  const raw = {
    ...form.raw,
    topic: chosen,
    section: form.raw.section || rule?.section || section?.key || '',
  }
  return { form: { ...form, raw }, hints }
}

async function show(
  c: DeskContext,
  { worked, original, terms, isMore }: Splitting,
  rows: readonly Row[],
  status: 200 | 422 = 200,
) {
  return c.html(
    <TriagePage
      {...deskOf(c)}
      voice={worked.voice}
      original={original}
      rows={rows}
      topics={terms.topics}
      sections={await sectionNames(c)}
      isMore={isMore}
    />,
    status,
  )
}

async function replying(c: DeskContext): Promise<Worked> {
  const worked = await voiceAt(c)
  mustOffer(worked, 'reply', worked.voice)
  return worked
}

async function preview(c: DeskContext, { voice, points }: Worked, status: 200 | 422 = 200) {
  const { db } = c.var.ctx
  const terms = await termsOn(db, voice.receivedOn)
  const told = toldPoints(points, terms, voice.language)
  const { number, language } = voice
  const open: readonly string[] = openStates
  return c.html(
    <ReplyPage
      {...deskOf(c)}
      {...replyWords(language, { number, joined: false, points: told })}
      voice={voice}
      missing={points.flatMap((point) => (open.includes(point.state) ? [point.no] : []))}
      others={(await joinedTo(db, voice.id)).texts - 1}
    />,
    status,
  )
}
