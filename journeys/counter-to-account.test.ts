import { beforeAll, describe, expect, test } from 'vitest'
import { receiptNumber } from '#domains/residents/receipt.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { readable } from './support/html.ts'
import { enter, led, machine, sendFrom, slipOn } from './support/residents.ts'

const phone = '0920521234'
let desk: Browser
let slip = { number: '', phrase: '' }
let owner = ''

beforeAll(async () => {
  await demoCity()
  desk = await machine()
})

test('the counter finds what somebody speaks of by its title, and chooses where several fit', async () => {
  await desk.as(people.officer)
  const take = '/desk/residents/take'
  const html = await desk.text(take)
  const titles = [...html.matchAll(/<option value="([^"]+ [^"]+)"/g)].map(([, title = '']) => title)
  expect(titles.length).toBeGreaterThan(10)
  const shared = '協働'
  expect(titles.filter((title) => title.includes(shared)).length).toBeGreaterThan(1)
  const told = { channel: 'phone', locale: 'ja', reach: 'phone', phone: '0920521234' }
  const asked = await sendFrom(desk, take, /\/take$/, { ...told, item: shared })
  expect(asked.status).toBe(422)
  const page = await asked.text()
  expect(readable(page)).toContain('どれですか')
  expect(page).toContain('value="0920521234"')
  const [, id = ''] = /name="subject"[^>]*value="(itm_[^"]+)"/.exec(page) ?? []
  const chosen = await sendFrom(desk, take, /\/take$/, { ...told, item: shared, subject: id })
  expect(led(chosen)).toBe('/desk/residents/slip')
  const { subject } = await desk.db
    .selectFrom('resident_receipt')
    .select('subject')
    .where('act', '=', 'follow')
    .orderBy('at', 'desc')
    .orderBy('serial', 'desc')
    .executeTakeFirstOrThrow()
  expect(subject).toBe(id)
  // A whole title of the list is enough by itself; what nobody has heard of is said at its field.
  const [title = ''] = titles.filter((one) => !one.startsWith('平成'))
  expect((await sendFrom(desk, take, /\/take$/, { ...told, item: title })).status).toBe(303)
  const none = await sendFrom(desk, take, /\/take$/, { ...told, item: '竜宮城の建設' })
  expect(none.status).toBe(422)
  expect(readable(await none.text())).toContain('合うものがありません')
})

describe('An 82-year-old telephones; months later her grandson puts the receipt into an account', () => {
  test('the counter takes it in, and the slip has number and phrase', async () => {
    await desk.as(people.officer)
    const page = led(
      await sendFrom(desk, '/desk/residents/take', /\/take$/, {
        channel: 'phone',
        item: 'plan:2013',
        locale: 'ja',
        reach: 'phone',
        phone: '０９２０（５２）１２３４',
      }),
    )
    const html = await desk.text(page)
    slip = slipOn(html)
    const { serial } = await desk.db
      .selectFrom('resident_receipt')
      .select('serial')
      .where('number', '=', slip.number)
      .executeTakeFirstOrThrow()
    expect(slip.number).toBe(receiptNumber('F', 2012, serial))
    expect(slip.phrase).toMatch(/^[ぁ-ん]+ [ぁ-ん]+ [ぁ-ん]+ \d{4}$/)
    expect(readable(html)).toContain(`平成24年度第${String(serial).padStart(4, '0')}号`)
    const pdf = await desk.get('/desk/residents/slip.pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('she calls again: a colleague finds it by number and phrase, and sees no telephone number', async () => {
    await desk.as(people.other)
    const found = led(await sendFrom(desk, '/desk/residents', /\/find$/, slip))
    owner = found.replace('/desk/residents/of/', '')
    expect(await desk.text(found)).not.toContain(phone.slice(-4))
    const wrong = await sendFrom(desk, '/desk/residents', /\/find$/, {
      ...slip,
      phrase: 'あおぞら',
    })
    expect(wrong.status).toBe(422)
  })

  test('acting in her place is recorded from beginning to end, and ends by itself', async () => {
    const page = led(
      await sendFrom(desk, `/desk/residents/of/${owner}/assist`, /\/assist$/, {
        purpose: 'request',
        reason: '電話で、書き足してほしいと頼まれた',
      }),
    )
    const added = await sendFrom(desk, `${page}/add`, /\/add$/, {
      text: '夜の8時より前に電話してほしい',
    })
    expect(added.status).toBe(303)
    desk.at('2013-02-20T09:31:00+09:00')
    const late = await desk.post(`${page}/add`, { text: 'もう一つ' })
    expect(late.status).toBe(422)
    const facts = await desk.db
      .selectFrom('ledger')
      .select(['fact', 'detail'])
      .where('subject_id', '=', owner)
      .orderBy('seq')
      .execute()
    expect(facts.map((f) => f.fact)).toEqual([
      'resident.receipt-opened',
      'resident.phrase-missed',
      'resident.assist-begun',
      'resident.receipt-added-to',
    ])
    expect(facts.at(-1)?.detail).toHaveProperty('behalf')
    expect(JSON.stringify(facts)).not.toMatch(/夜の8時|0920521234/)
  })

  test('opening her number needs a purpose, and is seen', async () => {
    const page = `/desk/residents/of/${owner}/open`
    expect((await sendFrom(desk, page, /\/open$/, { purpose: 'reply' })).status).toBe(422)
    const opened = led(
      await sendFrom(desk, page, /\/open$/, { purpose: 'reply', reason: '折り返しの電話' }),
    )
    expect(await desk.text(opened)).toContain(phone)
    desk.at('2013-02-20T09:45:00+09:00')
    expect((await desk.get(opened)).status).toBe(404)
  })

  test('with the slip in hand she sees at home who did what, and why', async () => {
    const home = await machine('2013-02-21T19:00:00+09:00')
    const page = led(
      await sendFrom(home, '/r', /\/r$/, {
        number: slip.number.replaceAll('-', ' '),
        phrase: slip.phrase.replaceAll(' ', ''),
      }),
    )
    const html = readable(await home.text(page))
    expect(html).toContain('夜の8時より前に電話してほしい')
    expect(html).toContain('総務部')
    expect(html).toContain('折り返しの電話')
    expect(html).not.toContain(phone)
    expect(home.bugs).toEqual([])
  })

  test('claimed into an account it is on its page; a second claim by another fails', async () => {
    const grandson = await machine('2013-06-01T10:00:00+09:00')
    await enter(grandson, 'taro@example.jp')
    expect((await sendFrom(grandson, '/me', /\/claim$/, slip)).status).toBe(303)
    expect(await grandson.text('/me')).toContain(slip.number)
    expect(readable(await grandson.text(`/me/receipts/${owner}`))).toContain(
      '夜の8時より前に電話してほしい',
    )
    const other = await machine('2013-06-01T10:00:00+09:00')
    await enter(other, 'jiro@example.jp')
    expect((await sendFrom(other, '/me', /\/claim$/, slip)).status).toBe(422)
    expect((await other.get(`/me/receipts/${owner}`)).status).toBe(404)
    expect([...desk.bugs, ...grandson.bugs, ...other.bugs]).toEqual([])
  })
})
