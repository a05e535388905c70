import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import { sameToken } from '#platform/web.ts'
import { plainDigits, sixDigits } from '../phrase.ts'
import type { Tongue } from '../resident.ts'
import { nextCodeAt } from '../rules.ts'
import * as store from '../store/codes.ts'
import { sealedIn } from '../store/sealed.ts'
import { terms } from '../terms.ts'
import { workflow } from '../workflow.ts'
import { tellCode } from './tell.ts'

export const mailMark = (ctx: Pick<Ctx, 'seal'>, mail: string) =>
  ctx.seal.mark(mail, 'resident.mail')
const codeMark = (ctx: Ctx, id: string, code: string) => ctx.seal.mark(code, `resident.code:${id}`)
const basis = workflow.signIn.basis

export interface AskedCode {
  readonly act: store.CodeAct
  /** A receipt, a resident, or `new` for whoever the address belongs to. */
  readonly subject: string
  readonly mail: string
  readonly locale: Tongue
}

/**
 * Sends six digits to an address. Whether an account has this address changes nothing here: the same rows are
 * written and the same mail goes out. Refuses while the pause after the last code to this address runs.
 */
export async function askCode(ctx: Ctx, asked: AskedCode): Promise<string> {
  return ctx.record(async (tx) => {
    const id = await sendCode(tx, ctx, asked)
    return [id, { fact: 'resident.code-sent', subject: id, basis, detail: { act: asked.act } }]
  })
}

/** The same within a transaction of the caller's, who records it. */
export async function sendCode(
  tx: Writer,
  ctx: Ctx,
  { act, subject, mail, locale }: AskedCode,
): Promise<string> {
  const addressMark = mailMark(ctx, mail)
  await store.lockAddress(tx, addressMark)
  const dayAgo = new Date(+ctx.now - 24 * 60 * 60_000)
  accept(nextCodeAt(await store.sentTo(tx, addressMark, dayAgo), ctx.now))
  const id = newId('cde')
  const code = sixDigits()
  await store.insertCode(tx, {
    id,
    act,
    subject,
    locale,
    sealed: ctx.seal.seal(mail, sealedIn.code.place(id)),
    addressMark,
    codeMark: codeMark(ctx, id, code),
    createdAt: ctx.now,
    expiresAt: new Date(+ctx.now + terms.code.life),
  })
  await tellCode(tx, ctx, id, act, code)
  return id
}

type Facts = readonly [Fact, ...Fact[]]

/**
 * Does what a code was for, if it is the right one. A wrong one costs a try, and that stays counted: nothing
 * is rolled back. Once used, too old, for another act or another subject, it is wrong.
 */
export async function withCode<T>(
  ctx: Ctx,
  asked: {
    readonly id: string
    readonly code: string
    readonly act: store.CodeAct
    readonly subject?: string
  },
  then: (tx: Writer, code: store.Code, mail: string) => Promise<readonly [T, ...Facts]>,
): Promise<T> {
  // What is not six digits is no guess, and costs none.
  if (plainDigits(asked.code).length !== 6) accept(no({ kind: 'refused', reason: 'code-wrong' }))
  const outcome = await ctx.record(
    async (tx): Promise<readonly [{ value: T } | undefined, ...Facts]> => {
      const code = await store.takeTry(tx, asked.id, asked.act, ctx.now, terms.code.tries)
      const given = codeMark(ctx, asked.id, plainDigits(asked.code))
      const isRight = sameToken(code?.codeMark ?? codeMark(ctx, asked.id, 'none'), given)
      const isOurs = asked.subject === undefined || code?.subject === asked.subject
      if (!code || !isRight || !isOurs)
        return [
          undefined,
          {
            fact: 'resident.code-missed',
            subject: code?.id ?? 'resident',
            basis,
            detail: { act: asked.act },
          },
        ]
      await store.useCode(tx, code.id, ctx.now)
      const [value, ...facts] = await then(
        tx,
        code,
        ctx.seal.open(code.sealed, sealedIn.code.place(code.id)),
      )
      return [{ value }, ...facts]
    },
  )
  return outcome ? outcome.value : accept(no({ kind: 'refused', reason: 'code-wrong' }))
}
