import type { DeskContext } from '../desk-lookup.ts'

export const sendPdf = (c: DeskContext, name: string, bytes: Uint8Array) =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
    'cache-control': 'no-store',
  })
