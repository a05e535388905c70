import type { Block, Cell, Column, Document, Sign } from '#platform/document.ts'
import { plain } from '#platform/ruby.ts'
import { phrased } from './phrases.ts'
import { ems, line, lines, printable } from './text.ts'

/** Far above any plan; a text longer than this is a mistake or an attack. */
export const mostCharacters = 2_000_000

/** Inner width of the sheet and of a table's letters, in points: see the template. */
const sheetWidth = 482
const cellSize = 9.5
const cellPadding = 12.5
/** What half a page holds in lines of a table cell: a longer row may break, a shorter one never. */
const halfPage = 21
/** Up to here a cell is set in phrases and ragged; longer text is running text. */
const shortText = 72

const none = null

/** Everything the template prints, as it prints it: only known letters, phrases, levels in order. */
export function prepared(document: Document, known: ReadonlySet<number>): object {
  const raw = JSON.stringify(document)
  if (raw.length > mostCharacters) throw new RangeError(`document too long: ${raw.length}`)
  const doc = clean(document, known)
  const [year = 2000, month = 1, day = 1] = doc.date.split('-').map(Number)
  const over = doc.over ? `${plain(doc.over)} ` : ''
  return {
    name: plain(`${over}${doc.title}`),
    running: plain(`${over}${doc.title}`),
    author: plain(doc.author),
    lang: new Intl.Locale(doc.lang).language,
    date: { year, month, day },
    landscape: doc.landscape === true,
    stamp: doc.stamp ? plain(doc.stamp) : none,
    ruby: /\{[^{}|]+\|[^{}|]+\}/.test(raw),
    over: doc.over ? line(doc.over) : none,
    letters: doc.blocks.length > 0 && doc.blocks.every(({ kind }) => kind === 'letter'),
    title: phrased(line(doc.title), 16),
    'title-size': titleSize(plain(doc.title)),
    subtitle: doc.subtitle ? phrased(line(doc.subtitle), 20) : none,
    blocks: blocks(doc.blocks),
    colophon: (doc.colophon ?? []).flatMap(lines),
  }
}

/** The title stands on one line where it can, and never shouts. */
function titleSize(title: string): number {
  const fitting = sheetWidth / Math.max(1, ems(title))
  return fitting >= 19 ? Math.min(27, Math.floor(fitting * 2) / 2) : 22
}

/** The same with only letters that the fonts can show. */
export const cleaned = <T>(value: T, known: ReadonlySet<number>): T => clean(value, known)

function clean<T>(value: T, known: ReadonlySet<number>): T
function clean(value: unknown, known: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printable(value, known)
  if (Array.isArray(value)) return value.map((part) => clean(part, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clean(part, known)]))
}

function blocks(all: readonly Block[]): object[] {
  // A level must not be skipped (PDF/UA): a section without a chapter takes the chapter's level.
  let level = 1
  return all.map((block, index) => {
    if (block.kind === 'heading') level = Math.min(block.level, level + 1)
    return ready(block, level, all[index - 1])
  })
}

function ready(block: Block, level: number, before: Block | undefined): object {
  switch (block.kind) {
    case 'heading':
      return {
        ...heading(block.text, block.level),
        rank: block.level,
        level,
        tag: block.tag || none,
      }
    case 'paragraph':
    case 'note':
      return { kind: block.kind, lines: lines(block.text) }
    case 'narrative':
      return { kind: block.kind, title: titled(block.title), lines: lines(block.text) }
    case 'facts':
      return {
        kind: block.kind,
        pairs: block.pairs.map(([name, text]) => ({ name: line(name), lines: lines(text) })),
      }
    case 'goals':
      return {
        kind: block.kind,
        title: titled(block.title),
        items: block.items.map((item) => phrased(line(item), 20)),
      }
    case 'steps':
      return {
        kind: block.kind,
        title: titled(block.title),
        steps: block.steps.map((s) => ({ word: line(s.word), gloss: phrased(line(s.gloss), 8) })),
      }
    case 'legend':
      return { kind: block.kind, signs: block.signs.map(sign) }
    case 'table':
      return table(block.columns, block.rows, introduced(before) ? '' : block.caption)
    case 'bars':
      return {
        kind: block.kind,
        series: block.series.map(({ word, fill }) => ({ word: plain(word), fill })),
        rows: block.rows.map(({ name, values }) => ({ name: phrased(line(name), 14), values })),
      }
    case 'letter':
      return letter(block)
  }
}

/** What the window shows at its usual size: more lines, or longer ones, are set smaller. */
const windowLines = 6
const windowEms = 18

function letter(block: Extract<Block, { kind: 'letter' }>): object {
  const room = block.to.reduce(
    (sum, one) => sum + Math.max(1, Math.ceil(ems(plain(one)) / windowEms)),
    0,
  )
  return {
    kind: block.kind,
    lang: new Intl.Locale(block.lang).language,
    to: block.to.flatMap(lines),
    from: block.from.flatMap(lines),
    crowded: room > windowLines,
    date: plain(block.date),
    title: phrased(line(block.title), 20),
    code: block.code ?? none,
    lines: block.paragraphs.flatMap(lines),
    foot: block.foot.flatMap(lines),
    large: block.large === true,
  }
}

const titled = (text: string) => (text.trim() === '' ? none : phrased(line(text), 20))
const introduced = (before: Block | undefined) =>
  before?.kind === 'heading' ||
  before?.kind === 'legend' ||
  before?.kind === 'bars' ||
  before?.kind === 'note'

/** 「施策1　意識を高める」: what stands before a wide space is set apart as the chapter's number. */
function heading(text: string, level: 2 | 3): object {
  const numbered = level === 2 ? /^([^\u3000]{1,6})\u3000+(.+)$/su.exec(text) : null
  return {
    kind: 'heading',
    lead: numbered ? line(numbered[1] ?? '') : none,
    text: phrased(line(numbered?.[2] ?? text), 20),
  }
}

function sign(cell: Sign): object {
  return { kind: 'sign', shape: cell.shape, word: plain(cell.word) }
}

function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  caption: string,
): object {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const rooms = columns.map((c) => ((c.width / total) * sheetWidth - cellPadding) / cellSize)
  const heights = rows.map((cells) =>
    Math.max(0, ...cells.map((cell, x) => height(cell, rooms[x] ?? 4))),
  )
  return {
    kind: 'table',
    together: rows.length <= 3 && heights.reduce((sum, one) => sum + one + 1, 0) <= 13,
    caption: titled(caption),
    columns: columns.map((column, x) => ({
      label: phrased(line(column.label), rooms[x] ?? 4),
      width: column.width,
      role: column.role ?? none,
    })),
    rows: rows.map((cells, y) => ({
      tall: (heights[y] ?? 0) > halfPage,
      cells: columns.map((column, x) => filled(cells[x] ?? '', column.role, rooms[x] ?? 4)),
    })),
  }
}

const isSign = (cell: Cell): cell is Sign => typeof cell === 'object' && 'shape' in cell

function texts(cell: string | readonly string[]): readonly string[] {
  return (typeof cell === 'string' ? [cell] : cell)
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function height(cell: Cell, room: number): number {
  if (isSign(cell)) return 2
  return texts(cell).reduce((sum, text) => sum + Math.ceil(ems(plain(text)) / room) * 1.1, 0)
}

function filled(cell: Cell, role: Column['role'], room: number): object {
  if (isSign(cell)) return sign(cell)
  const all = texts(cell)
  const long = role !== 'heading' && all.some((text) => ems(plain(text)) > shortText)
  return {
    kind: 'lines',
    long,
    lines: all.map((text, index) => {
      const named = index > 0 ? /^([^：。、]{1,10})：\s*(.+)$/su.exec(text) : null
      const rest = line(named?.[2] ?? text)
      return {
        label: named ? plain(named[1] ?? '') : none,
        text: long ? rest : phrased(rest, room),
      }
    }),
  }
}
