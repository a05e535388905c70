import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { executablePath } from '../journeys/support/browser-path.ts'
import { keepPictures } from '../journeys/support/edition-look.ts'

/**
 * Makes every picture of the documentation from a fresh demo city, so that none can show what is no
 * longer there. Needs Chromium, the Noto CJK fonts and a built dist/.
 */
const out = 'docs/screenshots'
const password = 'tomoni-demo-2012'
const wide = { width: 1280, height: 860 }
const narrow = { width: 390, height: 780 }
/** More than this in one picture makes a page of the documentation slow to open. */
const most = 150 * 1024

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The demo city on a port of its own; ends, and is forgotten, with the script. */
async function demoCity() {
  const dataDir = await mkdtemp(join(tmpdir(), 'tomoni-shots-'))
  const server = spawn(process.execPath, ['dist/cli.js', 'demo'], {
    env: { ...process.env, TOMONI_DATA: dataDir, PORT: '0', DATABASE_URL: '', TOMONI_ORIGIN: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(server, 'exit')
  const lines = createInterface({ input: server.stdout })
  const first = await Promise.race([once(lines, 'line'), ended.then(() => [''])])
  const address = String(first[0])
  if (!address.startsWith('http')) throw new Error('the demo city did not start')
  return {
    address,
    async close() {
      server.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

type Size = typeof wide

/** A reader, or a member of staff where an address is given. */
async function visitor(browser: Browser, address: string, size: Size, email?: string) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    deviceScaleFactor: 1,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (email) {
    await page.goto('/sign-in')
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await page.click('main button')
    await page.waitForURL('**/desk')
  }
  return page
}

/** Writes what the window shows, from `from` (a selector) on. */
async function shot(page: Page, name: string, from?: string) {
  const size = page.viewportSize() ?? wide
  if (from)
    await page
      .locator(from)
      .first()
      .evaluate((place) => scrollTo(0, scrollY + place.getBoundingClientRect().y - 24))
  // The ring of the field that was filled in last is not what the picture is about.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  // A shorter picture before a heavier one.
  for (let height = size.height; height > 300; height -= 80) {
    const bytes = await page.screenshot({
      animations: 'disabled',
      clip: { x: 0, y: 0, width: size.width, height },
    })
    if (bytes.length > most) continue
    await writeFile(join(out, `${name}.png`), bytes)
    console.log(`${name}.png ${size.width}×${height} ${Math.round(bytes.length / 1024)} kB`)
    return
  }
  throw new Error(`${name} is too heavy`)
}

async function residents(browser: Browser, address: string) {
  const page = await visitor(browser, address, wide)
  const small = await visitor(browser, address, narrow)
  const both = async (path: string, name: string, from?: string) => {
    for (const [one, suffix] of [
      [page, ''],
      [small, '-phone'],
    ] as const) {
      await one.goto(path)
      await shot(one, `${name}${suffix}`, from)
    }
  }
  await both('/', 'home')
  await both('/plans/2012', 'plan')
  await both('/plans/2012/items/1-3', 'item')
  await page.goto('/plans/2012?lead=both#items')
  await shot(page, 'filter', 'form[method=get]:has([name=lead])')
  await page.goto('/search?q=標語')
  await shot(page, 'search')
  await page.goto('/plans/2013/items/2-1')
  await shot(page, 'history', 'h2:has-text("あゆみ")')
  await page.goto('/plans/compare?from=2012&to=2013')
  await shot(page, 'compare')
  await page.goto('/plans/2013/became')
  await shot(page, 'became')
  await page.goto('/plans/2012/amendments')
  await shot(page, 'amendments')
  await small.goto('/easy/plans/2012')
  await shot(small, 'easy-phone')
  await page.goto('/en/plans/2012')
  await shot(page, 'english')
  await page.goto('/reader')
  await shot(page, 'reader')
}

async function secretariat(browser: Browser, address: string) {
  const author = await visitor(browser, address, wide, 'shusa@tsushima.example')
  await shot(author, 'desk')

  await author.goto('/desk/plans/intake')
  await shot(author, 'intake')
  await author.setInputFiles('input[type=file]', 'demo/tsushima-2012.txt')
  await author.fill('[name=year]', '2014')
  await author.locator('main form:has(input[type=file]) button').first().click()
  await author.waitForURL('**/intake/tak_*')
  await shot(author, 'intake-check')
  await shot(author, 'intake-question', 'h2:has-text("確かめたいこと")')

  await author.goto('/desk/plans/2013')
  await shot(author, 'bench')
  await shot(author, 'bench-items', 'form:has([name=department])')
  const item = await author
    .locator('a[href*="/desk/plans/2013/items/"]')
    .first()
    .getAttribute('href')
  await author.goto(item ?? '')
  await shot(author, 'edit-item')
  await author.goto('/desk/plans/2013/check')
  await shot(author, 'check')
  await author.goto('/desk/plans/2013/preview')
  await shot(author, 'preview')
  await author.goto('/desk/plans/2013/steps/submit')
  await shot(author, 'step-submit')
  await confirm(author)

  const head = await visitor(browser, address, wide, 'honbucho@tsushima.example')
  await head.goto('/desk/plans/2013/steps/decide')
  await shot(head, 'step-decide')
  await confirm(head)
  await author.goto('/desk/plans/2013/steps/publish')
  await shot(author, 'step-publish')
  await confirm(author)
  await author.goto('/desk/plans/2013/roll-over')
  await author.locator('main select').first().selectOption('renamed')
  await author.locator('main details summary').first().click()
  await shot(author, 'roll-over', 'main form')

  await author.goto('/desk/plans/2012')
  const changing = await author
    .locator('a[href*="/desk/plans/2012/items/"]')
    .first()
    .getAttribute('href')
  await author.goto(changing ?? '')
  await author.fill('[name=cityRole]', '啓発の場を、四半期に1回つくります。')
  await author.fill('[name=reason]', '啓発の場の回数を、はっきり書くためです。')
  await shot(author, 'amend', '.field:has([name=reason])')
  await author.locator('main form:has([name=reason]) button').last().click()
  await author.waitForLoadState()
  await head.goto('/desk/plans/2012/amendments')
  await shot(head, 'approve')
  await head.goto('/desk/ledger')
  await shot(head, 'ledger')
}

/** The pages around the plan: people, notices, records. */
async function around(browser: Browser, address: string) {
  const staff = await visitor(browser, address, wide, 'shusa@tsushima.example')
  for (const [path, name] of [
    ['/desk/staff?on=2013-04-01', 'organisation'],
    ['/desk/staff/roster', 'roster'],
    ['/admin/permissions', 'permissions'],
    ['/desk/liaisons', 'liaisons'],
    ['/desk/handovers', 'hand-over'],
    ['/desk/without-owner', 'without-owner'],
    ['/desk/residents', 'counter'],
    ['/desk/notices/settings', 'notice-settings'],
    ['/admin/outbox', 'outbox'],
    ['/desk/newsletters', 'newsletters'],
    ['/admin/letters', 'letters'],
    ['/desk/account', 'account'],
    ['/desk/ledger/opened', 'opened'],
    ['/desk/audit/retention', 'retention'],
    ['/moderation', 'moderation'],
    ['/desk/moderation', 'moderation-desk'],
    ['/desk/words', 'words'],
    ['/desk/progress', 'progress-desk'],
    ['/desk/progress/judging', 'judging'],
    ['/desk/publications', 'publications'],
    ['/progress/2012', 'progress'],
    ['/plans/2012/judgement', 'judgement'],
    ['/publications', 'publications-public'],
  ] as const) {
    await staff.goto(path)
    await shot(staff, name)
  }
  const small = await visitor(browser, address, narrow)
  for (const [path, name] of [
    ['/follow?item=plan:2013', 'follow-phone'],
    ['/r', 'receipt-phone'],
    ['/liaisons', 'liaisons-phone'],
    ['/progress/2012', 'progress-phone'],
  ] as const) {
    await small.goto(path)
    await shot(small, name)
  }
}

/** 市民の声: what anybody reads, what its sender fills in, and the desks. */
async function voices(browser: Browser, address: string) {
  const page = await visitor(browser, address, wide, 'shusa@tsushima.example')
  for (const [path, name, from] of [
    ['/voices', 'voices-public', ''],
    ['/voices/figures', 'voices-figures', ''],
    ['/voices/map', 'voices-map', ''],
    ['/desk/districts/map', 'districts-map', ''],
    ['/desk/voices', 'voices-desk', ''],
    ['/desk/voices/promises', 'voices-promises', ''],
    ['/desk/voices/decisions', 'voices-decisions', ''],
    ['/desk/voices/post', 'voices-post', ''],
  ] as const) {
    await page.goto(path)
    await shot(page, name, from || undefined)
  }
  await page.goto('/desk/voices/box')
  await page.locator('main a[href*="/desk/voices/box/vbt_"]').first().click()
  await page.locator('main a[href*="/desk/voices/entries/"]').first().click()
  await page.waitForURL('**/entries/**')
  await shot(page, 'voices-entry')
  const small = await visitor(browser, address, narrow)
  await small.goto('/voices/new')
  await shot(small, 'voices-send-phone')
  await small.locator('button[value="map"]').click()
  await small.locator('input[type="image"]').click({ position: { x: 130, y: 320 } })
  await shot(small, 'voices-place-phone')
}

/** 意見募集: the draft and the result that anybody reads, a sheet beside its fields, the table of answers. */
async function comments(browser: Browser, address: string) {
  const small = await visitor(browser, address, narrow)
  await small.goto('/comments/2012-4')
  await shot(small, 'comments-case-phone', '.passage')
  const page = await visitor(browser, address, wide, 'shusa@tsushima.example')
  await page.goto('/comments/2012-1/result')
  await shot(page, 'comments-result', '#table')
  await page.goto('/desk/comments')
  await page.locator('main a:has-text("避難所運営の手引き")').click()
  await page.locator('main a[href$="/table"]').click()
  await shot(page, 'comments-table')
  await page.goBack()
  await page.locator('main a[href$="/sheets"]').click()
  await page.locator('main a:has-text("打ち込む")').click()
  await shot(page, 'comments-typing')
}

/** Presses the button that the page asks about. */
async function confirm(page: Page) {
  const before = page.url()
  await page.locator('main form button').first().click()
  await page.waitForURL((url) => url.href !== before)
}

await mkdir(out, { recursive: true })
await keepPictures()
await readFile('dist/cli.js').catch(() => {
  throw new Error('dist/ is missing: node scripts/build.ts')
})
const city = await demoCity()
const browser = await chromium.launch({ executablePath, args: flags })
/** `node scripts/screenshots.ts voices` makes those of one part; without a name, all. */
const parts = { residents, around, voices, comments, secretariat }
const asked = process.argv[2]
try {
  for (const [name, part] of Object.entries(parts))
    if (!asked || asked === name) await part(browser, city.address)
} finally {
  await browser.close()
  await city.close()
}
