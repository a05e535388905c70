import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { isId } from '#platform/id.ts'
import { found, Refused } from '#platform/result.ts'
import type { RoundDesk } from '../actions/look.ts'
import { keepSheet, takeInSheet } from '../actions/take-in.ts'
import { readSheetFile, sheetFile } from '../files.ts'
import { deskWords } from '../messages/desk.ts'
import { SheetCheckPage } from '../pages/desk/sheet.tsx'
import type { SheetId } from '../progress.ts'
import { readSheets } from '../rules/sheet.ts'
import { sheetKey } from '../store/sheets.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mustWorkIn,
  offersOf,
  onward,
  roundAt,
  said,
  sayReason,
  send,
  several,
} from './desk-lookup.ts'
import { cityLines, sectionIn, withFileFault } from './desk-section.tsx'
import { whereOf } from './where.ts'

const round = urls.round(':id')
const checkPath = urls.check(':id', ':sheet')

/** A section's reports as a workbook, out and in. What came in lies beside until its check page is accepted. */
export const sheetRoutes = new Hono<Env>()
  .get(`${round}/sheet.xlsx`, async (c) => {
    const desk = await roundAt(c)
    const section = sectionIn(c, desk)
    const { view, today } = deskOf(c)
    const lines = cityLines(desk, section)
    const { scale } = desk
    const made = await sheetFile({
      round: desk.round,
      scale,
      where: await whereOf(c, 'ja'),
      section,
      lines,
      author: view.site.name,
      date: today,
    })
    return send(c, made)
  })
  .post(`${round}/sheet`, async (c) => {
    const desk = await roundAt(c)
    const section = sectionIn(c, desk)
    mustWorkIn(c, section)
    const { file } = await bodyOf(c)
    const none = !(file instanceof File) || file.size === 0
    if (none) return withFileFault(c, desk, section, deskWords(c.var.view).noFile)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await attempt(() => readSheetFile(bytes))
    if ('refusal' in read) return withFileFault(c, desk, section, sayReason(c, read.refusal.reason))
    const of = { round: desk.round.id, section }
    return check(c, desk, section, await keepSheet(c.var.ctx, c.var.files, of, bytes))
  })
  .get(checkPath, async (c) => {
    const desk = await roundAt(c)
    return check(c, desk, sectionIn(c, desk), sheetIn(c))
  })
  .post(checkPath, async (c) => {
    const desk = await roundAt(c)
    const section = sectionIn(c, desk)
    mustWorkIn(c, section)
    const body = await bodyOf(c)
    const reading = await readingOf(c, desk, section, sheetIn(c))
    if (reading.faults.length) return check(c, desk, section, sheetIn(c))
    const over = several(body, 'over')
    const taken = reading.changes.filter(
      ({ stale, line }) => !stale || over.includes(line.report.id),
    )
    const handIn = said(body, 'do') === 'submit'
    const { drafted, submitted } = await takeInSheet(c.var.ctx, taken, { handIn })
    const back = urls.section(desk.round.id, section)
    if (submitted) return onward(c, back, 'submitted', submitted)
    return drafted ? onward(c, back, 'imported', drafted) : onward(c, back, 'same')
  })

function sheetIn(c: DeskContext): SheetId {
  const id = c.req.param('sheet') ?? ''
  if (!isId('psh', id)) throw new Refused({ kind: 'not-found' })
  return id
}

async function readingOf(c: DeskContext, desk: RoundDesk, section: string, sheet: SheetId) {
  const key = found(await sheetKey(c.var.ctx.db, sheet, { round: desk.round.id, section }))
  const bytes = found(await c.var.files.get(key))
  const lines = cityLines(desk, section)
  const closed = lines.filter((line) => !offersOf(c, line).has('saveDraft'))
  const sheets = await readSheetFile(bytes)
  const reading = readSheets(sheets, lines, desk.scale, await whereOf(c, 'ja'))
  // What this person may not write is left as it is, like what was handed in already.
  const changes = reading.changes.map((one) => ({
    ...one,
    fixed: one.fixed || closed.some(({ report }) => report.id === one.line.report.id),
  }))
  return { ...reading, changes }
}

async function check(c: DeskContext, desk: RoundDesk, section: string, sheet: SheetId) {
  const reading = await readingOf(c, desk, section, sheet)
  return c.html(
    <SheetCheckPage
      {...deskOf(c)}
      round={desk.round}
      scale={desk.scale}
      where={await whereOf(c)}
      section={section}
      reading={reading}
      sheet={sheet}
    />,
    reading.faults.length ? 422 : 200,
  )
}
