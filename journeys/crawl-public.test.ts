import { brotliCompressSync, constants } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#design/view.ts'
import type { Browser } from '#testing/browser.ts'
import { buildStyles } from '../scripts/styles.ts'
import { demoCity } from './support/city.ts'
import { crawl, type Visited } from './support/crawl.ts'
import { broken, deaf, isDesk, lost, unsound } from './support/walked.ts'

describe('what anyone may read, in every language', () => {
  let site: Browser
  let pages: ReadonlyMap<string, Visited>
  let list: readonly Visited[]
  beforeAll(async () => {
    site = await demoCity()
    pages = await crawl(site, ['/', '/sitemap.xml', '/robots.txt'], () => true)
    list = [...pages.values()]
  })

  test('every year, item and language is reached from the front page', () => {
    for (const locale of locales) {
      const prefix = locale === 'ja' ? '' : `/${locale}`
      for (const path of [
        '/plans/2012',
        '/plans/2013',
        '/plans/2012/items/5-2',
        '/plans/2013/became',
      ])
        expect(pages.has(`${prefix}${path}`), `${prefix}${path}`).toBe(true)
    }
    expect(list.length).toBeGreaterThan(200)
  })
  test('no link is dead, and nothing broke', () => {
    expect(broken(list)).toEqual([])
    expect(lost(pages)).toEqual([])
    expect(site.bugs).toEqual([])
  })
  test('only the desk asks to sign in', () => {
    const sent = list.filter(({ status }) => status === 303).map(({ path }) => path)
    expect(sent.every(isDesk)).toBe(true)
  })
  test('every form has an address that takes it', () => {
    expect(deaf(site, list)).toEqual([])
  })
  test('every page is valid, translated and finished', async () => {
    expect(await unsound(list, 3)).toEqual([])
  })
  test('no page runs a script, and none weighs more than 30 kB with its look', async () => {
    const { css } = await buildStyles()
    const weight = (text: string) =>
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
    const look = weight(css)
    const heavy = list
      .filter(({ html, path }) => html && !/\/design$/.test(path))
      .map(({ html, path }) => [weight(html) + look, path] as const)
      .filter(([bytes]) => bytes >= 30_000)
    expect(heavy).toEqual([])
    // What HTML cannot do by itself: a passkey, and keeping on the device what is being written to the city.
    const scripted = list.filter(({ html }) => /<script/i.test(html)).map(({ path }) => path)
    const mayScript = /^(\/(easy|en|ko))?\/(sign-in|account|voices\/new)$/
    expect(scripted.filter((path) => !mayScript.test(path))).toEqual([])
  })
})
