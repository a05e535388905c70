import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { found, refuse } from '#platform/result.ts'
import type { PointId } from '../point.ts'
import { insertObjection, type ObjectionId } from '../store/objections.ts'
import { sealedIn } from '../store/sealed.ts'
import type { VoiceId } from '../voice.ts'
import { onVoice, type Seen, type VoiceStep } from './step.ts'

/**
 * 要旨への申し出: the gist is not what was meant. One is open at a time for each point; what was said lies sealed,
 * because people tell of themselves in it.
 */
export const object = (
  ctx: Ctx,
  seen: Seen<VoiceId>,
  objected: { readonly point: PointId; readonly text: string },
  as?: 'sender',
): Promise<VoiceStep> =>
  onVoice(
    ctx,
    'object',
    seen,
    'voice.objected',
    async (voice, { points }, tx) => {
      const text = objected.text.trim()
      if (!text) refuse('reason-needed', 'objection')
      const point = found(points.find(({ id }) => id === objected.point))
      const id: ObjectionId = newId('vob')
      const sealed = ctx.seal.seal(text, sealedIn.objection.place(id))
      await insertObjection(tx, { id, point: point.id, sealed, at: ctx.now })
      return voice
    },
    as,
  )
