export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })
const partsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Above this many pairs of words the middle is shown as replaced: a page must not wait for it. */
const limit = 2_000_000

/** Lengths of the longest common run from each pair of places on. */
function lengths(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = rows[i]
      if (!row) continue
      row[j] =
        before[i] === after[j]
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return rows
}

function middle(before: readonly string[], after: readonly string[]): readonly Piece[] {
  if (before.length * after.length > limit)
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ]
  const rows = lengths(before, after)
  const out: Piece[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      out.push({ kind: 'same', text: before[i] ?? '' })
      i++
      j++
    } else if (
      j >= after.length ||
      (i < before.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))
    )
      out.push({ kind: 'removed', text: before[i++] ?? '' })
    else out.push({ kind: 'added', text: after[j++] ?? '' })
  }
  return out
}

/** Too little to be told apart by: a particle left between two changes only makes both hard to read. */
const slight = (text: string) => /^[\p{Script=Hiragana}、。・]{1,2}$/u.test(text)

/** A slight word between two changes becomes a part of both. */
function gathered(all: readonly Piece[]): readonly Piece[] {
  return all.flatMap((piece, i) => {
    const between = i > 0 && i < all.length - 1
    return between && piece.kind === 'same' && slight(piece.text)
      ? [
          { kind: 'removed' as const, text: piece.text },
          { kind: 'added' as const, text: piece.text },
        ]
      : [piece]
  })
}

/** Within one change: first all that went, then all that came; neighbours of a kind as one. */
function joined(all: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed })
    if (added) out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of all) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + text }
      else out.push({ kind: 'same', text })
    }
  }
  flush()
  return out
}

/** What changed between two texts, word by word. */
export function compare(before: string, after: string): readonly Piece[] {
  const old = partsOf(before)
  const young = partsOf(after)
  let head = 0
  while (head < old.length && head < young.length && old[head] === young[head]) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < young.length - head &&
    old[old.length - 1 - tail] === young[young.length - 1 - tail]
  )
    tail++
  const same = (words: readonly string[]): readonly Piece[] =>
    words.length > 0 ? [{ kind: 'same', text: words.join('') }] : []
  const pieces = joined([
    ...same(old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), young.slice(head, young.length - tail)),
    ...same(old.slice(old.length - tail)),
  ])
  return joined(gathered(pieces))
}
