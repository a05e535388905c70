import { addDays, dayStart, type IsoDate } from './calendar.ts'
import type { Reader } from './database.ts'
import { consistencyAt, ledgerRows, nodeHashes, rootAt, treeSize } from './ledger-tree.ts'
import { canonical, type LedgerRow } from './ledger-tree-entry.ts'
import { type LedgerHeader, type LedgerLine, sumOf } from './ledger-tree-form.ts'
import { headsOf } from './ledger-tree-heads.ts'
import { pieces, type Range, toHex } from './merkle.ts'

export interface ExportAsked {
  readonly origin: string
  /** The first and the last day, both counted; without them from the beginning, to the end. */
  readonly from?: IsoDate | undefined
  readonly until?: IsoDate | undefined
}

const page = 1000
/** Each brings a proof; older ones are proven by the files of their time. */
const mostHeads = 400

/**
 * The lines of an export. It only reads, and holds one page at a time. The part is one stretch of the
 * tree: what was written between the first and the last entry of these days is in it, whatever its day.
 */
export async function* exportLines(db: Reader, asked: ExportAsked): AsyncGenerator<string> {
  const size = await treeSize(db)
  const range = await stretch(db, asked, size)
  yield `${canonical(await headerOf(db, asked, range, size))}\n`
  let after = range.from > 0 ? await seqAt(db, range.from - 1) : 0
  for (let at = range.from; at < range.until; at += page) {
    const leaves = await db
      .selectFrom('ledger_leaf')
      .selectAll()
      .where('position', '>=', at)
      .where('position', '<', Math.min(at + page, range.until))
      .orderBy('position')
      .execute()
    const until = leaves.at(-1)?.seq ?? after
    for (const line of joined(leaves, await ledgerRows(db, { after, until })))
      yield `${canonical(line)}\n`
    after = until
  }
}

async function headerOf(
  db: Reader,
  { origin, from, until }: ExportAsked,
  range: Range,
  size: number,
): Promise<LedgerHeader> {
  const newest = await headsOf(db, { within: size, limit: 1 })
  const days = await headsOf(db, { from, until, within: size, limit: mostHeads })
  const heads = []
  for (const head of [...newest, ...days.filter(({ day }) => day !== newest[0]?.day)])
    heads.push({
      day: head.day,
      size: head.size,
      root: head.root,
      proof: (await consistencyAt(db, head.size, size)).map(toHex),
    })
  const around = async (part: Range) => (await nodeHashes(db, pieces(part))).map(toHex)
  const header = {
    format: 'tomoni-ledger-1',
    origin,
    size,
    root: toHex(await rootAt(db, size)),
    from: from ?? null,
    until: until ?? null,
    first: range.from,
    count: range.until - range.from,
    before: await around({ from: 0, until: range.from }),
    after: await around({ from: range.until, until: size }),
    heads,
  } as const
  return { ...header, heads, sum: sumOf(header) }
}

/** From the first to the last entry of these days. */
async function stretch(db: Reader, { from, until }: ExportAsked, size: number): Promise<Range> {
  if (from === undefined && until === undefined) return { from: 0, until: size }
  const found = await db
    .selectFrom('ledger_leaf as l')
    .innerJoin('ledger as e', 'e.seq', 'l.seq')
    .select((e) => [e.fn.min('l.position').as('first'), e.fn.max('l.position').as('last')])
    .$if(from !== undefined, (q) => q.where('e.at', '>=', dayStart(from ?? '')))
    .$if(until !== undefined, (q) => q.where('e.at', '<', dayStart(addDays(until ?? '', 1))))
    .executeTakeFirst()
  // Without any entry the aggregates are null, whatever their type says.
  const { first, last } = found ?? {}
  return typeof first === 'number' && typeof last === 'number'
    ? { from: first, until: last + 1 }
    : { from: size, until: size }
}

async function seqAt(db: Reader, position: number): Promise<number> {
  const leaf = await db
    .selectFrom('ledger_leaf')
    .select('seq')
    .where('position', '=', position)
    .executeTakeFirst()
  return leaf?.seq ?? 0
}

/** Leaves and entries side by side, whatever has become of either since the tree took them in. */
function joined(
  leaves: readonly { position: number; seq: number; hash: Uint8Array }[],
  rows: readonly LedgerRow[],
): LedgerLine[] {
  const leafOf = new Map(leaves.map((leaf) => [leaf.seq, leaf]))
  const rowOf = new Map(rows.map((row) => [row.seq, row]))
  const numbers = [...new Set([...leafOf.keys(), ...rowOf.keys()])].sort((a, b) => a - b)
  return numbers.map((seq) => {
    const leaf = leafOf.get(seq)
    const position = leaf?.position ?? null
    return { position, leaf: leaf ? toHex(leaf.hash) : null, seq, entry: rowOf.get(seq) ?? null }
  })
}
