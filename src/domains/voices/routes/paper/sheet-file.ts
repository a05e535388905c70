import { found } from '#platform/result.ts'
import { shelf } from '../../file.ts'
import { readSheetFile } from '../../paper-sheet.ts'
import type { PlainSheet } from '../../rules/rows.ts'
import { attempt, bodyOf, type DeskContext, sayReason } from '../desk-lookup.ts'
import { filesIn } from './lookup.ts'

/** `:file{…}`: the key of a table that was handed in, as it stands in an address. */
export const sheetParam = `:file{${shelf}-[0-9a-f]{2}-[0-9a-f]{64}}` as const
export const keyIn = (c: DeskContext): string => (c.req.param('file') ?? '').replaceAll('-', '/')

export interface HandedIn {
  readonly key: string
  readonly sheets: readonly PlainSheet[]
}

/** The table of a form, kept as it came; what is none is refused in words, and is not kept. */
export async function handedIn(
  c: DeskContext,
  keep: (key: string) => Promise<void>,
): Promise<HandedIn | { readonly fault: string }> {
  const [file] = filesIn(await bodyOf(c), 'file')
  if (!file) return { fault: sayReason(c, 'file-needed') }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await attempt(() => readSheetFile(bytes))
  if ('refusal' in read) return { fault: sayReason(c, read.refusal.reason) }
  const key = await c.var.files.put(bytes, shelf)
  await keep(key)
  return { key, sheets: read.done }
}

/** The table that lies at this address. */
export async function keptAt(c: DeskContext): Promise<HandedIn> {
  const key = keyIn(c)
  return { key, sheets: await readSheetFile(found(await c.var.files.get(key))) }
}

/** A workbook to fill in, made for this moment. */
export const sendTemplate = (c: DeskContext, bytes: Uint8Array<ArrayBuffer>, name: string) =>
  c.body(bytes, 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${name}.xlsx"`,
    'cache-control': 'no-store',
  })
