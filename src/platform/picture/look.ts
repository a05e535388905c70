import { fileTypeFromBuffer } from 'file-type'
import { readCsv } from '../csv.ts'
import { unpacked } from '../office/parcel.ts'
import { Unreadable, type UnreadableReason } from '../office/unreadable.ts'
import { type Looked, notTaken, papers, type UploadFault, uploadLimits } from './contents.ts'
import { drawn } from './draw.ts'

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic'])

/** What a file is by what is in it; its name and what the browser says of it count for nothing. */
export async function look(bytes: Uint8Array): Promise<Looked> {
  if (bytes.length === 0) return notTaken('file-empty')
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  const type = mime === 'image/heif' ? 'image/heic' : mime
  if (type && pictures.has(type)) {
    if (bytes.length > uploadLimits.pictureBytes) return notTaken('file-too-large')
    return drawn(bytes, type).catch((thrown: unknown) =>
      notTaken(/pixel limit/i.test(String(thrown)) ? 'picture-too-large' : 'file-broken'),
    )
  }
  if (bytes.length > uploadLimits.paperBytes) return notTaken('file-too-large')
  if (type === papers.pdf) return pdf(bytes)
  if (type === papers.xlsx) return office(bytes, 'xlsx')
  if (type === papers.docx) return office(bytes, 'docx')
  if (type === 'application/x-cfb') return notTaken('file-old-office')
  return type === undefined ? table(bytes) : notTaken('file-other-kind')
}

/** Whole, from its first byte to its last line. */
function pdf(bytes: Uint8Array): Looked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = file.subarray(0, 5).equals(Buffer.from('%PDF-'))
  if (!whole || !file.subarray(-2048).includes('%%EOF')) return notTaken('file-broken')
  if (file.includes('/Encrypt')) return notTaken('file-encrypted')
  return { kind: 'paper', form: 'pdf' }
}

const officeFaults: Partial<Record<UnreadableReason, UploadFault>> = {
  'too-large': 'file-too-large',
  encrypted: 'file-encrypted',
  'other-kind': 'file-other-kind',
}

/** Weighed and unpacked by the same reader as every workbook; what carries a program is not taken. */
function office(bytes: Uint8Array, form: 'xlsx' | 'docx'): Looked {
  try {
    unpacked(bytes, form === 'xlsx' ? 'workbook' : 'word')
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    return notTaken(officeFaults[thrown.reason] ?? 'file-broken')
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes('vbaProject') ? notTaken('file-other-kind') : { kind: 'paper', form }
}

/** A table says so by having columns; whatever begins as a page or a picture in words does not. */
function table(bytes: Uint8Array): Looked {
  try {
    const { rows } = readCsv(bytes)
    const [first] = rows
    const starts = first?.cells[0]?.trim() ?? ''
    const columns = rows.filter(({ cells }) => cells.length > 1).length
    const isTable = columns > 0 && columns >= rows.length / 2 && !/^[<%#{]/.test(starts)
    return isTable ? { kind: 'paper', form: 'csv' } : notTaken('file-other-kind')
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    return notTaken('file-other-kind')
  }
}
