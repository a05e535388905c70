import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { type Case, hiddenStates, type Subject } from '../case.ts'
import * as store from '../store/cases.ts'
import { sealedIn } from '../store/sealed.ts'
import { groundsOn } from '../terms.ts'
import { type ModerationAction, standing, workflow } from '../workflow.ts'
import type { Moderatable, Registry } from './registry.ts'

const isHidden = ({ state }: Case) => hiddenStates.some((one) => one === state)

/** The kind and the words of something that may be flagged now. What is hidden already is not there. */
export async function flaggable(
  db: Reader,
  registry: Registry,
  subject: Subject,
): Promise<{ readonly kind: Moderatable; readonly excerpt: string; readonly known?: Case }> {
  const kind = found(registry.kinds.find((one) => one.kind === subject.kind))
  const excerpt = found(await kind.excerptOf(db, subject.id))
  const known = await store.caseOf(db, subject)
  if (known && isHidden(known)) accept(no({ kind: 'not-found' }))
  return { kind, excerpt, ...(known && { known }) }
}

/** Says that something should be looked at. Anybody may; whoever limits how often stands before this. */
export async function flag(
  ctx: Ctx,
  registry: Registry,
  subject: Subject,
  ground: string,
  note: string,
): Promise<Case> {
  if (!groundsOn(localDate(ctx.now)).some(({ key }) => key === ground))
    accept(no({ kind: 'refused', reason: 'unknown-ground', place: ground }))
  return ctx.record(async (tx) => {
    const { kind, excerpt, known } = await flaggable(tx, registry, subject)
    const authorId = await kind.authorOf(tx, subject.id)
    const action: ModerationAction = !known
      ? 'flag'
      : known.state === 'flagged' || known.state === 'claimed'
        ? 'flagAgain'
        : 'reopen'
    accept(permit(workflow, action, standing(ctx.actor, known), known ?? nothing))
    const blank = {
      claimedBy: null,
      claimedAt: null,
      decidedBy: null,
      decidedAt: null,
      ground: null,
      appealUntil: null,
      appeal: null,
      appealedAt: null,
      appealBy: null,
    }
    const opened = { state: 'flagged', authorId, openedAt: ctx.now, ...blank } as const
    let of: Case = known ?? { id: newId('mod'), version: 1, subject, ...opened }
    if (action === 'flag' && !(await store.insertCase(tx, of, excerpt)))
      of = found(await store.caseOf(tx, subject))
    if (action === 'reopen') {
      of = { ...of, ...opened }
      await store.updateCase(tx, of)
    }
    const id = newId('mfl')
    const sealed = note ? ctx.seal.seal(note, sealedIn.note.place(id)) : null
    await store.insertFlag(tx, of.id, { id, at: ctx.now, by: ctx.actor.id, ground, note: sealed })
    const detail = { kind: subject.kind, subject: subject.id, ground }
    const { basis } = workflow[action]
    return [of, { fact: 'moderation.flagged', subject: of.id, basis, detail }]
  })
}
