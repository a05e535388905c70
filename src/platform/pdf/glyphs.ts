/**
 * Which characters a TrueType font can show. PDF/UA refuses a document with a missing glyph, so we
 * ask the fonts' own `cmap` tables before Typst does.
 */
export function codePoints(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const found = new Set<number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) readFormat4(view, at, found)
    else if (format === 12) readFormat12(view, at, found)
  }
  return found
}

function tableAt(view: DataView, name: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)))
    if (tag === name) return view.getUint32(at + 8)
  }
  throw new Error(`broken promise: a font has a ${name} table`)
}

function readFormat4(view: DataView, at: number, found: Set<number>): void {
  const size = view.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + size + 2
  const deltas = starts + size
  const offsets = deltas + size
  for (let i = 0; i < size; i += 2) {
    const start = view.getUint16(starts + i)
    const end = view.getUint16(ends + i)
    const offset = view.getUint16(offsets + i)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + i + offset + (code - start) * 2)
      if (raw !== 0 && ((raw + view.getUint16(deltas + i)) & 0xffff) !== 0) found.add(code)
    }
  }
}

function readFormat12(view: DataView, at: number, found: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12
    const end = view.getUint32(group + 4)
    for (let code = view.getUint32(group); code <= end; code++) found.add(code)
  }
}
