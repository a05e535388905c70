import type { Passage } from '../case.ts'

/** A paragraph of the draft beside that of the final text; null where it was put in, or left out. */
export interface PassagePair {
  readonly before: Passage | null
  readonly after: Passage | null
}

const same = (a: Passage | undefined, b: Passage | undefined) =>
  a !== undefined && b !== undefined && a.text === b.text && a.chapter === b.chapter

/** How many paragraphs are common from each pair of places on (longest common subsequence). */
function commonFrom(draft: readonly Passage[], final: readonly Passage[]) {
  const common = Array.from({ length: draft.length + 1 }, () => new Uint16Array(final.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = draft.length - 1; i >= 0; i--)
    for (let j = final.length - 1; j >= 0; j--) {
      const row = common[i]
      if (row)
        row[j] = same(draft[i], final[j])
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1))
    }
  return at
}

/** Between two that stayed: what went and what came are shown beside each other, in their order. */
const beside = (gone: readonly Passage[], come: readonly Passage[]): readonly PassagePair[] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => ({
    before: gone[i] ?? null,
    after: come[i] ?? null,
  }))

/** 案と最終案を並べる: paragraph by paragraph; the words within a pair are compared by the page. */
export function difference(
  draft: readonly Passage[],
  final: readonly Passage[],
): readonly PassagePair[] {
  const at = commonFrom(draft, final)
  const pairs: PassagePair[] = []
  let [i, j, goneFrom, comeFrom] = [0, 0, 0, 0]
  const flush = () => pairs.push(...beside(draft.slice(goneFrom, i), final.slice(comeFrom, j)))
  while (i < draft.length && j < final.length) {
    const [before, after] = [draft[i], final[j]]
    if (before && after && same(before, after)) {
      flush()
      pairs.push({ before, after })
      i++
      j++
      goneFrom = i
      comeFrom = j
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  i = draft.length
  j = final.length
  flush()
  return pairs
}

export const isChanged = ({ before, after }: PassagePair): boolean =>
  before?.text !== after?.text || before?.chapter !== after?.chapter
