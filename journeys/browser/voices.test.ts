import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveOut, phone, type Visited, visit } from '../support/chromium.ts'

const ours = createRequire(import.meta.url)
const axe = createRequire(ours.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')
const violations = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((n) => id + ': ' + n.target)))`

let city: Visited
beforeAll(async () => {
  if (!leaveOut) city = await visit()
})
afterAll(() => city?.close())

/** With the Tab key alone, as whoever cannot use a mouse: the field of that name or the button of that value. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to ${selector} by keyboard`)
}
const typeInto = async (page: Page, name: string, text: string) => {
  await tabTo(page, `[name=${name}]`)
  await page.keyboard.type(text)
}
/** The radio button at a place of its group: the first is reached by Tab, the others by arrows. */
async function choose(page: Page, name: string, place: number): Promise<void> {
  await tabTo(page, `[name=${name}]`)
  await page.keyboard.press('Space')
  for (let i = 0; i < place; i += 1) await page.keyboard.press('ArrowDown')
}
const press = async (page: Page, step: string) => {
  await tabTo(page, `button[value=${step}]`)
  await page.keyboard.press('Enter')
}

/** In the order in which a screen reader comes to them. */
async function heardInOrder(page: Page, names: readonly string[]): Promise<void> {
  const heard = await page.locator('main').ariaSnapshot()
  const places = names.map((name) => heard.indexOf(name))
  expect(places.every((place) => place >= 0) || `${names}\n${heard}`).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

const context = async (): Promise<BrowserContext> => {
  const page = await city.open({ viewport: phone })
  await page.context().addInitScript({ path: axe })
  return page.context()
}
const narrow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

describe.skipIf(leaveOut)('on a phone', () => {
  test('a voice is written and sent by keyboard alone; what it is about comes before who one is', async () => {
    const page = await (await context()).newPage()
    await page.goto('/voices/new')
    await heardInOrder(page, [
      'heading "声を届ける"',
      '伝えたいこと',
      'どこのことですか',
      '地区',
      'button "次へ"',
    ])
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await typeInto(page, 'text', '坂の街灯が暗いです。')
    await typeInto(page, 'place', '市役所の前の坂')
    await press(page, 'what')
    await page.waitForSelector('[name=reach]')
    await heardInOrder(page, [
      'どなたの声ですか',
      '年代',
      '公表してもよいですか',
      '返事の受け取り方',
      'button "確かめる"',
    ])
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await choose(page, 'sender', 0)
    await choose(page, 'publish', 0)
    await choose(page, 'reach', 3)
    // Where nothing is needed to answer, nothing is asked.
    expect(await page.locator('[name=mail], [name=name]').filter({ visible: true }).count()).toBe(0)
    await press(page, 'who')
    await page.waitForSelector('[name=photos]')
    await heardInOrder(page, [
      'この内容で送りますか',
      '坂の街灯が暗いです。',
      '写真',
      'button "この内容で送る"',
    ])
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await press(page, 'send')
    await page.waitForURL('**/r/receipt')
    expect(await page.textContent('main')).toMatch(/V2012-\d{4}-\d/)
    expect(await page.evaluate(violations)).toEqual([])
    expect(await narrow(page)).toBe(true)
    await page.context().close()
  })

  test('what is written without a line stays on the phone and is sent later; then nothing of it is left', async () => {
    const phoneOf = await context()
    const page = await phoneOf.newPage()
    await page.goto('/voices/new')
    await page.fill('[name=text]', '港の手すりがこわれています。')
    await page.waitForFunction(() => localStorage.length > 0)
    await phoneOf.setOffline(true)
    await page.click('button[value=what]')
    await page.waitForSelector('text=つながっていません')
    expect(await page.inputValue('[name=text]')).toBe('港の手すりがこわれています。')
    // The battery was empty, or the window was closed.
    await page.close()
    await phoneOf.setOffline(false)
    const later = await phoneOf.newPage()
    await later.goto('/voices/new')
    expect(await later.inputValue('[name=text]')).toBe('')
    await later.click('.draft-found button.primary')
    expect(await later.inputValue('[name=text]')).toBe('港の手すりがこわれています。')
    await later.click('button[value=what]')
    await later.check('[name=sender][value=anonymous]')
    await later.check('[name=publish][value=yes]')
    await later.check('[name=reach][value=mail]')
    await later.fill('[name=mail]', 'nagisa@example.jp')
    // Who one is does not stay on a device that others may use.
    expect(await later.evaluate(() => JSON.stringify(localStorage))).not.toContain('nagisa')
    await later.click('button[value=who]')
    await later.click('button[value=send]')
    await later.waitForURL('**/r/receipt')
    await later.waitForFunction(() => localStorage.length === 0)
    await later.goto('/voices/new')
    expect(await later.locator('.draft-found').count()).toBe(0)
    await phoneOf.close()
  })
})
