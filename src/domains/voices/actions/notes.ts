import { actorsOn } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { insertNote, markAnswered, type Note, type NoteId, notesOf } from '../store/notes.ts'
import { pointsOf } from '../store/points.ts'
import { sealedIn } from '../store/sealed.ts'
import { voiceById } from '../store/voices.ts'
import type { VoiceId } from '../voice.ts'
import { standing, workflow } from '../workflow.ts'
import { tellAskedSection } from './tell.ts'

/** Whose the voice is to work on: the sections of its points, and those that were asked about it. */
export async function workersOf(ctx: Pick<Ctx, 'db'>, id: VoiceId) {
  const [points, notes] = [await pointsOf(ctx.db, id), await notesOf(ctx.db, id)]
  const answering = [...new Set(points.map(({ section }) => section))]
  const asked = [...new Set(notes.map((note) => note.asked).filter(Boolean))]
  return { points, notes, answering, all: [...new Set([...answering, ...asked])] }
}

/**
 * 内部のメモ: for colleagues who work on the voice, or a question to another section, which then works on it as well.
 * A note of a section that was asked answers what it was asked.
 */
export async function note(
  ctx: Ctx,
  id: VoiceId,
  said: { readonly text: string; readonly asked: string },
): Promise<NoteId> {
  return ctx.record(async (tx) => {
    const voice = found(await voiceById(tx, id))
    const workers = await workersOf({ db: tx }, id)
    const stands = standing(ctx.actor, { sections: workers.all })
    accept(permit(workflow, 'note', stands, voice))
    const text = said.text.trim() || refuse('note-empty', 'note')
    const noteId: NoteId = newId('vno')
    const sealed = ctx.seal.seal(text, sealedIn.note.place(noteId))
    const whole: Note = {
      id: noteId,
      voice: id,
      asked: said.asked,
      sealed,
      at: ctx.now,
      by: ctx.actor.id,
      answeredAt: null,
    }
    const mine = workers.notes
      .map(({ asked }) => asked)
      .filter((section) => section && standing(ctx.actor, { sections: [section] }).has('section'))
    await markAnswered(tx, id, [...new Set(mine)], ctx.now)
    await insertNote(tx, whole)
    if (said.asked)
      await tellAskedSection(tx, ctx, voice, said.asked, await actorsOn(tx, localDate(ctx.now)))
    const detail = { number: voice.number, ...(said.asked && { asked: said.asked }) }
    return [noteId, { fact: 'voice.noted', subject: id, basis: workflow.note.basis, detail }]
  })
}
