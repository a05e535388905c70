import { locales } from '#design/view.ts'
import type { Browser } from '#testing/browser.ts'
import { kindOf, linksOn, type Visited } from './crawl.ts'
import { formsIn } from './html.ts'
import { invalidIn, leftIn, untranslatedIn } from './sound.ts'

export const localeOf = (path: string) =>
  locales.find((one) => path === `/${one}` || path.startsWith(`/${one}/`)) ?? 'ja'
export const isDesk = (path: string) => /^(\/(easy|en|ko))?\/desk(\/|\?|$)/.test(path)

export const broken = (pages: readonly Visited[]) =>
  pages
    .filter(({ status, location }) => status !== 200 && !(status === 303 && location))
    .map(({ path, from, status }) => `${status} ${path} ← ${from}`)

/**
 * Links to a place on a page that has no such place. Where somebody may only read there is no field to
 * go to, and the link leads to the page.
 */
export const lost = (pages: ReadonlyMap<string, Visited>) =>
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
export function deaf(site: Browser, pages: readonly Visited[]): string[] {
  const routes = site.site.site.routes
    .filter(({ method }) => method === 'POST')
    .map(
      ({ path }) => new RegExp(`^${path.replace(/:[a-z]+(\{(?:[^{}]|\{[^}]*\})*\})?/g, '[^/]+')}$`),
    )
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

/**
 * The first faults of each page: a fault of one page is mostly one of many. The checker of HTML reads
 * `eachKind` pages of a kind; what differs from page to page is in the first few. Other languages have the same
 * pages with other words: of those it reads one.
 */
export async function unsound(pages: readonly Visited[], eachKind: number): Promise<string[]> {
  const said: string[] = []
  const validated = new Map<string, number>()
  for (const page of pages.filter(({ html }) => html)) {
    const { path, html } = page
    const faults = leftIn(html)
    if (/^\/(en|ko)(\/|$)/.test(path)) faults.push(...untranslatedIn(html).slice(0, 2))
    const already = validated.get(kindOf(page)) ?? 0
    if (already < (localeOf(path) === 'ja' ? eachKind : 1)) faults.push(...(await invalidIn(html)))
    validated.set(kindOf(page), already + 1)
    said.push(...faults.map((fault) => `${path}: ${fault}`))
  }
  return said
}
