import { canonical, leafOf } from './ledger-tree-entry.ts'
import { headerForm, type LedgerHeader, lineForm, sumOf } from './ledger-tree-form.ts'
import { type Edge, edge, fromHex, type Hash, pieces, provesConsistency, toHex } from './merkle.ts'
import { must } from './must.ts'

/** What does not fit, and where. */
export interface Misfit {
  readonly what: /** No line of such a file at all. */
    | 'unreadable'
    /** The entry is not the one that the tree took in. */
    | 'changed'
    /** The tree took it in, the ledger no longer has it. */
    | 'removed'
    /** The tree never took it in. */
    | 'inserted'
    /** It stands where another one belongs. */
    | 'order'
    /** Lines that should be here are not. */
    | 'missing'
    /** All lines fit, but not the root. */
    | 'root'
    /** The tree does not begin with the one that was published. */
    | 'head'
    /** The file knows nothing of the root that was asked for. */
    | 'unknown-head'
  /** Of the file, from 1. */
  readonly line?: number
  /** The number of the entry in the ledger. */
  readonly seq?: number
  readonly day?: string
}

export interface Verified {
  readonly ok: boolean
  readonly header: LedgerHeader | null
  /** How many entries were read. */
  readonly entries: number
  /** The first hundred. */
  readonly misfits: readonly Misfit[]
  /** Whether a root that the reader brought was held against the file. */
  readonly againstHead: boolean
}

const mostMisfits = 100

/**
 * Checks an exported ledger by itself: no database, no network, O(log n) of memory. `head` is a root that
 * the reader has from elsewhere: the public page, a newspaper, last year's file. Without it the file is
 * only held against itself.
 */
export async function verifyLedger(lines: AsyncIterable<string>, head?: string): Promise<Verified> {
  const misfits: Misfit[] = []
  const note = (misfit: Misfit) => {
    if (misfits.length < mostMisfits) misfits.push(misfit)
  }
  let header: LedgerHeader | null = null
  let tree = edge()
  let expected = 0
  let line = 0
  let entries = 0
  let lastSeq = 0
  for await (const text of lines) {
    line += 1
    if (line === 1) {
      header = readHeader(text)
      if (!header) break
      tree = begun(header)
      expected = header.first
      continue
    }
    const read = lineForm.safeParse(parsed(text))
    if (!header || !read.success) {
      note({ what: 'unreadable', line })
      // It stood for one entry; the next ones are where they were.
      expected += 1
      continue
    }
    const { position, leaf, seq, entry } = read.data
    if (entry) entries += 1
    if (position === null || leaf === null) {
      note({ what: 'inserted', line, seq })
      continue
    }
    if (position > expected) note({ what: 'missing', line, seq })
    const fits =
      entry !== null &&
      entry.seq === seq &&
      toHex(leafOf(entry)) === leaf &&
      canonical(read.data) === text
    if (position < expected || seq <= lastSeq) note({ what: 'order', line, seq })
    else if (!entry) note({ what: 'removed', line, seq })
    else if (!fits) note({ what: 'changed', line, seq })
    lastSeq = Math.max(lastSeq, seq)
    expected = Math.max(expected, position + 1)
    // Where something does not fit, the root is not asked.
    if (misfits.length === 0) tree.push(must(fromHex(leaf), 'the form of a line takes hashes only'))
  }
  if (!header) note({ what: 'unreadable', line: 1 })
  else {
    if (expected !== header.first + header.count && misfits.length === 0)
      note({ what: 'missing', line: line + 1 })
    if (misfits.length === 0) for (const misfit of ofTree(header, tree)) note(misfit)
    if (head !== undefined && ![header, ...header.heads].some(({ root }) => root === head))
      note({ what: 'unknown-head' })
  }
  const againstHead = head !== undefined
  return { ok: misfits.length === 0, header, entries, misfits, againstHead }
}

const nothing: Hash = new Uint8Array(32)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readHeader(text: string): LedgerHeader | null {
  const { data } = headerForm.safeParse(parsed(text))
  return data && data.sum === sumOf(data) && canonical(data) === text ? data : null
}

/** The tree up to the first entry of the file. An edge of the wrong shape leads to a wrong root. */
function begun({ first, before }: LedgerHeader): Edge {
  const shape = pieces({ from: 0, until: first })
  return edge(shape.map(({ level }, i) => ({ level, hash: fromHex(before[i] ?? '') ?? nothing })))
}

/** The root counted anew from the entries, and the published heads held against it. */
function* ofTree(header: LedgerHeader, tree: Edge): Generator<Misfit> {
  const { first, count, size, after, before } = header
  const shape = pieces({ from: first + count, until: size })
  const whole =
    tree.size === first + count &&
    shape.length === after.length &&
    before.length === pieces({ from: 0, until: first }).length
  for (const [i, { level }] of shape.entries()) tree.push(fromHex(after[i] ?? '') ?? nothing, level)
  if (!whole || toHex(tree.root()) !== header.root) {
    yield { what: 'root' }
    return
  }
  const hash = (hex: string) => must(fromHex(hex), 'the form of a header takes hashes only')
  for (const { day, size: old, root, proof } of header.heads) {
    const known = { old, size, oldRoot: hash(root), root: hash(header.root) }
    const empty = old === 0 && root === toHex(edge().root())
    if (!empty && !provesConsistency(proof.map(hash), known)) yield { what: 'head', day }
  }
}

/** The lines of a file. JSON strings may hold other marks that some take for the end of a line. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
}
