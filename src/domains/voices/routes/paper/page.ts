import { found } from '#platform/result.ts'
import { boxed } from '#platform/web.ts'
import type { EntryId } from '../../paper.ts'
import { scansOf } from '../../store/entries.ts'
import type { DeskContext } from '../desk-lookup.ts'

/** A page of the paper, or the file as it came, for whoever was let in to its sheet. */
export async function sendPage(c: DeskContext, entry: EntryId): Promise<Response> {
  const scans = await scansOf(c.var.ctx.db, entry)
  const scan = found(scans.find(({ position }) => String(position) === c.req.param('page')))
  const bytes = found(await c.var.files.get(scan.key))
  const how = scan.kind === 'scan' ? 'inline' : 'attachment'
  return c.body(bytes, 200, {
    'content-type': scan.mediaType,
    'content-disposition': `${how}; filename="${scan.position}"`,
    'content-security-policy': boxed,
    'cache-control': 'no-store',
  })
}
