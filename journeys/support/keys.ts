import type { Page } from 'playwright-core'

/** With the Tab key alone, as whoever cannot use a mouse; answers how often it was pressed. */
export async function tabTo(page: Page, selector: string): Promise<number> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector))
      return presses
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to ${selector} by keyboard`)
}

/** Into the field of that name. */
export async function typeInto(page: Page, name: string, text: string): Promise<number> {
  const presses = await tabTo(page, `[name=${name}]`)
  await page.keyboard.type(text)
  return presses
}
