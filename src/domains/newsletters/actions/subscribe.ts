import { districts, districtsOn } from '#domains/districts/index.ts'
import { post, type RecipientId } from '#domains/notices/index.ts'
import { localDate } from '#platform/calendar.ts'
import { sixDigits } from '#platform/codes.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import type { Seal } from '#platform/seal.ts'
import { sameToken } from '#platform/web.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { codeKind } from '../kinds.ts'
import { consentVersion, type SubscriberId, type Wish } from '../newsletter.ts'
import { plainDigits, plainMail } from '../rules.ts'
import { sealedIn } from '../store/sealed.ts'
import * as store from '../store/subscribers.ts'
import { termsOn } from '../store/terms.ts'
import { working } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'

const { basis } = workflow.subscribe

export const addressMark = (seal: Pick<Seal, 'mark'>, mail: string): string =>
  seal.mark(mail, 'newsletter.address')
const codeMark = (ctx: Ctx, id: string, code: string) =>
  ctx.seal.mark(code, `newsletter.code:${id}`)

/**
 * Asks for the newsletter: keeps the wish for three days and sends six digits. Whether the address receives
 * it already changes nothing here: the same row, the same mail. `maySend` counts codes to one address; when
 * there were too many, nothing is sent or kept, and the answer is the same.
 */
export async function subscribe(
  ctx: Ctx,
  given: string,
  wish: Wish,
  maySend: (mark: string) => Promise<boolean>,
): Promise<SubscriberId> {
  accept(permit(workflow, 'subscribe', standing(ctx.actor), nothing))
  const mail = plainMail(given)
  const id: SubscriberId = newId('sub')
  const mark = addressMark(ctx.seal, mail)
  if (!(await maySend(mark))) return id
  const today = localDate(ctx.now)
  const { topics } = await termsOn(ctx.db, today)
  const offered = districtsOn(await districts(ctx.db), today)
  const known = new Set(topics.map(({ key }) => key))
  const code = sixDigits()
  const kept: Wish = {
    locale: wish.locale,
    topics: wish.topics.filter((one) => known.has(one)),
    district: offered.find(({ id }) => id === wish.district)?.id ?? null,
  }
  return ctx.record(async (tx) => {
    await store.insertSubscriber(tx, {
      id,
      wish: kept,
      sealed: ctx.seal.seal(mail, sealedIn.address.place(id)),
      addressMark: mark,
      codeMark: codeMark(ctx, id, code),
      codeUntil: new Date(+ctx.now + working.code.minutes * 60_000),
      consentText: consentVersion,
      at: ctx.now,
    })
    await post(tx, ctx, codeKind, {
      to: [id],
      thing: id,
      path: '/newsletters',
      said: { code },
      key: `newsletters.code:${id}`,
    })
    return [id, { fact: 'newsletters.asked', subject: id, basis }]
  })
}

/**
 * Gives consent, by the digits that came by mail. A wrong one costs a try, and stays counted. Used, too old
 * or of nobody, it is simply wrong.
 */
export async function confirm(ctx: Ctx, id: string, given: string): Promise<void> {
  accept(permit(workflow, 'subscribe', standing(ctx.actor), nothing))
  const isDone = await ctx.record(async (tx): Promise<readonly [boolean, Fact]> => {
    const pending = await store.takeTry(tx, id, ctx.now, working.code.tries)
    const mark = codeMark(ctx, id, plainDigits(given))
    const isRight = sameToken(pending?.codeMark ?? codeMark(ctx, id, 'none'), mark)
    if (!pending || !isRight)
      return [false, { fact: 'newsletters.code-missed', subject: pending?.id ?? 'unknown', basis }]
    return [true, await consentOf(tx, ctx, pending)]
  })
  if (!isDone) accept(no({ kind: 'refused', reason: 'code-wrong' }))
}

async function consentOf(tx: Writer, ctx: Ctx, pending: store.Pending): Promise<Fact> {
  await store.lockAddress(tx, pending.addressMark)
  const known = await store.activeWith(tx, pending.addressMark)
  const { consentText: text, wish } = pending
  const detail = { text, language: wish.locale, act: 'code-from-mail' }
  if (!known) {
    await store.activate(tx, pending.id, ctx.now)
    return { fact: 'newsletters.consented', subject: pending.id, basis, detail }
  }
  await store.renew(tx, known, pending, ctx.now)
  await store.deleteSubscribers(tx, [pending.id])
  return { fact: 'newsletters.consent-renewed', subject: known, basis, detail }
}

/**
 * Leaves, within the transaction of the click (RFC 8058): the address goes, that it happened and that there
 * had been consent stays. Of others than subscribers, and a second time, nothing.
 */
export async function leave(tx: Writer, ctx: Ctx, whose: RecipientId): Promise<Fact[]> {
  if (!whose.startsWith('sub_')) return []
  const isGone = await store.forget(tx, whose, 'one-click', ctx.now)
  return isGone ? [{ fact: 'newsletters.left', subject: whose, basis: workflow.leave.basis }] : []
}
