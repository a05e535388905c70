import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '#design/view.ts'
import type { Browser } from '#testing/browser.ts'
import { people } from '#testing/people.ts'
import { demoCity } from './city.ts'
import { crawl, type Visited } from './crawl.ts'
import { facts } from './plan.ts'
import { broken, deaf, isDesk, localeOf, lost, unsound } from './walked.ts'

/**
 * Everything that one of the staff reaches from the desk in one language, looked at page by page; the
 * checker of HTML reads `eachKind` of a kind. With `most`, no more pages of a kind than that.
 */
export function walkDesk(
  role: keyof typeof people,
  language: Locale,
  eachKind: number,
  most = Number.POSITIVE_INFINITY,
): void {
  describe(`the desk of the ${role}, in ${language}`, () => {
    let site: Browser
    let entries = 0
    let pages: ReadonlyMap<string, Visited>
    let list: readonly Visited[]
    beforeAll(async () => {
      site = await demoCity()
      await site.as(people[role])
      entries = (await facts(site.db)).length
      const start = language === 'ja' ? '/desk' : `/${language}/desk`
      pages = await crawl(
        site,
        [start],
        (path) => isDesk(path) && localeOf(path) === language,
        most,
      )
      list = [...pages.values()]
    })

    test('leads to every plan and item', () => {
      const items = [...pages.keys()].filter((path) => /\/plans\/\d{4}\/items\/itm_\w+$/.test(path))
      expect(items.length).toBe(Math.min(15 + 15, most))
    })
    test('has no dead link, no deaf form, and nothing broke', () => {
      expect(broken(list)).toEqual([])
      expect(lost(pages)).toEqual([])
      expect(deaf(site, list)).toEqual([])
      expect(site.bugs).toEqual([])
    })
    test('every page is valid and finished', async () => {
      expect(await unsound(list, eachKind)).toEqual([])
    })
    test('looking changed nothing', async () => {
      expect((await facts(site.db)).slice(entries)).toEqual([])
    })
  })
}
