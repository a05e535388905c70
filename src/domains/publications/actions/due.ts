import type { Ctx } from '#platform/context.ts'
import { Refused } from '#platform/result.ts'
import type { Edition } from '../publication.ts'
import * as store from '../store/editions.ts'
import { workflow } from '../workflow.ts'
import { type House, publish } from './publish.ts'
import { tellHeldBack } from './tell.ts'
import { held } from './write.ts'

/** What a page says of an edition that the clock gave back; editors write in Japanese. */
const notes: Readonly<Record<string, string>> = {
  'picture-gone':
    '写真が取り下げられたため、予約した公表を止めました。写真を選びなおしてください。',
  'words-hidden':
    '載せる言葉が見えなくされたため、予約した公表を止めました。数字をとり直してください。',
}

/**
 * By the clock: whatever was to be published by now, also after a stop. What may not be published any
 * more goes back to its editors and holds up no other; a fault of the machine is tried again next minute,
 * after the others.
 */
export async function publishDue(ctx: Ctx, house: House): Promise<void> {
  const faults: unknown[] = []
  for (const edition of await store.dueEditions(ctx.db, ctx.now))
    try {
      await publishOrHoldBack(ctx, edition, house)
    } catch (thrown) {
      faults.push(thrown)
    }
  if (faults.length > 0) throw new AggregateError(faults, 'editions that could not be published')
}

async function publishOrHoldBack(ctx: Ctx, edition: Edition, house: House): Promise<void> {
  try {
    await publish(ctx, edition.id, house)
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    // Whatever else was refused was changed by somebody in this minute: it is looked at in the next.
    if (thrown.refusal.kind === 'refused') await holdBack(ctx, edition, thrown.refusal.reason)
  }
}

/** 予約の取り止め: a draft again, whose approval is void, with the reason; its editors are told. */
async function holdBack(ctx: Ctx, { id }: Edition, reason: string): Promise<void> {
  await ctx.record(async (tx) => {
    const edition = await held(tx, ctx, id, 'holdBack')
    const none = { submitted_by: null, submitted_at: null, approved_by: null, approved_at: null }
    const note = notes[reason] ?? reason
    await store.moveEdition(tx, edition, 'draft', { ...none, publish_at: null, note })
    await tellHeldBack(tx, ctx, edition)
    const { basis } = workflow.holdBack
    return [undefined, { fact: 'publications.held-back', subject: id, basis, detail: { reason } }]
  })
}
