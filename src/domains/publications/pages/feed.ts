import { absolute, languageOf, type View } from '#design/view.ts'
import { atom } from '#platform/atom.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { messages } from '../messages/public.ts'
import type { Published } from '../publication.ts'
import { urls } from '../urls.ts'

/** Atom of the published editions, in the language of the address. */
export function feed(view: View, editions: readonly Published[], rights: string): string {
  const { locale } = view
  const t = messages[locale]
  const to = (path: string) => absolute({ ...view, path, query: '' }, locale)
  const author = plain(view.site.name)
  return atom({
    id: to(urls.feed),
    title: plain(`${view.site.name} ${t.title}`),
    author,
    rights,
    lang: languageOf(locale),
    self: to(urls.feed),
    page: to(urls.list),
    begun: new Date(0),
    entries: editions.map(({ id, fiscalYear, number, content, publishedAt }) => ({
      id: to(urls.one(id)),
      title: plain(`${fiscalYearIn(locale, fiscalYear)} ${t.edition(number)} ${content.title}`),
      link: to(urls.one(id)),
      updated: publishedAt,
      author,
      summary: plain(locale === 'ja' ? content.lead : content.short[locale]),
    })),
  })
}
