import { replaceContact } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, found, no } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Typed } from '../forms/paper.ts'
import type { Entry, EntryId } from '../paper.ts'
import { remark } from '../store/corrections.ts'
import { entryById, setChecked } from '../store/entries.ts'
import { sealedIn } from '../store/sealed.ts'
import { putSealed, updateVoice, voiceById } from '../store/voices.ts'
import type { Original, Sender, Voice } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { sealFor } from './arrival.ts'
import { mayTakeIn, toldOf } from './entries.ts'
import { openedOf } from './opened.ts'
import { marksOf } from './receive.ts'
import type { Seen } from './step.ts'

type Taken = Extract<Entry, { state: 'taken' }>

/** What a second person looks at: the sheet, and what was typed from it. */
export interface ToCompare {
  readonly entry: Taken
  readonly voice: Voice
  readonly original: Original
  readonly person: Sender
}

/** 二人目: who typed it does not check it, and what is checked is not checked again. */
function mayCheck(ctx: Ctx, entry: Entry | undefined): Taken {
  mayTakeIn(ctx)
  const taken = found(entry?.state === 'taken' && entry.check === 'wanted' ? entry : undefined)
  const { basis } = workflow.check
  if (taken.typedBy === ctx.actor.id) accept(no({ kind: 'not-allowed', action: 'check', basis }))
  return taken
}

/** Opens what was typed, name and address with it: recorded, because somebody else reads it now. */
export async function openToCompare(ctx: Ctx, id: EntryId): Promise<ToCompare> {
  const entry = mayCheck(ctx, await entryById(ctx.db, id))
  const voice = found(await voiceById(ctx.db, entry.voice))
  accept(permit(workflow, 'check', standing(ctx.actor), voice))
  const { original, person } = await openedOf(ctx, voice)
  return ctx.record(async () => [
    { entry, voice, original, person },
    {
      fact: 'voice.sender-opened',
      subject: voice.id,
      basis: workflow.check.basis,
      detail: { purpose: 'check' },
    },
  ])
}

/** 確認した: it says what the paper says. */
export async function confirm(ctx: Ctx, seen: Seen<EntryId>): Promise<void> {
  await ctx.record(async (tx) => {
    const entry = mayCheck(ctx, await entryById(tx, seen.id))
    const voice = found(await voiceById(tx, entry.voice))
    const { basis } = workflow.check
    accept(permit(workflow, 'check', standing(ctx.actor), voice))
    await setChecked(tx, seen, 'confirmed', { by: ctx.actor.id, at: ctx.now })
    return [undefined, { fact: 'voice.checked', subject: voice.id, basis }]
  })
}

/** 直す: what was typed wrong is typed anew, as long as nobody has begun to split it into points. */
export async function correct(ctx: Ctx, seen: Seen<EntryId>, typed: Typed): Promise<void> {
  const told = await toldOf(ctx, typed)
  const { original, person, contact, ...kept } = told
  await ctx.record(async (tx) => {
    const entry = mayCheck(ctx, await entryById(tx, seen.id))
    const before = found(await voiceById(tx, entry.voice))
    const voice = accept(permit(workflow, 'correct', standing(ctx.actor), before))
    const { contactIsProven: _, ...known } = kept
    await updateVoice(tx, { ...voice, ...known })
    await remark(tx, voice.id, marksOf(ctx, original, person, contact))
    const put = (column: 'original' | 'sender', what: object) =>
      putSealed(
        tx,
        `voice_${column}`,
        voice.id,
        sealFor(ctx, sealedIn[column].place(voice.id), what),
      )
    await put('original', original)
    await put('sender', person)
    await replaceContact(tx, ctx, voice.receipt, contact)
    await setChecked(tx, seen, 'corrected', { by: ctx.actor.id, at: ctx.now })
    const { basis } = workflow.correct
    return [undefined, { fact: 'voice.corrected', subject: voice.id, basis }]
  })
}
