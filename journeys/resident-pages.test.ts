import { beforeAll, expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './support/city.ts'
import { ask, enter, led, machine, sendFrom } from './support/residents.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

let resident: Browser
let desk: Browser
let receipt = ''
let assist = ''
beforeAll(async () => {
  await demoCity()
  resident = await machine()
  await enter(resident, 'page@example.jp')
  await ask(resident, { reach: 'phone', phone: '0920521111' })
  const row = await resident.db
    .selectFrom('resident_receipt')
    .select('id')
    .where('act', '=', 'follow')
    .orderBy('at', 'desc')
    .executeTakeFirstOrThrow()
  receipt = row.id
  desk = await machine()
  await desk.as(people.author)
  const asked = { purpose: 'request', reason: 'Call' }
  assist = led(await sendFrom(desk, `/desk/residents/of/${receipt}/assist`, /\/assist$/, asked))
})

const faults = async (site: Browser, path: string) => {
  const answer = await site.get(path)
  const html = await answer.text()
  const strange = path.startsWith('/en') || path.startsWith('/ko') ? untranslatedIn(html) : []
  return [
    ...(answer.status === 200 ? [] : [`${answer.status}`]),
    ...(await invalidIn(html)),
    ...leftIn(html),
    ...strange,
  ]
}

test.each([
  '/follow?item=plan:2013',
  '/r',
  '/r/receipt',
  '/me',
  '/me/profile',
  '/me/contacts',
  '/me/security',
  '/me/passkeys',
  '/me/notices',
  '/me/notices/settings',
  '/me/close',
  '/me/residence',
  '/me/residence/letter',
  '/me/residence/paper',
  '/me/residence/register',
  '/account/code?id=cde_x',
  '/account/password',
])('%s is sound in four languages', async (path) => {
  for (const tongue of ['', '/easy', '/en', '/ko'])
    expect(await faults(resident, `${tongue}${path}`), tongue).toEqual([])
})

test('the page of one’s own receipt, and the entrance, are sound too', async () => {
  for (const tongue of ['', '/easy', '/en', '/ko']) {
    expect(await faults(resident, `${tongue}/me/receipts/${receipt}`), tongue).toEqual([])
    expect(await faults(await machine(), `${tongue}/account`), tongue).toEqual([])
  }
})

test.each(['', '/take', '/checks', '/of/:receipt', '/of/:receipt/open', '/of/:receipt/assist'])(
  'the counter%s is sound in both languages of the desk',
  async (rest) => {
    const path = `/desk/residents${rest.replace(':receipt', receipt)}`
    for (const tongue of ['', '/en'])
      expect(await faults(desk, `${tongue}${path}`), tongue).toEqual([])
  },
)

test.each(['', '/add', '/contact', '/residence'])(
  'acting in a person’s place%s is sound',
  async (act) => {
    for (const tongue of ['', '/en'])
      expect(await faults(desk, `${tongue}${assist}${act}`), tongue).toEqual([])
    expect([...desk.bugs, ...resident.bugs]).toEqual([])
  },
)
