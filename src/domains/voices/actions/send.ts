import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import { voiceById } from '../store/voices.ts'
import { onceFrom, type Sent, sendOnce } from './once.ts'
import { develop, withPhotos } from './photos.ts'
import { receive, type Told } from './receive.ts'

/** What the form carried beside the words. */
export interface Carried {
  /** Drawn for this form alone; empty where something else sends. */
  readonly form: string
  readonly photos: readonly Uint8Array[]
}

/** 送る: a form that comes twice is one voice; the day is left out, for midnight may lie between the two. */
export function send(ctx: Ctx, files: Files, told: Told, { form, photos }: Carried): Promise<Sent> {
  const { receivedOn: _, ...kept } = told
  const pictures = () => photos.map((photo) => ctx.seal.mark(photo, 'voice.photo'))
  const once = form ? onceFrom(ctx, 'voi', 'voice', [form, kept, pictures()]) : undefined
  return sendOnce(
    ctx,
    once,
    (id) => voiceById(ctx.db, id),
    async () => receive(ctx, told, withPhotos(ctx, await develop(files, photos)), once),
  )
}
