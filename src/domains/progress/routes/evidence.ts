import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { type Body, blank, fill, within } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import { boxed } from '#platform/web.ts'
import { addFile } from '../actions/evidence.ts'
import { type FileId, fileRows, type ReportFile } from '../evidence.ts'
import { fileForm } from '../forms.ts'
import type { FileRow } from '../pages/evidence.tsx'
import type { Report, ReportId } from '../progress.ts'
import { mayDeskSee } from '../rules/evidence.ts'
import { fileById, filesOf } from '../store/evidence.ts'
import type { Standing } from '../workflow.ts'

type Here = Context<Env>

/** The lines to add files with, as nobody has filled them in. */
export const emptyRows = (): readonly FileRow[] =>
  Array.from({ length: fileRows }, () => ({ typed: blank(fileForm) }))

/** The same when the form came without anything. */
export function missingFile(): readonly FileRow[] {
  const [first, ...rest] = emptyRows()
  return first ? [{ ...first, fault: { place: 'file', reason: 'file-needed' } }, ...rest] : []
}

export interface Taken {
  readonly added: number
  /** Those that were not taken, each with its fault; nothing where all were. */
  readonly rows?: readonly FileRow[]
}

/** Adds what came with a form, one after the other: what is not taken keeps none of the others out. */
export async function takeFiles(c: Here, id: ReportId, body: Body, as?: Standing): Promise<Taken> {
  const refused: FileRow[] = []
  let added = 0
  for (let i = 0; i < fileRows; i++) {
    const row = within(body, `file${i}`)
    const typed = fill(fileForm, row)
    const file = row.file instanceof File && row.file.size > 0 ? row.file : null
    const named = row.file instanceof File && row.file.name !== ''
    const { title = '', consent = [] } = typed.values ?? {}
    if (!file && !named && !typed.raw.title.trim() && !consent.length) continue
    const fault = !typed.values
      ? { place: 'length', reason: '' }
      : !file
        ? { place: 'file', reason: named ? 'file-empty' : 'file-needed' }
        : await faultOf(async () => {
            const bytes = new Uint8Array(await file.arrayBuffer())
            const handed = { bytes, name: file.name, title, consent: consent.includes('yes') }
            await addFile(c.var.ctx, c.var.files, id, handed, as)
          })
    if (fault) refused.push({ typed, fault })
    else added += 1
  }
  if (!refused.length) return { added }
  return { added, rows: [...refused, ...emptyRows()].slice(0, fileRows) }
}

async function faultOf(act: () => Promise<void>): Promise<FileRow['fault'] | null> {
  try {
    await act()
    return null
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
    const { reason, place } = thrown.refusal
    return { reason, place: place ?? 'file' }
  }
}

/** What the desk may see of a report's files now. */
export const deskFiles = async (c: Here, report: Report): Promise<readonly ReportFile[]> =>
  (await filesOf(c.var.ctx.db, [report.id])).filter((file) => mayDeskSee(report, file))

/** The file of an address, under its own name and no other. */
export async function fileIn(c: Here): Promise<ReportFile> {
  const id = c.req.param('id') ?? ''
  const file = found(isId('evf', id) ? await fileById(c.var.ctx.db, id as FileId) : undefined)
  if (file.name !== c.req.param('name')) throw new Refused({ kind: 'not-found' })
  return file
}

/** Handed out as what it is: a picture that we drew, or a document to be saved; never a page. */
export async function handOut(c: Here, file: ReportFile): Promise<Response> {
  const small = file.kind === 'picture' && c.req.query('size') === 'small'
  const bytes = found(await c.var.files.get(small ? file.smallKey : file.key))
  const how = file.kind === 'picture' ? 'inline' : 'attachment'
  return c.body(bytes, 200, {
    'content-type': file.mediaType,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': boxed,
  })
}
