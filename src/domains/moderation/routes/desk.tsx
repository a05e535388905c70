import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { namesOf } from '#domains/staff/index.ts'
import { avoidedWords } from '#domains/words/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank, type Filled, fill } from '#platform/form.ts'
import { findMarks } from '#platform/personal.ts'
import { accept, found, type Refusal } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { bulk } from '../actions/bulk.ts'
import { saveGuidelines } from '../actions/guidelines.ts'
import { openedBy } from '../actions/open.ts'
import type { Registry } from '../actions/registry.ts'
import type { Case } from '../case.ts'
import { bulkForm, filterForm, guidelineForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { messages } from '../messages/public.ts'
import { CasePage } from '../pages/case.tsx'
import { GuidelinesPage } from '../pages/guidelines.tsx'
import { QueuePage, type QueueProps } from '../pages/queue.tsx'
import type { CaseProps, DeskStep } from '../pages/step.tsx'
import { blockOn } from '../store/blocks.ts'
import * as store from '../store/cases.ts'
import { decisionsOf } from '../store/decisions.ts'
import { guidelines } from '../store/guidelines.ts'
import { openingsOf } from '../store/openings.ts'
import { defaultTerms, groundsOn } from '../terms.ts'
import { urls } from '../urls.ts'
import { type ModerationAction, standing, workflow } from '../workflow.ts'
import { attempt, formOf, ownFields, stepsOf } from './steps.ts'
import { guidelinesIn } from './words.ts'

type Here = Context<Env>

const mayNow = (c: Here, action: ModerationAction) =>
  permit(workflow, action, standing(c.var.ctx.actor), nothing).ok
const mustRead = (c: Here) =>
  accept(permit(workflow, 'readQueue', standing(c.var.ctx.actor), nothing))
const groundsNow = (c: Here) => groundsOn(localDate(c.var.ctx.now)).map(({ key }) => key)
const bodyOf = (c: Here): Promise<Body> => c.req.parseBody({ all: true })
const most = defaultTerms.reasonLength

/** The queue of the desk, its cases, and the guidelines. */
export function deskRoutes(registry: Registry) {
  const kindOf = (c: Here, kind: string) =>
    registry.kinds.find((one) => one.kind === kind)?.name[c.var.view.locale] ?? kind
  const excerptOf = async (c: Here, of: Case) =>
    (await registry.kinds
      .find((one) => one.kind === of.subject.kind)
      ?.excerptOf(c.var.ctx.db, of.subject.id)) ?? null

  type Shown = Partial<Pick<QueueProps, 'notice' | 'bulk' | 'bulkFault'>>
  async function queue(c: Here, shown: Shown = {}, status: 200 | 422 = 200) {
    const { ctx, view } = c.var
    const grounds = groundsNow(c)
    const filter = fill(
      filterForm(
        registry.kinds.map(({ kind }) => kind),
        allGrounds,
      ),
      c.req.query(),
    )
    const v = filter.values ?? { state: null, kind: null, about: null, whose: null, q: '' }
    const page = Math.max(1, Math.min(10_000, Number(c.req.query('page')) || 1))
    const size = defaultTerms.pageSize
    const { list, count } = await store.casesWith(
      ctx.db,
      {
        ...v,
        ground: v.about,
        claimedBy: v.whose === 'mine' ? ctx.actor.id : null,
        unclaimed: v.whose === 'nobody',
      },
      Math.floor(page),
      size,
    )
    const names = await namesOf(
      ctx.db,
      list.flatMap(({ of }) => of.claimedBy ?? []),
    )
    const rows = await Promise.all(
      list.map(async (one) => ({
        ...one,
        kind: kindOf(c, one.of.subject.kind),
        excerpt: await excerptOf(c, one.of),
        claimedBy: one.of.claimedBy && (names.get(one.of.claimedBy) ?? one.of.claimedBy),
      })),
    )
    const active = Object.entries(filter.raw).filter(([, text]) => text !== '')
    const pageTo = (to: number) =>
      `${urls.queue}?${new URLSearchParams([...active, ['page', String(to)]])}`
    return c.html(
      <QueuePage
        view={view}
        rows={rows}
        count={count}
        page={page}
        pages={Math.ceil(count / size)}
        pageTo={pageTo}
        filter={filter}
        active={active.length}
        kinds={registry.kinds.map((one) => ({ value: one.kind, label: one.name[view.locale] }))}
        grounds={grounds}
        bulk={blank(bulkForm(grounds, most))}
        mayDecide={mayNow(c, 'editGuidelines')}
        {...shown}
      />,
      status,
    )
  }

  async function caseAt(c: Here): Promise<Case> {
    mustRead(c)
    return found(await store.caseById(c.var.ctx.db, c.req.param('id') ?? ''))
  }

  async function show(c: Here, of: Case, tried?: CaseProps['tried'], status: 200 | 422 = 200) {
    const { ctx, view } = c.var
    const [flags, decisions, shown, words, openings] = await Promise.all([
      store.flagsOf(ctx.db, of.id),
      decisionsOf(ctx, of.id),
      guidelines(ctx.db),
      openedBy(ctx, of),
      openingsOf(ctx, of.id),
    ])
    const isSealed = of.appeal !== null || flags.some(({ note }) => note !== null)
    const ids = [of.claimedBy, of.decidedBy, ...[...flags, ...decisions].map(({ by }) => by)]
    const names = await namesOf(
      ctx.db,
      ids.flatMap((id) => id ?? []),
    )
    const stands = standing(ctx.actor, of)
    const can = offered(workflow, stands, of)
    const block =
      of.authorId === null ? undefined : await blockOn(ctx.db, of.authorId, localDate(ctx.now))
    const owner = registry.kinds.find((one) => one.kind === of.subject.kind)
    const author = of.authorId && (await owner?.nameOf?.(ctx.db, of.authorId))
    const possible = (step: DeskStep) =>
      can.has(step) &&
      (step !== 'unblock' || block !== undefined) &&
      (step !== 'open' || isSealed) &&
      ((step !== 'warn' && step !== 'block') || of.authorId !== null) &&
      !(step === 'block' && owner?.isAsked)
    const { d } = deskWords(view)
    const excerpt = await excerptOf(c, of)
    return c.html(
      <CasePage
        view={view}
        of={of}
        kind={kindOf(c, of.subject.kind)}
        excerpt={excerpt}
        marks={findMarks(excerpt ?? '', await avoidedWords(c.var.ctx.db))}
        path={(await owner?.pathOf(ctx.db, of.subject.id)) ?? null}
        author={of.authorId?.startsWith('rcp_') ? d.holder : author || of.authorId}
        block={block}
        flags={flags}
        decisions={decisions}
        words={words}
        openings={openings}
        // Flags say so themselves: what else nobody signed is an appeal with number and phrase.
        nameOf={(id) => names.get(id) ?? (id === 'anonymous' ? d.author : id)}
        grounds={groundsNow(c)}
        reasonLength={most}
        guidelines={guidelinesIn(view.locale, shown)}
        offers={stepsOf.filter(possible)}
        decidedFirst={of.state === 'appealed' && of.decidedBy === ctx.actor.id}
        {...(tried && { tried })}
        done={c.req.query('done') ?? null}
      />,
      status,
    )
  }

  return new Hono<Env>()
    .get(urls.queue, (c) => {
      mustRead(c)
      return queue(c)
    })
    .post(urls.bulk, async (c) => {
      accept(permit(workflow, 'editGuidelines', standing(c.var.ctx.actor), nothing))
      const { d } = deskWords(c.var.view)
      const form = fill(bulkForm(groundsNow(c), most), await bodyOf(c))
      const { values } = form
      if (!values) return queue(c, { bulk: form }, 422)
      if (values.cases.length === 0) return queue(c, { bulk: form, bulkFault: d.bulkNone }, 422)
      const why = { ground: values.ground ?? '', reason: values.reason }
      const { done, refused } = await bulk(c.var.ctx, registry, values.action, values.cases, why)
      const notice = {
        done: done.length,
        refused: refused.map(({ id, refusal }) => ({ id, text: wordsOf(c, refusal) })),
      }
      return queue(c, { notice, ...(refused.length && { bulk: form }) })
    })
    .get(urls.guidelines, async (c) => {
      accept(permit(workflow, 'editGuidelines', standing(c.var.ctx.actor), nothing))
      return guidelinesForm(c)
    })
    .post(urls.guidelines, async (c) => {
      accept(permit(workflow, 'editGuidelines', standing(c.var.ctx.actor), nothing))
      const body = await bodyOf(c)
      const form = fill(guidelineForm, body)
      if (!form.values) return guidelinesForm(c, form)
      const { ja, ...others } = form.values
      const translations = Object.fromEntries(Object.entries(others).filter(([, text]) => text))
      const refusal = await attempt(() =>
        saveGuidelines(c.var.ctx, Number(body.version) || 0, ja, translations),
      )
      if (refusal) return guidelinesForm(c, form, true)
      return c.redirect(at(c.var.view, `${urls.guidelines}?done=saved`), 303)
    })
    .get(urls.one(':id'), async (c) => show(c, await caseAt(c)))
    .post(urls.act(':id', ':step'), async (c) => {
      const of = await caseAt(c)
      const step = found(stepsOf.find((one) => one === c.req.param('step')))
      accept(permit(workflow, step, standing(c.var.ctx.actor, of), of))
      const body = ownFields(step, await bodyOf(c))
      const { form, run } = formOf(c, groundsNow(c), registry, of, step, body)
      if (!run) return show(c, of, { step, form, body }, 422)
      const refusal = await attempt(run)
      if (refusal) return show(c, of, { step, form, body, refusal: wordsOf(c, refusal) }, 422)
      return c.redirect(at(c.var.view, `${urls.one(of.id)}?done=${step}`), 303)
    })
}

const allGrounds = defaultTerms.grounds.map(({ key }) => key)

function wordsOf(c: Here, refusal: Refusal): string {
  const { d } = deskWords(c.var.view)
  const key = refusal.kind === 'refused' ? refusal.reason : refusal.kind
  return d.refusals[key] ?? key
}

async function guidelinesForm(c: Here, form?: Filled<typeof guidelineForm>, stale = false) {
  const { ctx, view } = c.var
  const now = await guidelines(ctx.db)
  const known = now
    ? { ja: now.text, ...now.translations }
    : {
        ja: messages.ja.guidelinesText,
        easy: messages.easy.guidelinesText,
        en: messages.en.guidelinesText,
        ko: messages.ko.guidelinesText,
      }
  return c.html(
    <GuidelinesPage
      view={view}
      form={form ?? blank(guidelineForm, known)}
      version={now?.version ?? 0}
      done={c.req.query('done') === 'saved' && !form}
      stale={stale}
    />,
    form ? 422 : 200,
  )
}
