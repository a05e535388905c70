import { fill } from '#platform/form.ts'
import { accept, no } from '#platform/result.ts'
import { readAdditions } from '../actions/additions.ts'
import { sendAgain } from '../actions/again.ts'
import type { Way } from '../actions/behalf.ts'
import { masked, ownContacts } from '../actions/contacts.ts'
import { addToReceipt, changeContact, confirmMail, endFollow } from '../actions/receipts.ts'
import { additionForm, codeForm, contactForm } from '../forms.ts'
import { messages } from '../messages/public.ts'
import { ReceiptPage } from '../pages/receipt.tsx'
import type { Receipt, Status } from '../receipt.ts'
import { readContact } from '../rules.ts'
import { assistsOf, openingsOf } from '../store/openings.ts'
import { attempt, type Back, type C, type Given, type OpenReceipt, onward } from './visit.ts'

export interface Found {
  readonly receipt: Receipt
  readonly way: Way
  readonly base: string
  readonly open?: OpenReceipt
  /** Remembers a code that was sent. */
  readonly keep: (code: string | null) => void
}

const actOf = (given: Given, receipt: Receipt) => given.acts.find((one) => one.name === receipt.act)

export async function statusOf(c: C, given: Given, receipt: Receipt): Promise<Status> {
  const { ctx, view } = c.var
  if (receipt.act === 'follow') {
    const { follow, receipt: t } = messages[view.locale]
    const subject = await given.subjectOf(ctx.db, receipt.subject, view.locale)
    const title = subject ? `${follow.title}: ${subject.title}` : follow.title
    const link = subject && { path: subject.path, text: subject.title }
    return {
      title,
      text: receipt.endedAt ? t.done : follow.lead,
      done: receipt.endedAt !== null,
      ...(link && { link }),
    }
  }
  const act = actOf(given, receipt)
  return act
    ? act.status(ctx.db, receipt, view.locale)
    : { title: receipt.number, text: '', done: receipt.endedAt !== null }
}

export async function show(c: C, given: Given, found: Found, back: Back = {}) {
  const { ctx, view } = c.var
  const { receipt, base, open } = found
  const t = messages[view.locale]
  const [contact] = await ownContacts(ctx, receipt.id)
  const good = view.query.includes('done=') ? t.me.saved : undefined
  const story = await actOf(given, receipt)?.story?.(c, receipt, {
    ...back,
    base,
    isNew: open?.phrase !== undefined,
  })
  const page = (
    <ReceiptPage
      view={view}
      base={base}
      receipt={receipt}
      status={await statusOf(c, given, receipt)}
      contact={
        contact
          ? { kind: contact.kind, masked: masked(contact), isConfirmed: contact.isConfirmed }
          : null
      }
      additions={await readAdditions(ctx, receipt.id)}
      openings={await openingsOf(ctx, [receipt.id])}
      assists={await assistsOf(ctx, [receipt.id])}
      raw={back.raw ?? {}}
      faults={back.faults ?? {}}
      labels={back.labels ?? {}}
      {...(open?.phrase !== undefined && { phrase: open.phrase })}
      {...(open?.code !== undefined && { code: open.code })}
      reason={back.reason}
      good={good}
      story={story}
    />
  )
  return c.html(page, back.reason || back.faults ? 422 : 200)
}

/** One thing done to a receipt: the same whether the phrase opened it or the account. */
export async function act(c: C, given: Given, found: Found, what: string) {
  const { ctx } = c.var
  const { receipt, way, base } = found
  const body = await c.req.parseBody({ all: true })
  const done = () => onward(c, `${base}?done=1`)
  if (what === 'add') {
    const form = fill(additionForm, body)
    const { values } = form
    if (!values) return show(c, given, found, form)
    const tried = await attempt(() => addToReceipt(ctx, receipt, values.text, way))
    if ('reason' in tried) return show(c, given, found, { raw: form.raw, ...tried })
    await actOf(given, receipt)?.added?.(ctx, receipt)
    return done()
  }
  if (what === 'contact') {
    const form = fill(contactForm, body)
    const { contact, faults } = form.values
      ? readContact(form.values)
      : { contact: null, faults: form.faults }
    if (Object.keys(faults).length) return show(c, given, found, { raw: form.raw, faults })
    const tried = await attempt(() => changeContact(ctx, receipt, contact, way))
    if ('reason' in tried) return show(c, given, found, { raw: form.raw, ...tried })
    found.keep(tried.value.code)
    return done()
  }
  if (what === 'confirm') {
    const { raw } = fill(codeForm, body)
    const tried = await attempt(() => confirmMail(ctx, receipt, raw.id, raw.code))
    return 'reason' in tried ? show(c, given, found, tried) : done()
  }
  if (what === 'code') {
    const tried = await attempt(() => sendAgain(ctx, receipt, way))
    if ('reason' in tried) return show(c, given, found, tried)
    found.keep(tried.value)
    return done()
  }
  if (what === 'stop') {
    await endFollow(ctx, receipt, way)
    return done()
  }
  const deed = actOf(given, receipt)?.deeds?.[what]
  if (!deed) return accept(no({ kind: 'not-found' }))
  const back = await deed(c, receipt, body)
  return back ? show(c, given, found, back) : done()
}
