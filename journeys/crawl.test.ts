import { brotliCompressSync, constants } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#design/view.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { buildStyles } from '../scripts/styles.ts'
import { demoCity } from './support/city.ts'
import { crawl, kindOf, linksOn, type Visited } from './support/crawl.ts'
import { formsIn } from './support/html.ts'
import { facts } from './support/plan.ts'
import { invalidIn, leftIn, untranslatedIn } from './support/sound.ts'

let site: Browser
let entries = 0
beforeAll(async () => {
  site = await demoCity()
  for (const person of Object.values(people)) await site.as(person)
  entries = (await facts(site.db)).length
})

const localeOf = (path: string) =>
  locales.find((one) => path === `/${one}` || path.startsWith(`/${one}/`)) ?? 'ja'
const isDesk = (path: string) => /^(\/(easy|en|ko))?\/desk(\/|\?|$)/.test(path)

const broken = (pages: readonly Visited[]) =>
  pages
    .filter(({ status, location }) => status !== 200 && !(status === 303 && location))
    .map(({ path, from, status }) => `${status} ${path} ← ${from}`)

/**
 * Links to a place on a page that has no such place. Where somebody may only read there is no field to
 * go to, and the link leads to the page.
 */
const lost = (pages: ReadonlyMap<string, Visited>) =>
  [...pages.values()].flatMap(({ html, path }) =>
    linksOn(html, path).flatMap((way) => {
      const [to = '', place] = way.split('#')
      const page = pages.get(to)
      if (!place || !page?.html || page.html.includes(`id="${decodeURIComponent(place)}"`))
        return []
      const mayWrite = page.html.includes('<textarea')
      return place.startsWith('f-') && !mayWrite ? [] : [`${way} ← ${path}`]
    }),
  )

/** Forms whose address would not take them. */
function deaf(pages: readonly Visited[]): string[] {
  const routes = site.site.site.routes
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => new RegExp(`^${path.replace(/:[a-z]+(\{[^}]*\}+)?/g, '[^/]+')}$`))
  const takes = (action: string) => {
    const { pathname } = new URL(action, 'http://localhost')
    const bare = pathname.replace(/^\/(easy|en|ko)(?=\/)/, '')
    return routes.some((route) => route.test(bare))
  }
  return pages.flatMap(({ html, path }) =>
    formsIn(html, path).flatMap(({ action, method, buttons }) => {
      // A form whose buttons all say where they lead is sent nowhere else.
      const own = buttons.every((b) => b.attributes.formaction) ? [] : [action]
      const actions = [...own, ...buttons.flatMap((b) => b.attributes.formaction ?? [])]
      return method === 'post'
        ? actions.filter((one) => !takes(one)).map((one) => `${one} ← ${path}`)
        : []
    }),
  )
}

/** How many of a kind the checker of HTML reads; what differs from page to page is in the first few. */
const eachKind = 4

/** The first faults of each page: a fault of one page is mostly one of many. */
async function unsound(pages: readonly Visited[]): Promise<string[]> {
  const said: string[] = []
  const validated = new Map<string, number>()
  for (const page of pages.filter(({ html }) => html)) {
    const { path, html } = page
    const faults = leftIn(html)
    if (/^\/(en|ko)(\/|$)/.test(path)) faults.push(...untranslatedIn(html).slice(0, 2))
    const already = validated.get(kindOf(page)) ?? 0
    if (already < eachKind) faults.push(...(await invalidIn(html)))
    validated.set(kindOf(page), already + 1)
    said.push(...faults.map((fault) => `${path}: ${fault}`))
  }
  return said
}

describe('what anyone may read, in every language', () => {
  let pages: ReadonlyMap<string, Visited>
  let list: readonly Visited[]
  beforeAll(async () => {
    await site.as(people.resident)
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
    expect(deaf(list)).toEqual([])
  })
  test('every page is valid, translated and finished', async () => {
    expect(await unsound(list)).toEqual([])
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
    // A passkey is the one thing that HTML cannot do by itself.
    const scripted = list.filter(({ html }) => /<script/i.test(html)).map(({ path }) => path)
    expect(scripted.filter((path) => !/^(\/(easy|en|ko))?\/sign-in$/.test(path))).toEqual([])
  })
})

/** Staff pages are in Japanese and English; others see the same pages with less on them. */
const walks = [
  ['viewer', ['ja']],
  ['officer', ['ja']],
  ['author', ['ja', 'en']],
  ['head', ['ja']],
] as const

describe.each(walks)('the desk of the %s, in %j', (role, languages) => {
  let pages: ReadonlyMap<string, Visited>
  let list: readonly Visited[]
  beforeAll(async () => {
    await site.as(people[role])
    const start = languages.map((one) => (one === 'ja' ? '/desk' : `/${one}/desk`))
    const wanted: readonly string[] = languages
    pages = await crawl(site, start, (path) => isDesk(path) && wanted.includes(localeOf(path)))
    list = [...pages.values()]
  })

  test('leads to every plan and item', () => {
    expect([...pages.keys()].filter((path) => /\/items\/itm_/.test(path)).length).toBe(
      (15 + 15) * languages.length,
    )
  })
  test('has no dead link, no deaf form, and nothing broke', () => {
    expect(broken(list)).toEqual([])
    expect(lost(pages)).toEqual([])
    expect(deaf(list)).toEqual([])
    expect(site.bugs).toEqual([])
  })
  test('every page is valid and finished', async () => {
    expect(await unsound(list)).toEqual([])
  })
  test('looking changed nothing', async () => {
    const since = (await facts(site.db)).slice(entries)
    const entering = /^staff\.(signed-|half-signed-in$|new-device$)/
    expect(since.filter(({ fact }) => !entering.test(fact))).toEqual([])
  })
})
