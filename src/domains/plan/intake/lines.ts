import type { Audience } from '../plan.ts'
import { readAudience, readLegend } from './marks.ts'
import { halfWidth, isJapanese, readCount } from './written.ts'

/** A cell is the list of its printed lines. */
export type Cell = readonly string[]

/** A line of a printed plan: of a scan, or a paragraph or table row of a Word file. */
export interface Line {
  readonly place: string
  /** As it was handed in. */
  readonly raw: string
  readonly cells: readonly Cell[]
  /** A row of a real table: its borders are known, so a full row is an item. */
  readonly ruled: boolean
}

export const textOf = (cell: Cell | undefined): string => (cell ?? []).join(' ')
export const lineText = (line: Line): string => filled(line).map(textOf).join(' ')
/** Without any space: for recognising, never for keeping. */
export const bare = (line: Line): string => lineText(line).replace(/\s/g, '')
export const filled = (line: Line): readonly Cell[] =>
  line.cells.filter((cell) => cell.some((piece) => piece.trim()))
export const isBlank = (line: Line): boolean => filled(line).length === 0
export const hasColumns = (line: Line): boolean => line.cells.length > 1 && !isBlank(line)
export const rawOf = (lines: readonly Line[]): string =>
  lines.map((l) => l.raw.trimEnd()).join('\n')

/** 「37行目」 or 「37行目〜39行目」. */
export function placeOf(lines: readonly Line[]): string {
  const first = lines[0]?.place ?? ''
  const last = lines.at(-1)?.place ?? first
  return first === last ? first : `${first}〜${last}`
}

export interface MeasureLine {
  /** null: there is a number, but it cannot be read. */
  readonly number: number | null
  readonly title: readonly string[]
}

/** 施策 1 …. A sentence about 施策 has no number behind the word. */
export function readMeasure(line: Line): MeasureLine | null {
  const text = lineText(line).trim()
  const numbered =
    /^(?:基本|重点)?施\s*策\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}(?=[\s.．、:：]))\s*[.．、:：]?\s*(.*)$/u.exec(
      text,
    )
  if (numbered) {
    return { number: readCount(numbered[1] ?? ''), title: (numbered[2] ?? '').split(/\s+/) }
  }
  const odd = /^(?:基本|重点)?施\s*策\s*(\S{1,2})\s+(.+)$/u.exec(text)
  if (!odd || isJapanese(odd[1] ?? '')) return null
  return { number: null, title: (odd[2] ?? '').split(/\s+/) }
}

export interface HeadingLine {
  /** undefined: none printed. A text: something stands there that names no audience. */
  readonly audience: { readonly read: Audience | null } | { readonly noise: string } | undefined
  readonly pieces: readonly string[]
  /** The sentence itself was cut into cells. */
  readonly split: boolean
}

const square = /^[■◼▪⬛]/u

/** ■ and a sentence; ■市民 and ■ and a sentence. */
export function readHeading(line: Line): HeadingLine | null {
  const cells = filled(line)
  const first = textOf(cells[0]).trim()
  if (!square.test(first)) return null
  const start = first.replace(square, '').trim()
  const second = textOf(cells[1]).trim()
  if (cells.length > 1 && square.test(second)) {
    const text = cells.slice(1).flat()
    return { audience: audienceIn(start), pieces: withoutSquare(text), split: cells.length > 2 }
  }
  if (cells.length > 1) {
    const short = [...start].length <= 4
    return {
      audience: short ? { noise: start } : undefined,
      pieces: withoutSquare(cells.flat()),
      split: true,
    }
  }
  const inline = /^(\S{1,6})\s*[■◼▪⬛]\s*(.+)$/su.exec(start)
  if (inline) {
    const pieces = (inline[2] ?? '').split(/\s+/)
    return { audience: audienceIn(inline[1] ?? ''), pieces, split: false }
  }
  const bracketed = /^[(（【[［〔]\s*(\S{1,6}?)\s*[)）】\]］〕]\s*(.+)$/su.exec(start)
  const named = bracketed && readAudience(bracketed[1] ?? '')
  if (bracketed && named !== undefined && named !== null) {
    return { audience: { read: named }, pieces: (bracketed[2] ?? '').split(/\s+/), split: false }
  }
  return { audience: undefined, pieces: withoutSquare(cells.flat()), split: false }
}

function audienceIn(text: string): HeadingLine['audience'] {
  const read = readAudience(text)
  return read === undefined ? { noise: text } : { read }
}

const withoutSquare = (pieces: readonly string[]) =>
  pieces.map((piece, i) => (i === 0 ? piece.trim().replace(square, '') : piece))

/** Which label a cell of a table head bears; the item's own label may be broken into 項 and 目. */
export function labelOf(
  cell: Cell | undefined,
): 'title' | 'title-broken' | 'description' | 'departments' | null {
  const text = textOf(cell).replace(/\s/g, '')
  if (/^(項目|取組項目|取組名|取組|事業名|事業)$/.test(text)) return 'title'
  if (/^(項.?|目)$/.test(text)) return 'title-broken'
  if (/(部署|担当|所管|部課|課名)/.test(text)) return 'departments'
  return /内容/.test(text) ? 'description' : null
}

/** The head of a table, whole or broken: at least two of its three labels and no sentence. */
export function isTableHead(line: Line): boolean {
  const text = bare(line)
  if ([...text].length > 30 || /[。、]/.test(text) || square.test(text)) return false
  const labels = [/項|取組|事業名/, /内容/, /部署|担当|所管|部課|課名/]
  if (labels.filter((label) => label.test(text)).length < 2) return false
  return hasColumns(line)
    ? new Set(line.cells.map(labelOf).filter((l) => l !== null)).size >= 2
    : /^(項|取組|事業名)/.test(text) || /(部署|担当課|所管課?|部課|課名)$/.test(text)
}

/** No word of Japanese and no mark: what a scanner makes of rules, boxes and shadows. */
export const isNoise = (line: Line): boolean => !isJapanese(lineText(line))

export const isLegend = (line: Line): boolean => readLegend(lineText(line)) !== null

/** Page numbers, alone on their line: 3, - 3 -, 3/12, ３ページ. */
export const isPageNumber = (line: Line): boolean =>
  /^[-–—\s]*(P\.?)?\d{1,3}(\/\d{1,3})?[-–—\s]*(ページ|頁)?$/i.test(halfWidth(lineText(line)))
