import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { localDate } from '#platform/calendar.ts'
import { onward } from '../../routes/desk-lookup.ts'
import {
  type HandedIn,
  handedIn,
  keptAt,
  sendTemplate,
  sheetParam,
} from '../../routes/paper/sheet-file.ts'
import { keepTable, readFor, sortComments, takeComments } from '../actions/rows.ts'
import type { CaseId } from '../case.ts'
import { BulkCheckPage, BulkPage } from '../pages/desk/bulk.tsx'
import { rowsTemplate } from '../rows-sheet.ts'
import { urls } from '../urls.ts'
import { type C, caseAt, mustOffer, type Worked } from './lookup.ts'

const id = ':id' as CaseId

/** The case, for those who take in what came for it. */
async function takingAt(c: C): Promise<Worked> {
  const worked = await caseAt(c)
  mustOffer(c, worked, 'takeIn')
  return worked
}

async function check(c: C, { desk, one }: Worked, { key, sheets }: HandedIn) {
  const { ctx } = c.var
  const { faults, rows } = await readFor(ctx, one.id, sheets)
  const { fresh, known } = await sortComments(ctx, one.id, rows)
  const counts = { fresh: fresh.length, known }
  return c.html(
    <BulkCheckPage {...desk} {...counts} one={one} file={key} faults={faults} />,
    faults.length ? 422 : 200,
  )
}

const checkPath = `${urls.bulk(id)}/${sheetParam}` as const

/** 表から受け付ける: out, in, looked through, and only then taken in. */
export const bulkRoutes = new Hono<Env>()
  .get(urls.bulk(id), async (c) => {
    const { desk, one } = await takingAt(c)
    return c.html(<BulkPage {...desk} one={one} />)
  })
  .get(urls.template(id), async (c) => {
    const { one } = await takingAt(c)
    const made = { author: c.var.view.site.name, date: localDate(c.var.ctx.now) }
    return sendTemplate(c, await rowsTemplate(one, made), `comments-${one.number}`)
  })
  .post(urls.bulk(id), async (c) => {
    const worked = await takingAt(c)
    const { desk, one } = worked
    const given = await handedIn(c, (key) => keepTable(c.var.ctx, one.id, key))
    if ('fault' in given) return c.html(<BulkPage {...desk} one={one} fault={given.fault} />, 422)
    return check(c, worked, given)
  })
  .get(checkPath, async (c) => check(c, await takingAt(c), await keptAt(c)))
  .post(checkPath, async (c) => {
    const worked = await takingAt(c)
    const kept = await keptAt(c)
    const { faults, rows } = await readFor(c.var.ctx, worked.one.id, kept.sheets)
    if (faults.length) return check(c, worked, kept)
    await takeComments(c.var.ctx, worked.one.id, rows)
    // Names and addresses do not lie about once they are under seal.
    await c.var.files.remove(kept.key)
    return onward(c, urls.work(worked.one.id), 'imported')
  })
