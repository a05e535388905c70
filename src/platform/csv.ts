import encoding from 'encoding-japanese'
import { Unreadable } from './office/unreadable.ts'
import type { TextRow } from './separated.ts'
import { separated } from './separated.ts'

export type { TextRow } from './separated.ts'
export { readPasted } from './separated.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp'

export interface ReadCsv {
  readonly encoding: CsvEncoding
  readonly rows: readonly TextRow[]
}

/** What a spreadsheet takes for the beginning of a formula; the wide ones count in Japanese Excel. */
const danger = /^'*[=+\-@＝＋－＠\t\r\n]/

/**
 * For Excel and for machines: UTF-8 with its mark, CRLF, and an apostrophe before what a spreadsheet
 * would run as a formula. `readCsv` takes the apostrophe off again. Numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${csvLines(rows)}`
}

/** Further lines of the same file, for what is too long to be held whole. */
export const csvLines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const clean = value.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\u0000', '')
  const safe = danger.test(clean) ? `'${clean}` : clean
  return /[",\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A .csv or .tsv as offices write it: whatever its encoding, with commas or tabs. */
export function readCsv(bytes: Uint8Array): ReadCsv {
  const { encoding: name, text } = decoded(bytes)
  const rows = separated(text, delimiter(text)).map((row) => ({
    line: row.line,
    cells: row.cells.map((cell) =>
      danger.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell,
    ),
  }))
  return { encoding: name, rows }
}

/** A text in whatever encoding Japanese offices write; throws `Unreadable` where none fits. */
export function decoded(bytes: Uint8Array): {
  readonly encoding: CsvEncoding
  readonly text: string
} {
  const [a, b, c] = bytes
  const as = (name: CsvEncoding) => ({ encoding: name, text: decode(bytes, name) })
  if (a === 0xef && b === 0xbb && c === 0xbf) return as('utf-8')
  if (a === 0xff && b === 0xfe) return as('utf-16le')
  if (a === 0xfe && b === 0xff) return as('utf-16be')
  if (bytes.includes(0)) throw new Unreadable('other-kind', 'not a text')
  // Mail programs' JIS is seven bits only and would pass for UTF-8.
  if (Buffer.from(bytes).includes('\u001b$')) return as('iso-2022-jp')
  for (const name of ['utf-8', ...guessed(bytes)] as const) {
    try {
      return { encoding: name, text: new TextDecoder(name, { fatal: true }).decode(bytes) }
    } catch {
      // Not this one.
    }
  }
  throw new Unreadable('broken', 'no Japanese encoding fits')
}

/**
 * Short texts in kana fit both. In EUC every hiragana begins with A4 and every katakana with A5,
 * which in Shift_JIS would be 「､」 and 「･」: nobody writes a third of a text in those.
 */
function guessed(bytes: Uint8Array): readonly CsvEncoding[] {
  const high = bytes.filter((byte) => byte >= 0x80)
  const kana = high.filter((byte) => byte === 0xa4 || byte === 0xa5).length > high.length / 3
  const euc = kana || encoding.detect(bytes, ['SJIS', 'EUCJP']) === 'EUCJP'
  return euc ? ['euc-jp', 'shift_jis'] : ['shift_jis', 'euc-jp']
}

const decode = (bytes: Uint8Array, name: CsvEncoding) => new TextDecoder(name).decode(bytes)

/** By the first lines: the mark that more of them have outside of quotes. Commas also stand in text. */
function delimiter(text: string): ',' | '\t' {
  const lines = { ',': new Set<number>(), '\t': new Set<number>() }
  let quoted = false
  let line = 0
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') quoted = !quoted
    else if (quoted) continue
    else if (letter === ',' || letter === '\t') lines[letter].add(line)
    else if (letter === '\n' || letter === '\r') line++
  }
  const tabs = lines['\t'].size
  return tabs > 0 && tabs >= lines[','].size ? '\t' : ','
}
