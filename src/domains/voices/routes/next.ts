import type { Next } from '../pages/work/frame.tsx'
import type { Point, PointId } from '../point.ts'
import { reachOf } from '../rules/reach.ts'
import { deciding } from '../store/shown.ts'
import { deskPoints, voicesByDue } from '../store/work.ts'
import { urls } from '../urls.ts'
import type { DeskContext } from './desk-lookup.ts'

const toWrite = ['assigned', 'drafting', 'returned'] as const
const toApprove = ['submitted'] as const

/** Which queue somebody was working through, by what they have just done with a point. */
const pointQueues: Readonly<Record<string, readonly Point['state'][]>> = {
  submitted: toWrite,
  reassigned: toWrite,
  circulated: toWrite,
  transferred: toWrite,
  declined: toWrite,
  approved: toApprove,
  returned: toApprove,
}
/** The same of a voice. */
const voiceQueues: Readonly<Record<string, 'received' | 'ready'>> = {
  triaged: 'received',
  joined: 'received',
  replied: 'ready',
}

const doneIn = (c: DeskContext) => c.req.query('done') ?? ''

/** The point that waits next, soonest due first, once something was done with this one. */
export async function nextPoint(c: DeskContext, here: PointId): Promise<Next | undefined> {
  const states = pointQueues[doneIn(c)]
  if (!states) return undefined
  const { db, actor } = c.var.ctx
  const some = await deskPoints(db, { reach: reachOf(actor), states }, { by: 'due', limit: 2 })
  const next = some.find(({ id }) => id !== here)
  return next && { text: `${next.number} ${next.gist}`, path: urls.point(next.id) }
}

/** The voice that waits next in the secretariat, once something was done with one. */
export async function nextVoice(c: DeskContext): Promise<Next | undefined> {
  const queue = voiceQueues[doneIn(c)]
  if (!queue) return undefined
  const [next] = await voicesByDue(c.var.ctx.db, queue, { limit: 1 })
  return next && { text: next.number, path: urls.work(next.id) }
}

/** The point that waits longest for a decision on publication, once one was decided on. */
export async function nextDecision(c: DeskContext, here: PointId): Promise<Next | undefined> {
  if (c.req.query('told') === undefined) return undefined
  const next = (await deciding(c.var.ctx.db, undefined, 2)).find(({ id }) => id !== here)
  return next && { text: `${next.number} ${next.gist}`, path: urls.decision(next.id) }
}
