import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#testing/postgres.ts'
import { demoPassword } from '../../src/commands/demo.ts'
import { executablePath } from '../support/browser-path.ts'
import { leaveOut, staff } from '../support/chromium.ts'
import { enterByMail } from '../support/own-pages.ts'

let address = ''
let folder = ''
let chrome: Browser
let close = async () => {}

beforeAll(async () => {
  if (leaveOut) return
  if (!existsSync('dist/cli.js')) throw new Error('dist/ is missing: npm run build')
  const data = await mkdtemp(join(tmpdir(), 'tomoni-passkey-'))
  // A passkey is bound to the address of the site, so the port is known before the server starts.
  const port = await freePort()
  folder = join(data, 'outbox')
  address = `http://localhost:${port}`
  const server = spawn(process.execPath, ['dist/cli.js', 'demo'], {
    env: {
      ...process.env,
      TOMONI_DATA: data,
      PORT: String(port),
      DATABASE_URL: '',
      TOMONI_ORIGIN: address,
      TOMONI_SECOND_FACTOR: 'required',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  await once(createInterface({ input: server.stdout }), 'line')
  chrome = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  close = async () => {
    await chrome.close()
    server.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
})
afterAll(() => close())

/** A device with a key store of its own that knows its owner, as CDP plays it. */
async function device(isUserVerified = true): Promise<Page> {
  const context = await chrome.newContext({ baseURL: address })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified,
    automaticPresenceSimulation: true,
  } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
  return page
}

async function firstStep(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', demoPassword)
  await page.click('main form:has([name=password]) button')
  await page.waitForURL('**/sign-in/second')
}
const signOut = async (page: Page) => {
  await page.goto('/desk')
  await page.click('form[action="/sign-out"] button')
  await page.waitForURL('**/sign-in')
}

describe.skipIf(leaveOut)('a passkey', () => {
  let page: Page
  beforeAll(async () => {
    page = await device()
  })

  test('is registered at the first sign-in, and the sheet of codes comes with it', async () => {
    await firstStep(page, staff.author)
    await page.fill('[name=name]', '庁内のノートパソコン')
    await page.click('[data-passkey=create] button')
    await page.waitForSelector('text=控えの番号')
    expect(await page.locator('main li code').count()).toBe(10)
    await page.click('main a.button')
    await page.waitForURL('**/desk')
  })

  test('signs in by itself, without password, and stands in the list', async () => {
    await signOut(page)
    await page.click('[data-passkey=get] button')
    await page.waitForURL('**/desk')
    await page.goto('/desk/account')
    expect(await page.textContent('main')).toContain('庁内のノートパソコン')
  })

  test('cannot be removed as the last one; with a second one it can', async () => {
    await page.click('text=庁内のノートパソコンを外す')
    await page.waitForURL('**/desk/account?said=lastFactor')
    await page.goto('/desk/account/totp')
    const { generateSync } = await import('otplib')
    const secret = ((await page.textContent('main p code')) ?? '').replaceAll(' ', '')
    await page.fill('[name=code]', generateSync({ secret }))
    await page.click('main form:has([name=code]) button')
    await page.waitForURL('**/desk/account')
    await page.click('text=庁内のノートパソコンを外す')
    await page.waitForURL('**/desk/account?said=saved')
    await signOut(page)
    await page.click('[data-passkey=get] button')
    await page.waitForSelector('text=パスキーを確かめられませんでした')
    expect(page.url()).not.toContain('/desk')
    await page.context().close()
  })

  test('of a device that did not verify its owner is none', async () => {
    const other = await device(false)
    await firstStep(other, staff.head)
    await other.click('[data-passkey=create] button')
    await other.waitForSelector('text=パスキーを登録できませんでした')
    await other.goto('/desk')
    expect(other.url()).toContain('/sign-in')
    await other.context().close()
  })

  test('is offered with what to do instead where there is no script', async () => {
    const context = await chrome.newContext({ baseURL: address, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto('/sign-in')
    expect(await plain.textContent('[data-passkey-without]')).toContain('6桁の番号')
    expect(await plain.isVisible('[data-passkey=get] button')).toBe(false)
    await context.close()
  })
})

const leave = async (page: Page) => {
  await page.goto('/me')
  await page.click('form[action="/account/leave"] button')
  await page.waitForURL('**/account')
}

describe.skipIf(leaveOut)('a passkey of a resident', () => {
  let page: Page
  beforeAll(async () => {
    page = await device()
    await enterByMail(page, folder, 'hanako@example.jp')
  })

  test('is added, and stands in the list with its name and day', async () => {
    await page.goto('/me/passkeys')
    await page.fill('[name=name]', '居間のタブレット')
    await page.click('[data-passkey=create] button')
    await page.waitForURL('**/me/passkeys?done=added')
    expect(await page.textContent('main .entry')).toMatch(
      /居間のタブレット.*年.*月.*日.*に加えました/s,
    )
  })

  test('is not added twice by one device', async () => {
    await page.click('[data-passkey=create] button')
    await page.waitForSelector('text=パスキーを加えられませんでした')
    expect(await page.locator('main .entry').count()).toBe(1)
  })

  test('lets in by itself, without mail or password', async () => {
    await leave(page)
    await page.click('[data-passkey=get] button')
    await page.waitForURL('**/me')
    await page.goto('/me/passkeys')
    expect(await page.textContent('main .entry')).toContain('最後に使ったのは')
  })

  test('once removed, lets nobody in any more', async () => {
    await page.click('text=「居間のタブレット」を外す')
    await page.waitForURL('**/me/passkeys?done=removed')
    await leave(page)
    await page.click('[data-passkey=get] button')
    await page.waitForSelector('text=パスキーを確かめられませんでした')
    await page.goto('/me')
    expect(page.url()).toContain('/account')
    await page.context().close()
  })

  test('of a device that did not verify its owner is none', async () => {
    const other = await device(false)
    await enterByMail(other, folder, 'jiro@example.jp')
    await other.goto('/me/passkeys')
    await other.click('[data-passkey=create] button')
    await other.waitForSelector('text=パスキーを加えられませんでした')
    await other.context().close()
  })

  test('says what it needs, and the other ways, where there is no script', async () => {
    const context = await chrome.newContext({ baseURL: address, javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto('/account')
    expect(await plain.textContent('[data-passkey-without]')).toContain(
      'メールの番号か、パスワード',
    )
    expect(await plain.isVisible('[data-passkey=get] button')).toBe(false)
    await context.close()
  })
})
