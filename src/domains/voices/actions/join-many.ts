import type { Ctx } from '#platform/context.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { countText } from '../store/tally.ts'
import { joinedTo, updateVoice, voiceById } from '../store/voices.ts'
import type { Voice, VoiceId } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'

/** A campaign of thousands is joined a page at a time. */
export const mostAtOnce = 1000

/**
 * 同じ内容の声をまとめてまとめる: a whole campaign in one go, in one transaction; each keeps its number and its sender, and
 * the ledger has each. Whatever somebody has begun to work on meanwhile stays as it is. Answers how many were joined.
 */
export async function joinMany(ctx: Ctx, into: VoiceId, ids: readonly VoiceId[]): Promise<number> {
  const stands = standing(ctx.actor, { sections: [] })
  return ctx.record(async (tx) => {
    const { basis } = workflow.join
    const other = found(await voiceById(tx, into))
    accept(permit(workflow, 'join', stands, { state: 'received' }))
    if (other.state === 'joined') refuse('cannot-join', 'into')
    const facts: Fact[] = []
    for (const id of ids.slice(0, mostAtOnce)) {
      const voice = await voiceById(tx, id)
      if (!voice || voice.id === into || voice.state !== 'received') continue
      if ((await joinedTo(tx, id)).texts > 1) continue
      const joined: Voice = { ...voice, state: 'joined', into, dueOn: null }
      await updateVoice(tx, joined)
      await countText(tx, voice, voice.state, joined.state)
      facts.push({ fact: 'voice.joined', subject: id, basis, detail: { number: voice.number } })
    }
    const [first, ...more] = facts
    if (!first) return refuse('nothing-to-join', 'into')
    return [facts.length, first, ...more]
  })
}
