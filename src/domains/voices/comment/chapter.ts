import { coverSaid } from '#domains/moderation/index.ts'
import { eraDate } from '#platform/calendar.ts'
import type { Cell, Document } from '#platform/document.ts'
import type { SiteProfile } from '#platform/site.ts'
import type { CommentCase, Passage } from './case.ts'
import { ja as t } from './messages/ja.ts'
import { isChanged, type PassagePair } from './rules/difference.ts'
import { shortChapter } from './rules/passages.ts'
import type { Counts, ResultRow } from './rules/result.ts'

/** The result of a case as it goes onto paper and into files. */
export interface PrintedResult {
  readonly one: Extract<CommentCase, { state: 'published' | 'archived' }>
  readonly rows: readonly ResultRow[]
  readonly counts: Counts
  readonly pairs: readonly PassagePair[]
  readonly site: SiteProfile
}

/** 第2章 3ページ 5行 */
export const anchorText = ({ chapter, no, page, line }: Passage): string =>
  [shortChapter(chapter), page === null ? t.passage(no) : t.printed(page, line)]
    .filter(Boolean)
    .join(' ')

export const resultColumns = [t.no, t.where, t.gist, t.cityView, t.category, t.changed] as const

/** One comment, in the order of `resultColumns`. */
export const resultCells = ({
  opinion,
  at,
  cityView,
  category,
  changed,
  answeredBy,
  cover,
}: ResultRow) =>
  [
    String(opinion.no),
    at ? anchorText(at) : opinion.place || t.whole,
    cover ? coverSaid('ja', cover) : opinion.gist,
    answeredBy ? `${t.sameAs(answeredBy.no)}${cityView}` : cityView,
    category?.ja ?? '',
    category?.changesDraft ? changed : '',
  ] as const

/** 募集の結果, lying: the head with its three figures, the table, and the draft beside the final text. */
export function resultDocument({ one, rows, counts, pairs, site }: PrintedResult): Document {
  const widths = [5, 11, 27, 31, 12, 14]
  const changed = pairs.filter(isChanged)
  return {
    title: `「${one.title}」への意見と市の考え方`,
    over: t.title,
    author: `${site.name.ja} ${one.section}`,
    lang: 'ja',
    date: one.publishedOn,
    landscape: true,
    colophon: [
      t.publishedOn(eraDate(one.publishedOn)),
      `${site.name.ja} ${one.section}`,
      ...one.contact.split('\n'),
    ],
    blocks: [
      {
        kind: 'facts',
        pairs: [
          [t.period, t.from(eraDate(one.opensOn), eraDate(one.closesOn))],
          [t.persons, t.people(String(counts.persons))],
          [t.opinions, t.count(String(counts.opinions))],
          [t.changes, t.count(String(counts.changes))],
        ],
      },
      ...(one.resultNote ? [{ kind: 'paragraph', text: one.resultNote } as const] : []),
      { kind: 'heading', level: 2, text: t.table },
      rows.length
        ? {
            kind: 'table',
            caption: t.table,
            columns: resultColumns.map((label, i) => ({
              label,
              width: widths[i] ?? 10,
              ...(i === 0 && { role: 'heading' as const }),
            })),
            rows: rows.map((row): readonly Cell[] => resultCells(row)),
          }
        : { kind: 'paragraph', text: t.none },
      { kind: 'heading', level: 2, text: t.difference },
      changed.length
        ? {
            kind: 'table',
            caption: t.difference,
            columns: [
              { label: t.before, width: 50 },
              { label: t.after, width: 50 },
            ],
            rows: changed.map(({ before, after }): readonly Cell[] => [
              before?.text ?? t.wasAdded,
              after?.text ?? t.wasRemoved,
            ]),
          }
        : { kind: 'paragraph', text: t.unchanged },
    ],
  }
}
