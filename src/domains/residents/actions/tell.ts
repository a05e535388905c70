import { post, type RecipientId } from '#domains/notices/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { checkKind, codeKind, passkeyKind, sleepingKind } from '../kinds.ts'
import { terms } from '../terms.ts'

type At = Pick<Ctx, 'now' | 'seal'>

/** Six digits to an address that only the code's own row knows. */
export const tellCode = (tx: Writer, at: At, id: string, act: string, code: string) =>
  post(tx, at, codeKind, {
    to: [id as RecipientId],
    thing: id,
    path: '/account',
    said: { code, act, minutes: terms.code.life / 60_000 },
    key: `resident.code:${id}`,
  })

export const tellCheck = (
  tx: Writer,
  at: At,
  to: RecipientId,
  check: {
    readonly id: string
    readonly state: string
    readonly until: string | null
  },
) =>
  post(tx, at, checkKind, {
    to: [to],
    thing: check.id,
    path: '/me/residence',
    said: { state: check.state, until: check.until ?? '' },
    key: `resident.check:${check.id}:${check.state}:${+at.now}`,
  })

export const tellSleeper = (tx: Writer, at: At, to: RecipientId) =>
  post(tx, at, sleepingKind, {
    to: [to],
    thing: to,
    path: '/account',
    said: {},
    key: `resident.sleeping:${to}:${+at.now}`,
  })

/** So that a key that somebody else added does not stay unseen. */
export const tellPasskey = (tx: Writer, at: At, to: RecipientId, id: string) =>
  post(tx, at, passkeyKind, {
    to: [to],
    thing: to,
    path: '/me/passkeys',
    said: {},
    key: `resident.passkey:${id}`,
  })
