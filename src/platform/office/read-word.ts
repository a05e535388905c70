import mammoth from 'mammoth'
import type { WordBlock } from './contents.ts'
import { packed, unpacked } from './parcel.ts'
import { Unreadable } from './unreadable.ts'

/** What mammoth makes of a part of a document: we read its tree and leave its HTML alone. */
interface Part {
  readonly type: string
  readonly value?: string
  readonly styleName?: string | null
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly children?: readonly Part[]
}

export async function blocksOf(bytes: Uint8Array): Promise<readonly WordBlock[]> {
  const contents = unpacked(bytes, 'word')
  for (const [name, part] of contents) {
    if (/^word\/[^/]+\.xml$/.test(name)) contents.set(name, withoutReadings(part))
  }
  const blocks: WordBlock[] = []
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(packed(contents)) },
      {
        transformDocument: (document: Part) => {
          blocks.push(...blocksIn(document.children ?? []))
          return { ...document, children: [] }
        },
      },
    )
  } catch (error) {
    throw new Unreadable('broken', String(error))
  }
  return blocks
}

/** mammoth drops a word that carries ふりがな, reading and all: the reading goes, the word stays. */
function withoutReadings(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part)
  if (!xml.includes('<w:ruby>') && !xml.includes('<w:ruby ')) return part
  return new TextEncoder().encode(
    xml.replace(
      /<w:ruby\b(?:(?!<\/w:ruby>)[\s\S])*?<w:rubyBase\b[^>]*>((?:(?!<\/w:rubyBase>)[\s\S])*)<\/w:rubyBase>\s*<\/w:ruby>/g,
      '$1',
    ),
  )
}

function blocksIn(parts: readonly Part[]): readonly WordBlock[] {
  return parts.flatMap((part): WordBlock[] => {
    if (part.type === 'table') return [{ kind: 'table', rows: rowsOf(part) }]
    if (part.type !== 'paragraph') return [...blocksIn(part.children ?? [])]
    const text = textOf(part)
    if (text === '') return []
    return [{ kind: 'paragraph', text, ...(part.styleName ? { style: part.styleName } : {}) }]
  })
}

function textOf(part: Part): string {
  return spoken(part)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim()
}

function spoken(part: Part): string {
  switch (part.type) {
    case 'text':
      return part.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'table':
      return `\n${rowsOf(part)
        .map((row) => [...new Set(row)].filter((cell) => cell !== '').join(' '))
        .join('\n')}\n`
    case 'paragraph':
      return `${(part.children ?? []).map(spoken).join('')}\n`
    default:
      return (part.children ?? []).map(spoken).join('')
  }
}

/** The whole grid: a merged cell stands in each place it covers. */
function rowsOf(table: Part): readonly (readonly string[])[] {
  const rows = (table.children ?? []).filter((part) => part.type === 'tableRow')
  const grid = rows.map((): string[] => [])
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row.children ?? []) {
      while (grid[y]?.[x] !== undefined) x++
      const text = textOf(cell).replace(/\n{2,}/g, '\n')
      // 63 is the most that Word itself allows.
      const right = x + Math.min(cell.colSpan ?? 1, 63)
      for (const covered of grid.slice(y, y + (cell.rowSpan ?? 1))) {
        for (let column = x; column < right; column++) covered[column] = text
      }
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''))
}
