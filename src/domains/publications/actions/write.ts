import type { PlanId } from '#domains/plan/index.ts'
import { planById, publicPlan } from '#domains/plan/index.ts'
import { yearProgress } from '#domains/progress/index.ts'
import { hiddenNumbers, publicText, shownBesideItems, yearFigures } from '#domains/voices/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { draftContent } from '../files.ts'
import type { Content, Edition, EditionId, Figures } from '../publication.ts'
import { overlong } from '../rules/check.ts'
import { figuresOf } from '../rules/figures.ts'
import * as store from '../store/editions.ts'
import { type PublicationAction, standing, workflow } from '../workflow.ts'

/** Closed to everybody else, before anything is looked up. */
export const may = (ctx: Pick<Ctx, 'actor'>, action: PublicationAction): void => {
  accept(permit(workflow, action, standing(ctx.actor), nothing))
}

/** The edition, held until the commit, in a state and by a person that the action allows. */
export async function held(
  tx: Writer,
  ctx: Ctx,
  id: string,
  action: PublicationAction,
): Promise<Edition> {
  const edition = found(await store.lockEdition(tx, id))
  accept(permit(workflow, action, standing(ctx.actor, edition), edition))
  return edition
}

/** The figures of a plan's year as they stand today. */
export async function figuresNow(db: Reader, planId: string, now: Date): Promise<Figures> {
  const plan = found(await planById(db, planId as PlanId))
  const year = await yearProgress(db, plan, localDate(now))
  const voices = await voicesOf(
    db,
    plan.fiscalYear,
    year.items.map(({ item }) => item.id),
    now,
  )
  return { ...figuresOf(year), ...(voices && { voices }) }
}

/** Whether figures that were taken on another day hold words that moderation has hidden since. */
export async function holdsHidden(db: Reader, figures: Figures, today: Figures): Promise<boolean> {
  const results = new Map(today.items.map(({ id, group }) => [id, group?.result]))
  if (figures.items.some(({ id, group }) => group?.result && results.get(id) === '')) return true
  const hidden = await hiddenNumbers(db)
  return figures.voices?.chosen.some(({ number }) => hidden.has(number)) ?? false
}

/** Answers that a report shows: those tied to its items, the newest first. */
const mostAnswers = 6

async function voicesOf(
  db: Reader,
  fiscalYear: number,
  items: Parameters<typeof shownBesideItems>[1],
  now: Date,
): Promise<Figures['voices']> {
  const { texts, sums } = await yearFigures(db, fiscalYear, localDate(now))
  if (!texts.all) return undefined
  const readable = (await shownBesideItems(db, items, mostAnswers)).filter((one) => !one.cover)
  const chosen = readable.map((one) => ({
    number: one.number,
    gist: publicText(one.gist),
    answer: publicText(one.answer),
    section: one.section,
  }))
  return { texts: texts.all, sums, chosen }
}

/** A new edition of a year whose plan is public: its figures taken now, its sentences drafted from them. */
export async function compose(ctx: Ctx, fiscalYear: number): Promise<EditionId> {
  may(ctx, 'compose')
  const plan = found(await publicPlan(ctx.db, fiscalYear))
  const figures = await figuresNow(ctx.db, plan.id, ctx.now)
  return ctx.record(async (tx) => {
    const id: EditionId = newId('edn')
    await store.insertEdition(tx, {
      id,
      planId: plan.id,
      fiscalYear,
      content: draftContent(figures),
      figures,
      author: ctx.actor.id,
      at: ctx.now,
      corrects: null,
      correctionNote: '',
    })
    const { basis } = workflow.compose
    return [id, { fact: 'publications.composed', subject: id, basis, detail: { fiscalYear } }]
  })
}

/** Changes a draft; whoever does so is one of its authors from then on. What has no room is refused. */
export async function edit(ctx: Ctx, id: string, version: number, content: Content): Promise<void> {
  may(ctx, 'read')
  const [place] = overlong(content).keys()
  if (place !== undefined) accept(no({ kind: 'refused', reason: 'too-long', place }))
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'edit')
    const authors = [...new Set([...edition.authors, ctx.actor.id])]
    const said = { content, figures: edition.figures, authors }
    if (!(await store.saveEdition(tx, { id: edition.id, version }, said)))
      throw new Refused({ kind: 'stale' })
    const { basis } = workflow.edit
    return [undefined, { fact: 'publications.edited', subject: id, basis }]
  })
}

/** 数字をとり直す: the figures of today instead of those of the day of composing. */
export async function retake(ctx: Ctx, id: string): Promise<void> {
  may(ctx, 'read')
  const { planId } = found(await store.editionById(ctx.db, id))
  const figures = await figuresNow(ctx.db, planId, ctx.now)
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'retake')
    const authors = [...new Set([...edition.authors, ctx.actor.id])]
    await store.saveEdition(tx, edition, { content: edition.content, figures, authors })
    const { basis } = workflow.retake
    const detail = { asOf: figures.asOf }
    return [undefined, { fact: 'publications.figures-retaken', subject: id, basis, detail }]
  })
}

/** 訂正: a new edition that names the old one and says why; the old one stays as it is. */
export async function correct(ctx: Ctx, id: string, note: string): Promise<EditionId> {
  may(ctx, 'read')
  if (!note.trim()) accept(no({ kind: 'refused', reason: 'reason-needed', place: 'reason' }))
  const old = found(await store.editionById(ctx.db, id))
  const figures = await figuresNow(ctx.db, old.planId, ctx.now)
  return ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'correct')
    const fresh: EditionId = newId('edn')
    if (await store.isCorrected(tx, edition.id))
      accept(no({ kind: 'refused', reason: 'correction-begun', place: 'reason' }))
    await store.insertEdition(tx, {
      id: fresh,
      planId: edition.planId,
      fiscalYear: edition.fiscalYear,
      content: edition.content,
      figures,
      author: ctx.actor.id,
      at: ctx.now,
      corrects: edition.id,
      correctionNote: note,
    })
    const { basis } = workflow.correct
    const detail = { corrects: id }
    return [fresh, { fact: 'publications.correction-begun', subject: fresh, basis, detail }]
  })
}
