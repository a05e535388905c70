import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, leaveOut, phone, type Visited, visit } from '../support/chromium.ts'

let city: Visited
beforeAll(async () => {
  city = await visit()
})
afterAll(() => city.close())

/** The demo's draft of the year's end, in the editor. */
async function editor(page: Page): Promise<void> {
  await page.goto('/desk/publications')
  await page
    .locator('main tr', { hasText: '下書き' })
    .locator('a[href*="/desk/publications/edn_"]')
    .first()
    .click()
  await page.locator('main a[href$="/edit"]').click()
}
const paper = (page: Page) => page.locator('.paper img')
const source = (page: Page) => paper(page).getAttribute('src')

describe.skipIf(leaveOut)('the page as it will print, beside the form', () => {
  test('follows while somebody writes, and the letters are counted; nothing is saved', async () => {
    const page = await city.open({ viewport: desktop }, 'author')
    await editor(page)
    const before = await source(page)
    expect(before).toMatch(/preview\.svg\?v=\d+$/)
    const saved = await page.inputValue('[name=title]')
    const drawn = page.waitForResponse(
      (answer) => answer.url().endsWith('/preview.svg') && answer.request().method() === 'POST',
    )
    await page.fill('[name=title]', '{対馬|つしま}の一年の歩み')
    // Readings are not counted.
    expect(await page.locator('#f-title-hint').innerText()).toContain('いま8字')
    expect((await drawn).status()).toBe(200)
    await page.waitForFunction(() =>
      document.querySelector<HTMLImageElement>('.paper img')?.src.startsWith('data:image/svg'),
    )
    await page.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>('.paper img')
      return picture?.complete && picture.naturalWidth > 0
    })
    const first = await source(page)
    await page.fill('[name=lead]', '短い文です。')
    await page.waitForFunction(
      (old) => document.querySelector('.paper img')?.getAttribute('src') !== old,
      first,
    )
    await page.fill('[name=kicker]', '長'.repeat(21))
    expect(await page.locator('#f-kicker-hint').innerText()).toContain(
      '20字までです。いま21字あります。',
    )
    await page.reload()
    expect(await page.inputValue('[name=title]')).toBe(saved)
    await page.context().close()
  })

  test('on a wide screen it stands beside the form, on a phone below it, and never wider', async () => {
    for (const viewport of [desktop, phone]) {
      const page = await city.open({ viewport }, 'author')
      await editor(page)
      const form = await page.locator('form#edition').boundingBox()
      const picture = await paper(page).boundingBox()
      if (!form || !picture) throw new Error('both are there')
      if (viewport === desktop) expect(picture.x).toBeGreaterThan(form.x + form.width)
      else expect(picture.y).toBeGreaterThan(form.y)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      await page.context().close()
    }
  })

  test('without JavaScript a button saves and shows it', async () => {
    const page = await city.open({ javaScriptEnabled: false }, 'author')
    await editor(page)
    const before = await source(page)
    await page.fill('[name=title]', '一年の歩み')
    await page.locator('button[name=then][value=look]').click()
    await page.waitForURL('**/edit?done=saved')
    expect(await page.inputValue('[name=title]')).toBe('一年の歩み')
    expect(await source(page)).not.toBe(before)
    const answer = await page.request.get(new URL((await source(page)) ?? '', city.address).href)
    expect(answer.status()).toBe(200)
    await page.context().close()
  })
})
