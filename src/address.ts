import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { type Locale, locales } from '#design/view.ts'
import { addressOf, networkOfAddress, type TrustedProxies } from '#platform/network.ts'

/** /en/plans/2012 is /plans/2012 in English. */
export function splitLocale(url: string): { locale: Locale; path: string } {
  const { pathname } = new URL(url)
  const [, first = ''] = pathname.split('/')
  const locale = locales.find((one) => one === first && one !== 'ja')
  return locale
    ? { locale, path: pathname.slice(first.length + 1) || '/' }
    : { locale: 'ja', path: pathname }
}

/** The entrance in the language in which somebody asked, and the way back to what they asked for. */
export function signInFrom(url: string): string {
  const { locale, path } = splitLocale(url)
  const language = locale === 'ja' ? '' : `/${locale}`
  // Residents have an entrance of their own.
  if (/^\/me(\/|$)/.test(path)) return `${language}/account`
  return `${language}/sign-in?onward=${encodeURIComponent(new URL(url).pathname)}`
}

export const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '')

/** From where somebody asks, for counting: behind a trusted proxy, what that says. */
export function networkBehind(proxies: TrustedProxies) {
  const socketOf = (c: Context) => {
    try {
      return getConnInfo(c).remote.address
    } catch {
      return undefined
    }
  }
  return (c: Context): string =>
    networkOfAddress(addressOf(socketOf(c), c.req.header('x-forwarded-for'), proxies))
}

/** Where only staff may go. */
export const isDesk = (path: string) => /^\/(desk|admin)(\/|$)/.test(path)

/** Mail programs post there by themselves, without an origin (RFC 8058): the address itself is the secret. */
export const byTokenAlone = (path: string) => path.startsWith('/unsubscribe/')

/** Pages that depend on who asks; everything else is the same for all, and may be kept. */
export const isPrivate = (path: string) =>
  /^\/(desk|admin|sign-in|sign-out|me|r|account|follow|moderation\/(flag|appeal)|progress\/report|voices\/new)(\/|$)/.test(
    path,
  )

/** Where somebody hands in files: beneath these, more than a form is taken. */
const takesFiles = [
  /^\/desk\/districts\/map$/,
  /^\/desk\/plans\/intake(\/|$)/,
  /^\/desk\/staff\/roster(\/|$)/,
  /^\/desk\/residents\/checks\/register(\/|$)/,
  /^\/desk\/voices\/(new|box|sheet)(\/|$)/,
  /^\/desk\/comments\/[^/]+\/(draft|files|take|bulk)(\/|$)/,
  /^\/desk\/progress\/(rounds\/[^/]+\/sheet|reports\/[^/]+\/files)(\/|$)/,
  /^\/progress\/report\/[^/]+(\/|$)/,
  /^\/voices\/new(\/|$)/,
]
const megabyte = 2 ** 20

/** Bytes that a request may bring: a hundred pages of Word with pictures are smaller than the larger. */
export const largestBody = (path: string): number =>
  (takesFiles.some((place) => place.test(path)) ? 20 : 1) * megabyte
