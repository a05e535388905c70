import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districtChoices, districts } from '#domains/districts/index.ts'
import { type Body, blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { followUp } from '../actions/follow-up.ts'
import { keepTemplate, removeTemplate, setTerms } from '../actions/terms.ts'
import { resultForm, templateForm, termsForm } from '../forms/work.ts'
import { workWords } from '../messages/work.ts'
import { PromisesPage, type PromisesProps } from '../pages/work/promises.tsx'
import { SettingsPage, type SettingsProps, type TermsRows } from '../pages/work/settings.tsx'
import { TemplatesPage, type TemplatesProps } from '../pages/work/templates.tsx'
import { reachOf } from '../rules/reach.ts'
import { termsChanged } from '../rules/terms-changes.ts'
import {
  type Nameable,
  newRows,
  readDays,
  readRoutes,
  readWords,
  typedRoutes,
  typedWords,
  type WordList,
  wordLists,
  wordRows,
} from '../rules/terms-rows.ts'
import { openPromises, promiseById } from '../store/promises.ts'
import { templatesOf } from '../store/templates.ts'
import { allTerms, termsOn } from '../store/terms.ts'
import type { Disposition, Named, VoiceTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustBeAllowed,
  namer,
  onward,
  said,
  sayReason,
  sectionNames,
  versionIn,
} from './desk-lookup.ts'

const perPage = 50

/** 約束、ひな形、条件: the places of this desk beside the voices themselves. */
export const placeRoutes = new Hono<Env>()
  .get(urls.promises, (c) => showPromises(c))
  .post(urls.promise(':id'), async (c) => {
    deskOf(c)
    const id = c.req.param('id') ?? ''
    const promise = found(isId('vfu', id) ? await promiseById(c.var.ctx.db, id) : undefined)
    const body = await bodyOf(c)
    const form = fill(resultForm, body)
    if (!form.values && mayEnd(c, promise.section))
      return showPromises(c, { id: promise.id, form }, 422)
    const seen = { id: promise.id, version: versionIn(body) }
    await followUp(c.var.ctx, seen, form.values?.result ?? '')
    return onward(c, urls.promises, 'followed-up')
  })
  .get(urls.templates, (c) => showTemplates(c, {}))
  .post(urls.templates, async (c) => {
    deskOf(c)
    const stands = standing(c.var.ctx.actor)
    accept(permit(workflow, 'draft', stands, { state: 'assigned' }))
    const body = await bodyOf(c)
    const id = said(body, 'id')
    const all = await templatesOf(c.var.ctx.db, reachOf(c.var.ctx.actor))
    const known = id ? found(all.find((one) => one.id === id)) : undefined
    if (known && said(body, 'do') === 'remove') {
      await removeTemplate(c.var.ctx, known)
      return onward(c, urls.templates, 'template-removed')
    }
    const form = fill(templateForm, body)
    const { values } = form
    if (!values) return showTemplates(c, { typed: { id, form } }, 422)
    const seen = known && { seen: { id: known.id, version: versionIn(body) } }
    const done = await attempt(() => keepTemplate(c.var.ctx, { ...values, ...seen }))
    if ('done' in done) return onward(c, urls.templates, 'template')
    const refused = sayReason(c, done.refusal.reason)
    return showTemplates(c, { typed: { id, form }, refused }, 422)
  })
  .get(urls.settings, async (c) => showSettings(c, {}))
  .post(urls.settings, async (c) => {
    mustBeAllowed(c, 'setTerms')
    const body = await bodyOf(c)
    const [form, rows] = [fill(termsForm, body), rowsTyped(body)]
    const { terms, refused } = await termsFrom(c, form, rows)
    if (!terms || !form.values?.from) return showSettings(c, { form, rows, refused }, 422)
    await setTerms(c.var.ctx, form.values.from, terms)
    return onward(c, urls.settings, 'terms')
  })

const mayEnd = (c: DeskContext, section: string) => {
  const stands = standing(c.var.ctx.actor, { sections: [section] })
  return (['section', 'head', 'secretariat'] as const).some((one) => stands.has(one))
}

async function showPromises(
  c: DeskContext,
  typed?: PromisesProps['typed'],
  status: 200 | 422 = 200,
) {
  const desk = deskOf(c)
  const [on = '', id = ''] = (c.req.query('after') ?? '').split(',')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(+new Date(on)) && isId('vfu', id)
  const after = isDay ? { on, id } : undefined
  const reach = reachOf(c.var.ctx.actor)
  const rows = await openPromises(c.var.ctx.db, reach, { after, limit: perPage + 1 })
  const shown = rows.slice(0, perPage)
  const last = rows.length > perPage ? shown.at(-1) : undefined
  return c.html(
    <PromisesPage
      {...desk}
      promises={shown.map((one) => ({ ...one, mayEnd: mayEnd(c, one.section) }))}
      next={last ? `${urls.promises}?after=${last.dueOn},${last.id}` : null}
      typed={typed}
    />,
    status,
  )
}

async function showTemplates(
  c: DeskContext,
  typed: Pick<TemplatesProps, 'typed' | 'refused'>,
  status: 200 | 422 = 200,
) {
  const desk = deskOf(c)
  const { actor, db } = c.var.ctx
  const own = (await sectionNames(c)).filter((name) => {
    const stands = standing(actor, { sections: [name] })
    return stands.has('section') || stands.has('head')
  })
  const templates = await templatesOf(db, reachOf(actor))
  return c.html(<TemplatesPage {...desk} templates={templates} sections={own} {...typed} />, status)
}

async function nameable(c: DeskContext) {
  const all = await districts(c.var.ctx.db)
  return {
    districts: districtChoices(all, deskOf(c).today),
    sections: await sectionNames(c),
  }
}

/** Every fault at its field, not only the first: a city types these once in years. */
async function termsFrom(c: DeskContext, form: Filled<typeof termsForm>, rows: TermsRows) {
  const { raw, values } = form
  const now = await termsOn(c.var.ctx.db, deskOf(c).today)
  const words = (list: WordList) => readWords(list, rows.words[list], now[list])
  const [topics, dispositions, grounds, outside] = wordLists.map(words)
  if (!topics || !dispositions || !grounds || !outside) throw new Error('four lists of words')
  const known: Nameable = { topics: topics.values, ...(await nameable(c)) }
  const routing = readRoutes(rows.routing, known)
  const closedOn = readDays(raw.closedOn)
  const terms = {
    ...now,
    deadline: {
      days: values?.days ?? now.deadline.days,
      count: values?.count ?? now.deadline.count,
      from: values?.begins ?? now.deadline.from,
    },
    closedOn: closedOn.values,
    topics: topics.values.map(bareWords),
    dispositions: dispositions.values,
    grounds: grounds.values.map(bareWords),
    outside: outside.values.map(bareWords),
    routing: routing.values,
    secondCheck: values?.secondCheck ? values.secondCheck === 'yes' : now.secondCheck,
    smallest: values?.smallest ?? now.smallest,
  }
  const all = [topics, dispositions, grounds, outside, routing]
  const reasons = Object.assign({}, ...all.map(({ faults }) => faults)) as Record<string, string>
  const refused = Object.fromEntries(
    Object.entries(reasons).map(([name, reason]) => [name, sayReason(c, reason)]),
  )
  if (closedOn.line)
    refused.closedOn = workWords(c.var.view).lineOf(
      String(closedOn.line),
      sayReason(c, 'terms-day'),
    )
  if (values && values.from === null) refused.from = sayReason(c, 'day-needed')
  if (values && !values.days) refused.days = sayReason(c, 'days-needed')
  const isWhole = values !== undefined && Object.keys(refused).length === 0
  return { terms: isWhole ? terms : undefined, refused }
}

/** Only a kind of answer can be a promise. */
const bareWords = ({ promises: _, ...words }: Disposition): Named => words

/** The lines as they were typed. */
const rowsTyped = (body: Body): TermsRows => ({
  words: {
    topics: typedWords(body, 'topics'),
    dispositions: typedWords(body, 'dispositions'),
    grounds: typedWords(body, 'grounds'),
    outside: typedWords(body, 'outside'),
  },
  routing: typedRoutes(body),
})

const freshWord = { key: '', ja: '', easy: '', en: '', ko: '', promises: false } as const
const freshRoute = {
  topic: '',
  district: '',
  section: '',
  deputy: '',
  awayFrom: '',
  awayUntil: '',
} as const
const times = <T,>(one: T): readonly T[] => Array.from({ length: newRows }, () => one)

/** The lines as they hold now, with empty ones for what is new. */
const rowsOf = (terms: VoiceTerms): TermsRows => {
  const words = (list: WordList) => [...wordRows(terms[list]), ...times(freshWord)]
  return {
    words: {
      topics: words('topics'),
      dispositions: words('dispositions'),
      grounds: words('grounds'),
      outside: words('outside'),
    },
    routing: [...terms.routing, ...times(freshRoute)],
  }
}

async function showSettings(
  c: DeskContext,
  typed: Partial<Pick<SettingsProps, 'form' | 'refused' | 'rows'>>,
  status: 200 | 422 = 200,
) {
  mustBeAllowed(c, 'setTerms')
  const desk = deskOf(c)
  const { db } = c.var.ctx
  const now = await termsOn(db, desk.today)
  const past = await allTerms(db)
  const nameOf = await namer(
    c,
    past.map(({ setBy }) => setBy),
  )
  const form = blank(termsForm, {
    from: desk.today,
    days: now.deadline.days,
    count: now.deadline.count,
    begins: now.deadline.from,
    closedOn: now.closedOn.join('\n'),
    secondCheck: now.secondCheck ? 'yes' : 'no',
    smallest: now.smallest,
  })
  return c.html(
    <SettingsPage
      {...desk}
      form={form}
      refused={{}}
      rows={rowsOf(now)}
      known={{ topics: now.topics, ...(await nameable(c)) }}
      past={past.map(({ from, setBy, terms }, at) => ({
        from,
        by: nameOf(setBy),
        days: terms.deadline.days,
        changed: termsChanged(terms, past[at + 1]?.terms),
      }))}
      {...typed}
    />,
    status,
  )
}
