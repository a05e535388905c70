export interface TextRow {
  /** The line on which the row begins, counted from 1 as an editor counts. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Says whether a field that begins with a quote here is really a quoted one. */
type Quoted = (text: string, at: number) => boolean

/** Rows of a text with a separator; a quoted field may hold separators and line breaks. */
export function separated(text: string, mark: ',' | '\t', quoted: Quoted = () => true): TextRow[] {
  const whole = text.replace(/\r\n?/g, '\n')
  const rows: TextRow[] = []
  let at = 0
  let line = 1
  while (at < whole.length) {
    const start = line
    const cells: string[] = []
    for (;;) {
      const [cell, next] = field(whole, at, mark, quoted)
      cells.push(cell)
      for (let i = at; i < next; i++) if (whole[i] === '\n') line++
      at = next + 1
      if (whole[next] !== mark) break
    }
    line++
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: start, cells })
  }
  return rows
}

/** One field from here, and where it ends: at a separator, a line break or the end. */
function field(text: string, from: number, mark: string, quoted: Quoted): [string, number] {
  let out = ''
  let at = from
  if (text[at] === '"' && quoted(text, at)) {
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') out += text[at]
      else if (text[at + 1] === '"') out += text[at++]
      else break
    }
    at++
  }
  let end = at
  while (end < text.length && text[end] !== mark && text[end] !== '\n') end++
  return [out + text.slice(at, end), end]
}

/**
 * Cells as they come from the clipboard. Excel quotes a cell only when it holds a line break or a
 * tab; a cell that just begins with a quote comes bare. Word breaks a row in two where a cell has
 * two paragraphs: such halves are joined when together they make a whole row.
 */
export function readPasted(text: string): readonly TextRow[] {
  const rows = separated(text.replaceAll('\u000b', '\u2028'), '\t', excelQuoted)
  const clean = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.replaceAll('\u2028', '\n')),
  }))
  return joined(clean)
}

const excelQuoted: Quoted = (text, from) => {
  let at = from + 1
  while (at < text.length && (text[at] !== '"' || text[at + 1] === '"'))
    at += text[at] === '"' ? 2 : 1
  const ends = text[at] === '"' && /^[\t\n]?$/.test(text.slice(at + 1, at + 2))
  return ends && /[\n\t]/.test(text.slice(from, at))
}

function joined(rows: readonly TextRow[]): readonly TextRow[] {
  const width = rows[0]?.cells.length ?? 0
  const out: TextRow[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (!row) break
    let cells = row.cells
    let next = at + 1
    while (cells.length > 1 && cells.length < width && next < rows.length) {
      const more = rows[next]?.cells ?? []
      if (cells.length + more.length - 1 > width) break
      cells = [...cells.slice(0, -1), `${cells.at(-1)}\n${more[0] ?? ''}`, ...more.slice(1)]
      next++
    }
    // Only a whole row proves that the halves belong together.
    const whole = cells.length === width && next > at + 1
    out.push(whole ? { line: row.line, cells } : row)
    if (whole) at = next - 1
  }
  return out
}
