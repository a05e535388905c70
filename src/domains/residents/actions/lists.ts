import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { paperCode, sixDigits } from '../phrase.ts'
import * as store from '../store/checks.ts'
import { terms } from '../terms.ts'
import { type ResidentAction, standing, workflow } from '../workflow.ts'
import { letterMark, type Person, paperMark, registerMark } from './checks.ts'
import { ownContacts } from './contacts.ts'

const may = (ctx: Ctx, action: ResidentAction) =>
  accept(permit(workflow, action, standing(ctx.actor), nothing))

/** A list of the town office, as keyed hashes; the list itself is not kept. */
export async function importRegister(ctx: Ctx, people: readonly Person[]): Promise<number> {
  may(ctx, 'importRegister')
  const marks = [...new Set(people.map((person) => registerMark(ctx, person)))]
  if (!marks.length) accept(no({ kind: 'refused', reason: 'register-empty' }))
  return ctx.record(async (tx) => {
    const id = newId('reg')
    await store.replaceRegister(tx, { id, at: ctx.now, by: ctx.actor.id }, marks)
    return [
      marks.length,
      {
        fact: 'resident.register-imported',
        subject: id,
        basis: workflow.importRegister.basis,
        detail: { size: marks.length },
      },
    ]
  })
}

/** 会場で配る番号の用紙: the codes exist on paper only. */
export async function makeSheet(
  ctx: Ctx,
  title: string,
  count: number,
): Promise<{ readonly codes: readonly string[]; readonly expiresOn: IsoDate }> {
  may(ctx, 'makeSheet')
  if (count < 1 || count > terms.sheet.most) accept(no({ kind: 'refused', reason: 'sheet-size' }))
  const codes = Array.from({ length: count }, paperCode)
  const expiresOn = addDays(localDate(ctx.now), terms.sheet.days)
  const id = newId('sht')
  await ctx.record(async (tx) => {
    await store.insertSheet(
      tx,
      { id, title, by: ctx.actor.id, at: ctx.now, expiresOn },
      codes.map((code) => paperMark(ctx, code)),
    )
    return [
      undefined,
      {
        fact: 'resident.sheet-made',
        subject: id,
        basis: workflow.makeSheet.basis,
        detail: { count, expires: expiresOn },
      },
    ]
  })
  return { codes, expiresOn }
}

export interface Letter {
  readonly name: string
  readonly postcode: string
  readonly address: string
  readonly code: string
}

/** Opens the addresses of all who wait for a letter, with its entry for each, and makes their codes. */
export async function printLetters(
  ctx: Ctx,
  noteOpening: (tx: Writer, owner: string) => Promise<Fact>,
): Promise<Letter[]> {
  may(ctx, 'printLetters')
  const waiting = (await store.pendingChecks(ctx.db)).filter(
    (c) => c.way === 'letter' && c.printedAt === null,
  )
  if (!waiting.length) return accept(no({ kind: 'refused', reason: 'no-letters' }))
  const addressed = await Promise.all(
    waiting.map(async (check) => ({
      check,
      contact: (await ownContacts(ctx, check.resident)).find((c) => c.kind === 'letter'),
    })),
  )
  return ctx.record(async (tx) => {
    const letters: Letter[] = []
    const facts: Fact[] = []
    for (const { check, contact } of addressed) {
      if (!contact) continue
      const code = sixDigits()
      await store.printCode(tx, check.id, letterMark(ctx, check.id, code), ctx.now)
      facts.push(await noteOpening(tx, check.resident))
      const [name = '', postcode = '', address = ''] = contact.text.split('\n')
      letters.push({ name, postcode, address, code })
    }
    return [
      letters,
      {
        fact: 'resident.letters-printed',
        subject: 'residents',
        basis: workflow.printLetters.basis,
        detail: { count: letters.length },
      },
      ...facts,
    ]
  })
}
