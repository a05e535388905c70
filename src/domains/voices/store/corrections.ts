import type { Writer } from '#platform/database.ts'
import type { VoiceId } from '../voice.ts'
import type { Marks } from './voices.ts'

/** What the same words and the same sender are found by, after they were typed anew. */
export async function remark(tx: Writer, id: VoiceId, marks: Marks): Promise<void> {
  await tx
    .updateTable('voice')
    .set({ text_mark: marks.text, sender_mark: marks.sender, person_mark: marks.person })
    .where('id', '=', id)
    .execute()
}
