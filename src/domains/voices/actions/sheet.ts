import type { DistrictId } from '#domains/districts/index.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, no, Refused } from '#platform/result.ts'
import type { SheetVoice } from '../rules/sheet.ts'
import { setLoose } from '../store/keeping.ts'
import { insertRow, knownRows } from '../store/rows.ts'
import { workflow } from '../workflow.ts'
import { mayTakeIn } from './entries.ts'
import { receive } from './receive.ts'

interface Marked {
  readonly mark: string
  readonly voice: SheetVoice
}

/** What of a file is new: rows that were taken in before are left, however often the file comes. */
export interface Sorted {
  readonly fresh: readonly Marked[]
  readonly known: number
}

/**
 * By way, day, text and name, and the how-many-th of its like: two people who send the same words on one day are
 * two, and the same file twice is one.
 */
export async function sortRows(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  voices: readonly SheetVoice[],
): Promise<Sorted> {
  const seen = new Map<string, number>()
  const marked = voices.map((voice): Marked => {
    const { channel, receivedOn, text, person } = voice
    const like = JSON.stringify([channel, receivedOn, text, person])
    const nth = (seen.get(like) ?? 0) + 1
    seen.set(like, nth)
    return { mark: ctx.seal.mark(`${like} ${nth}`, 'voice.row'), voice }
  })
  const known = await knownRows(
    ctx.db,
    marked.map(({ mark }) => mark),
  )
  const fresh = marked.filter(({ mark }) => !known.has(mark))
  return { fresh, known: marked.length - fresh.length }
}

const week = 7 * 86_400_000

/** A table with the names of a whole survey does not lie about for ever, if nobody takes it in. */
export async function keepForAWeek(ctx: Ctx, key: string): Promise<void> {
  mayTakeIn(ctx)
  await ctx.record(async (tx) => {
    await setLoose(tx, [key], new Date(+ctx.now + week))
    const { basis } = workflow.takeIn
    return [undefined, { fact: 'voice.sheet-handed-in', subject: 'voice', basis }]
  })
}

/** まとめて受け付ける: each row a voice of its own; after an interruption the same file goes on where it stopped. */
export async function takeRows(
  ctx: Ctx,
  voices: readonly SheetVoice[],
): Promise<{ readonly taken: number; readonly known: number }> {
  mayTakeIn(ctx)
  const { fresh, known } = await sortRows(ctx, voices)
  let taken = 0
  for (const { mark, voice } of fresh) if (await takeRow(ctx, mark, voice)) taken += 1
  return { taken, known: known + fresh.length - taken }
}

async function takeRow(ctx: Ctx, mark: string, voice: SheetVoice): Promise<boolean> {
  const { text, place, district, ...kept } = voice
  const told = {
    ...kept,
    language: 'ja',
    district: district as DistrictId | null,
    original: { text, place },
  } as const
  try {
    await receive(ctx, told, async (tx, received) => {
      if (!(await insertRow(tx, mark, received.voice.id))) accept(no({ kind: 'stale' }))
      return []
    })
    return true
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal.kind === 'stale') return false
    throw thrown
  }
}
