import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { sameToken } from '#platform/web.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { plainDigits } from '../phrase.ts'
import type { Assist, Check, CheckWay, DocumentKind, ReadCheck, ResidentId } from '../resident.ts'
import { personLine, registerLine } from '../rules/register.ts'
import { mayRenew, validUntil } from '../rules.ts'
import * as store from '../store/checks.ts'
import { residentById } from '../store/people.ts'
import { sealedIn } from '../store/sealed.ts'
import { terms } from '../terms.ts'
import { type ResidentAction, standing, workflow } from '../workflow.ts'
import { self } from './account.ts'
import { isLive } from './behalf.ts'
import { keepContact } from './contacts.ts'
import { tellCheck } from './tell.ts'

export interface Person {
  readonly name: string
  readonly born: IsoDate
  readonly address: string
}

export const personMark = (ctx: Ctx, { name, born }: Pick<Person, 'name' | 'born'>) =>
  ctx.seal.mark(personLine(name, born), 'resident.person')
export const registerMark = (ctx: Ctx, { name, born, address }: Person) =>
  ctx.seal.mark(registerLine(name, born, address), 'resident.register')
export const paperMark = (ctx: Ctx, code: string) =>
  ctx.seal.mark(
    code
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
    'resident.paper',
  )
export const letterMark = (ctx: Ctx, id: string, code: string) =>
  ctx.seal.mark(code, `resident.letter:${id}`)

const factOf = (
  action: ResidentAction,
  fact: Fact['fact'],
  check: Pick<Check, 'id' | 'resident' | 'way'>,
  more: Fact['detail'] = {},
): Fact => ({
  fact,
  subject: check.resident,
  basis: workflow[action].basis,
  detail: { check: check.id, way: check.way, ...more },
})

const begun = (ctx: Ctx, resident: ResidentId, way: CheckWay): Check => ({
  id: newId('chk'),
  version: 1,
  resident,
  state: 'pending',
  way,
  document: null,
  askedAt: ctx.now,
  printedAt: null,
  decidedAt: null,
  until: null,
  sealedReason: '',
})

/** May this person ask (again)? Out of the workflow table: not while one is pending or holds. */
const mayAsk = (ctx: Ctx, resident: string, before: Check | undefined) =>
  accept(permit(workflow, 'askCheck', standing(ctx.actor, { resident }), before ?? nothing))

/** はがき・封書で: the address goes under seal, and a code follows by letter. */
export async function askByLetter(
  ctx: Ctx,
  person: Person & { readonly postcode: string },
): Promise<Check> {
  const { id } = await self(ctx)
  mayAsk(ctx, id, await store.checkOf(ctx.db, id))
  const check = begun(ctx, id, 'letter')
  await ctx.record(async (tx) => {
    await keepContact(
      tx,
      ctx,
      id,
      { kind: 'letter', text: [person.name, person.postcode, person.address].join('\n') },
      false,
    )
    await store.insertCheck(tx, check, null, personMark(ctx, person))
    return [undefined, factOf('askCheck', 'resident.check-asked', check)]
  })
  return check
}

/** Confirms within a transaction: the mark first, because it alone decides between two at the same moment. */
async function settle(
  tx: Writer,
  ctx: Ctx,
  check: Check,
  mark: string,
  document: DocumentKind | null,
): Promise<Check> {
  if (!(await store.takeUniqueMark(tx, mark, check.resident, ctx.now)))
    return accept(no({ kind: 'refused', reason: 'person-known' }))
  return {
    ...check,
    state: 'confirmed',
    document,
    decidedAt: ctx.now,
    until: validUntil(localDate(ctx.now)),
  }
}

/** At once: asked and confirmed in one step. */
async function confirmNow(
  ctx: Ctx,
  resident: ResidentId,
  way: CheckWay,
  mark: string,
  document: DocumentKind | null,
  alsoIn: (tx: Writer) => Promise<void>,
  behalf: Fact['detail'] = {},
): Promise<Check> {
  mayAsk(ctx, resident, await store.checkOf(ctx.db, resident))
  accept(
    permit(workflow, 'confirmCheck', standing(ctx.actor, { resident }), {
      state: 'pending' as const,
    }),
  )
  return ctx.record(async (tx) => {
    await alsoIn(tx)
    const check = await settle(tx, ctx, begun(ctx, resident, way), mark, document)
    await store.insertCheck(tx, check, ctx.actor.id, mark)
    return [
      check,
      factOf('confirmCheck', 'resident.check-confirmed', check, {
        until: check.until,
        ...(document && { document }),
        ...behalf,
      }),
    ]
  })
}

/** The code from the letter. Five tries; then a new letter is asked for. */
export async function enterLetterCode(ctx: Ctx, typed: string): Promise<Check> {
  const { id } = await self(ctx)
  const check = found(await store.checkOf(ctx.db, id))
  const pending = accept(
    permit(workflow, 'confirmCheck', standing(ctx.actor, { resident: id }), check),
  )
  const since = new Date(+ctx.now - terms.code.letterLife)
  const done = await ctx.record(async (tx) => {
    const sent = await store.takeCheckTry(tx, check.id, terms.code.tries, since)
    const isRight = sameToken(
      sent?.codeMark ?? letterMark(ctx, check.id, 'none'),
      letterMark(ctx, check.id, plainDigits(typed)),
    )
    if (!sent || !isRight) return [null, factOf('confirmCheck', 'resident.code-missed', check)]
    const after = await settle(tx, ctx, pending, sent.personMark ?? '', null)
    await store.saveCheck(tx, pending, after, ctx.actor.id)
    return [
      after,
      factOf('confirmCheck', 'resident.check-confirmed', after, { until: after.until }),
    ]
  })
  return done ?? accept(no({ kind: 'refused', reason: 'code-wrong' }))
}

/** 会場で配った番号, each once. */
export async function enterPaperCode(
  ctx: Ctx,
  code: string,
  person: Pick<Person, 'name' | 'born'>,
): Promise<Check> {
  const { id } = await self(ctx)
  return confirmNow(ctx, id, 'paper', personMark(ctx, person), null, async (tx) => {
    if (!(await store.usePaperCode(tx, paperMark(ctx, code), ctx.now, localDate(ctx.now))))
      accept(no({ kind: 'refused', reason: 'code-wrong' }))
  })
}

/** 名簿との照合: what was typed is hashed, compared and forgotten. */
export async function matchRegister(ctx: Ctx, person: Person): Promise<Check> {
  const { id } = await self(ctx)
  if (!(await store.isRegistered(ctx.db, registerMark(ctx, person))))
    accept(no({ kind: 'refused', reason: 'not-in-register' }))
  return confirmNow(ctx, id, 'register', personMark(ctx, person), null, async () => {})
}

/** 窓口で: the document was seen; its kind is written down, its number is not. */
export async function confirmAtCounter(
  ctx: Ctx,
  assist: Assist,
  document: DocumentKind,
  person: Person,
): Promise<Check> {
  const resident = found(await residentById(ctx.db, assist.owner))
  if (assist.actor !== ctx.actor.id || !isLive(assist, ctx.now))
    accept(no({ kind: 'not-allowed', action: 'confirmCheck', basis: workflow.assist.basis }))
  return confirmNow(
    ctx,
    resident.id,
    'counter',
    personMark(ctx, person),
    document,
    async () => {},
    { behalf: assist.id },
  )
}

async function decide(
  ctx: Ctx,
  action: 'refuseCheck' | 'renewCheck' | 'revokeCheck' | 'expireCheck' | 'withdrawCheck',
  id: string,
  change: (check: Check) => Check,
): Promise<void> {
  const check = found(await store.checkById(ctx.db, id))
  accept(permit(workflow, action, standing(ctx.actor, { resident: check.resident }), check))
  const after = { ...change(check), state: workflow[action].to, decidedAt: ctx.now }
  await ctx.record(async (tx) => {
    if (!(await store.saveCheck(tx, check, after, ctx.actor.id))) accept(no({ kind: 'stale' }))
    if (action !== 'withdrawCheck') await tellCheck(tx, ctx, check.resident, after)
    const more = { until: after.until }
    return [undefined, factOf(action, `resident.check-${after.state}`, check, more)]
  })
}

const why = ({ seal }: Pick<Ctx, 'seal'>, { id }: Check, reason: string) => ({
  sealedReason: seal.seal(reason, sealedIn.check.place(id)),
})
/** With its reason open. */
export const readCheck = ({ seal }: Pick<Ctx, 'seal'>, check: Check): ReadCheck => ({
  ...check,
  reason: check.sealedReason && seal.open(check.sealedReason, sealedIn.check.place(check.id)),
})

export const refuseCheck = (ctx: Ctx, id: string, reason: string) =>
  decide(ctx, 'refuseCheck', id, (c) => ({ ...c, ...why(ctx, c, reason) }))
export const revokeCheck = (ctx: Ctx, id: string, reason: string) =>
  decide(ctx, 'revokeCheck', id, (c) => ({ ...c, ...why(ctx, c, reason), until: null }))
export const withdrawCheck = (ctx: Ctx, id: string) =>
  decide(ctx, 'withdrawCheck', id, (c) => ({ ...c, ...why(ctx, c, '本人の取下げ') }))
export const expireCheck = (ctx: Ctx, id: string) => decide(ctx, 'expireCheck', id, (c) => c)
export const renewCheck = (ctx: Ctx, id: string) =>
  decide(ctx, 'renewCheck', id, (c) => {
    const today = localDate(ctx.now)
    return mayRenew(c, today)
      ? { ...c, until: validUntil(today) }
      : accept(no({ kind: 'refused', reason: 'too-early-to-renew' }))
  })
