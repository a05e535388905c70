import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { formsIn, type PageForm } from './html.ts'

type Typed = Readonly<Record<string, string | readonly string[] | File>>

/** Opens a page, fills in its form as a person would who leaves all else as it is, and sends it. */
export async function send(
  site: Browser,
  path: string,
  typed: Typed = {},
  which: (form: PageForm) => boolean = (form) => form.method === 'post' && isOfPage(form),
): Promise<Response> {
  const page = await site.get(path)
  const html = await page.text()
  if (page.status !== 200) throw new Error(`${path}: ${page.status}`)
  const form = must(formsIn(html, path).find(which), `${path} has the form asked for`)
  return sendForm(site, form, typed)
}

export function sendForm(site: Browser, form: PageForm, typed: Typed = {}): Promise<Response> {
  const body: Record<string, string | readonly string[] | File> = {}
  for (const [name, value] of form.fields) {
    const known = body[name]
    body[name] =
      known === undefined ? value : [...(Array.isArray(known) ? known : [String(known)]), value]
  }
  return site.post(form.action, { ...body, ...typed })
}

/** Not the ones that stand on every page: signing out, the settings of a reader. */
const isOfPage = ({ action }: PageForm) => !/\/(sign-out|reader)$/.test(action)

/** Where a form led to; what it answered instead, if nowhere. */
export function onward(answer: Response): string {
  const location = answer.headers.get('location')
  if (answer.status !== 303 || !location) throw new Error(`no way onward: ${answer.status}`)
  return location
}

export const formTo =
  (ending: string | RegExp) =>
  ({ action }: PageForm): boolean =>
    typeof ending === 'string' ? action.endsWith(ending) : ending.test(action)
