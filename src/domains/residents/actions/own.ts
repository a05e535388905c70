import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import type { Profile } from '../resident.ts'
import { checksOf } from '../store/checks.ts'
import { forgetContacts } from '../store/contacts.ts'
import { assistsOf, openingsOf } from '../store/openings.ts'
import * as people from '../store/people.ts'
import { receiptsOf } from '../store/receipts.ts'
import * as sessions from '../store/sessions.ts'
import { workflow } from '../workflow.ts'
import { self, tokenMark } from './account.ts'
import { readAdditions } from './additions.ts'
import { readCheck } from './checks.ts'
import { askCode, withCode } from './codes.ts'
import { keepContact, ownContacts } from './contacts.ts'
import { ownPasskeys } from './passkeys.ts'

const { basis } = workflow.signIn

export async function saveProfile(ctx: Ctx, profile: Profile): Promise<void> {
  const { id } = await self(ctx)
  await ctx.record(async (tx) => {
    await people.saveProfile(tx, id, profile)
    return [
      undefined,
      { fact: 'resident.profile-changed', subject: id, basis: workflow.correct.basis },
    ]
  })
}

/** Others of one's sessions end: whoever knew the old password is out. */
export async function setPassword(ctx: Ctx, hash: string | null, token: string): Promise<void> {
  const { id } = await self(ctx)
  const here = await sessions.sessionMarked(ctx.db, tokenMark(ctx, token))
  await ctx.record(async (tx) => {
    await people.savePassword(tx, id, hash)
    await sessions.endSessionsOf(tx, id, here?.id)
    return [
      undefined,
      { fact: hash ? 'resident.password-set' : 'resident.password-removed', subject: id, basis },
    ]
  })
}

export async function askNewMail(ctx: Ctx, mail: string): Promise<string> {
  const { id, locale } = await self(ctx)
  return askCode(ctx, { act: 'change-mail', subject: id, mail, locale })
}

/** The old address holds until the new one has answered. */
export async function changeMail(ctx: Ctx, codeId: string, code: string): Promise<void> {
  const { id } = await self(ctx)
  const done = await withCode(
    ctx,
    { id: codeId, code, act: 'change-mail', subject: id },
    async (tx, sent, mail) => {
      const moved = await people.moveMail(tx, id, sent.addressMark)
      if (moved) await keepContact(tx, ctx, id, { kind: 'mail', text: mail }, true)
      return [
        moved,
        {
          fact: moved ? 'resident.contact-changed' : 'resident.contact-refused',
          subject: id,
          basis: workflow.changeContact.basis,
          detail: { reach: 'mail' },
        },
      ]
    },
  )
  if (!done) accept(no({ kind: 'refused', reason: 'mail-taken' }))
}

/** Removes phone or postal address; the mail by which one signs in is changed, not removed. */
export async function forgetOwnContact(ctx: Ctx, kind: 'phone' | 'letter'): Promise<void> {
  const { id } = await self(ctx)
  await ctx.record(async (tx) => {
    await forgetContacts(tx, [id], [kind])
    return [
      undefined,
      {
        fact: 'resident.contact-deleted',
        subject: id,
        basis: workflow.correct.basis,
        detail: { reach: kind },
      },
    ]
  })
}

export async function askToClose(ctx: Ctx): Promise<string | null> {
  const { id, locale } = await self(ctx)
  const mail = (await ownContacts(ctx, id)).find((c) => c.kind === 'mail' && c.isConfirmed)
  return mail ? askCode(ctx, { act: 'close-account', subject: id, mail: mail.text, locale }) : null
}

/** Everything that is kept of a person, opened for that person: what the page, the JSON and the PDF are made of. */
export async function ownRecord(ctx: Ctx) {
  const { id, profile, locale, createdAt, hasPassword } = await self(ctx)
  const receipts = await receiptsOf(ctx.db, id)
  const owners = [id, ...receipts.map((r) => r.id)]
  return {
    id,
    profile,
    locale,
    createdAt,
    hasPassword,
    contacts: await ownContacts(ctx, id),
    services: await people.identitiesOf(ctx.db, id),
    passkeys: (await ownPasskeys(ctx, id)).map(({ name, addedAt, lastUsedAt }) => ({
      name,
      addedAt,
      lastUsedAt,
    })),
    sessions: (await sessions.sessionsOf(ctx.db, id)).map(({ createdAt, seenAt, expiresAt }) => ({
      createdAt,
      seenAt,
      expiresAt,
    })),
    receipts: await Promise.all(
      receipts.map(async ({ id, number, act, subject, channel, reach, at, endedAt }) => ({
        number,
        act,
        subject,
        channel,
        reach,
        at,
        endedAt,
        contacts: await ownContacts(ctx, id),
        additions: await readAdditions(ctx, id),
      })),
    ),
    checks: (await checksOf(ctx.db, id))
      .map((check) => readCheck(ctx, check))
      .map(({ state, way, document, askedAt, decidedAt, until, reason }) => ({
        state,
        way,
        document,
        askedAt,
        decidedAt,
        until,
        reason,
      })),
    openings: (await openingsOf(ctx, owners)).map(({ at, who, purpose, reason, fields }) => ({
      at,
      who,
      purpose,
      reason,
      fields,
    })),
    assists: (await assistsOf(ctx, owners)).map(
      ({ who, purpose, reason, startedAt, endedAt, acts }) => ({
        who,
        purpose,
        reason,
        startedAt,
        endedAt,
        acts,
      }),
    ),
  }
}
