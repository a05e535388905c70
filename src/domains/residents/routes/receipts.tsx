import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { fill } from '#platform/form.ts'
import { isTrapped } from '#platform/honeypot.ts'
import { accept, found, no } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { sendAgain } from '../actions/again.ts'
import { enterReceipt, follow } from '../actions/receipts.ts'
import { slip } from '../files.ts'
import { findForm, followForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { EnterReceiptPage, FollowPage } from '../pages/receipt.tsx'
import type { Receipt } from '../receipt.ts'
import { readContact } from '../rules.ts'
import { receiptById } from '../store/receipts.ts'
import { urls } from '../urls.ts'
import { act, type Found, show, statusOf } from './one-receipt.tsx'
import {
  attempt,
  type C,
  dropReceipt,
  type Given,
  isOver,
  keepReceipt,
  onward,
  openReceiptOf,
} from './visit.ts'

const quarter = 15 * 60

/**
 * 控えを渡す: leads whoever just sent something to its receipt, with the phrase that is said this once. A code goes
 * to their mail; where it cannot go now, the page offers another one.
 */
export async function handReceipt(c: C, receipt: Receipt, phrase: string): Promise<Response> {
  const sent =
    receipt.reach === 'mail' &&
    (await attempt(() => sendAgain(c.var.ctx, receipt, { bearer: true })))
  const code = sent && 'value' in sent ? sent.value : undefined
  keepReceipt(c, { id: receipt.id, phrase, ...(code !== undefined && { code }) })
  return onward(c, urls.receiptPage)
}

/** 受付: asking to be told, and what became of it, without an account. */
export function receiptRoutes(given: Given) {
  const byNetwork = given.limiter('resident.phrase', { points: 60, seconds: quarter })
  const byNumber = given.limiter('resident.phrase-number', { points: 10, seconds: quarter })
  const asking = given.limiter('resident.follow', { points: 30, seconds: 60 * 60 })

  const opened = async (c: C): Promise<Found> => {
    const open = openReceiptOf(c)
    const here = open && (await receiptById(c.var.ctx.db, open.id))
    if (!open || !here) return accept(no({ kind: 'not-found' }))
    const keep = (code: string | null) =>
      keepReceipt(c, { id: open.id, ...(code !== null && { code }) })
    return { receipt: here.receipt, way: { bearer: true }, base: urls.receiptPage, open, keep }
  }
  const subject = (c: C, id: string) => given.subjectOf(c.var.ctx.db, id, c.var.view.locale)

  return new Hono<Env>()
    .get(urls.follow, async (c) => {
      const thing = await subject(c, c.req.query('item') ?? '')
      return c.html(
        <FollowPage view={c.var.view} subject={thing ?? null} raw={{}} faults={{}} />,
        thing ? 200 : 404,
      )
    })
    .post(urls.follow, async (c) => {
      const { view, ctx } = c.var
      const body = await c.req.parseBody()
      const form = fill(followForm, body)
      const thing = await subject(c, form.raw.item)
      const { contact, faults } = form.values
        ? readContact(form.values)
        : { contact: null, faults: form.faults }
      const back = (
        more: { faults?: Readonly<Record<string, string>>; reason?: string },
        status: 404 | 422 | 429,
      ) =>
        c.html(
          <FollowPage
            view={view}
            subject={thing ?? null}
            raw={form.raw}
            faults={more.faults ?? {}}
            reason={more.reason}
          />,
          status,
        )
      if (!thing) return back({}, 404)
      if (Object.keys(faults).length) return back({ faults }, 422)
      if (await isOver([[asking, given.networkOf(c)]])) return back({ reason: 'too-many' }, 429)
      // A program is thanked as well; nothing is kept.
      if (isTrapped(body)) return onward(c, thing.path)
      const tried = await attempt(() =>
        follow(ctx, { subject: thing.id, channel: 'web', locale: view.locale, contact }),
      )
      if ('reason' in tried) return back(tried, 422)
      const { receipt, phrase, code } = tried.value
      keepReceipt(c, { id: receipt.id, phrase, ...(code !== null && { code }) })
      return onward(c, urls.receiptPage)
    })
    .get(urls.receipt, (c) =>
      c.html(
        <EnterReceiptPage view={c.var.view} number={(c.req.query('number') ?? '').slice(0, 30)} />,
      ),
    )
    .post(urls.receipt, async (c) => {
      const { view, ctx } = c.var
      const { raw } = fill(findForm, await c.req.parseBody())
      const back = (reason: string, status: 422 | 429) =>
        c.html(
          <EnterReceiptPage view={view} number={raw.number.slice(0, 30)} reason={reason} />,
          status,
        )
      const network = given.networkOf(c)
      if (
        await isOver([
          [byNetwork, network],
          [byNumber, `${network} ${raw.number}`],
        ])
      )
        return back('too-many', 429)
      const tried = await attempt(() => enterReceipt(ctx, raw.number, raw.phrase))
      if ('reason' in tried) return back(tried.reason, 422)
      await byNumber.forgive(`${network} ${raw.number}`)
      keepReceipt(c, { id: tried.value.id })
      return onward(c, urls.receiptPage)
    })
    .get(urls.receiptPage, async (c) => {
      if (!openReceiptOf(c)) return onward(c, urls.receipt)
      return show(c, given, await opened(c))
    })
    .get(urls.receiptDo('slip.pdf'), async (c) => {
      const { receipt, open } = await opened(c)
      const { title } = await statusOf(c, given, receipt)
      const made = { site: await siteProfile(c.var.ctx.db), now: receipt.at }
      const bytes = await slip(made, messages.ja.receipt, receipt, title, found(open?.phrase))
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${receipt.number}.pdf"`,
        'cache-control': 'no-store',
      })
    })
    .post(urls.receiptDo('leave'), (c) => {
      dropReceipt(c)
      return onward(c, urls.receipt)
    })
    .post(urls.receiptDo(':what'), async (c) =>
      act(c, given, await opened(c), c.req.param('what') ?? ''),
    )
}
