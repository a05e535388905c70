import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import {
  gather,
  type LetterRoom,
  markPrinted,
  type Opened,
  openLetters,
  putBack,
} from '../actions/letters.ts'
import { mayReadOutbox } from '../actions/outbox.ts'
import { lettersPdf } from '../files.ts'
import { BatchPage, LettersPage } from '../pages/letters.tsx'
import { letterBatch, letterBatches, lettersWaiting } from '../store/letters.ts'
import { urls } from '../urls.ts'

type Here = Context<Env>
const shown = 30

/** 印刷する手紙: gathered, opened, printed, sent. */
export function letterRoutes(room: LetterRoom) {
  const batchAt = async (c: Here) => {
    mayReadOutbox(c.var.ctx)
    return found(await letterBatch(c.var.ctx.db, c.req.param('id') ?? ''))
  }
  const back = (c: Here, path: string) => c.redirect(at(c.var.view, path), 303)
  /** Addresses never lie in a cache or a history: the answer of a form, not a page of its own. */
  async function file(c: Here, { letters }: Opened, id: string) {
    const { ctx } = c.var
    if (!letters.length) {
      // All of it may have been set aside just now.
      const isThere = await letterBatch(ctx.db, id)
      return back(c, isThere ? `${urls.batch(id)}?nothing=1` : urls.letters)
    }
    const bytes = await lettersPdf(letters, await siteProfile(ctx.db), ctx.now)
    return c.body(Buffer.from(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="letters-${localDate(ctx.now)}.pdf"`,
      'cache-control': 'no-store',
    })
  }
  return new Hono<Env>()
    .get(urls.letters, async (c) => {
      const { view, ctx } = c.var
      mayReadOutbox(ctx)
      const groups = (await lettersWaiting(ctx.db)).map((one) => ({
        ...one,
        name: one.kind,
        kind: room.kinds.get(one.kind),
      }))
      const batches = await letterBatches(ctx.db, shown)
      return c.html(<LettersPage {...{ view, groups, batches }} />)
    })
    .post(urls.letters, async (c) => {
      const { kind = '' } = await c.req.parseBody()
      return back(c, urls.batch(await gather(c.var.ctx, String(kind) || null)))
    })
    .get(urls.batch(':id'), async (c) => {
      const batch = await batchAt(c)
      const nothing = c.req.query('nothing') === '1'
      return c.html(<BatchPage view={c.var.view} batch={batch} nothing={nothing} />)
    })
    .post(`${urls.batch(':id')}/letters.pdf`, async (c) => {
      const { id } = await batchAt(c)
      return file(c, await openLetters(c.var.ctx, room, id), id)
    })
    .post(`${urls.batch(':id')}/again.pdf`, async (c) => {
      const batch = await batchAt(c)
      const { reason = '' } = await c.req.parseBody()
      const why = String(reason).slice(0, 300)
      if (!why.trim()) return c.html(<BatchPage view={c.var.view} batch={batch} fault />, 422)
      return file(c, await openLetters(c.var.ctx, room, batch.id, why), batch.id)
    })
    .post(`${urls.batch(':id')}/printed`, async (c) => {
      const { id } = await batchAt(c)
      await markPrinted(c.var.ctx, id)
      return back(c, urls.batch(id))
    })
    .post(`${urls.batch(':id')}/put-back`, async (c) => {
      const { id } = await batchAt(c)
      await putBack(c.var.ctx, id)
      return back(c, urls.letters)
    })
}
