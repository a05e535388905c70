import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { localDate } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, no } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import {
  beginAssist,
  findOwners,
  mayUseCounter,
  openContacts,
  opened,
  openingsSince,
  receiptsOfOwner,
} from '../actions/counter.ts'
import { enterReceipt, follow } from '../actions/receipts.ts'
import { slip } from '../files.ts'
import { counterForm, deskFindForm, purposeForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { OpeningsPage } from '../pages/desk/checks.tsx'
import { FindPage, SlipPage, TakePage } from '../pages/desk/counter.tsx'
import { OpenedPage, OwnerPage } from '../pages/desk/owner.tsx'
import { nicknameOf, type OwnerId } from '../resident.ts'
import { readContact } from '../rules.ts'
import { residentById } from '../store/people.ts'
import { receiptById } from '../store/receipts.ts'
import { urls } from '../urls.ts'
import { statusOf } from './one-receipt.tsx'
import {
  attempt,
  type C,
  type Given,
  isOver,
  keepReceipt,
  onward,
  openReceiptOf,
  type Subject,
} from './visit.ts'

interface Back {
  readonly raw?: Readonly<Record<string, string>>
  readonly faults?: Readonly<Record<string, string>>
  readonly reason?: string
  /** What the words may mean, where that is more than one thing. */
  readonly meant?: readonly Subject[]
}
/** 市民の窓口: find, open for a purpose, act in a person's place, take in. */
export function deskRoutes(given: Given) {
  const phrases = given.limiter('resident.desk-phrase', { points: 20, seconds: 15 * 60 })

  const ownerOf = async (c: C): Promise<{ owner: OwnerId; nickname: string }> => {
    const id = c.req.param('owner') ?? ''
    const receipt = isId('rcp', id) ? await receiptById(c.var.ctx.db, id) : undefined
    if (receipt) return { owner: receipt.receipt.id, nickname: '' }
    const resident = found(isId('res', id) ? await residentById(c.var.ctx.db, id) : undefined)
    return { owner: resident.id, nickname: nicknameOf(resident) }
  }
  const owner = async (c: C, does: 'open' | 'assist' | null, back: Back = {}) => {
    const here = await ownerOf(c)
    const receipts = (await receiptsOfOwner(c.var.ctx.db, here.owner)).map(async (receipt) => ({
      receipt,
      title: (await statusOf(c, given, receipt)).title,
    }))
    const page = (
      <OwnerPage
        view={c.var.view}
        {...here}
        receipts={await Promise.all(receipts)}
        does={does}
        raw={back.raw ?? {}}
        faults={back.faults ?? {}}
      />
    )
    return c.html(page, back.faults ? 422 : 200)
  }
  const takePage = async (c: C, back: Back = {}) => {
    const status = back.reason !== undefined || back.faults ? 422 : 200
    return c.html(
      <TakePage
        view={c.var.view}
        raw={back.raw ?? { item: c.req.query('item') ?? '' }}
        offered={await given.subjectsOffered(c.var.ctx.db, 'ja')}
        meant={back.meant ?? []}
        faults={back.faults ?? {}}
        reason={back.reason}
      />,
      status,
    )
  }
  const justTaken = async (c: C) => {
    const { ctx } = c.var
    mayUseCounter(ctx)
    const open = found(openReceiptOf(c))
    const { receipt } = found(await receiptById(ctx.db, open.id))
    return { receipt, phrase: found(open.phrase), title: (await statusOf(c, given, receipt)).title }
  }

  return new Hono<Env>()
    .get(urls.desk, (c) => {
      mayUseCounter(c.var.ctx)
      return c.html(<FindPage view={c.var.view} raw={{}} />)
    })
    .post(urls.deskDo('find'), async (c) => {
      const { ctx, view } = c.var
      mayUseCounter(ctx)
      const { raw } = fill(deskFindForm, await c.req.parseBody())
      if (raw.number.trim()) {
        const shown = { number: raw.number }
        if (await isOver([[phrases, ctx.actor.id]]))
          return c.html(<FindPage view={view} raw={shown} reason="too-many" />, 429)
        const tried = await attempt(() => enterReceipt(ctx, raw.number, raw.phrase))
        if ('reason' in tried)
          return c.html(<FindPage view={view} raw={shown} reason={tried.reason} />, 422)
        return onward(c, urls.deskDo(`of/${tried.value.resident ?? tried.value.id}`))
      }
      return c.html(
        <FindPage
          view={view}
          raw={{ mail: raw.mail, name: raw.name }}
          hits={await findOwners(ctx, raw)}
        />,
        raw.mail.trim() || raw.name.trim() ? 200 : 422,
      )
    })
    .get(urls.deskDo('of/:owner'), (c) => {
      mayUseCounter(c.var.ctx)
      return owner(c, null)
    })
    .get(urls.deskDo('of/:owner/:does{(?:open|assist)}'), (c) => {
      mayUseCounter(c.var.ctx)
      return owner(c, c.req.param('does') === 'open' ? 'open' : 'assist')
    })
    .post(urls.deskDo('of/:owner/:does{(?:open|assist)}'), async (c) => {
      const { ctx } = c.var
      mayUseCounter(ctx)
      const here = await ownerOf(c)
      const does = c.req.param('does') === 'open' ? 'open' : 'assist'
      const form = fill(purposeForm, await c.req.parseBody())
      if (!form.values) return owner(c, does, form)
      const { purpose, reason } = form.values
      if (does === 'open') {
        const { id } = await openContacts(ctx, here.owner, purpose, reason)
        return onward(c, urls.deskDo(`of/${here.owner}/opened/${id}`))
      }
      const { id } = await beginAssist(ctx, here.owner, purpose, reason)
      return onward(c, urls.deskDo(`assists/${id}`))
    })
    .get(urls.deskDo('of/:owner/opened/:id'), async (c) => {
      const { ctx, view } = c.var
      mayUseCounter(ctx)
      const here = await ownerOf(c)
      return c.html(
        <OpenedPage view={view} {...(await opened(ctx, here.owner, c.req.param('id') ?? ''))} />,
      )
    })
    .get(urls.deskDo('take'), (c) => {
      mayUseCounter(c.var.ctx)
      return takePage(c)
    })
    .post(urls.deskDo('take'), async (c) => {
      const { ctx } = c.var
      mayUseCounter(ctx)
      const form = fill(counterForm, await c.req.parseBody())
      const { values, raw } = form
      const { contact, faults } = values
        ? readContact(values)
        : { contact: null, faults: form.faults }
      const meant = values
        ? await given.subjectsNamed(ctx.db, values.subject || values.item, 'ja')
        : []
      const [one] = meant
      if (!values || Object.keys(faults).length || !one || meant.length > 1) {
        const item = meant.length > 1 ? 'which-one' : 'not-known'
        return takePage(c, {
          raw,
          meant: meant.length > 1 ? meant : [],
          faults: { ...faults, ...(values && meant.length !== 1 && { item }) },
        })
      }
      if (values.channel === 'web') return accept(no({ kind: 'not-found' }))
      const { receipt, phrase } = await follow(ctx, {
        subject: one.id,
        channel: values.channel,
        locale: values.locale,
        contact,
      })
      keepReceipt(c, { id: receipt.id, phrase })
      return onward(c, urls.deskDo('slip'))
    })
    .get(urls.deskDo('slip'), async (c) =>
      c.html(<SlipPage view={c.var.view} {...(await justTaken(c))} />),
    )
    .get(urls.deskDo('slip.pdf'), async (c) => {
      const { receipt, phrase, title } = await justTaken(c)
      const bytes = await slip(
        { site: await siteProfile(c.var.ctx.db), now: receipt.at },
        messages.ja.receipt,
        receipt,
        title,
        phrase,
      )
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${receipt.number}.pdf"`,
        'cache-control': 'no-store',
      })
    })
    .get(urls.deskDo('openings'), async (c) =>
      c.html(<OpeningsPage view={c.var.view} openings={await yearOf(c)} />),
    )
    .get(urls.deskDo('openings.csv'), async (c) => {
      const rows = (await yearOf(c)).map((o) => [
        o.at.toISOString(),
        o.who,
        o.owner,
        o.purpose,
        o.reason,
        o.fields.join(' '),
      ])
      const text = writeCsv([['at', 'who', 'whose', 'purpose', 'reason', 'fields'], ...rows])
      return c.body(text, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="openings-${localDate(c.var.ctx.now)}.csv"`,
        'cache-control': 'no-store',
      })
    })
}

const yearOf = (c: C) => openingsSince(c.var.ctx, new Date(+c.var.ctx.now - 365 * 24 * 60 * 60_000))
