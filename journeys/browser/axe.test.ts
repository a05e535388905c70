import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  axe,
  deskPages,
  desktop,
  leaveOut,
  memberPages,
  phone,
  publicPages,
  type Visited,
  visitTogether,
} from '../support/chromium.ts'
import { enterByMail, ownPages } from '../support/own-pages.ts'

let city: Visited
beforeAll(async () => {
  city = await visitTogether()
})

const prefixes = [
  ['ja', ''],
  ['easy', '/easy'],
  ['en', '/en'],
  ['ko', '/ko'],
] as const

/** Colours are the same in every language and at every width, and weighing them takes half of the time. */
const run = (colours: boolean) => `axe.run({
  resultTypes: ['violations'],
  rules: { 'color-contrast': { enabled: ${colours} } },
}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((n) => id + ': ' + n.target + ' ' + n.failureSummary.split('\\n')[1])))`

const open: Visited['open'] = async (...how) => {
  const page = await city.open(...how)
  await page.context().addInitScript({ path: axe })
  return page
}

/** What axe finds on a page, in Japanese at both widths; the layout is the same in every language. */
async function found(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  const said: string[] = []
  const translated = /^\/(easy|en|ko)\b/.test(path)
  for (const [name, size] of Object.entries(translated ? { phone } : { phone, desktop })) {
    await page.setViewportSize(size)
    const violations = await page.evaluate<readonly string[]>(run(!translated && size === phone))
    said.push(...violations.map((one) => `${path} (${name}) ${one}`))
  }
  return said
}

/** Two at a time: one machine has rarely fewer than two cores. */
async function foundOn(pages: readonly Page[], paths: readonly string[]): Promise<string[]> {
  const waiting = [...paths]
  const said: string[] = []
  const work = async (page: Page) => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      said.push(...(await found(page, path)))
  }
  await Promise.all(pages.map(work))
  return said
}

describe.skipIf(leaveOut)('axe finds nothing', () => {
  test.each(prefixes)('on the public pages in %s', async (_locale, prefix) => {
    const pages = await Promise.all([open(), open()])
    const paths: string[] = publicPages.map((path) =>
      path === '/' ? prefix || '/' : prefix + path,
    )
    if (!prefix) paths.push('/design')
    expect(await foundOn(pages, paths)).toEqual([])
    await Promise.all(pages.map((page) => page.context().close()))
  })

  test.each([prefixes[0], prefixes[2]])('at the desk in %s', async (_locale, prefix) => {
    const one = await open({}, 'author')
    const pages = [one, await one.context().newPage()]
    const paths = (await deskPages(one)).map((path) => prefix + path)
    expect(await foundOn(pages, paths)).toEqual([])
    await one.context().close()
  })

  test('on what a member of the committee reads, in four languages', async () => {
    const page = await open({}, 'member')
    const own = await memberPages(page)
    const paths = prefixes.flatMap(([, prefix]) => own.map((path) => prefix + path))
    expect(await foundOn([page, await page.context().newPage()], paths)).toEqual([])
    await page.context().close()
  })

  test('on what a resident with an account has to themselves', async () => {
    const page = await open()
    await enterByMail(page, city.outbox, 'umi@example.jp')
    const paths = prefixes.flatMap(([, prefix]) => ownPages.map((path) => prefix + path))
    expect(await foundOn([page, await page.context().newPage()], paths)).toEqual([])
    await page.context().close()
  })

  test('with the letters, contrast and font that a reader set', async () => {
    const page = await open()
    await page.goto('/reader')
    for (const [name, value] of [
      ['size', 'largest'],
      ['contrast', 'high'],
      ['font', 'ud'],
    ])
      await page.check(`main [name=${name}][value=${value}]`)
    await page.click('main form button[type=submit]')
    expect(await page.getAttribute('html', 'data-contrast')).toBe('high')
    expect(await foundOn([page], ['/', '/plans/2012', '/plans/2012/items/2-2'])).toEqual([])
    await page.context().close()
  })
})
