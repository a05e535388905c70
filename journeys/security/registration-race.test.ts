import { beforeAll, expect, test } from 'vitest'
import { signInByService } from '#domains/residents/actions/account.ts'
import { enterPaperCode, matchRegister } from '#domains/residents/actions/checks.ts'
import { importRegister, makeSheet } from '#domains/residents/actions/lists.ts'
import { claim, follow } from '#domains/residents/actions/receipts.ts'
import type { ResidentId } from '#domains/residents/resident.ts'
import { anonymous } from '#platform/actor.ts'
import { addDays } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { type Browser, browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'

const person = { name: '対馬 花子', born: '1980-05-05', address: '厳原町国分1441' }
let site: Browser
let nth = 0
beforeAll(async () => {
  site = await browser()
})

const as = (id: ResidentId): Ctx => site.ctx({ id, name: '', duties: [] })
const account = async (): Promise<Ctx> => {
  const vouched = { provider: 'test', issuer: 'https://id.example.jp', subject: String(nth++) }
  return as((await signInByService(site.ctx(anonymous), vouched, 'ja', undefined)).resident)
}
const won = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.filter((r) => r.status === 'fulfilled').length
const reasons = (results: readonly PromiseSettledResult<unknown>[]) =>
  new Set(results.flatMap((r) => (r.status === 'rejected' ? [String(r.reason.message)] : [])))

test('50 accounts claim to be the same person at once: exactly one is', async () => {
  await importRegister(site.ctx(people.author), [person])
  const accounts = await Promise.all(Array.from({ length: 50 }, account))
  const results = await Promise.allSettled(accounts.map((ctx) => matchRegister(ctx, person)))
  expect(won(results)).toBe(1)
  expect(reasons(results)).toEqual(new Set(['person-known']))
  expect(await site.db.selectFrom('resident_unique_mark').selectAll().execute()).toHaveLength(1)
  expect(await site.db.selectFrom('resident_check').selectAll().execute()).toHaveLength(1)
})

test('one account asked 50 times at once is confirmed once', async () => {
  const other = { ...person, name: '対馬 次郎' }
  await importRegister(site.ctx(people.author), [other])
  const ctx = await account()
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => matchRegister(ctx, other)),
  )
  expect(won(results)).toBe(1)
  expect(
    await site.db
      .selectFrom('resident_check')
      .selectAll()
      .where('resident_id', '=', ctx.actor.id)
      .execute(),
  ).toHaveLength(1)
})

test('a code on paper lets one of 50 in, and a refused person does not use it up', async () => {
  const { codes } = await makeSheet(site.ctx(people.author), '地区の集まり', 1)
  const [code = ''] = codes
  // Known already under another account: refused, and the code is still good.
  await expect(enterPaperCode(await account(), code, person)).rejects.toThrow('person-known')
  const accounts = await Promise.all(Array.from({ length: 50 }, account))
  const results = await Promise.allSettled(
    accounts.map((ctx, i) =>
      enterPaperCode(ctx, code, { name: `対馬 ${i}子`, born: addDays('1950-01-01', i) }),
    ),
  )
  expect(won(results)).toBe(1)
  expect(reasons(results)).toEqual(new Set(['code-wrong']))
})

test('50 receipts at once have 50 numbers without a gap', async () => {
  const asked = { subject: 'plan:2013', channel: 'web', locale: 'ja', contact: null } as const
  const made = await Promise.all(
    Array.from({ length: 50 }, () => follow(site.ctx(anonymous), asked)),
  )
  const serials = made.map(({ receipt }) => receipt.serial).toSorted((a, b) => a - b)
  expect(serials).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
})

test('two who hold the same slip: one of them has it', async () => {
  const { receipt, phrase } = await follow(site.ctx(anonymous), {
    subject: 'plan:2013',
    channel: 'web',
    locale: 'ja',
    contact: null,
  })
  const accounts = await Promise.all(Array.from({ length: 10 }, account))
  const results = await Promise.allSettled(
    accounts.map((ctx) => claim(ctx, receipt.number, phrase)),
  )
  expect(won(results)).toBe(1)
})
