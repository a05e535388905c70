import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { districtNamer, districts } from '#domains/districts/index.ts'
import { unreadOf } from '#domains/notices/index.ts'
import { localDate } from '#platform/calendar.ts'
import { fill } from '#platform/form.ts'
import { accept, found, no } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { levelOf, self } from '../actions/account.ts'
import { closeAccount } from '../actions/close.ts'
import { ownContacts } from '../actions/contacts.ts'
import { askToClose, ownRecord } from '../actions/own.ts'
import { claim } from '../actions/receipts.ts'
import { ownPdf } from '../files.ts'
import { closeForm, findForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { ClosePage, MePage } from '../pages/me.tsx'
import type { Receipt } from '../receipt.ts'
import { otherDistrict } from '../resident.ts'
import { assistsOf, openingsOf } from '../store/openings.ts'
import { receiptById, receiptsOf } from '../store/receipts.ts'
import { urls } from '../urls.ts'
import { act, type Found, show, statusOf as standOf } from './one-receipt.tsx'
import {
  attempt,
  type Back,
  type C,
  dropReceipt,
  dropSession,
  type Given,
  isOver,
  onward,
  savedOn,
  statusOf,
} from './visit.ts'

/** As the person reads it; what they once wrote stays in their words. */
async function districtSaid(c: C, district: string | null): Promise<string> {
  const { ctx, view } = c.var
  if (district === null) return ''
  if (district === otherDistrict) return messages[view.locale].me.districtOther
  return districtNamer(await districts(ctx.db), localDate(ctx.now), view.locale)(district)
}

/** わたしのページ: everything that is kept of a person, and what they can do with it. */
export function meRoutes(given: Given) {
  const trying = given.limiter('resident.own-code', { points: 30, seconds: 15 * 60 })
  const phrases = given.limiter('resident.phrase', { points: 60, seconds: 15 * 60 })

  const titled = (c: C) => async (receipt: Receipt) => ({
    ...receipt,
    title: (await standOf(c, given, receipt)).title,
  })
  const me = async (c: C, back: Back = {}) => {
    const { ctx, view } = c.var
    const resident = await self(ctx)
    const receipts = await receiptsOf(ctx.db, resident.id)
    const owners = [resident.id, ...receipts.map((r) => r.id)]
    const page = (
      <MePage
        view={view}
        resident={resident}
        receipts={await Promise.all(receipts.map(titled(c)))}
        openings={await openingsOf(ctx, owners)}
        assists={await assistsOf(ctx, owners)}
        level={await levelOf(ctx)}
        unread={await unreadOf(ctx.db, resident.id)}
        good={savedOn(view)}
        {...back}
      />
    )
    return c.html(page, statusOf(back))
  }

  const mine = async (c: C): Promise<Found> => {
    const { id } = await self(c.var.ctx)
    const one = await receiptById(c.var.ctx.db, c.req.param('id') ?? '')
    // Another's receipt does not exist.
    if (one?.receipt.resident !== id) return accept(no({ kind: 'not-found' }))
    return {
      receipt: one.receipt,
      way: {},
      base: urls.meDo(`receipts/${one.receipt.id}`),
      keep: () => {},
    }
  }

  const close = async (c: C, more: { code?: string; reason?: string } = {}) => {
    const { ctx, view } = c.var
    const { id } = await self(ctx)
    const hasMail = (await ownContacts(ctx, id)).some(
      (one) => one.kind === 'mail' && one.isConfirmed,
    )
    return c.html(
      <ClosePage view={view} hasMail={hasMail} {...more} />,
      more.reason === undefined ? 200 : 422,
    )
  }

  return new Hono<Env>()
    .get(urls.me, (c) => me(c))
    .get(urls.meDo('receipts/:id'), async (c) => show(c, given, await mine(c)))
    .post(urls.meDo('receipts/:id/:what'), async (c) =>
      act(c, given, await mine(c), c.req.param('what') ?? ''),
    )
    .post(urls.meDo('claim'), async (c) => {
      await self(c.var.ctx)
      const form = fill(findForm, await c.req.parseBody())
      const raw = { number: form.raw.number }
      if (await isOver([[phrases, given.networkOf(c)]])) return me(c, { raw, reason: 'too-many' })
      const tried = await attempt(() => claim(c.var.ctx, form.raw.number, form.raw.phrase))
      if ('reason' in tried) return me(c, { raw, ...tried })
      dropReceipt(c)
      return onward(c, `${urls.me}?done=1`)
    })
    .get(urls.meDo('data.json'), async (c) => {
      const record = await ownRecord(c.var.ctx)
      // The name that the person chose, not our number for it.
      const { profile } = record
      const district = profile.district && (await districtSaid(c, profile.district))
      const data = { ...record, profile: { ...profile, district } }
      return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-data.json"',
        'cache-control': 'no-store',
      })
    })
    .get(urls.meDo('data.pdf'), async (c) => {
      const { ctx, view } = c.var
      const t = messages[view.locale]
      const record = await ownRecord(ctx)
      const pairs: (readonly [string, string])[] = [
        [t.mine.made, localDate(ctx.now)],
        [t.me.nickname, record.profile.nickname],
        [t.me.district, await districtSaid(c, record.profile.district)],
        [t.me.ageBand, record.profile.ageBand ? t.me.ageBands[record.profile.ageBand] : ''],
        [t.me.languages, record.profile.languages.join(' ')],
        ...record.contacts.map(
          (one) => [t.me.contactKinds[one.kind], one.text.replaceAll('\n', ' ')] as const,
        ),
        ...record.receipts.map(
          (one) =>
            [
              one.number,
              [localDate(one.at), ...one.additions.map((a) => a.text)].join(' / '),
            ] as const,
        ),
        ...record.checks.map(
          (one) =>
            [
              t.check.title,
              `${t.check.states[one.state]} ${one.until ?? ''} ${one.reason}`,
            ] as const,
        ),
        ...record.openings.map(
          (one) =>
            [
              t.seen.title,
              `${localDate(one.at)} ${one.who} ${t.seen.purposes[one.purpose]} ${one.reason}`,
            ] as const,
        ),
        ...record.assists.map(
          (one) =>
            [
              t.seen.assists,
              `${localDate(one.startedAt)} ${one.who} ${t.seen.purposes[one.purpose]} ${one.reason}`,
            ] as const,
        ),
      ]
      const bytes = await ownPdf({ site: await siteProfile(ctx.db), now: ctx.now }, t, pairs)
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="my-data.pdf"',
        'cache-control': 'no-store',
      })
    })
    .get(urls.meDo('close'), (c) => {
      const code = c.req.query('code')
      return close(c, code === undefined ? {} : { code: code.slice(0, 40) })
    })
    .post(urls.meDo('close/code'), async (c) => {
      const tried = await attempt(() => askToClose(c.var.ctx))
      return 'reason' in tried
        ? close(c, tried)
        : onward(c, urls.meDo(`close?code=${found(tried.value ?? undefined)}`))
    })
    .post(urls.meDo('close'), async (c) => {
      const { ctx } = c.var
      const { id } = await self(ctx)
      const hasMail = (await ownContacts(ctx, id)).some(
        (one) => one.kind === 'mail' && one.isConfirmed,
      )
      const { raw } = fill(closeForm, await c.req.parseBody())
      if (await isOver([[trying, given.networkOf(c)]])) return close(c, { reason: 'too-many' })
      const tried = await attempt(() =>
        closeAccount(ctx, hasMail ? { id: raw.id, code: raw.code } : null),
      )
      if ('reason' in tried) return close(c, { code: raw.id.slice(0, 40), ...tried })
      dropSession(c)
      dropReceipt(c)
      return onward(c, `${urls.account}?closed=1`)
    })
}
