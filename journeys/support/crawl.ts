import type { Browser } from '#testing/browser.ts'
import { formsIn, type PageForm, tagsIn } from './html.ts'

export interface Visited {
  readonly path: string
  readonly from: string
  readonly status: number
  readonly type: string
  /** Of HTML pages only. */
  readonly html: string
  /** Where it led instead. */
  readonly location: string | null
}

const origin = 'http://localhost'

/** Links and GET forms of a page, as addresses of this site; fragments kept. */
export function waysOn(html: string, path: string): string[] {
  const links = tagsIn(html, 'a', 'area').flatMap(({ attributes }) => attributes.href ?? [])
  // What a form narrowed down is not narrowed down once more.
  const forms = path.includes('?') ? [] : formsIn(html, path).filter((f) => f.method === 'get')
  return [...links, ...forms.flatMap(fillings)].flatMap((address) => {
    const url = new URL(address, `${origin}${path}`)
    return url.origin === origin ? [`${url.pathname}${url.search}${url.hash}`] : []
  })
}

/** A form as it stands, and once with each of the choices that it offers. */
function fillings(form: PageForm): string[] {
  const address = (fields: PageForm['fields']) => {
    const [path = ''] = form.action.split('?')
    return `${path}?${new URLSearchParams(fields.map(([k, v]) => [k, v]))}`
  }
  const base = form.fields
  const each = [...form.choices].flatMap(([name, values]) =>
    values.map((value) => [...base.filter(([key]) => key !== name), [name, value] as const]),
  )
  return [base, ...each].map(address)
}

/** Follows everything from `start` on that `within` accepts, and posts nothing. */
export async function crawl(
  site: Browser,
  start: readonly string[],
  within: (path: string) => boolean,
): Promise<ReadonlyMap<string, Visited>> {
  const seen = new Map<string, Visited>()
  const waiting: [string, string][] = start.map((path) => [path, 'start'])
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [address, from] = next
    const [path = ''] = address.split('#')
    if (seen.has(path) || !within(path)) continue
    const answer = await site.get(path)
    const type = answer.headers.get('content-type') ?? ''
    const html = type.startsWith('text/html') ? await answer.text() : ''
    const location = answer.headers.get('location')
    seen.set(path, { path, from, status: answer.status, type, html, location })
    if (location) waiting.push([location, path])
    waiting.push(...waysOn(html, path).map((way): [string, string] => [way, path]))
  }
  return seen
}
