import type { Cadence, Kind } from '../notice.ts'

/** Every kind that is not urgent, in one word: what a person left by the link of a mail of several. */
export const everyKind = '*'

/** What a person gets of a kind: codes and receipts always, else as chosen, else as the kind is meant. */
export function cadenceOf(
  kind: Pick<Kind, 'name' | 'cadence' | 'urgent'>,
  chosen: ReadonlyMap<string, Cadence> | undefined,
): Cadence {
  if (kind.urgent) return 'at-once'
  return chosen?.get(kind.name) ?? chosen?.get(everyKind) ?? kind.cadence
}
