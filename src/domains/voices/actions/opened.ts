import type { Ctx } from '#platform/context.ts'
import { sealedIn } from '../store/sealed.ts'
import { sealedOf } from '../store/voices.ts'
import type { Original, Sender, Voice, VoiceId } from '../voice.ts'
import { senderOf } from './sender.ts'

/** The words and the sender, out of their seals. Whoever asks writes down that they did. */
export async function openedOf(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  { id }: Pick<Voice, 'id'>,
): Promise<{ readonly original: Original; readonly person: Sender }> {
  return { original: await originalOf(ctx, id), person: await senderOf(ctx, id) }
}

/** What was written; empty once its time of keeping is over. */
export async function originalOf(
  { db, seal }: Pick<Ctx, 'db' | 'seal'>,
  id: VoiceId,
): Promise<Original> {
  const sealed = await sealedOf(db, 'voice_original', id)
  if (!sealed) return { text: '', place: '' }
  return JSON.parse(seal.open(sealed, sealedIn.original.place(id))) as Original
}
