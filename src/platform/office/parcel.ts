import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { Unreadable } from './unreadable.ts'

/**
 * The zip file that a workbook or a Word file is. It is judged by its list of contents before a byte
 * is unpacked, and unpacked by us, no entry a byte longer than it promised: what the readers get is
 * a parcel packed anew, without tricks, pictures or macros.
 */
export const limits = {
  packedBytes: 20 * 1024 * 1024,
  totalBytes: 50 * 1024 * 1024,
  ratio: 200,
  entries: 1000,
  /** A small entry may be as even as it likes: ten thousand empty cells pack very well. */
  ratioFrom: 1024 * 1024,
} as const

export type Kind = 'workbook' | 'word'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly start: number
}

const mainPart = { workbook: 'xl/workbook.xml', word: 'word/document.xml' } as const

export function unpacked(bytes: Uint8Array, kind: Kind): Map<string, Uint8Array> {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.length > limits.packedBytes) throw new Unreadable('too-large', `${bytes.length} bytes`)
  refuseOtherFormats(bytes)
  const entries = listed(bytes)
  weigh(entries)
  const names = new Set(entries.map((entry) => entry.name))
  if (names.has('xl/workbook.bin')) throw new Unreadable('binary-excel')
  if (names.has('mimetype') && names.has('content.xml')) throw new Unreadable('open-document')
  if (!names.has('[Content_Types].xml')) throw new Unreadable('other-kind', 'a zip of another kind')
  const contents = new Map<string, Uint8Array>()
  for (const entry of entries) {
    if (/\.(xml|rels)$/i.test(entry.name)) contents.set(entry.name, inflated(bytes, entry))
  }
  const main = /(?:spreadsheetml|wordprocessingml)[^"]*\.main\+xml/.exec(
    new TextDecoder().decode(contents.get('[Content_Types].xml')),
  )?.[0]
  const wanted = kind === 'workbook' ? 'spreadsheetml' : 'wordprocessingml'
  if (!names.has(mainPart[kind]) && !main?.startsWith(wanted)) throw new Unreadable('other-kind')
  return contents
}

export function packed(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(contents), { level: 0 })
}

/** The old formats and every locked file are OLE containers; their streams tell which is which. */
function refuseOtherFormats(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8))
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const holds = (stream: string) => all.includes(Buffer.from(stream, 'utf16le'))
    if (holds('EncryptedPackage') || holds('EncryptionInfo')) throw new Unreadable('encrypted')
    if (holds('WordDocument')) throw new Unreadable('old-word')
    if (holds('Workbook') || holds('Book')) throw new Unreadable('old-excel')
    throw new Unreadable('other-kind', 'an OLE container')
  }
  // BIFF 2 to 4: a workbook of before 1993 has no container at all.
  if (/^09(00|02|04)0[46]00/.test(head.toString('hex'))) throw new Unreadable('old-excel')
  if (head.toString('latin1', 0, 2) !== 'PK') throw new Unreadable('other-kind', 'not a zip file')
}

function listed(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfList(view)
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    if (count > limits.entries) throw new Unreadable('too-large', `${count} entries`)
    // 0xffffffff says zip64, which is made for what is too large for us anyway.
    if (at === 0xffffffff || count === 0xffff) throw new Unreadable('too-large', 'zip64')
    return Array.from({ length: count }, () => {
      if (view.getUint32(at, true) !== 0x02014b50)
        throw new Unreadable('broken', 'list of contents')
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      if ((view.getUint16(at + 8, true) & 1) === 1) throw new Unreadable('encrypted')
      const entry = {
        name: name.replaceAll('\\', '/'),
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        start: view.getUint32(at + 42, true),
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      return entry
    })
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('broken', 'cut short')
    throw error
  }
}

function endOfList(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_600; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new Unreadable('broken', 'no list of contents')
}

function weigh(entries: readonly Entry[]): void {
  let total = 0
  for (const { name, size, packed: small } of entries) {
    total += size
    if (size > limits.ratioFrom && size > small * limits.ratio)
      throw new Unreadable('too-large', name)
  }
  if (total > limits.totalBytes) throw new Unreadable('too-large', `${total} bytes unpacked`)
}

function inflated(bytes: Uint8Array, entry: Entry): Uint8Array {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const start = entry.start + 30
    const data = start + view.getUint16(start - 4, true) + view.getUint16(start - 2, true)
    const small = bytes.subarray(data, data + entry.packed)
    const out =
      entry.method === 0
        ? small
        : inflateRawSync(small, { maxOutputLength: Math.max(1, entry.size) })
    if (out.length !== entry.size) throw new Unreadable('broken', entry.name)
    // No office program writes a DTD; whoever does wants its entities expanded.
    if (Buffer.from(out.buffer, out.byteOffset, Math.min(out.length, 4096)).includes('<!DOCTYPE')) {
      throw new Unreadable('broken', `${entry.name} has a DTD`)
    }
    return out
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('broken', `${entry.name}: ${String(error)}`)
  }
}
