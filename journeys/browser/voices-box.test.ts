import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveOut, type Visited, visit } from '../support/chromium.ts'
import { tabTo, typeInto } from '../support/keys.ts'

let city: Visited
beforeAll(async () => {
  if (!leaveOut) city = await visit()
})
afterAll(() => city?.close())

const letters = 40
/** A sheet of the box that is no letter. */
const leaflet = 7

const fieldNow = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')
/** Enter, and the page that comes of it. */
const enter = async (page: Page) => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** How often Tab is pressed to the way of the reply, from there to the publication, and from there to the button. */
type Way = readonly [toReply: number, toPublish: number, toTake: number]
const stops = ['[name=replyBy]', '[name=mayPublish]', 'button[value=take]'] as const
/** Another value of the list of choices: looked up by number, and may be published. */
const choice = ['End', 'ArrowDown'] as const

/** The first sheet is felt out; the others are typed as fingers do that know the way. */
async function typeLetter(page: Page, n: number, way?: Way): Promise<Way> {
  await page.keyboard.type(`手紙 その${n}`)
  const gone: number[] = []
  for (const [at, stop] of stops.entries()) {
    const presses = way?.[at]
    if (presses === undefined) gone.push(await tabTo(page, stop))
    else for (let i = 0; i < presses; i += 1) await page.keyboard.press('Tab')
    const key = choice[at]
    if (key) await page.keyboard.press(key)
  }
  await enter(page)
  return way ?? [gone[0] ?? 0, gone[1] ?? 0, gone[2] ?? 0]
}

async function leaveOutSheet(page: Page): Promise<void> {
  await tabTo(page, 'details.desk-fold summary')
  await page.keyboard.press('Enter')
  await typeInto(page, 'why', 'ちらしが入っていた')
  await enter(page)
}

describe.skipIf(leaveOut)('a month’s box on the desk of one who uses no mouse', () => {
  test('forty sheets are typed by keys alone, each begun where the words go, each with a number', async () => {
    const page = await city.open({}, 'author')
    await page.goto('/desk/voices/box')
    await typeInto(page, 'unscanned', String(letters))
    await enter(page)
    const box = await page.locator('main a[href*="/desk/voices/box/"]').first().getAttribute('href')
    let way: Way | undefined
    for (let n = 1; n <= letters; n += 1) {
      expect([n, await fieldNow(page)]).toEqual([n, 'text'])
      if (n === leaflet) await leaveOutSheet(page)
      else way = await typeLetter(page, n, way)
    }
    // Nobody's hand goes through more than the fields of a sheet.
    expect((way ?? []).reduce((sum, presses) => sum + presses, 0)).toBeLessThanOrEqual(16)
    expect(new URL(page.url()).pathname).toBe(box)
    const rows = await page.locator('main table tbody tr').allInnerTexts()
    expect(rows).toHaveLength(letters)
    const numbers = rows.flatMap((row) => /V2012-\d+-\d/.exec(row) ?? [])
    expect(new Set(numbers).size).toBe(letters - 1)
    // What was typed lies where it belongs.
    await page.goto('/desk/voices?show=received')
    await page.locator(`main a:has-text("${numbers[0]}")`).click()
    expect(await page.locator('main').innerText()).toContain('手紙 その1')
    await page.context().close()
    // Forty pages, key by key, on a machine that runs other tests too.
  }, 400_000)
})
