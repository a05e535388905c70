import { beforeAll, expect, test } from 'vitest'
import { askCode } from '#domains/residents/actions/codes.ts'
import { phraseWords } from '#domains/residents/phrase-words.ts'
import { readReceiptNumber, receiptNumber } from '#domains/residents/receipt.ts'
import { anonymous } from '#platform/actor.ts'
import { Refused } from '#platform/result.ts'
import type { Browser } from '#testing/browser.ts'
import { demoCity } from '../support/city.ts'
import { readable } from '../support/html.ts'
import { ask, codeFor, led, machine, sendFrom } from '../support/residents.ts'

let site: Browser
beforeAll(async () => {
  await demoCity()
  site = await machine()
})

const wanted = (from: Browser, mail: string) =>
  sendFrom(from, '/account', /\/account\/mail$/, { mail })
const typed = (from: Browser, page: string, code: string) =>
  sendFrom(from, page, /\/account\/code$/, { code })
const other = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

test('five tries, also when many come at once; then even the right code is worth nothing', async () => {
  const page = led(await wanted(site, 'a@example.jp'))
  const code = await codeFor(site.db, 'a@example.jp')
  const tries = Array.from({ length: 12 }, (_, i) => typed(site, page, other(code, i + 1)))
  expect((await Promise.all(tries)).map((a) => a.status)).toEqual(Array(12).fill(422))
  const { tries: counted } = await site.db
    .selectFrom('resident_code')
    .select('tries')
    .where('id', '=', page.split('id=')[1] ?? '')
    .executeTakeFirstOrThrow()
  expect(counted).toBe(5)
  expect((await typed(site, page, code)).status).toBe(422)
})

test('a code is used once, within 15 minutes, and for its own act only', async () => {
  const page = led(await wanted(site, 'b@example.jp'))
  const code = await codeFor(site.db, 'b@example.jp')
  const first = await machine()
  expect((await typed(first, page, code)).status).toBe(303)
  expect((await typed(site, page, code)).status).toBe(422)

  const late = led(await wanted(site, 'c@example.jp'))
  const old = await codeFor(site.db, 'c@example.jp')
  site.at('2013-02-20T09:15:01+09:00')
  expect((await typed(site, late, old)).status).toBe(422)
  site.at('2013-02-20T09:00:00+09:00')

  const asker = await machine()
  await ask(asker, { reach: 'mail', mail: 'd@example.jp' })
  const { id } = await site.db
    .selectFrom('resident_code')
    .select('id')
    .where('act', '=', 'confirm-contact')
    .executeTakeFirstOrThrow()
  expect(
    (await typed(site, `/account/code?id=${id}`, await codeFor(site.db, 'd@example.jp'))).status,
  ).toBe(422)
})

test('opening the link, as mail scanners do, changes nothing', async () => {
  const page = led(await wanted(site, 'e@example.jp'))
  const before = await site.db
    .selectFrom('ledger')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  for (const path of [
    page,
    `${page}&code=${await codeFor(site.db, 'e@example.jp')}`,
    '/account',
    '/r',
    '/follow?item=plan:2013',
  ])
    expect((await site.get(path)).status).toBe(200)
  expect(
    await site.db
      .selectFrom('ledger')
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst(),
  ).toEqual(before)
  expect((await typed(await machine(), page, await codeFor(site.db, 'e@example.jp'))).status).toBe(
    303,
  )
})

test('an address with an account and one without get the same answer, rows and mail', async () => {
  const trace = async (mail: string) => {
    const from = await machine('2013-02-25T09:00:00+09:00')
    const before = await counts(site)
    const answer = await wanted(from, mail)
    const page = led(answer).replace(/id=.*/, '')
    const after = await counts(site)
    return { status: answer.status, page, made: after.map((n, i) => n - (before[i] ?? 0)) }
  }
  expect(await trace('b@example.jp')).toEqual(await trace('never-seen@example.jp'))
})
const counts = (from: Browser) =>
  Promise.all(
    (['resident_code', 'notice', 'notice_delivery', 'ledger', 'resident_person'] as const).map(
      async (table) =>
        Number(
          (
            await from.db
              .selectFrom(table)
              .select((eb) => eb.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        ),
    ),
  )

test('the next code waits longer each time, and there is an end to them in a day', async () => {
  const from = await machine('2013-03-01T00:00:00+09:00')
  const start = Date.parse('2013-03-01T00:00:00+09:00')
  const at = (seconds: number) => from.at(new Date(start + seconds * 1000).toISOString())
  const sent: number[] = []
  for (let second = 0; second < 20_000; second += 15) {
    at(second)
    const ctx = from.ctx(anonymous)
    const asked = await askCode(ctx, {
      act: 'sign-in',
      subject: 'new',
      mail: 'often@example.jp',
      locale: 'ja',
    }).catch((thrown: unknown) => thrown)
    if (asked instanceof Refused) {
      if (asked.message === 'codes-used-up') break
      continue
    }
    sent.push(second)
  }
  const pauses = sent.slice(1).map((second, i) => second - (sent[i] ?? 0))
  expect(pauses).toEqual([30, 60, 120, 300, 900, 3600, 3600, 3600, 3600])
})

test('neither the code nor the address stands readable in the database, in a log, or in the ledger', async () => {
  await wanted(site, 'secret-person@example.jp')
  const code = await codeFor(site.db, 'secret-person@example.jp')
  for (const table of [
    'resident_code',
    'notice',
    'notice_delivery',
    'resident_contact',
    'limit_count',
  ] as const)
    expect(JSON.stringify(await site.db.selectFrom(table).selectAll().execute())).not.toMatch(
      /secret-person|@example/,
    )
  const told = await site.db
    .selectFrom('ledger')
    .select(['fact', 'subject_id', 'detail'])
    .where('fact', 'like', 'resident.%')
    .execute()
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`secret-person|@example|"${code}"`))
})

test('number and phrase are both needed: what is wrong is not told apart, and guessing is limited', async () => {
  const owner = await machine()
  const { number, phrase } = await ask(owner)
  const thief = await machine('2013-02-22T09:00:00+09:00')
  const answers = [
    await sendFrom(thief, '/r', /\/r$/, { number, phrase: 'あおぞら くるま めだか 0000' }),
    await sendFrom(thief, '/r', /\/r$/, { number: receiptNumber('F', 2012, 9999), phrase }),
  ]
  const [wrong, unknown] = await Promise.all(
    answers.map(async (a) => readable(await a.text()).replaceAll(/f2012-\d+-\d/gi, '')),
  )
  expect(answers.map((a) => a.status)).toEqual([422, 422])
  expect(wrong).toBe(unknown)
  for (let i = 0; i < 12; i++)
    await sendFrom(thief, '/r', /\/r$/, { number, phrase: `あおぞら ${i}` })
  expect((await sendFrom(thief, '/r', /\/r$/, { number, phrase })).status).toBe(429)
  // In katakana, without spaces, with wide figures: as it is written down on the telephone.
  const later = await machine('2013-02-23T09:00:00+09:00')
  const written = phrase
    .replace(/[ぁ-ゖ]/g, (k) => String.fromCodePoint((k.codePointAt(0) ?? 0) + 0x60))
    .replaceAll(' ', '')
  expect(
    (await sendFrom(later, '/r', /\/r$/, { number: number.toLowerCase(), phrase: written })).status,
  ).toBe(303)
})

test('every wrong digit of a number and every swap of two is noticed', () => {
  const number = receiptNumber('F', 2013, 1234)
  for (let i = 0; i < number.length; i++) {
    for (const digit of '0123456789') {
      const wrong = number.slice(0, i) + digit + number.slice(i + 1)
      if (/\d/.test(number[i] ?? '') && wrong !== number)
        expect(readReceiptNumber(wrong)).toBeUndefined()
    }
    const swapped =
      number.slice(0, i) + (number[i + 1] ?? '') + (number[i] ?? '') + number.slice(i + 2)
    if (/\d\d/.test(number.slice(i, i + 2)) && swapped !== number)
      expect(readReceiptNumber(swapped)).toBeUndefined()
  }
})

test('no word of a phrase speaks of a body, an illness, an insult, war, death or a disaster', () => {
  const unkind = [
    'ひまん',
    'てくび',
    'ひんけつ',
    'いたみ',
    'きらい',
    'はいせん',
    'いこつ',
    'つなみ',
    'ひさい',
  ]
  expect(phraseWords.filter((word) => unkind.includes(word))).toEqual([])
  for (const word of phraseWords) expect(word).toMatch(/^[\p{sc=Hiragana}ー]{2,5}$/u)
})

test('a phrase has at least 40 bits', () => {
  expect(new Set(phraseWords).size).toBe(phraseWords.length)
  expect(3 * Math.log2(phraseWords.length) + Math.log2(10_000)).toBeGreaterThan(40)
  expect(site.bugs).toEqual([])
})
