import { LaneError, lane, threadFile } from '../lane.ts'
import type { SheetCells, WordText } from './contents.ts'
import { limits } from './parcel.ts'
import type { UnreadableReason } from './unreadable.ts'
import { Unreadable } from './unreadable.ts'

export type OfficeJob =
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array; readonly merged: 'filled' | 'first' }
  | { readonly kind: 'word'; readonly bytes: Uint8Array }

export type OfficeOutcome =
  | { readonly kind: 'workbook'; readonly value: readonly SheetCells[] }
  | { readonly kind: 'word'; readonly value: WordText }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly detail: string }

/** Files from outside are opened only here: a thread that may die without harm. */
const reader = lane<OfficeJob, OfficeOutcome>(() => threadFile('office'), {
  milliseconds: 20_000,
  memory: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  restAfter: 60_000,
})

type Value<K> =
  Extract<OfficeOutcome, { readonly kind: K }> extends { readonly value: infer V } ? V : never

export async function outcome<K extends 'workbook' | 'word'>(
  job: OfficeJob & { readonly kind: K },
): Promise<Value<K>>
export async function outcome(job: OfficeJob): Promise<readonly SheetCells[] | WordText> {
  // What is far too large is not even copied to the other thread.
  if (job.bytes.length > limits.packedBytes) throw new Unreadable('too-large')
  const read = await reader.run(job).catch((error: unknown): OfficeOutcome => {
    if (!(error instanceof LaneError)) throw error
    const reason = { failed: 'broken', died: 'too-large', 'too-slow': 'too-slow' } as const
    return { kind: 'unreadable', reason: reason[error.reason], detail: error.message }
  })
  if (read.kind === 'unreadable') throw new Unreadable(read.reason, read.detail)
  return read.value
}

export function closeOffice(): Promise<void> {
  return reader.close()
}
