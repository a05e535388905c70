import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { masked } from '#platform/mail/mailbox.ts'
import { readMail } from '#platform/mail/reading.ts'
import { found, Refused } from '#platform/result.ts'
import { offered } from '#platform/workflow.ts'
import { drop, mayReadOutbox, sendAgain, tryAddressAgain } from '../actions/outbox.ts'
import type { AddressBook } from '../actions/room.ts'
import { type Delivery, deliveryStates, type Kinds, type RecipientId } from '../notice.ts'
import { DeliveryPage, UnreachablePage } from '../pages/delivery.tsx'
import { type OutboxLine, OutboxPage } from '../pages/outbox.tsx'
import { noticesById } from '../store/notices.ts'
import { deliveries, deliveryById } from '../store/outbox.ts'
import { unreachable } from '../store/preferences.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'

export interface OutboxDeps {
  readonly kinds: Kinds
  readonly addresses: AddressBook
  /** Mails as they lie in the folder, where there is no server. */
  readonly kept?: (mailId: string) => Promise<Buffer | undefined>
  /** The folder's name, as the page says it. */
  readonly folder?: string
}

const size = 50

/** 発送の一覧, for those who look after the post. */
export function outboxRoutes(deps: OutboxDeps) {
  const { kinds, folder = null } = deps
  const linesOf = async ({ var: { ctx } }: Context<Env>, list: readonly Delivery[]) => {
    const notices = await noticesById(ctx.db, [...new Set(list.map((d) => d.noticeId))])
    const to = await namesFor(
      ctx,
      list.map((d) => d.recipientId),
    )
    return list.map((delivery): OutboxLine => {
      const kind = kinds.get(notices.get(delivery.noticeId)?.kind ?? '')
      return { delivery, kind, to: to(delivery.recipientId) }
    })
  }
  const namesFor = async (ctx: Env['Variables']['ctx'], ids: readonly RecipientId[]) => {
    const book = await deps.addresses(ctx.db, ctx.seal, [...new Set(ids)])
    return (id: RecipientId) => {
      const email = book.get(id)?.email
      return email ? masked(email) : null
    }
  }
  const deliveryAt = async (c: Context<Env>) => {
    mayReadOutbox(c.var.ctx)
    return found(await deliveryById(c.var.ctx.db, c.req.param('id') ?? ''))
  }
  const page = async (c: Context<Env>, delivery: Delivery, reason?: string) => {
    const [line] = await linesOf(c, [delivery])
    if (!line) throw new Refused({ kind: 'not-found' })
    const isOpen = line.kind && !line.kind.secret && delivery.mailId !== null
    const bytes = isOpen ? await deps.kept?.(delivery.mailId ?? '') : undefined
    const mail = bytes && (await readMail(bytes))
    const props = {
      view: c.var.view,
      line,
      offers: offered(workflow, standing(c.var.ctx.actor), delivery),
      text: mail ? `${mail.subject}\n\n${mail.text}` : null,
    }
    return reason === undefined
      ? c.html(<DeliveryPage {...props} />)
      : c.html(<DeliveryPage {...props} reason={reason} fault="reasonNeeded" />, 422)
  }
  const act = (how: typeof drop) => async (c: Context<Env>) => {
    const delivery = await deliveryAt(c)
    const { reason = '' } = await c.req.parseBody()
    const text = String(reason).slice(0, 500)
    if (!text.trim()) return page(c, delivery, text)
    await how(c.var.ctx, delivery.id, text)
    return c.redirect(at(c.var.view, urls.delivery(delivery.id)), 303)
  }
  return new Hono<Env>()
    .get(urls.outbox, async (c) => {
      const { view, ctx } = c.var
      mayReadOutbox(ctx)
      const state = deliveryStates.find((one) => one === c.req.query('state')) ?? null
      const asked = Number(c.req.query('page') ?? 1)
      const number = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
      const { list, count } = await deliveries(ctx.db, state, number, size)
      const pages = Math.max(1, Math.ceil(count / size))
      const lines = await linesOf(c, list)
      return c.html(<OutboxPage {...{ view, lines, count, page: number, pages, state, folder }} />)
    })
    .get(urls.unreachable, async (c) => {
      const { view, ctx } = c.var
      mayReadOutbox(ctx)
      const all = await unreachable(ctx.db, 500)
      const to = await namesFor(
        ctx,
        all.map(({ recipientId }) => recipientId),
      )
      const lines = all.map((one) => ({ ...one, to: to(one.recipientId) ?? one.recipientId }))
      return c.html(<UnreachablePage view={view} lines={lines} />)
    })
    .post(`${urls.unreachable}/:id`, async (c) => {
      await tryAddressAgain(c.var.ctx, c.req.param('id') as RecipientId)
      return c.redirect(at(c.var.view, urls.unreachable), 303)
    })
    .get(urls.delivery(':id'), async (c) => page(c, await deliveryAt(c)))
    .post(`${urls.delivery(':id')}/again`, act(sendAgain))
    .post(`${urls.delivery(':id')}/drop`, act(drop))
}
