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

/** Pages of one kind differ by a year, a number, an id, or by what was asked for. */
export const kindOf = ({ path }: { readonly path: string }) =>
  path.replace(/\?.*/, '?').replace(/\d[\w-]*|_\w+/g, '#')

const ours = (addresses: readonly string[], path: string) =>
  addresses.flatMap((address) => {
    const url = new URL(address, `${origin}${path}`)
    return url.origin === origin ? [`${url.pathname}${url.search}${url.hash}`] : []
  })

/** Links of a page, as addresses of this site; fragments kept. */
export const linksOn = (html: string, path: string): string[] =>
  ours(
    tagsIn(html, 'a', 'area').flatMap(({ attributes }) => attributes.href ?? []),
    path,
  )

/** What its GET forms lead to; what a form narrowed down is not narrowed down once more. */
function asked(html: string, path: string): string[] {
  const forms = path.includes('?') ? [] : formsIn(html, path).filter((f) => f.method === 'get')
  return ours(forms.flatMap(fillings), path)
}

/** Choices of one control that are asked for: a list of every section says with each the same thing. */
const eachChoice = 6
/** Pages of one kind whose forms are filled; those after them have the same forms. */
const eachForm = 3
/** Pages of one kind that are asked for with the same questions, of as many things. */
const eachQuestion = 12

/** The questions that an address asks, without what they ask for: the step of a page is a page of its own. */
function questionIn(path: string): string {
  const { searchParams } = new URL(path, origin)
  return [...searchParams]
    .map(([name, value]) => (name === 'do' ? value.replace(/_\w+/g, '#') : name))
    .join()
}

/** A form as it stands, and once with each of the first choices that it offers. */
function fillings(form: PageForm): string[] {
  const address = (fields: PageForm['fields']) => {
    const [path = ''] = form.action.split('?')
    return `${path}?${new URLSearchParams(fields.map(([k, v]) => [k, v]))}`
  }
  const base = form.fields
  const each = [...form.choices].flatMap(([name, values]) =>
    values
      .slice(0, eachChoice)
      .map((value) => [...base.filter(([key]) => key !== name), [name, value] as const]),
  )
  return [base, ...each].map(address)
}

/**
 * Follows everything from `start` on that `within` accepts, and posts nothing. Of a kind of page it opens the
 * first `most`: where somebody has opened all of them, others need not.
 */
export async function crawl(
  site: Browser,
  start: readonly string[],
  within: (path: string) => boolean,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, Visited>> {
  const seen = new Map<string, Visited>()
  const seenOf = new Map<string, number>()
  const counted = (kind: string) => {
    const already = seenOf.get(kind) ?? 0
    seenOf.set(kind, already + 1)
    return already
  }
  const waiting: [string, string][] = start.map((path) => [path, 'start'])
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [address, from] = next
    const [path = ''] = address.split('#')
    if (seen.has(path) || !within(path)) continue
    const kind = kindOf({ path })
    if (path.includes('?') && counted(`${kind}${questionIn(path)}`) >= eachQuestion) continue
    if (!path.includes('?') && counted(`one more ${kind}`) >= most) continue
    const answer = await site.get(path)
    const type = answer.headers.get('content-type') ?? ''
    const html = type.startsWith('text/html') ? await answer.text() : ''
    const location = answer.headers.get('location')
    seen.set(path, { path, from, status: answer.status, type, html, location })
    if (location) waiting.push([location, path])
    const ways = [...linksOn(html, path), ...(counted(kind) < eachForm ? asked(html, path) : [])]
    waiting.push(...ways.map((way): [string, string] => [way, path]))
  }
  return seen
}
