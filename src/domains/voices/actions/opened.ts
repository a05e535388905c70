import type { Ctx } from '#platform/context.ts'
import { found } from '#platform/result.ts'
import { sealedIn } from '../store/sealed.ts'
import { sealedOf } from '../store/voices.ts'
import type { Original, Sender, Voice } from '../voice.ts'
import { senderOf } from './sender.ts'

/** The words and the sender, out of their seals. Whoever asks writes down that they did. */
export async function openedOf(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  { id }: Pick<Voice, 'id'>,
): Promise<{ readonly original: Original; readonly person: Sender }> {
  const sealed = found(await sealedOf(ctx.db, 'voice_original', id))
  const original = JSON.parse(ctx.seal.open(sealed, sealedIn.original.place(id))) as Original
  return { original, person: await senderOf(ctx, id) }
}
