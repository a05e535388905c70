import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  consistencyRanges,
  edge,
  emptyRoot,
  folded,
  fromHex,
  type Hash,
  inclusionRanges,
  leafHash,
  pieces,
  provesConsistency,
  provesInclusion,
  type Range,
  toHex,
} from './merkle.ts'
import { must } from './must.ts'

/** The classic leaves of Certificate Transparency, and the roots over the first 0 to 8 of them. */
const classic = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex')))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const rootOf = (leaves: readonly Hash[]) => {
  const tree = edge()
  for (const leaf of leaves) tree.push(leaf)
  return tree.root()
}
const over = (leaves: readonly Hash[], ranges: readonly Range[]) =>
  ranges.map(({ from, until }) => rootOf(leaves.slice(from, until)))
const many = Array.from({ length: 70 }, (_, i) => leafHash(`entry ${i}`))

test.each(roots.map((root, size) => [size, root]))('the root over %i leaves', (size, root) => {
  expect(toHex(rootOf(classic.slice(0, Number(size))))).toBe(root)
})

test('a tree that is taken up again from its subtrees grows as if it had never been put down', () => {
  for (let size = 0; size < many.length; size++) {
    const known = pieces({ from: 0, until: size }).map(({ level, position }) => {
      const from = position * 2 ** level
      return { level, hash: rootOf(many.slice(from, from + 2 ** level)) }
    })
    const tree = edge(known)
    expect(toHex(tree.root())).toBe(toHex(rootOf(many.slice(0, size))))
    expect(tree.size).toBe(size)
    for (const leaf of many.slice(size)) tree.push(leaf)
    expect(toHex(tree.root())).toBe(toHex(rootOf(many)))
  }
})

test('the subtrees that a growing tree completes are those that it is later made of', () => {
  const made = new Map<string, string>()
  const tree = edge()
  for (const leaf of many)
    tree.push(leaf, 0, ({ level, position }, hash) => made.set(`${level} ${position}`, toHex(hash)))
  for (const { level, position } of pieces({ from: 0, until: 64 })) {
    const from = position * 2 ** level
    expect(made.get(`${level} ${position}`)).toBe(
      toHex(rootOf(many.slice(from, from + 2 ** level))),
    )
  }
  expect(made.size).toBe(35 + 17 + 8 + 4 + 2 + 1)
})

test('every entry is proven to be in every tree that has it, and no other in its place', () => {
  for (let size = 1; size <= 33; size++) {
    const root = rootOf(many.slice(0, size))
    for (let index = 0; index < size; index++) {
      const proof = over(many, inclusionRanges(index, size))
      const leaf = must(many[index], 'a leaf')
      expect(provesInclusion(proof, { index, size, leaf, root })).toBe(true)
      const other = must(many[index + 1], 'a leaf')
      expect(provesInclusion(proof, { index, size, leaf: other, root })).toBe(false)
      expect(provesInclusion([...proof, leaf], { index, size, leaf, root })).toBe(false)
      expect(provesInclusion(proof, { index: size, size, leaf, root })).toBe(false)
    }
  }
})

test('an old root is proven to be the beginning of every later tree, and a changed one is not', () => {
  for (let size = 1; size <= 33; size++) {
    const root = rootOf(many.slice(0, size))
    for (let old = 1; old <= size; old++) {
      const proof = over(many, consistencyRanges(old, size))
      const oldRoot = rootOf(many.slice(0, old))
      expect(provesConsistency(proof, { old, size, oldRoot, root })).toBe(true)
      const changed = rootOf([leafHash('another'), ...many.slice(1, old)])
      expect(provesConsistency(proof, { old, size, oldRoot: changed, root })).toBe(false)
      expect(provesConsistency(proof, { old, size, oldRoot, root: changed })).toBe(false)
      expect(provesConsistency([...proof, root], { old, size, oldRoot, root })).toBe(false)
      if (old < size)
        expect(provesConsistency(proof.slice(1), { old, size, oldRoot, root })).toBe(false)
    }
  }
})

test('nothing is proven by an empty tree, or by hashes of no length', () => {
  const root = rootOf(many)
  const size = many.length
  expect(provesConsistency([], { old: 0, size, oldRoot: emptyRoot, root })).toBe(false)
  const none = new Uint8Array()
  expect(provesInclusion([], { index: 0, size: 1, leaf: none, root: none })).toBe(false)
})

test('a root comes from as many subtrees as a range has, not from all leaves', () => {
  expect(pieces({ from: 0, until: 1_000_000 })).toHaveLength(7)
  expect(pieces({ from: 5, until: 1_000_000 }).length).toBeLessThan(40)
  expect(toHex(folded([]))).toBe(roots[0])
})

const hex = z.string().transform((text, c) => {
  const hash = fromHex(text)
  if (hash) return hash
  c.addIssue('no hash')
  return z.NEVER
})
const vectors = z.object({
  inclusion: z.array(z.object({ index: z.int(), size: z.int(), proof: z.array(hex) })),
  consistency: z.array(z.object({ size1: z.int(), size2: z.int(), proof: z.array(hex) })),
})
const shared = '../shared/reference/tlog/rfc6962_8leaf.json'

describe.runIf(existsSync(shared))('the reference vectors beside the project', () => {
  const read = () => vectors.parse(JSON.parse(readFileSync(shared, 'utf8')))
  const rootAt = (size: number) => must(fromHex(must(roots[size], 'a root')), 'hex')

  test('their proofs of inclusion are ours', () => {
    for (const { index, size, proof } of read().inclusion) {
      expect(over(classic, inclusionRanges(index, size)).map(toHex)).toEqual(proof.map(toHex))
      const leaf = must(classic[index], 'a leaf')
      expect(provesInclusion(proof, { index, size, leaf, root: rootAt(size) })).toBe(true)
    }
  })

  test('their proofs of consistency are ours', () => {
    for (const { size1: old, size2: size, proof } of read().consistency) {
      expect(over(classic, consistencyRanges(old, size)).map(toHex)).toEqual(proof.map(toHex))
      const known = { old, size, oldRoot: rootAt(old), root: rootAt(size) }
      expect(provesConsistency(proof, known)).toBe(old > 0)
    }
  })
})
