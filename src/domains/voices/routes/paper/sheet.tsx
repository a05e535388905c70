import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { found } from '#platform/result.ts'
import { keepForAWeek, sortRows, takeRows } from '../../actions/sheet.ts'
import { shelf } from '../../file.ts'
import { SheetCheckPage, SheetPage } from '../../pages/paper/sheet.tsx'
import { readSheetFile, sheetWords, templateFile } from '../../paper-sheet.ts'
import { readVoices } from '../../rules/sheet.ts'
import { paperUrls } from '../../urls.ts'
import { attempt, bodyOf, type DeskContext, onward, sayReason } from '../desk-lookup.ts'
import { filesIn, paperDesk } from './lookup.ts'

const sheetPage = (c: DeskContext, fault?: string) =>
  c.html(<SheetPage {...paperDesk(c)} fault={fault} />, fault ? 422 : 200)

async function readingOf(c: DeskContext, bytes: Uint8Array) {
  const { ctx } = c.var
  const today = localDate(ctx.now)
  const words = sheetWords(await districts(ctx.db), today)
  return readVoices(await readSheetFile(bytes), words, today)
}

/** The key of the stored file, as it stands in the address. */
const keyIn = (c: DeskContext) => (c.req.param('file') ?? '').replaceAll('-', '/')
const keptAt = async (c: DeskContext) => found(await c.var.files.get(keyIn(c)))

async function check(c: DeskContext, key: string, bytes: Uint8Array) {
  const desk = paperDesk(c)
  const { faults, voices } = await readingOf(c, bytes)
  const { fresh, known } = await sortRows(c.var.ctx, voices)
  return c.html(
    <SheetCheckPage {...desk} file={key} faults={faults} fresh={fresh.length} known={known} />,
    faults.length ? 422 : 200,
  )
}

const checkPath = `${paperUrls.sheet}/:file{${shelf}-[0-9a-f]{2}-[0-9a-f]{64}}` as const

/** 表から受け付ける: out, in, looked through, and only then taken in. */
export const sheetRoutes = new Hono<Env>()
  .get(paperUrls.sheet, (c) => sheetPage(c))
  .get(paperUrls.template, async (c) => {
    paperDesk(c)
    const { ctx, view } = c.var
    const made = { author: view.site.name, date: localDate(ctx.now) }
    const bytes = await templateFile(await districts(ctx.db), made)
    return c.body(bytes, 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="voices.xlsx"',
      'cache-control': 'no-store',
    })
  })
  .post(paperUrls.sheet, async (c) => {
    paperDesk(c)
    const [file] = filesIn(await bodyOf(c), 'file')
    if (!file) return sheetPage(c, sayReason(c, 'file-needed'))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await attempt(() => readSheetFile(bytes))
    if ('refusal' in read) return sheetPage(c, sayReason(c, read.refusal.reason))
    const key = await c.var.files.put(bytes, shelf)
    await keepForAWeek(c.var.ctx, key)
    return check(c, key, bytes)
  })
  .get(checkPath, async (c) => {
    paperDesk(c)
    return check(c, keyIn(c), await keptAt(c))
  })
  .post(checkPath, async (c) => {
    paperDesk(c)
    const bytes = await keptAt(c)
    const { faults, voices } = await readingOf(c, bytes)
    if (faults.length) return check(c, keyIn(c), bytes)
    await takeRows(c.var.ctx, voices)
    // Names and addresses of a whole survey do not lie about once they are under seal.
    await c.var.files.remove(keyIn(c))
    return onward(c, paperUrls.sheet, 'imported')
  })
