import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Files } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { type Paper, type Picture, papers, readUpload, smallCopyOf } from '#platform/picture.ts'
import { accept, found, no } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { type FileId, type ReportFile, shelf } from '../evidence.ts'
import type { ReportId } from '../progress.ts'
import { mayAdd, safeName } from '../rules/evidence.ts'
import * as store from '../store/evidence.ts'
import { dropSheetKeys, forgottenSheets } from '../store/sheets.ts'
import { type ProgressAction, type Standing, standing, workflow } from '../workflow.ts'
import { type Whole, wholeOf } from './reports.ts'

export interface HandedFile {
  readonly bytes: Uint8Array
  /** As its owner called it. */
  readonly name: string
  readonly title: string
  /** «写っている人の了解を得ています». */
  readonly consent: boolean
}

/**
 * Adds a picture or a document to a report that is being written. Refused at the field: title, consent,
 * or file with the reasons of `UploadFault` and of `mayAdd`. A picture is drawn anew, without its place.
 */
export async function addFile(
  ctx: Ctx,
  files: Files,
  id: ReportId,
  { bytes, name, title, consent }: HandedFile,
  as?: Standing,
): Promise<ReportFile> {
  // Before any of it is opened: only who may write the report makes us look at a picture.
  mayTouch(ctx, 'addFile', await wholeOf(ctx.db, id), as)
  const read = accept(await readUpload(bytes))
  const text = title.trim()
  const there = await store.filesOf(ctx.db, [id])
  accept(mayAdd({ kind: read.kind, key: '', title: text, consent }, there))
  const kept = await keep(files, read, bytes, name)
  const file: ReportFile = {
    ...kept,
    id: newId('evf'),
    reportId: id,
    title: text,
    addedAt: ctx.now,
    addedBy: ctx.actor.id,
  }
  return ctx.record(async (tx) => {
    await store.holdReport(tx, id)
    const whole = await wholeOf(tx, id)
    mayTouch(ctx, 'addFile', whole, as)
    accept(mayAdd({ ...file, consent }, await store.filesOf(tx, [id])))
    await store.insertFile(tx, file, consent)
    return [file, factOf('progress.file-added', 'addFile', whole, file)]
  })
}

/** What is kept of it: of a picture our two drawings, of a document itself. */
async function keep(files: Files, read: Picture | Paper, bytes: Uint8Array, name: string) {
  if (read.kind === 'paper')
    return {
      kind: 'paper',
      key: await files.put(bytes, shelf),
      smallKey: '',
      name: safeName(name, read.form),
      mediaType: papers[read.form],
      bytes: bytes.length,
    } as const
  const { large, takenOn } = read
  const small = await smallCopyOf(large)
  return {
    kind: 'picture',
    key: await files.put(large.bytes, shelf),
    smallKey: await files.put(small.bytes, shelf),
    name: safeName(name, 'jpg'),
    mediaType: 'image/jpeg',
    bytes: large.bytes.length,
    width: large.width,
    height: large.height,
    takenOn,
  } as const
}

/**
 * Takes a file off its report. While it is being written whoever writes it may; of what was handed in or is
 * public, only those who confirm, and with the reason: it leaves the public page at once.
 */
export async function removeFile(
  ctx: Ctx,
  id: FileId,
  reason: string,
  as?: Standing,
): Promise<void> {
  const said = reason.trim()
  return ctx.record(async (tx) => {
    const file = found(await store.fileById(tx, id))
    await store.holdReport(tx, file.reportId)
    const whole = await wholeOf(tx, file.reportId)
    const { state } = whole.report
    const action = state === 'submitted' || state === 'confirmed' ? 'withdrawFile' : 'removeFile'
    mayTouch(ctx, action, whole, as)
    if (action === 'withdrawFile' && !said)
      accept(no({ kind: 'refused', reason: 'reason-needed', place: 'reason' }))
    await store.takeOff(tx, id, { at: ctx.now, by: ctx.actor.id, reason: said })
    return [undefined, factOf('progress.file-removed', action, whole, file)]
  })
}

type Touch = 'addFile' | 'removeFile' | 'withdrawFile'

function mayTouch(ctx: Ctx, action: Touch, { report, round, sections }: Whole, as?: Standing) {
  const stands = as ? new Set<Standing>([as]) : standing(ctx.actor, { sections, report })
  accept(permit(workflow, action, stands, report))
  if (action !== 'withdrawFile' && round.state !== 'open')
    accept(no({ kind: 'refused', reason: 'round-closed' }))
}

const factOf = (
  fact: Fact['fact'],
  action: ProgressAction,
  { report, round, item }: Whole,
  { id, kind }: Pick<ReportFile, 'id' | 'kind'>,
): Fact => ({
  fact,
  subject: report.id,
  basis: workflow[action].basis,
  detail: { item: item.id, round: round.id, side: report.side, file: id, kind },
})

/** What no longer may be kept leaves the store for good. Answers how many files there were. */
export async function throwAway(ctx: Ctx, files: Files): Promise<number> {
  const over = await store.forgottenKeys(ctx.db)
  const sheets = await forgottenSheets(ctx.db)
  const count = over.length + sheets.length
  if (!count) return 0
  for (const { keys } of [...over, ...sheets]) for (const key of keys) await files.remove(key)
  return ctx.record(async (tx: Writer) => {
    if (over.length) await store.dropKeys(tx, idsOf(over))
    if (sheets.length) await dropSheetKeys(tx, idsOf(sheets))
    const detail = { count }
    const basis = '個人情報保護法 第22条(不要な情報の消去)'
    return [count, { fact: 'progress.files-thrown-away', subject: 'progress.file', basis, detail }]
  })
}

const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
