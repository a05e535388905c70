import { noteOpening } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Entry } from '../paper.ts'
import { entryById } from '../store/entries.ts'
import { phrasesBefore, wipePhrases } from '../store/phrases.ts'
import { sealedIn } from '../store/sealed.ts'
import { updateVoice, voiceById } from '../store/voices.ts'
import type { Sender, Voice } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { senderOf } from './sender.ts'

/** What a slip says: the voice and its phrase, while it has not been handed over. */
export interface Slip {
  readonly entry: Entry
  readonly voice: Voice
  readonly phrase: string
}

/** The slips that are still to be handed over, in the order of their sheets. */
export async function slipsOf(ctx: Ctx, entries: readonly Entry[]): Promise<readonly Slip[]> {
  const slips: Slip[] = []
  for (const entry of entries) {
    if (entry.state !== 'taken' || !entry.phrase) continue
    const voice = found(await voiceById(ctx.db, entry.voice))
    const phrase = ctx.seal.open(entry.phrase, sealedIn.phrase.place(entry.id))
    slips.push({ entry, voice, phrase })
  }
  return slips
}

/**
 * Slips with the address in their window. Whoever prints them has just typed them, or is of the same desk; all the
 * same the sender sees that their address was opened, and by whom.
 */
export async function openSlips(
  ctx: Ctx,
  entries: readonly Entry[],
): Promise<readonly (Slip & { readonly person: Sender })[]> {
  const { basis } = workflow.takeIn
  accept(permit(workflow, 'takeIn', standing(ctx.actor), { state: 'nothing' }))
  const slips = await slipsOf(ctx, entries)
  if (!slips.length) throw new Refused({ kind: 'not-found' })
  const all: (Slip & { readonly person: Sender })[] = []
  for (const slip of slips) all.push({ ...slip, person: await senderOf(ctx, slip.voice.id) })
  const addressed = all.filter(({ person }) => person.name || person.address)
  if (!addressed.length) return all
  return ctx.record(async (tx) => {
    const facts: Fact[] = []
    for (const { voice } of addressed)
      facts.push(
        (await noteOpening(tx, ctx, voice.receipt, 'letter', voice.number, ['letter'])).fact,
      )
    const detail = { slips: addressed.length }
    return [all, { fact: 'voice.slips-opened', subject: 'voice', basis, detail }, ...facts]
  })
}

/** 控えを渡した, 電話で伝えた: the sender knows the number, and nobody here knows the phrase any more. */
export async function handOver(ctx: Ctx, entries: readonly Entry[]): Promise<number> {
  const stands = standing(ctx.actor)
  const { basis } = workflow.acknowledge
  accept(permit(workflow, 'takeIn', stands, { state: 'nothing' }))
  const slips = await slipsOf(ctx, entries)
  for (const { entry } of slips)
    await ctx.record(async (tx) => {
      const now = found(await entryById(tx, entry.id))
      const voice = now.state === 'taken' ? found(await voiceById(tx, now.voice)) : undefined
      await wipePhrases(tx, [entry.id])
      // Joined or answered meanwhile: the slip may be handed over all the same.
      const isOpen = voice?.state === 'received' || voice?.state === 'answering'
      if (voice && isOpen) {
        accept(permit(workflow, 'acknowledge', stands, voice))
        await updateVoice(tx, { ...voice, acknowledgedAt: ctx.now })
      }
      return [
        undefined,
        { fact: 'voice.acknowledged', subject: voice?.id ?? entry.id, basis },
      ] as const
    })
  return slips.length
}

/** So long a slip waits to be handed over. */
const slipDays = 30

/** 合言葉を消す: whoever never came for their slip asks at the counter for a new one. */
export async function forgetPhrases(ctx: Ctx): Promise<number> {
  const before = new Date(+ctx.now - slipDays * 86_400_000)
  const ids = await phrasesBefore(ctx.db, before, 500)
  if (!ids.length) return 0
  await ctx.record(async (tx) => {
    await wipePhrases(tx, ids)
    const basis = '個人情報保護法 第22条(不要な情報の消去)'
    const detail = { count: ids.length }
    return [undefined, { fact: 'voice.phrases-forgotten', subject: 'voice', basis, detail }]
  })
  return ids.length
}
