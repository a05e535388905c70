import { beforeAll, describe, expect, test } from 'vitest'
import {
  deskPages,
  leaveOut,
  publicPages,
  type Visited,
  visitTogether,
} from '../support/chromium.ts'
import { pdfText, squeezed } from '../support/files.ts'

let city: Visited
beforeAll(async () => {
  city = await visitTogether()
})

const narrow = { width: 320, height: 640 }
/** What is left of 1280 × 1024 when one enlarges it to 400 %. */
const enlarged = { width: 320, height: 256 }
const beyond = `(() => {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth) return ''
  const widest = [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
    .slice(-1)[0]
  return root.scrollWidth + ' px: ' + (widest ? widest.outerHTML.slice(0, 120) : '?')
})()`

describe.skipIf(leaveOut)('nothing is wider than the screen', () => {
  test.each(['/', '/easy/', '/en/', '/ko/'])(
    'at 320 px, and enlarged four times, %s',
    async (root) => {
      const page = await city.open({ viewport: narrow })
      const said: string[] = []
      for (const path of [...publicPages, '/design']) {
        await page.goto(root.slice(0, -1) + path)
        for (const size of [narrow, enlarged]) {
          await page.setViewportSize(size)
          const wide = await page.evaluate<string>(beyond)
          if (wide) said.push(`${root.slice(0, -1)}${path} ${size.height}: ${wide}`)
        }
      }
      expect(said).toEqual([])
      await page.context().close()
    },
  )

  test('with the largest letters too', async () => {
    const page = await city.open({ viewport: narrow })
    await page
      .context()
      .addCookies([{ name: 'reader', value: 'largest.on.high.ud', url: city.address }])
    const said: string[] = []
    for (const path of [
      '/',
      '/easy',
      '/plans/2012',
      '/easy/plans/2012/items/2-2',
      '/en/plans/2012',
    ]) {
      await page.goto(path)
      const wide = await page.evaluate<string>(beyond)
      if (wide) said.push(`${path}: ${wide}`)
    }
    expect(said).toEqual([])
    await page.context().close()
  })

  test('nor at the desk', async () => {
    const page = await city.open({ viewport: narrow }, 'author')
    const said: string[] = []
    for (const path of await deskPages(page)) {
      await page.goto(path)
      const wide = await page.evaluate<string>(beyond)
      if (wide) said.push(`${path}: ${wide}`)
    }
    expect(said).toEqual([])
    await page.context().close()
  })
})

describe.skipIf(leaveOut)('with the keyboard alone', () => {
  test('the first key leads past the menu to the text', async () => {
    const page = await city.open()
    await page.goto('/plans/2012')
    await page.keyboard.press('Tab')
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('skip')
    const { y } = (await page.locator('a.skip').boundingBox()) ?? { y: -1 }
    expect(y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(page.url()).toContain('#main')
    await page.keyboard.press('Tab')
    const inMain = 'document.querySelector("main").contains(document.activeElement)'
    expect(await page.evaluate<boolean>(inMain)).toBe(true)
    await page.context().close()
  })

  test('the menu of a phone opens, is gone through, and closes', async () => {
    const page = await city.open({ viewport: narrow })
    await page.goto('/')
    const summary = page.locator('header details.fold > summary').last()
    await summary.focus()
    await page.keyboard.press('Enter')
    const link = page.locator('header a[href="/plans"]').first()
    expect(await link.isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    const inHeader = 'document.querySelector("header").contains(document.activeElement)'
    expect(await page.evaluate<boolean>(inHeader)).toBe(true)
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await link.isVisible()).toBe(false)
    await page.context().close()
  })

  test('the filter is set and sent, and what has the focus is seen', async () => {
    const page = await city.open()
    await page.goto('/plans/2012')
    const text = page.locator('main [name=text]').first()
    await text.focus()
    const outline = 'getComputedStyle(document.activeElement).outlineStyle'
    expect(await page.evaluate<string>(outline)).not.toBe('none')
    await page.keyboard.type('標語')
    await page.keyboard.press('Enter')
    await page.waitForURL('**text=*')
    expect(await page.locator('main a[href="/plans/2012/items/1-6"]').count()).toBeGreaterThan(0)
    expect(await page.locator('main a[href="/plans/2012/items/3-1"]').count()).toBe(0)
    await page.context().close()
  })

  test('one signs in, and everything that can be pressed has a name and is reached', async () => {
    const page = await city.open()
    await page.goto('/sign-in')
    await page.locator('[name=email]').focus()
    await page.keyboard.type('shusa@tsushima.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('tomoni-demo-2012')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk')
    const reached = new Set<string>()
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate<string>('document.activeElement.getAttribute("href") ?? ""'))
    }
    const links = await page
      .locator('main a')
      .evaluateAll<string[], HTMLAnchorElement>((all) =>
        all.map((a) => a.getAttribute('href') ?? ''),
      )
    expect(links.filter((href) => !reached.has(href))).toEqual([])
    await page.context().close()
  })
})

describe.skipIf(leaveOut)('on paper', () => {
  test('the page of a year prints whole, without menus', async () => {
    const page = await city.open()
    await page.goto('/plans/2012')
    const titles = await page
      .locator('main a[href*="/plans/2012/items/"]')
      .evaluateAll<string[], HTMLAnchorElement>((all) => all.map((a) => a.textContent ?? ''))
    const bytes = await page.pdf({ format: 'A4' })
    const text = await pdfText(new Uint8Array(bytes))
    expect(titles.length).toBeGreaterThanOrEqual(15)
    for (const title of titles) expect(text).toContain(squeezed(title))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header nav').first().isVisible()).toBe(false)
    expect(await page.locator('p.printed').isVisible()).toBe(true)
    await page.context().close()
  })

  test('colours that the reader forces, and less motion, take nothing away', async () => {
    const page = await city.open({ forcedColors: 'active', reducedMotion: 'reduce' })
    await page.goto('/plans/2012')
    expect(await page.locator('main').innerText()).toContain('市民')
    const moving = `[...document.querySelectorAll('*')].filter((e) =>
      parseFloat(getComputedStyle(e).transitionDuration) > 0.01).length`
    expect(await page.evaluate<number>(moving)).toBe(0)
    await page.context().close()
  })
})
