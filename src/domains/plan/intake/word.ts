import type { Line } from './lines.ts'
import { readMeasure } from './lines.ts'
import { readPrinted } from './printed.ts'
import type { Reading } from './sheet.ts'

/** A Word file as the platform decodes it: paragraphs and tables in their order. */
export type WordBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * Reads a plan written in Word by the rules of the print: 施策 and ■ as paragraphs or as rows of a
 * table, items in tables. Spaces that somebody typed stay; only line breaks inside a cell are
 * joined.
 */
export function readWordBlocks(blocks: readonly WordBlock[]): Reading {
  return readPrinted(wordLines(blocks))
}

function wordLines(blocks: readonly WordBlock[]): Line[] {
  const lines: Line[] = []
  let paragraphs = 0
  let tables = 0
  let listed = 0
  let inBody: boolean = false
  for (const block of blocks) {
    if (block.kind === 'table') {
      tables += 1
      block.rows.forEach((row, i) => {
        const place = `表${tables}の${i + 1}行目`
        lines.push({ place, raw: row.join('\t'), cells: row.map(printedLines), ruled: true })
      })
    } else {
      paragraphs += 1
      // Word numbers ①②③ by itself; the text of the paragraph has no number.
      const list: boolean = !inBody && isList(block.style) && !/^\s*[①-⑳(（\d]/.test(block.text)
      if (list) listed += 1
      const text = list ? `(${listed}) ${block.text}` : block.text
      const place = `${paragraphs}段落目`
      const line: Line = { place, raw: block.text, cells: [printedLines(text)], ruled: false }
      inBody ||= readMeasure(line) !== null
      lines.push(line)
      if (list) continue
    }
    lines.push({ place: '', raw: '', cells: [], ruled: false })
  }
  return lines
}

const printedLines = (cell: string): string[] =>
  cell
    .split(/[\r\n\v]+/)
    .map((piece) => piece.trim())
    .filter(Boolean)

const isList = (style: string | undefined) => /^(list|箇条書き|リスト)/i.test(style ?? '')
