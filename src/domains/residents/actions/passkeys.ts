import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import type { DeviceKey, NamedPasskey, Passkey, PasskeyId } from '../passkey.ts'
import type { ResidentId } from '../resident.ts'
import * as store from '../store/passkeys.ts'
import { residentById } from '../store/people.ts'
import { sealedIn } from '../store/sealed.ts'
import { terms } from '../terms.ts'
import { workflow } from '../workflow.ts'
import { begin, type SignedIn, self, signedIn } from './account.ts'
import { tellPasskey } from './tell.ts'

const { basis } = workflow.signIn

/** Of one's own account, with what their owner calls them. */
export const ownPasskeys = async (
  { db, seal }: Pick<Ctx, 'db' | 'seal'>,
  resident: ResidentId,
): Promise<readonly NamedPasskey[]> =>
  (await store.passkeysOf(db, resident)).map((key) => ({
    ...key,
    name: key.sealedName && seal.open(key.sealedName, sealedIn.passkey.place(key.id)),
  }))

/** Keeps what a device was asked, until its first answer or for five minutes. The id goes with the browser. */
export const keepQuestion = (
  ctx: Ctx,
  challenge: string,
  resident: ResidentId | null,
): Promise<string> =>
  ctx.record(async (tx) => {
    const id = newId('rpq')
    const expiresAt = new Date(+ctx.now + terms.passkey.answer)
    await store.insertQuestion(tx, { id, resident, challenge, createdAt: ctx.now, expiresAt })
    return [id, { fact: 'resident.passkey-asked', subject: resident ?? id, basis }]
  })

/** One fact for every answer that does not fit, and nothing that says in what. */
const missed = (subject: string, act: 'add' | 'sign-in'): Fact => ({
  fact: 'resident.passkey-missed',
  subject,
  basis,
  detail: { act },
})

/**
 * Adds a key to one's own account, and tells its owner. `verify` gives the key if the device answered the
 * question; the question is spent either way.
 */
export async function addPasskey(
  ctx: Ctx,
  question: string,
  name: string,
  verify: (challenge: string) => Promise<DeviceKey | null>,
): Promise<void> {
  const { id: resident } = await self(ctx)
  const isKept = await ctx.record(async (tx): Promise<readonly [boolean, Fact]> => {
    const asked = await store.takeQuestion(tx, question, 'add', ctx.now)
    const key = asked?.resident === resident ? await verify(asked.challenge) : null
    const has = await store.passkeysOf(tx, resident)
    if (!key || has.length >= terms.passkey.most) return [false, missed(resident, 'add')]
    const id: PasskeyId = newId('rpk')
    const sealedName = name && ctx.seal.seal(name, sealedIn.passkey.place(id))
    const kept = { ...key, id, resident, sealedName, addedAt: ctx.now, lastUsedAt: null }
    if (!(await store.insertPasskey(tx, kept))) return [false, missed(resident, 'add')]
    await tellPasskey(tx, ctx, resident, id)
    return [true, { fact: 'resident.passkey-added', subject: resident, basis }]
  })
  if (!isKept) accept(no({ kind: 'refused', reason: 'passkey-not-kept' }))
}

export async function removePasskey(ctx: Ctx, key: string): Promise<void> {
  const { id: resident } = await self(ctx)
  await ctx.record(async (tx) => {
    found((await store.removePasskey(tx, resident, key)) || undefined)
    return [undefined, { fact: 'resident.passkey-removed', subject: resident, basis }]
  })
}

/**
 * パスキーで入る. `verify` gives the device's counter if the owner's key signed the question. Whatever does not
 * fit, an unknown key, an old question, a counter that went back, is the same refusal.
 */
export async function signInByPasskey(
  ctx: Ctx,
  asked: { readonly question: string; readonly credential: string; readonly owner: string },
  old: string | undefined,
  verify: (challenge: string, key: Passkey) => Promise<number | null>,
): Promise<SignedIn> {
  const entered = await ctx.record(async (tx): Promise<readonly [SignedIn | undefined, Fact]> => {
    const question = await store.takeQuestion(tx, asked.question, 'sign-in', ctx.now)
    const key = await store.passkeyCalled(tx, asked.credential)
    const counter =
      question && key?.resident === asked.owner ? await verify(question.challenge, key) : null
    const isGood = key && counter !== null && (await store.usePasskey(tx, key.id, counter, ctx.now))
    const owner = isGood ? await residentById(tx, key.resident) : undefined
    if (owner?.state !== 'active')
      return [undefined, missed(key?.resident ?? 'resident', 'sign-in')]
    const token = await begin(tx, ctx, owner.id, old)
    return [{ resident: owner.id, token, isNew: false }, signedIn(owner.id, 'passkey')]
  })
  return entered ?? accept(no({ kind: 'refused', reason: 'passkey-wrong' }))
}
