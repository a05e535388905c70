import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import type { EntryId } from '../paper.ts'
import { changeWaiting } from '../store/entries.ts'
import { sealedIn } from '../store/sealed.ts'
import { sealFor } from './arrival.ts'
import type { Seen } from './step.ts'

/** What is done with a sheet before it is taken in, be it a voice or a comment. The caller has asked whether one may. */

type Typed = Readonly<Record<string, string>>

/** What is typed so far, sealed; nothing of it is looked at. */
export async function keepTyped(
  ctx: Ctx,
  seen: Seen<EntryId>,
  typed: Typed,
  basis: string,
): Promise<void> {
  await ctx.record(async (tx) => {
    await changeWaiting(tx, seen, { sealed: sealFor(ctx, sealedIn.entry.place(seen.id), typed) })
    return [undefined, { fact: 'voice.entry-kept', subject: seen.id, basis }]
  })
}

/** What somebody typed and left. */
export function typedSoFar(
  ctx: Pick<Ctx, 'seal'>,
  { id, sealed }: { readonly id: EntryId; readonly sealed?: string },
): Typed | null {
  if (!sealed) return null
  return JSON.parse(ctx.seal.open(sealed, sealedIn.entry.place(id))) as Typed
}

/** 白紙, ちらし: nobody said anything with it, and why. */
export async function setAside(
  ctx: Ctx,
  seen: Seen<EntryId>,
  why: string,
  basis: string,
): Promise<void> {
  if (!why.trim()) accept(no({ kind: 'refused', reason: 'reason-needed', place: 'why' }))
  await ctx.record(async (tx) => {
    const told = { typed_by: ctx.actor.id, typed_at: ctx.now }
    const out = { state: 'left-out', left_out_why: why.trim(), sealed: '', ...told } as const
    await changeWaiting(tx, seen, out)
    return [undefined, { fact: 'voice.entry-left-out', subject: seen.id, basis }]
  })
}
