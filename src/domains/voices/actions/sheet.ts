import type { DistrictId } from '#domains/districts/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { SheetVoice } from '../rules/sheet.ts'
import { workflow } from '../workflow.ts'
import { mayTakeIn } from './entries.ts'
import { receive } from './receive.ts'
import { keepForAWeek, rememberRow, type Sorted, sortRows, type Taken, takeSorted } from './rows.ts'

/** A voice in a table is its way, its day, its words and who wrote them. */
export const sortVoices = (
  ctx: Pick<Ctx, 'db' | 'seal'>,
  voices: readonly SheetVoice[],
): Promise<Sorted<SheetVoice>> =>
  sortRows(ctx, voices, 'voice.row', ({ channel, receivedOn, text, person }) => [
    channel,
    receivedOn,
    text,
    person,
  ])

export async function keepSheetFile(ctx: Ctx, key: string): Promise<void> {
  mayTakeIn(ctx)
  const { basis } = workflow.takeIn
  await keepForAWeek(ctx, key, { fact: 'voice.sheet-handed-in', subject: 'voice', basis })
}

/** まとめて受け付ける: each row a voice of its own. */
export async function takeRows(ctx: Ctx, voices: readonly SheetVoice[]): Promise<Taken> {
  mayTakeIn(ctx)
  return takeSorted(await sortVoices(ctx, voices), ({ mark, row }) => {
    const { text, place, district, ...kept } = row
    const told = {
      ...kept,
      language: 'ja',
      district: district as DistrictId | null,
      original: { text, place },
    } as const
    return receive(ctx, told, async (tx, { voice }) => {
      await rememberRow(tx, mark, { voice: voice.id })
      return []
    })
  })
}
