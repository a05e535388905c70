import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { keepSheetFile, sortVoices, takeRows } from '../../actions/sheet.ts'
import { SheetCheckPage, SheetPage } from '../../pages/paper/sheet.tsx'
import { sheetWords, templateFile } from '../../paper-sheet.ts'
import type { PlainSheet } from '../../rules/rows.ts'
import { readVoices } from '../../rules/sheet.ts'
import { paperUrls } from '../../urls.ts'
import { type DeskContext, onward } from '../desk-lookup.ts'
import { paperDesk } from './lookup.ts'
import { type HandedIn, handedIn, keptAt, sendTemplate, sheetParam } from './sheet-file.ts'

async function readingOf(c: DeskContext, sheets: readonly PlainSheet[]) {
  const { ctx } = c.var
  const today = localDate(ctx.now)
  return readVoices(sheets, sheetWords(await districts(ctx.db), today), today)
}

async function check(c: DeskContext, { key, sheets }: HandedIn) {
  const desk = paperDesk(c)
  const { faults, rows } = await readingOf(c, sheets)
  const { fresh, known } = await sortVoices(c.var.ctx, rows)
  return c.html(
    <SheetCheckPage {...desk} file={key} faults={faults} fresh={fresh.length} known={known} />,
    faults.length ? 422 : 200,
  )
}

const checkPath = `${paperUrls.sheet}/${sheetParam}` as const

/** 表から受け付ける: out, in, looked through, and only then taken in. */
export const sheetRoutes = new Hono<Env>()
  .get(paperUrls.sheet, (c) => c.html(<SheetPage {...paperDesk(c)} />))
  .get(paperUrls.template, async (c) => {
    paperDesk(c)
    const { ctx, view } = c.var
    const made = { author: view.site.name, date: localDate(ctx.now) }
    return sendTemplate(c, await templateFile(await districts(ctx.db), made), 'voices')
  })
  .post(paperUrls.sheet, async (c) => {
    const desk = paperDesk(c)
    const given = await handedIn(c, (key) => keepSheetFile(c.var.ctx, key))
    if ('fault' in given) return c.html(<SheetPage {...desk} fault={given.fault} />, 422)
    return check(c, given)
  })
  .get(checkPath, async (c) => {
    paperDesk(c)
    return check(c, await keptAt(c))
  })
  .post(checkPath, async (c) => {
    paperDesk(c)
    const kept = await keptAt(c)
    const { faults, rows } = await readingOf(c, kept.sheets)
    if (faults.length) return check(c, kept)
    await takeRows(c.var.ctx, rows)
    // Names and addresses of a whole survey do not lie about once they are under seal.
    await c.var.files.remove(kept.key)
    return onward(c, paperUrls.sheet, 'imported')
  })
