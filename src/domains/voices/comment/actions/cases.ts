import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { CaseId, CasePlan, CommentCase } from '../case.ts'
import type { Category } from '../category.ts'
import { soundCategories } from '../rules/categories.ts'
import { passagesIn } from '../rules/passages.ts'
import { soundPeriod } from '../rules/period.ts'
import * as store from '../store/cases.ts'
import { saveTerms, termsOn } from '../store/terms.ts'
import type { CommentTerms } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'
import { aboutCase, onCase, type Seen } from './step.ts'

/** 案件を作る: nobody outside hears of it before its first day. */
export async function makeCase(ctx: Ctx, plan: CasePlan): Promise<CommentCase> {
  accept(permit(workflow, 'create', standing(ctx.actor, plan), nothing))
  return ctx.record(async (tx) => {
    accept(soundPeriod(plan, await termsOn(tx, plan.opensOn)))
    const one: CommentCase = {
      ...plan,
      id: newId('vcc'),
      version: 1,
      number: await store.nextNumber(tx, localDate(ctx.now)),
      firstClosesOn: null,
      extendedReason: '',
      resultNote: '',
      categories: null,
      state: 'planned',
      madeAt: ctx.now,
      madeBy: ctx.actor.id,
    }
    await store.insertCase(tx, one)
    const { basis } = workflow.create
    const detail = { number: one.number, section: one.section }
    return [one, { fact: 'voice.comment-case-made', subject: one.id, basis, detail }]
  })
}

export const editCase = (ctx: Ctx, seen: Seen, plan: CasePlan): Promise<CommentCase> =>
  onCase(ctx, 'edit', seen, 'voice.comment-case-edited', async (one, tx) => {
    // Nobody hands a case over to a section for which they could not have made it.
    accept(permit(workflow, 'create', standing(ctx.actor, plan), nothing))
    accept(soundPeriod(plan, await termsOn(tx, plan.opensOn)))
    return { ...one, ...plan }
  })

/** 反映区分 of this case: from the city's list, or in words of its own; null for the list of its first day. */
export const chooseCategories = (
  ctx: Ctx,
  seen: Seen,
  categories: readonly Category[] | null,
): Promise<CommentCase> =>
  onCase(ctx, 'edit', seen, 'voice.comment-categories-chosen', async (one) => {
    if (categories) accept(soundCategories(categories))
    return { ...one, categories }
  })

/** 案の本文 */
export const takeDraft = (ctx: Ctx, seen: Seen, text: string): Promise<CommentCase> =>
  onCase(ctx, 'takeDraft', seen, 'voice.comment-draft-taken', async (one, tx) => {
    const passages = passagesIn(text)
    if (!passages.length) refuse('comment-draft-empty', 'text')
    await store.putPassages(tx, one.id, 'draft', passages)
    return one
  })

/** 資料: as it was printed, to be downloaded. */
export async function addFile(
  ctx: Ctx,
  files: Files,
  id: CaseId,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<void> {
  const allowed = (one: CommentCase) =>
    accept(permit(workflow, 'addFile', standing(ctx.actor, aboutCase(one)), one))
  allowed(found(await store.caseById(ctx.db, id)))
  const key = await files.put(file.bytes)
  await ctx.record(async (tx) => {
    const one = found(await store.caseById(tx, id))
    allowed(one)
    const { name, mediaType, bytes } = file
    const kept = { id: newId('vcf'), caseId: id, name, key, mediaType, bytes: bytes.length }
    await store.insertCaseFile(tx, kept, { at: ctx.now, by: ctx.actor.id })
    const { basis } = workflow.addFile
    const detail = { number: one.number, bytes: bytes.length }
    return [undefined, { fact: 'voice.comment-file-added', subject: id, basis, detail }]
  })
}

/** 公表を予約する: opens by itself on its first day. */
export const makeReady = (ctx: Ctx, seen: Seen): Promise<CommentCase> =>
  onCase(ctx, 'ready', seen, 'voice.comment-case-ready', async (one, tx) => {
    const draft = await store.passagesOf(tx, one.id, 'draft')
    if (!draft.length) refuse('comment-draft-empty', 'text')
    if (one.closesOn < localDate(ctx.now)) refuse('comment-period-over', 'closesOn')
    accept(soundPeriod(one, await termsOn(tx, one.opensOn)))
    return { ...one, state: 'ready' }
  })

export const callBack = (ctx: Ctx, seen: Seen): Promise<CommentCase> =>
  onCase(ctx, 'callBack', seen, 'voice.comment-case-called-back', async (one) => ({
    ...one,
    state: 'planned',
  }))

/** 募集期間を延ばす: never shortened; the reason is published with the new last day. */
export const extend = (
  ctx: Ctx,
  seen: Seen,
  { closesOn, reason }: { readonly closesOn: IsoDate; readonly reason: string },
): Promise<CommentCase> =>
  onCase(
    ctx,
    'extend',
    seen,
    'voice.comment-period-extended',
    async (one) => {
      if (closesOn <= one.closesOn) refuse('comment-not-longer', 'closesOn')
      const firstClosesOn = one.firstClosesOn ?? one.closesOn
      return { ...one, closesOn, firstClosesOn, extendedReason: reason }
    },
    { closesOn },
  )

/** 条件: hold from a day on; a case keeps those of its first day. */
export async function setTerms(ctx: Ctx, from: IsoDate, terms: CommentTerms): Promise<void> {
  accept(permit(workflow, 'setTerms', standing(ctx.actor), nothing))
  await ctx.record(async (tx) => {
    await saveTerms(tx, from, terms, { at: ctx.now, actorId: ctx.actor.id })
    const { basis } = workflow.setTerms
    const detail = { from, leastDays: terms.leastDays, categories: terms.categorySet }
    return [undefined, { fact: 'voice.comment-terms-set', subject: 'comments', basis, detail }]
  })
}
