import { noteOpening, residentAddresses } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, found } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { pointsOf } from '../store/points.ts'
import { sealedIn } from '../store/sealed.ts'
import { sealedOf, voiceById } from '../store/voices.ts'
import { noSender, type Sender, type Voice, type VoiceId } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'

export type Purpose = Parameters<typeof noteOpening>[3]

export interface OpenedSender {
  readonly voice: Voice
  readonly person: Sender
  /** Where a reply by mail goes; null where no address was given or proven. */
  readonly mail: string | null
}

/**
 * 名前と連絡先を開く: for the sections that answer the voice and for the secretariat, with a purpose and words. From
 * this moment the sender sees who opened it and what for; the ledger has it as well. Seen once: whoever needs it again
 * opens it again.
 */
export async function openSender(
  ctx: Ctx,
  id: VoiceId,
  purpose: Purpose,
  reason: string,
): Promise<OpenedSender> {
  const voice = found(await voiceById(ctx.db, id))
  const sections = (await pointsOf(ctx.db, id)).map(({ section }) => section)
  accept(permit(workflow, 'openSender', standing(ctx.actor, { sections }), voice))
  const person = await senderOf(ctx, id)
  const book = await residentAddresses(ctx.db, ctx.seal, [voice.receipt])
  const mail = book.get(voice.receipt)?.email ?? null
  const fields = Object.entries({ ...person, mail: person.mail || (mail ?? '') })
  const named = fields.flatMap(([name, text]) => (text ? [name] : []))
  return ctx.record(async (tx) => {
    const { fact } = await noteOpening(tx, ctx, voice.receipt, purpose, reason, named)
    const { basis } = workflow.openSender
    const opened = { voice, person, mail }
    return [opened, { fact: 'voice.sender-opened', subject: id, basis, detail: { purpose } }, fact]
  })
}

/** Who sent it, out of its seal. Whoever asks writes down that they did. */
export async function senderOf(ctx: Pick<Ctx, 'db' | 'seal'>, id: VoiceId): Promise<Sender> {
  const sealed = await sealedOf(ctx.db, 'voice_sender', id)
  if (!sealed) return noSender
  return JSON.parse(ctx.seal.open(sealed, sealedIn.sender.place(id))) as Sender
}
