import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { vi } from 'vitest'

/** What a resident with an account has to themselves. */
export const ownPages = [
  '/me',
  '/me/profile',
  '/me/contacts',
  '/me/security',
  '/me/passkeys',
  '/me/again',
  '/me/residence',
  '/me/close',
  '/me/notices',
  '/me/notices/settings',
] as const

/** The six digits of the first mail to this address, as it lies in the folder where there is no server. */
async function digitsFor(folder: string, mail: string): Promise<string | undefined> {
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    if (!name.endsWith('.eml')) continue
    const { to = [], text = '' } = await PostalMime.parse(await readFile(join(folder, name)))
    if (to.some((one) => one.address === mail)) return /\d{6}/.exec(text)?.[0]
  }
  return undefined
}

/** Into an account, by the code that comes by mail; `folder` is where the server lays its mails. */
export async function enterByMail(page: Page, folder: string, mail: string): Promise<void> {
  await page.goto('/account')
  await page.fill('[name=mail]', mail)
  await page.click('main form:has([name=mail]) button')
  await page.waitForURL('**/account/code**')
  const digits = await vi.waitUntil(() => digitsFor(folder, mail), {
    timeout: 60_000,
    interval: 500,
  })
  await page.fill('[name=code]', digits)
  await page.click('main form:has([name=code]) button')
  await page.waitForURL('**/me')
}
