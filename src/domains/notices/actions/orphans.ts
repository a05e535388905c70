import type { Ctx } from '#platform/context.ts'
import { channelNames, channels } from '../notice.ts'
import * as store from '../store/deliveries.ts'
import { workflow } from '../workflow.ts'

/** Ways that only a connection of the city can serve. This release has none; what chose one goes by mail. */
const unserved = channelNames.filter((channel) => channels[channel].needsConnection)

/** Nothing waits for a way that nobody serves: it goes by mail, and the ledger says so. */
export async function gatherOrphans(ctx: Ctx): Promise<void> {
  if (!(await store.isAnyBy(ctx.db, unserved))) return
  await ctx.record(async (tx) => {
    const count = await store.turnToMail(tx, unserved)
    const detail = { count, reason: 'no-connection' }
    return [
      undefined,
      { fact: 'notices.turned-to-mail', subject: 'notices', basis: workflow.send.basis, detail },
    ]
  })
}
