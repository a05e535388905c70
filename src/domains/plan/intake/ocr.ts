import type { Line } from './lines.ts'
import { readPrinted } from './printed.ts'
import type { Reading } from './sheet.ts'

/**
 * Reads the raw text of a scanned plan, as an OCR program gives it: one line of print to a line,
 * cells apart by tabs, printed lines inside a cell apart by spaces. Nothing is guessed: what the
 * print does not tell is a question with its lines beside it.
 */
export function readScan(text: string): Reading {
  return readPrinted(scanLines(text))
}

function scanLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\f]/)
    .map((raw, i) => ({
      place: `${i + 1}行目`,
      raw,
      cells: raw.split('\t').map((cell) => halfSpaces(cell).split(' ').filter(Boolean)),
      ruled: false,
    }))
}

const halfSpaces = (cell: string) => cell.replace(/[\s\u3000]+/g, ' ').trim()
