import type { ResidentId } from '#domains/residents/resident.ts'
import { must } from '#platform/must.ts'
import { type Browser, browser, testSeal } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { formsIn } from './html.ts'

/** Another machine in the same city, with nobody signed in. */
export const machine = async (at = '2013-02-20T09:00:00+09:00'): Promise<Browser> =>
  browser(at, await testDatabase())

/** The six digits that the last mail to this address said; opened as the post room opens them. */
export async function codeFor(db: Browser['db'], mail: string): Promise<string> {
  const { id } = await db
    .selectFrom('resident_code')
    .select('id')
    .where('address_mark', '=', testSeal.mark(mail, 'resident.mail'))
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const notice = await db
    .selectFrom('notice')
    .select(['id', 'sealed'])
    .where('thing', '=', id)
    .executeTakeFirstOrThrow()
  const text = testSeal.open(must(notice.sealed, 'a code is sealed'), `notice.sealed:${notice.id}`)
  const { code } = JSON.parse(text) as { readonly code: string }
  return code
}

type Typed = Readonly<Record<string, string>>

/** The form of a page that goes to an address, sent as its reader would send it, with the page's own token. */
export async function sendFrom(
  site: Browser,
  page: string,
  to: RegExp,
  typed: Typed = {},
): Promise<Response> {
  const form = must(
    formsIn(await site.text(page), page).find(({ action }) => to.test(action)),
    `${page} has a form to ${to}`,
  )
  return site.post(form.action, { csrf: '', ...Object.fromEntries(form.fields), ...typed })
}

/** Where an answer leads. */
export const led = (answer: Response): string =>
  must(answer.headers.get('location'), `leads onward, not ${answer.status}`)

/** Signs in by code; the first time makes the account. */
export async function enter(site: Browser, mail: string): Promise<void> {
  const page = led(await sendFrom(site, '/account', /\/account\/mail$/, { mail }))
  const answer = await sendFrom(site, page, /\/account\/code$/, {
    code: await codeFor(site.db, mail),
  })
  if (answer.status !== 303) throw new Error(`code: ${answer.status}`)
}

/** The id of the account that is open in this browser, from what it says of itself. */
export async function idOf(site: Browser): Promise<ResidentId> {
  const { id } = JSON.parse(await site.text('/me/data.json')) as { readonly id: ResidentId }
  return id
}

/** Number and phrase, as a fresh receipt shows them. */
export function slipOn(html: string): { readonly number: string; readonly phrase: string } {
  const [, number = ''] = /<strong>(F\d{4}-\d{4,}-\d)<\/strong>/.exec(html) ?? []
  const [, phrase = ''] = /<strong lang="ja">([^<]+)<\/strong>/.exec(html) ?? []
  return { number, phrase }
}

/** Asks to be told of a plan, and gives what the receipt says. */
export async function ask(site: Browser, reach: Typed = { reach: 'none' }) {
  const page = led(await sendFrom(site, '/follow?item=plan:2013', /\/follow$/, reach))
  return { page, ...slipOn(await site.text(page)) }
}
