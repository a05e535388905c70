import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { demoPassword } from '../../src/commands/demo.ts'
import { executablePath } from './browser-path.ts'

/** Where there is no Chromium these tests are left out, and say so; the CI may not leave them out. */
export const leaveOut = !existsSync(executablePath) && !process.env.CI
if (leaveOut) process.stderr.write(`left out, for want of ${executablePath}\n`)

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const ours = createRequire(import.meta.url)
/** axe itself, to be set into every page as it opens: its builder for Playwright takes ten times as long. */
export const axe = createRequire(ours.resolve('@axe-core/playwright')).resolve(
  'axe-core/axe.min.js',
)
/** What axe finds on the page where this is evaluated, each with its place. */
export const violations = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((n) => id + ': ' + n.target)))`

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }

export const staff = {
  author: 'shusa@tsushima.example',
  head: 'honbucho@tsushima.example',
  member: 'iin-1@tsushima.example',
  clerk: 't0042@tsushima.example',
  chief: 't0017@tsushima.example',
} as const

export interface Visited {
  readonly address: string
  readonly chrome: Browser
  /** Where its mails lie. */
  readonly outbox: string
  readonly open: (options?: BrowserContextOptions, as?: keyof typeof staff) => Promise<Page>
  readonly close: () => Promise<void>
}

let together: Promise<Visited> | undefined

/**
 * One city for all files that only look: they run one after the other in one process. Whoever writes to it
 * visits a city of their own. It ends with the process.
 */
export function visitTogether(): Promise<Visited> {
  together ??= visit()
  return together
}

/** The built server with a fresh demo city on a free port, and a real browser before it. */
export async function visit(): Promise<Visited> {
  if (!existsSync('dist/cli.js')) throw new Error('dist/ is missing: npm run build')
  const data = await mkdtemp(join(tmpdir(), 'tomoni-chromium-'))
  const program = ['--import', './src/testing/with-parent.ts', 'dist/cli.js', 'demo']
  const server = spawn(process.execPath, program, {
    env: { ...process.env, TOMONI_DATA: data, PORT: '0', DATABASE_URL: '', TOMONI_ORIGIN: '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  const launching = chromium.launch({ executablePath, args: flags })
  const line = once(createInterface({ input: server.stdout }), 'line')
  const [first] = await Promise.race([line, ended])
  const chrome = await launching
  const address = String(first)
  const close = async () => {
    await chrome.close()
    server.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  if (!address.startsWith('http')) {
    await close()
    throw new Error('the demo city did not start')
  }
  const open: Visited['open'] = async (options = {}, as) => {
    const context = await chrome.newContext({ baseURL: address, viewport: desktop, ...options })
    const page = await context.newPage()
    if (as) await signIn(page, staff[as])
    return page
  }
  return { address, chrome, outbox: join(data, 'outbox'), open, close }
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', demoPassword)
  await page.click('main button[type=submit]')
  await page.waitForURL('**/desk')
}

export const publicPages = [
  '/',
  '/plans',
  '/plans/2012',
  '/plans/2012?lead=both&text=協働',
  '/plans/2012/items/2-2',
  '/plans/2012/judgement',
  '/plans/2013/items/3-3',
  '/plans/2012/amendments',
  '/plans/2013/became',
  '/plans/compare?from=2012&to=2013',
  '/progress',
  '/progress/2012/items?standing=on-track',
  '/search?q=協働',
  '/search?q=zzzz',
  '/open-data',
  '/about',
  '/paper',
  '/accessibility',
  '/licence',
  '/reader',
  '/api',
  '/liaisons',
  '/newsletters',
  '/newsletters/subscribe',
  '/moderation',
  '/ledger/heads',
  '/voices/new',
  '/follow?item=plan:2013',
  '/r',
  '/account',
  '/sign-in',
  '/nowhere',
] as const

/** The pages of the desk, with ids found on the workbench of the city that is being visited. */
export async function deskPages(page: Page): Promise<readonly string[]> {
  await page.goto('/desk/plans/2013')
  const first = async (kind: string) => {
    const href = await page
      .locator(`a[href*="/desk/plans/2013/${kind}/"]`)
      .first()
      .getAttribute('href')
    return href?.split('#')[0] ?? ''
  }
  return [
    '/desk',
    '/desk/ledger',
    '/desk/plans',
    '/desk/plans/intake',
    '/desk/plans/2013',
    '/desk/plans/2013/check',
    '/desk/plans/2013/preview',
    '/desk/plans/2013/steps/submit',
    '/desk/plans/2013/head',
    await first('items'),
    await first('measures'),
    await first('groups'),
    '/desk/plans/2012',
    '/desk/plans/2012/amendments',
    '/desk/plans/2012/roll-over',
    '/desk/progress',
    '/desk/progress/settings',
    ...(await progressPages(page)),
    ...(await judgingPages(page)),
    '/desk/staff',
    '/desk/staff/roster',
    '/desk/accounts',
    '/desk/account',
    '/admin/permissions',
    '/desk/liaisons',
    '/desk/liaisons/trainings',
    '/desk/handovers',
    '/desk/without-owner',
    '/desk/residents',
    '/desk/residents/take',
    '/desk/notices',
    '/desk/notices/settings',
    '/admin/outbox',
    '/admin/letters',
    '/desk/newsletters',
    '/desk/newsletters/new',
    '/desk/newsletters/terms',
    ...(await newsletterPages(page)),
    '/desk/moderation',
    '/desk/ledger/opened',
    '/desk/audit/retention',
  ]
}

/** Where the first link on a page leads whose address has this in it. */
async function firstLink(page: Page, from: string, address: string): Promise<string> {
  await page.goto(from)
  const href = await page.locator(`main a[href*="${address}"]`).first().getAttribute('href')
  return href ?? ''
}

/** An issue that waits for its approval: how it stands, its marks, and how its mail looks. */
async function newsletterPages(page: Page): Promise<readonly string[]> {
  const href = await firstLink(page, '/desk/newsletters', '/desk/newsletters/nws_')
  return href ? [href, `${href}/check`, `${href}/preview`] : []
}

/** A round of the demo's year that is over and the one that is open: a section's reports, and one of them. */
async function progressPages(page: Page): Promise<readonly string[]> {
  const first = (from: string, address: string) => firstLink(page, from, address)
  await page.goto('/desk/progress?year=2012')
  const links = await page
    .locator('main a[href*="/desk/progress/rounds/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const rounds = links.filter((href) => /\/rounds\/rnd_[^/?]+$/.test(href))
  const [over = '', open = ''] = [rounds[0], rounds.at(-1)]
  const section = await first(over, '/section?name=')
  const report = await first(section, '/desk/progress/reports/')
  const writing = await first(open, '/section?name=')
  return [over, section, report, await first(section, '/explain'), open, writing]
}

/** The year that is prepared, its division, a judgement; an item of the meeting that was, and an answer. */
async function judgingPages(page: Page): Promise<readonly string[]> {
  const desk = '/desk/progress/judging'
  const hrefs = async (from: string, address: string) => {
    await page.goto(from)
    const all = page.locator(`main a[href*="${address}"]`)
    return all.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  }
  const [prepared = '', published = ''] = [...new Set(await hrefs(desk, `${desk}/cmt_`))]
  const [judgement = ''] = await hrefs(prepared, `${desk}/items/`)
  const [item = ''] = await hrefs(published, '/meeting/itm_')
  const [answer = ''] = await hrefs(`${desk}/answers`, `${desk}/answers/rmk_`)
  const rest = [`${desk}/own`, `${desk}/answers`, `${desk}/missing/2012`, `${prepared}/division`]
  return [desk, prepared, published, judgement, item, answer, ...rest]
}

/** What a citizen who is a member of the committee reads, in whichever language. */
export async function memberPages(page: Page): Promise<readonly string[]> {
  const mine = '/desk/progress/judging/mine'
  const committee = await firstLink(page, mine, '/judging/cmt_')
  return [mine, committee, await firstLink(page, committee, '/mine/itm_')]
}
