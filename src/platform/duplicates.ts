/** Measured on 2,575 real comments: recall .978, precision .985 at this likeness (algorithms handbook, 7). */
export const alike = 0.7

/** Punctuation, spaces and width are no difference between two texts. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')

/** Three characters each, in every place of the text; of a shorter text itself. */
export function trigrams(text: string): ReadonlySet<string> {
  const letters = [...bare(text)]
  if (letters.length === 0) return new Set()
  if (letters.length < 3) return new Set([letters.join('')])
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))
}

/** Jaccard: what both have of what either has. Two empty texts are not alike. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return shared / (a.size + b.size - shared)
}

const hashes = 128
const bands = 32
const rows = hashes / bands

/** FNV-1a, finished as in MurmurHash3: short strings spread over 32 bits. */
function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  return mix(h)
}
function mix(seed: number): number {
  let h = seed
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** MinHash (Broder 1997) of 128 values, in 32 bands of 4: texts that share a band are worth comparing. */
export function bandsOf(grams: ReadonlySet<string>): readonly string[] {
  const least = new Uint32Array(hashes).fill(0xffffffff)
  for (const gram of grams) {
    const h = hash32(gram)
    for (let n = 0; n < hashes; n++) {
      const value = mix(h ^ Math.imul(n + 1, 0x9e3779b1))
      if (value < (least[n] ?? 0)) least[n] = value
    }
  }
  return Array.from(
    { length: bands },
    (_, band) => `${band}:${least.slice(band * rows, band * rows + rows).join('.')}`,
  )
}

/**
 * Which of the recent texts says the same, the likest first; undefined where none does. For a suggestion to
 * the person who looks at it: nothing is refused for being a duplicate alone.
 */
export function duplicateOf<T extends { readonly text: string }>(
  text: string,
  recent: readonly T[],
  least = alike,
): T | undefined {
  const own = trigrams(text)
  const near = new Set(bandsOf(own))
  const candidates = recent.flatMap((one) => {
    const grams = trigrams(one.text)
    if (!bandsOf(grams).some((band) => near.has(band))) return []
    const how = likeness(own, grams)
    return how >= least ? [{ one, how }] : []
  })
  return candidates.toSorted((a, b) => b.how - a.how)[0]?.one
}

export const isDuplicate = (text: string, recent: readonly string[], least = alike): boolean =>
  duplicateOf(
    text,
    recent.map((one) => ({ text: one })),
    least,
  ) !== undefined
