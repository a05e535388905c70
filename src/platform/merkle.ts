import { createHash } from 'node:crypto'

/**
 * The tree of RFC 9162 section 2.1 (as in RFC 6962): one hash, the root, stands for a whole list. Whoever
 * kept an old root can tell whether the list of today still begins with the list of then.
 */
export type Hash = Uint8Array

/** Leaves `from` (inclusive) to `until` (exclusive). */
export interface Range {
  readonly from: number
  readonly until: number
}

/** A complete subtree: `2 ** level` leaves, beginning at leaf `position * 2 ** level`. */
export interface Node {
  readonly level: number
  readonly position: number
}

export const hashLength = 32

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** The two marks keep a leaf from ever passing for a node (second preimage). */
export const leafHash = (data: string | Uint8Array): Hash =>
  sha256(leafMark, typeof data === 'string' ? Buffer.from(data) : data)
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(nodeMark, left, right)
export const emptyRoot: Hash = sha256()

export const toHex = (hash: Hash): string => Buffer.from(hash).toString('hex')

/** Sixty-four lower-case hexadecimal digits; anything else is no hash. */
export const fromHex = (text: string): Hash | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined

const sameHash = (one: Hash, other: Hash) => Buffer.compare(one, other) === 0

/** The edge of a growing tree: complete subtrees from left to right, never two of one level. */
export interface Edge {
  /** Adds a complete subtree at the right; tells each subtree that this completes, the lowest first. */
  push(hash: Hash, level?: number, made?: (node: Node, hash: Hash) => void): void
  /** How many leaves there are. */
  readonly size: number
  root(): Hash
}

/** O(log n) of memory, whatever has been added. `known` are the subtrees of `pieces({ from: 0, until: n })`. */
export function edge(known: readonly { readonly level: number; readonly hash: Hash }[] = []): Edge {
  const held = [...known]
  let size = known.reduce((sum, { level }) => sum + 2 ** level, 0)
  return {
    push(added, level = 0, made) {
      size += 2 ** level
      let grown = { level, hash: added }
      for (let last = held.at(-1); last && last.level === grown.level; last = held.at(-1)) {
        held.pop()
        grown = { level: grown.level + 1, hash: nodeHash(last.hash, grown.hash) }
        made?.({ level: grown.level, position: size / 2 ** grown.level - 1 }, grown.hash)
      }
      held.push(grown)
    },
    get size() {
      return size
    },
    root: () => folded(held.map(({ hash }) => hash)),
  }
}

/** The hash over neighbouring complete subtrees that become smaller to the right. */
export const folded = (hashes: readonly Hash[]): Hash =>
  hashes.length ? hashes.reduceRight((right, left) => nodeHash(left, right)) : emptyRoot

/** The fewest complete subtrees that make up a range, from left to right. */
export function pieces({ from, until }: Range): Node[] {
  const found: Node[] = []
  for (let at = from; at < until; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= until) level += 1
    found.push({ level, position: at / 2 ** level })
    at += 2 ** level
  }
  return found
}

/** The largest power of two smaller than n; n ≥ 2. */
const split = (n: number) => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Whose hashes prove that a leaf is in the tree, the lowest first (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  const path = (from: number, until: number): Range[] => {
    if (until - from <= 1) return []
    const middle = from + split(until - from)
    return index < middle
      ? [...path(from, middle), { from: middle, until }]
      : [...path(middle, until), { from, until: middle }]
  }
  return path(0, size)
}

/** Whose hashes prove that the tree of `old` leaves is the beginning of that of `size` (RFC 9162, 2.1.4.1). */
export function consistencyRanges(old: number, size: number): Range[] {
  const sub = (m: number, from: number, until: number, whole: boolean): Range[] => {
    if (m === until - from) return whole ? [] : [{ from, until }]
    const k = split(until - from)
    return m <= k
      ? [...sub(m, from, from + k, whole), { from: from + k, until }]
      : [...sub(m - k, from + k, until, false), { from, until: from + k }]
  }
  return old > 0 && old < size ? sub(old, 0, size, true) : []
}

const areHashes = (hashes: readonly Hash[]) => hashes.every((h) => h.length === hashLength)
const isOdd = (n: number) => n % 2 === 1
const half = (n: number) => Math.floor(n / 2)

/** RFC 9162, 2.1.3.2. Wrong lengths and sizes are no, never an error. */
export function provesInclusion(
  proof: readonly Hash[],
  { index, size, leaf, root }: { index: number; size: number; leaf: Hash; root: Hash },
): boolean {
  if (!(index >= 0 && index < size) || !areHashes([...proof, leaf, root])) return false
  let [fn, sn] = [index, size - 1]
  let r = leaf
  for (const p of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else r = nodeHash(r, p)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && sameHash(r, root)
}

/** RFC 9162, 2.1.4.2. That an empty tree came first proves nothing, and is refused. */
export function provesConsistency(
  proof: readonly Hash[],
  { old, size, oldRoot, root }: { old: number; size: number; oldRoot: Hash; root: Hash },
): boolean {
  if (!(old > 0 && old <= size) || !areHashes([...proof, oldRoot, root])) return false
  if (old === size) return proof.length === 0 && sameHash(oldRoot, root)
  const path = Number.isInteger(Math.log2(old)) ? [oldRoot, ...proof] : proof
  const [first, ...rest] = path
  if (!first || proof.length === 0) return false
  let [fn, sn] = [old - 1, size - 1]
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)]
  let [fr, sr] = [first, first]
  for (const c of rest) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      ;[fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)]
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else sr = nodeHash(sr, c)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && sameHash(fr, oldRoot) && sameHash(sr, root)
}
