import { href } from './href.ts'
import { plainReader, type ReaderSettings } from './reader.ts'

export const locales = ['ja', 'easy', 'en', 'ko'] as const
export type Locale = (typeof locales)[number]

/** What every page knows of the request it answers. Nothing in it comes from a domain. */
export interface View {
  readonly locale: Locale
  /** Without the language's prefix, with its leading slash. */
  readonly path: string
  /** As in the address, with or without the question mark. */
  readonly query: string
  readonly site: {
    readonly name: string
    readonly phone: string
    readonly hours: string
    readonly address: string
    /** Address of the city's own crest, an SVG or PNG; ours is drawn where there is none. */
    readonly crest?: string
    /** Said on every page of a demonstration, so that nobody takes it for the city's own. */
    readonly notice?: string
  }
  /** Address of the stylesheet. */
  readonly css: string
  /** Addresses of what browsers may add; every page works without. */
  readonly scripts?: {
    readonly desk: string
    /** Of the entrance: asks the device for its key. */
    readonly passkey?: string
    /** Of a page that is written beside its picture. */
    readonly paper?: string
    /** Of the form by which one writes to the city: what is typed stays on the device. */
    readonly voice?: string
    /** Of forms under attack: on the page, and beside it. */
    readonly proof?: { readonly page: string; readonly worker: string }
  }
  readonly staff?: {
    /** Notices that nobody has read yet. */
    readonly unread?: number
    readonly name: string
    /** A member of a committee, who is not of the city hall. */
    readonly outside?: boolean
    readonly csrf: string
    /** Entries of the desk's menu that the person may not open. */
    readonly closed?: readonly string[]
  }
  /** A resident with an account, or with the phrase of a receipt: never on a page that is kept. */
  readonly resident?: { readonly name: string; readonly csrf: string }
  /** https://kyodo.city.example.jp */
  readonly origin: string
  readonly now: Date
  /** What the reader has set for themselves. Part of the page cache's key: it changes <html>. */
  readonly reader?: ReaderSettings
}

const prefix = (locale: Locale) => (locale === 'ja' ? '' : `/${locale}`)

const prefixed = (locale: Locale, path: string) => {
  if (!path.startsWith('/') || locale === 'ja') return path
  return `${prefix(locale)}${path.replace(/^\/(?=$|[?#])/, '')}`
}

/** An address in the language of the view. */
export function at(view: View, path: string): string {
  return href(prefixed(view.locale, path))
}

/** The same page in another language. */
export function inLanguage(view: View, locale: Locale): string {
  const query = view.query.replace(/^\?/, '')
  return href(prefixed(locale, query ? `${view.path}?${query}` : view.path))
}

/** For machines: the page's address with its host. */
export function absolute(view: View, locale: Locale): string {
  return href(`${view.origin}${prefixed(locale, view.path)}`)
}

/** BCP 47: やさしい日本語 is Japanese. */
export function languageOf(locale: Locale): 'ja' | 'en' | 'ko' {
  return locale === 'easy' ? 'ja' : locale
}

export function readerOf(view: View): ReaderSettings {
  return view.reader ?? plainReader
}

/** Staff pages are Japanese or English, and lead back to the desk. */
export const isOnDesk = ({ path }: Pick<View, 'path'>): boolean =>
  /^\/(desk|admin)(\/|$)/.test(path)
