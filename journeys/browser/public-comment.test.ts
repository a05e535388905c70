import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe, leaveOut, phone, type Visited, violations, visit } from '../support/chromium.ts'

let city: Visited
beforeAll(async () => {
  if (!leaveOut) city = await visit()
})
afterAll(() => city?.close())

/** What a screen reader says of the page, in the order in which it says it. */
async function heard(page: Page, names: readonly (string | RegExp)[]): Promise<void> {
  const tree = await page.locator('main').ariaSnapshot()
  const places = names.map((name) => tree.search(name))
  expect(places.every((place) => place >= 0) || `${names}\n${tree}`).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}
const isSound = async (page: Page) => {
  expect(await page.evaluate(violations)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  )
}

describe.skipIf(leaveOut)('with a screen reader on a phone', () => {
  test('from the draft to the receipt every field is named, and what is missing is said first', async () => {
    const page = await city.open({ viewport: phone })
    await page.context().addInitScript({ path: axe })
    await page.goto('/comments')
    await isSound(page)
    await page.click('main #open a, main .entry a')
    await heard(page, [/heading .*level=1/, /link "意見を書く"/, /heading "案の本文"/])
    await isSound(page)
    // The paragraph is pressed, and is heard again above the field.
    const first = await page.locator('.passage p.lines').first().innerText()
    await page.locator('.passage a').first().click()
    await heard(page, [
      /heading "意見を書く"/,
      first.slice(0, 12),
      /textbox "意見/,
      /radio "市内に住んでいる"/,
      /textbox "お名前/,
      /textbox "住所/,
      /textbox "メールアドレス/,
      /button "意見を出す"/,
    ])
    await isSound(page)

    await page.fill('[name=text]', '字を大きくしてください。')
    await page.check('[name=tie][value=resident]')
    await page.click('main form button')
    await heard(page, [/link "[^"]*お名前/, /textbox "意見.*字を大きくしてください/])
    expect(await page.locator('[name=name]').getAttribute('aria-invalid')).toBe('true')
    await isSound(page)

    await page.fill('[name=name]', '見本 渚')
    await page.fill('[name=address]', '見本市3-3')
    await page.locator('main form button').press('Enter')
    await page.waitForURL('**/r/receipt')
    expect(await page.textContent('main')).toMatch(/C2012-\d{4}-\d/)
    await isSound(page)
    await page.context().close()
  })
})
