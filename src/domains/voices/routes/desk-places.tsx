import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districtChoices, districts } from '#domains/districts/index.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, type Result } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { followUp } from '../actions/follow-up.ts'
import { keepTemplate, removeTemplate, setTerms } from '../actions/terms.ts'
import { resultForm, templateForm, termsForm } from '../forms/work.ts'
import { workWords } from '../messages/work.ts'
import { PromisesPage, type PromisesProps } from '../pages/work/promises.tsx'
import { SettingsPage, type SettingsProps } from '../pages/work/settings.tsx'
import { TemplatesPage, type TemplatesProps } from '../pages/work/templates.tsx'
import { reachOf } from '../rules/reach.ts'
import {
  dispositionText,
  type Nameable,
  namedText,
  readDays,
  readDispositions,
  readNamed,
  readRoutes,
  routeText,
} from '../rules/terms-text.ts'
import { openPromises, promiseById } from '../store/promises.ts'
import { templatesOf } from '../store/templates.ts'
import { allTerms, termsOn } from '../store/terms.ts'
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
    const form = fill(termsForm, await bodyOf(c))
    const { terms, refused } = await termsFrom(c, form)
    if (!terms || !form.values?.from) return showSettings(c, { form, refused }, 422)
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

type Refused = SettingsProps['refused']

/** Every fault at its field, not only the first: a city types these once in years. */
async function termsFrom(c: DeskContext, form: Filled<typeof termsForm>) {
  const w = workWords(c.var.view)
  const { raw, values } = form
  const now = await termsOn(c.var.ctx.db, deskOf(c).today)
  const refused: Record<string, string> = {}
  const read = <T,>(result: Result<T>, or: T): T => {
    if (result.ok) return result.value
    const { refusal } = result
    if (refusal.kind === 'refused') {
      const [field = '', line = ''] = (refusal.place ?? '').split('.')
      refused[field] = w.lineOf(line, sayReason(c, refusal.reason))
    }
    return or
  }
  const topics = read(readNamed('topics', raw.topics), now.topics)
  const known: Nameable = { topics, ...(await nameable(c)) }
  const terms = {
    ...now,
    deadline: {
      days: values?.days ?? now.deadline.days,
      count: values?.count ?? now.deadline.count,
      from: values?.begins ?? now.deadline.from,
    },
    closedOn: read(readDays('closedOn', raw.closedOn), now.closedOn),
    topics,
    dispositions: read(readDispositions('dispositions', raw.dispositions), now.dispositions),
    grounds: read(readNamed('grounds', raw.grounds), now.grounds),
    outside: read(readNamed('outside', raw.outside), now.outside),
    routing: read(readRoutes('routing', raw.routing, known), now.routing),
    secondCheck: values?.secondCheck ? values.secondCheck === 'yes' : now.secondCheck,
    smallest: values?.smallest ?? now.smallest,
  }
  if (values && values.from === null) refused.from = sayReason(c, 'day-needed')
  if (values && !values.days) refused.days = sayReason(c, 'days-needed')
  const isWhole = values !== undefined && Object.keys(refused).length === 0
  return { terms: isWhole ? terms : undefined, refused: refused satisfies Refused }
}

async function showSettings(
  c: DeskContext,
  typed: Partial<Pick<SettingsProps, 'form' | 'refused'>>,
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
    topics: namedText(now.topics),
    dispositions: dispositionText(now.dispositions),
    grounds: namedText(now.grounds),
    outside: namedText(now.outside),
    routing: routeText(now.routing, { topics: now.topics, ...(await nameable(c)) }),
    secondCheck: now.secondCheck ? 'yes' : 'no',
    smallest: now.smallest,
  })
  return c.html(
    <SettingsPage
      {...desk}
      form={form}
      refused={{}}
      past={past.map(({ from, setBy }) => ({ from, by: nameOf(setBy) }))}
      {...typed}
    />,
    status,
  )
}
