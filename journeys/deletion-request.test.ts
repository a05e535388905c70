import { beforeAll, expect, test } from 'vitest'
import { districtNamed, districts } from '#domains/districts/index.ts'
import { matchRegister } from '#domains/residents/actions/checks.ts'
import { importRegister } from '#domains/residents/actions/lists.ts'
import { jobs, retentions } from '#domains/residents/jobs.ts'
import type { ResidentId } from '#domains/residents/resident.ts'
import { clock } from '#domains/staff/roles.ts'
import { must } from '#platform/must.ts'
import { carryOut } from '#platform/retention.ts'
import { type Browser, testSeal } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { readable } from './support/html.ts'
import { ask, codeFor, enter, idOf, led, machine, sendFrom } from './support/residents.ts'

const mail = 'yuko@example.jp'
const person = { name: '対馬 優子', born: '1990-01-01', address: '厳原町1' }
let site: Browser
let id: ResidentId = 'res_'
let fresh: ResidentId = 'res_'
let number = ''
let before: Record<string, readonly string[]> = {}
beforeAll(async () => {
  await demoCity()
  site = await machine()
  before = await everything()
  await enter(site, mail)
  const receipt = await ask(site, { reach: 'phone', phone: '0920527777' })
  number = receipt.number
  await sendFrom(site, '/r/receipt', /\/add$/, { text: 'わたしの名前は対馬優子です' })
  await sendFrom(site, '/me/profile', /\/profile$/, {
    nickname: 'ゆうこ',
    district: must(districtNamed(await districts(site.db), '上県'), 'the district').id,
    ageBand: '20s',
  })
  id = await idOf(site)
  await importRegister(site.ctx(people.author), [person])
  await matchRegister(site.ctx({ id, name: '', duties: [] }), person)
})

/** Every row that may be about a person, in the whole city, in an order that does not depend on the engine. */
const everything = async () => {
  const tables = [
    'resident_contact',
    'resident_addition',
    'resident_code',
    'resident_session',
    'resident_unique_mark',
    'resident_identity',
    'resident_opening',
    'resident_assist',
  ] as const
  const rows = await Promise.all(
    tables.map((table) => site.db.selectFrom(table).selectAll().execute()),
  )
  const told = (list: readonly object[] = []) => list.map((row) => JSON.stringify(row)).toSorted()
  return Object.fromEntries(tables.map((table, i) => [table, told(rows[i])]))
}

test('closing takes a code, and a wrong one closes nothing', async () => {
  site.later('2013-02-20T09:05:00+09:00')
  const page = led(await sendFrom(site, '/me/close', /\/close\/code$/))
  expect(readable(await site.text(page))).toContain('元には戻せません')
  expect((await sendFrom(site, page, /\/me\/close$/, { code: '000000' })).status).toBe(422)
  expect((await site.get('/me')).status).toBe(200)
  const done = await sendFrom(site, page, /\/me\/close$/, { code: await codeFor(site.db, mail) })
  expect(led(done)).toContain('/account?closed=1')
  expect((await site.get('/me')).status).toBe(303)
})

test('the person is gone from every table; number, act and day of the receipt stay', async () => {
  expect(await everything()).toEqual(before)
  const person = await site.db
    .selectFrom('resident_person')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(person).toMatchObject({
    state: 'closed',
    nickname: '',
    district: null,
    age_band: null,
    mail_mark: null,
    password: null,
  })
  const receipts = await site.db
    .selectFrom('resident_receipt')
    .selectAll()
    .where('resident_id', '=', id)
    .execute()
  expect(receipts).toMatchObject([{ number, act: 'follow', reach: 'none' }])
})

test('the ledger keeps that it happened, and names nobody', async () => {
  const facts = await site.db
    .selectFrom('ledger')
    .select(['fact', 'detail'])
    .where('subject_id', '=', id)
    .orderBy('seq')
    .execute()
  expect(facts.at(-1)).toMatchObject({
    fact: 'resident.closed',
    detail: { why: 'own', contacts: 2, receipts: 1 },
  })
  expect(JSON.stringify(facts)).not.toMatch(/yuko|ゆうこ|優子|0920527777/)
})

test('the same address begins anew as somebody else, and may be confirmed again', async () => {
  site.at('2013-02-21T12:00:00+09:00')
  await enter(site, mail)
  expect(await site.text('/me')).not.toContain(number)
  fresh = await idOf(site)
  expect(fresh).not.toBe(id)
  await matchRegister(site.ctx({ id: fresh, name: '', duties: [] }), person)
})

test('by the clock: unconfirmed mails after 30 days, codes after one, sleepers after notice', async () => {
  const noTerms = async () => new Map<string, number>()
  const other = await machine('2013-02-21T12:00:00+09:00')
  await ask(other, { reach: 'mail', mail: 'never@example.jp' })
  const at = (day: string) => {
    site.at(`${day}T03:00:00+09:00`)
    return site.ctx(clock)
  }
  const marks = [mail, 'never@example.jp'].map((one) => testSeal.mark(one, 'resident.mail'))
  const mails = async () =>
    (await site.db.selectFrom('resident_contact').select('id').where('mark', 'in', marks).execute())
      .length
  const state = async () =>
    (
      await site.db
        .selectFrom('resident_person')
        .select('state')
        .where('id', '=', fresh)
        .executeTakeFirstOrThrow()
    ).state
  await carryOut(at('2013-02-23'), retentions, noTerms)
  expect(await site.db.selectFrom('resident_code').select('id').execute()).toEqual([])
  expect(await mails()).toBe(2)
  await carryOut(at('2013-03-25'), retentions, noTerms)
  expect(await mails()).toBe(1)

  const warn = jobs.find((job) => job.name === 'residents.warn-sleepers')
  await carryOut(at('2016-03-01'), retentions, noTerms)
  expect(await state()).toBe('active')
  await warn?.run(at('2016-03-01'))
  await warn?.run(at('2016-03-02'))
  const told = await site.db
    .selectFrom('notice')
    .select('kind')
    .where('thing', '=', fresh)
    .execute()
  expect(told).toEqual([{ kind: 'resident.sleeping' }])
  await carryOut(at('2016-03-20'), retentions, noTerms)
  expect(await state()).toBe('active')
  await carryOut(at('2016-05-02'), retentions, noTerms)
  expect(await state()).toBe('closed')
  expect(await mails()).toBe(0)
  expect(site.bugs).toEqual([])
})
