import { sectionAndName } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { isId, newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Receipt } from '../receipt.ts'
import { type Assist, nicknameOf, type Opening, type OwnerId, type Purpose } from '../resident.ts'
import { plainName } from '../rules/register.ts'
import { readMail } from '../rules.ts'
import { ownersMarked } from '../store/contacts.ts'
import * as store from '../store/openings.ts'
import { residentById } from '../store/people.ts'
import { receiptsByIds, receiptsOf } from '../store/receipts.ts'
import { terms } from '../terms.ts'
import { type ResidentAction, standing, workflow } from '../workflow.ts'
import { readAdditions } from './additions.ts'
import { isLive } from './behalf.ts'
import { contactMark, type OpenContact, ownContacts } from './contacts.ts'

const may = (ctx: Ctx, action: ResidentAction) =>
  accept(permit(workflow, action, standing(ctx.actor), nothing))

/** The counter is closed to everybody else, before anything is looked up. */
export const mayUseCounter = (ctx: Ctx): void => {
  const stands = standing(ctx.actor)
  accept(permit(workflow, stands.has('officer') ? 'open' : 'assist', stands, nothing))
}
export const mayVerify = (ctx: Ctx): void => {
  may(ctx, 'printLetters')
}

export interface Hit {
  readonly owner: OwnerId
  /** The number of a receipt; an account has none. */
  readonly label: string | null
  readonly nickname: string
  readonly at: Date
}

/** By the whole mail or the whole name; the answer holds numbers and days, nothing that was asked with. */
export async function findOwners(
  ctx: Ctx,
  by: { readonly mail: string; readonly name: string },
): Promise<Hit[]> {
  may(ctx, 'assist')
  const mail = readMail(by.mail)
  const marked = [
    ...(mail ? await ownersMarked(ctx.db, 'mail', contactMark(ctx, 'mail', mail)) : []),
    ...(plainName(by.name)
      ? await ownersMarked(ctx.db, 'letter', contactMark(ctx, 'letter', by.name))
      : []),
  ]
  const owners = [...new Set(marked)]
  const receipts = await receiptsByIds(
    ctx.db,
    owners.filter((o) => o.startsWith('rcp_')),
  )
  const accounts = await Promise.all(
    owners.filter((o) => o.startsWith('res_')).map((o) => residentById(ctx.db, o)),
  )
  return [
    ...receipts.map((r) => ({ owner: r.id, label: r.number, nickname: '', at: r.at })),
    ...accounts.flatMap((a) =>
      a ? [{ owner: a.id, label: null, nickname: nicknameOf(a), at: a.createdAt }] : [],
    ),
  ]
}

/** An entry for one opening, in the table that the person sees and as a fact that the auditor reads. */
export async function noteOpening(
  tx: Writer,
  ctx: Ctx,
  owner: string,
  purpose: Purpose,
  reason: string,
  fields: readonly string[],
): Promise<{ readonly opening: Opening; readonly fact: Fact }> {
  const opening: Opening = {
    id: newId('opn'),
    owner,
    at: ctx.now,
    who: sectionAndName(ctx.actor),
    purpose,
    reason,
    fields,
  }
  await store.insertOpening(tx, ctx, opening, ctx.actor.id)
  return {
    opening,
    fact: {
      fact: 'resident.contact-opened',
      subject: owner,
      basis: workflow.open.basis,
      detail: { purpose, fields: fields.join(' ') },
    },
  }
}

/** 連絡先を開く: with a purpose from the list and words; from this moment the person can see it. */
export async function openContacts(
  ctx: Ctx,
  owner: OwnerId,
  purpose: Purpose,
  reason: string,
): Promise<Opening> {
  may(ctx, 'open')
  const contacts = (await ownContacts(ctx, owner)).map((c) => c.kind)
  const hasAdditions = (await additionsOfOwner(ctx, owner)).length > 0
  const fields = [...contacts, ...(hasAdditions ? ['addition'] : [])]
  return ctx.record(async (tx) => {
    const { opening, fact } = await noteOpening(tx, ctx, owner, purpose, reason, fields)
    return [opening, fact]
  })
}

const shownFor = 10 * 60_000

/** All receipts that belong together: those of an account, or the one that nobody has claimed. */
export const receiptsOfOwner = (db: Reader, owner: OwnerId): Promise<Receipt[]> =>
  isId('rcp', owner) ? receiptsByIds(db, [owner]) : receiptsOf(db, owner)

/** What was added to requests for notices. Other chapters show to their own readers what is added to their acts. */
async function additionsOfOwner(ctx: Pick<Ctx, 'db' | 'seal'>, owner: OwnerId) {
  const receipts = (await receiptsOfOwner(ctx.db, owner)).filter(({ act }) => act === 'follow')
  return (await Promise.all(receipts.map(({ id }) => readAdditions(ctx, id)))).flat()
}

export interface Opened {
  readonly opening: Opening
  readonly contacts: readonly OpenContact[]
  readonly additions: Awaited<ReturnType<typeof readAdditions>>
}

/** What an opening showed: to the colleague who opened it, for ten minutes. */
export async function opened(ctx: Ctx, owner: OwnerId, id: string): Promise<Opened> {
  may(ctx, 'open')
  const opening = found((await store.openingsBy(ctx, ctx.actor.id, owner)).find((o) => o.id === id))
  if (+ctx.now - +opening.at > shownFor) accept(no({ kind: 'not-found' }))
  const additions = await additionsOfOwner(ctx, owner)
  return { opening, contacts: await ownContacts(ctx, owner), additions }
}

/** 代わりに手続きする: thirty minutes, one person, one colleague. */
export async function beginAssist(
  ctx: Ctx,
  owner: OwnerId,
  purpose: Purpose,
  reason: string,
): Promise<Assist> {
  may(ctx, 'assist')
  const assist: Assist = {
    id: newId('ast'),
    owner,
    actor: ctx.actor.id,
    who: sectionAndName(ctx.actor),
    purpose,
    reason,
    startedAt: ctx.now,
    endsAt: new Date(+ctx.now + terms.assist.life),
    endedAt: null,
    acts: [],
  }
  await ctx.record(async (tx) => {
    await store.insertAssist(tx, ctx, assist)
    return [
      undefined,
      {
        fact: 'resident.assist-begun',
        subject: owner,
        basis: workflow.assist.basis,
        detail: { assist: assist.id, purpose },
      },
    ]
  })
  return assist
}

/** Only one's own, and only while it lasts; anybody else's does not exist. */
export async function assistOf(ctx: Ctx, id: string): Promise<Assist> {
  may(ctx, 'assist')
  const assist = await store.assistById(ctx, id)
  if (!assist || assist.actor !== ctx.actor.id) return accept(no({ kind: 'not-found' }))
  return isLive(assist, ctx.now) ? assist : accept(no({ kind: 'refused', reason: 'assist-over' }))
}

export async function endAssist(ctx: Ctx, id: string): Promise<void> {
  const assist = await assistOf(ctx, id)
  await ctx.record(async (tx) => {
    await store.endAssist(tx, id, ctx.now)
    return [
      undefined,
      {
        fact: 'resident.assist-ended',
        subject: assist.owner,
        basis: workflow.assist.basis,
        detail: { assist: id, acts: assist.acts.length },
      },
    ]
  })
}

/** 開示の一覧: for the officer who answers for personal data. */
export async function openingsSince(ctx: Ctx, since: Date): Promise<Opening[]> {
  may(ctx, 'readOpenings')
  return store.openingsSince(ctx, since)
}
