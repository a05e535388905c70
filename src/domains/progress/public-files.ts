import type { Locale } from '#design/view.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { atom } from '#platform/atom.ts'
import { dayStart, fiscalYearStart } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { plain } from '#platform/ruby.ts'
import { packDocument } from './chapter.ts'
import type { ProgressMessages } from './messages/public.ts'
import { progressTable } from './messages/public-columns.ts'
import { publicUrls } from './public-urls.ts'
import type { YearProgress } from './rules/year.ts'

/** The newest reports that a feed still tells of. */
const feedLength = 50

export const csvOf = (year: YearProgress): string => writeCsv(progressTable(year))

export const packOf = async (
  ...of: Parameters<typeof packDocument>
): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await pdf(packDocument(...of)))

export interface FeedOf {
  readonly year: YearProgress
  readonly words: ProgressMessages
  readonly city: string
  readonly licence: string
  readonly lang: string
  readonly locale: Locale
  /** https://plan.example.jp, and the same with the language's prefix. */
  readonly origin: string
  readonly base: string
  readonly itemPath: (code: string) => string
}

/** One entry a confirmed report of either side, newest first. */
export function feedOf({
  year,
  words: t,
  city,
  licence,
  lang,
  locale,
  origin,
  base,
  itemPath,
}: FeedOf): string {
  const host = new URL(origin).host
  const told = year.items
    .flatMap((one) => one.reports.map((report) => ({ one, report })))
    .sort((a, b) => (a.report.on < b.report.on ? 1 : a.report.on > b.report.on ? -1 : 0))
  const name = plain(`${t.title} — ${city}`)
  return atom({
    // A name that outlives a change of address (RFC 4151).
    id: `tag:${host},${year.fiscalYear}:progress`,
    title: name,
    author: city,
    rights: licence,
    lang,
    self: `${base}${publicUrls.feed}`,
    page: `${base}${publicUrls.year(year.fiscalYear)}`,
    begun: dayStart(fiscalYearStart(year.fiscalYear)),
    entries: told.slice(0, feedLength).map(({ one: { item }, report }) => ({
      id: `tag:${host},${year.fiscalYear}:progress/${item.id}/${report.period}/${report.side}/${encodeURIComponent(report.asked)}`,
      title: plain(
        `${item.code} ${item.title}: ${t.reported(t.sides[report.side], t.periods[report.period])} ${report.step?.label ?? ''}`.trim(),
      ),
      link: `${base}${itemPath(item.code)}#progress`,
      updated: report.cover?.at ?? dayStart(report.on),
      author: report.asked,
      summary: report.cover
        ? plain(coverSaid(locale, report.cover))
        : report.content.result || report.content.unchanged,
    })),
  })
}
