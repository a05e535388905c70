import { phraseFrom, receiptById } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { idFrom } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import { voiceById } from '../store/voices.ts'
import { develop, withPhotos } from './photos.ts'
import { type Once, type Received, receive, type Told } from './receive.ts'

/** How long the same form leads to its receipt again, in milliseconds; later only number and phrase do. */
const again = 60 * 60 * 1000

/** What the form carried beside the words. */
export interface Carried {
  /** Drawn for this form alone; empty where something else sends. */
  readonly form: string
  readonly photos: readonly Uint8Array[]
}

export type Sent = Pick<Received, 'receipt' | 'phrase'> | { readonly sentBefore: string }

/**
 * 送る: a form that comes twice (a second press, a line that broke) is one voice. Its id and its phrase follow from
 * the form's own key and all that it brings, so that both answers lead to the same receipt and say the same phrase.
 * What was written anew is another voice.
 */
export async function send(
  ctx: Ctx,
  files: Files,
  told: Told,
  { form, photos }: Carried,
): Promise<Sent> {
  const once = form ? onceOf(ctx, told, { form, photos }) : undefined
  const before = once && (await sentWith(ctx, once))
  if (before) return before
  const beside = withPhotos(ctx, await develop(files, photos))
  try {
    return await receive(ctx, told, beside, once)
  } catch (thrown) {
    const isSecond = thrown instanceof Refused && thrown.message === 'sent-before'
    const meanwhile = isSecond && once && (await sentWith(ctx, once))
    if (meanwhile) return meanwhile
    throw thrown
  }
}

/** The day is left out: midnight may lie between the two. */
function onceOf({ seal }: Ctx, { receivedOn: _, ...told }: Told, { form, photos }: Carried): Once {
  const pictures = photos.map((photo) => seal.mark(photo, 'voice.photo'))
  const said = JSON.stringify([form, told, pictures])
  return {
    id: idFrom('voi', seal.mark(said, 'voice.sent')),
    phrase: phraseFrom(seal.mark(said, 'voice.phrase')),
  }
}

async function sentWith(ctx: Ctx, { id, phrase }: Once): Promise<Sent | undefined> {
  const voice = await voiceById(ctx.db, id)
  if (!voice) return undefined
  const found = await receiptById(ctx.db, voice.receipt)
  const isRecent = +ctx.now - +voice.takenAt < again
  return found && isRecent ? { receipt: found.receipt, phrase } : { sentBefore: voice.number }
}
