import { deskTongue } from '#design/desk-tongue.ts'
import type { Option } from '#design/field-kinds.ts'
import { districtChoices, districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { isId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { mayTakeIn } from '../../actions/entries.ts'
import { readScan, type ScannedSheet } from '../../actions/scans.ts'
import type { TypedForm } from '../../forms/paper.ts'
import { paperWords } from '../../messages/paper.ts'
import type { Desk } from '../../pages/paper/frame.tsx'
import { type Batch, type BatchId, type Entry, type EntryId, mostInBatch } from '../../paper.ts'
import { batchById, entryById } from '../../store/entries.ts'
import { standing } from '../../workflow.ts'
import { attempt, type DeskContext, sayReason } from '../desk-lookup.ts'

/** The frame of every page of paper, for those who take in. */
export function paperDesk(c: DeskContext): Desk {
  const { ctx, view } = c.var
  mayTakeIn(ctx)
  const { department } = ctx.actor
  return {
    view,
    isOffice: standing(ctx.actor).has('secretariat'),
    ...(department !== undefined && { department }),
  }
}

export async function entryAt(
  c: DeskContext,
): Promise<{ readonly entry: Entry; readonly batch: Batch }> {
  mayTakeIn(c.var.ctx)
  const id = c.req.param('id') ?? ''
  const entry = isId('ven', id) ? await entryById(c.var.ctx.db, id as EntryId) : undefined
  const batch = entry && (await batchById(c.var.ctx.db, entry.batch))
  if (!entry || !batch) throw new Refused({ kind: 'not-found' })
  return { entry, batch }
}

export async function batchAt(c: DeskContext): Promise<Batch> {
  mayTakeIn(c.var.ctx)
  const id = c.req.param('id') ?? ''
  const batch = isId('vbt', id) ? await batchById(c.var.ctx.db, id as BatchId) : undefined
  if (!batch) throw new Refused({ kind: 'not-found' })
  return batch
}

export async function districtOptions(c: DeskContext): Promise<readonly Option[]> {
  const all = await districts(c.var.ctx.db)
  return districtChoices(all, localDate(c.var.ctx.now), deskTongue(c.var.view))
}

export const madeBy = async (c: DeskContext) => ({
  site: await siteProfile(c.var.ctx.db),
  now: c.var.ctx.now,
})

/** The files of a field that hold something. */
export const filesIn = (body: Readonly<Record<string, unknown>>, name: string): readonly File[] =>
  [body[name]].flat().filter((one): one is File => one instanceof File && one.size > 0)

/** Each file a sheet; what is no picture and no PDF is refused with its name. */
export async function sheetsIn(
  c: DeskContext,
  files: readonly File[],
): Promise<{ readonly sheets: readonly ScannedSheet[] } | { readonly fault: string }> {
  if (files.length > mostInBatch) return { fault: sayReason(c, 'too-many-sheets') }
  const sheets: ScannedSheet[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await attempt(() => readScan(c.var.files, bytes))
    if ('refusal' in read) return { fault: `${file.name}: ${sayReason(c, read.refusal.reason)}` }
    sheets.push(read.done)
  }
  return { sheets }
}

/** All files are pages of one letter. */
export const asOneSheet = (sheets: readonly ScannedSheet[]): ScannedSheet =>
  sheets.flat().map((scan, at) => ({ ...scan, position: at + 1 }))

/** What the form itself found stands at its field already; what a rule found is put into words here. */
export function faultWords(
  c: DeskContext,
  faults: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const w = paperWords(c.var.view)
  return Object.fromEntries(
    Object.entries(faults).map(([name, reason]) => [
      name,
      w.faults[reason] ?? sayReason(c, reason),
    ]),
  )
}

/** For a form whose fields are complete in themselves and not together. */
export const isWhole = (form: TypedForm): form is TypedForm & Required<Pick<TypedForm, 'values'>> =>
  form.values !== undefined
