import { sectionAndName } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Case, Flag, FlagId, Opening, OpenWords, Purpose } from '../case.ts'
import { caseById, flagsOf } from '../store/cases.ts'
import { insertOpening, openingsOf } from '../store/openings.ts'
import { sealedIn } from '../store/sealed.ts'
import { standing, workflow } from '../workflow.ts'

const shownFor = 10 * 60_000

/** 開く: the notes of the flags and the appeal of one case, for a purpose, seen by the author of the appeal. */
export async function openWords(
  ctx: Ctx,
  id: string,
  why: { readonly purpose: Purpose; readonly reason: string },
): Promise<Opening> {
  return ctx.record(async (tx) => {
    const known = found(await caseById(tx, id))
    const of = accept(permit(workflow, 'open', standing(ctx.actor, known), known))
    const opening: Opening = {
      id: newId('mop'),
      caseId: of.id,
      at: ctx.now,
      by: ctx.actor.id,
      who: sectionAndName(ctx.actor),
      ...why,
    }
    await insertOpening(tx, ctx, opening)
    const { basis } = workflow.open
    const detail = { purpose: why.purpose }
    return [opening, { fact: 'moderation.words-opened', subject: of.id, basis, detail }]
  })
}

/** What this colleague opened in the last ten minutes: of what was there then, and nothing newer. */
export async function openedBy(ctx: Ctx, of: Case): Promise<OpenWords | undefined> {
  const opening = (await openingsOf(ctx, of.id)).find(
    (one) => one.by === ctx.actor.id && +ctx.now - +one.at < shownFor,
  )
  // Whoever may not open it any more does not see what they opened.
  const may = permit(workflow, 'open', standing(ctx.actor, of), of).ok
  if (!opening || !may) return undefined
  const flags = (await flagsOf(ctx.db, of.id)).filter(({ at }) => at <= opening.at)
  const notes = new Map(
    flags.flatMap((flag): [FlagId, string][] => {
      const text = noteOf(ctx, flag)
      return text === null ? [] : [[flag.id, text]]
    }),
  )
  const isThere = of.appealedAt !== null && of.appealedAt <= opening.at
  return { opening, notes, appeal: isThere ? ownAppeal(ctx, of) : null }
}

const noteOf = ({ seal }: Pick<Ctx, 'seal'>, { id, note }: Flag): string | null =>
  note === null ? null : seal.open(note, sealedIn.note.place(id))

/** For the author, whose words they are; everybody else goes through `openWords`. */
export const ownAppeal = ({ seal }: Pick<Ctx, 'seal'>, { id, appeal }: Case): string | null =>
  appeal === null ? null : seal.open(appeal, sealedIn.appeal.place(id))
