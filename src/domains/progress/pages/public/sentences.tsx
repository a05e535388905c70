import { at, type View } from '#design/view.ts'
import { publicUrls } from '../../public-urls.ts'
import { alarmsBy, changesOf, hasMoved, latelyDays, latelyOf } from '../../rules/showing.ts'
import { countsOf, standings, type YearProgress } from '../../rules/year.ts'
import { day, wordsOf } from './words.tsx'

/** What a resident wants to know first; every figure leads to what is behind it. */
export function Sentences({ view, year }: { readonly view: View; readonly year: YearProgress }) {
  const t = wordsOf(view)
  const counts = countsOf(year.items)
  const to = (asked: Readonly<Record<string, string>>) =>
    at(view, publicUrls.items(year.fiscalYear, asked))
  const listed = (parts: readonly { readonly text: string; readonly path: string }[]) =>
    parts.map(({ text, path }, i) => (
      <>
        {i > 0 && t.sentence.comma}
        <a href={at(view, path)}>{text}</a>
      </>
    ))
  const stands = standings.filter((one) => counts[one] > 0)
  const lately = latelyOf(year)
  const [newest] = changesOf(year)
  const alarmed = [...alarmsBy(year)]
  const part = (word: string, n: number) => t.sentence.part(word, t.items(n))
  return (
    <div class="sentences stack-tight">
      <p>
        {t.sentence.head(year.items.length)}
        {listed(
          stands.map((one) => ({
            text: part(t.standingWords[one], counts[one]),
            path: publicUrls.items(year.fiscalYear, { standing: one }),
          })),
        )}
        {t.sentence.end}
      </p>
      <p>
        {lately.length > 0 ? (
          <>
            {t.lately(latelyDays)}
            <a href={to({ lately: '1' })}>
              {t.items(new Set(lately.map(({ one }) => one.item.id)).size)}
            </a>
            {t.latelyReports}
            {t.latelyMoved(new Set(lately.filter(hasMoved).map(({ one }) => one.item.id)).size)}
          </>
        ) : newest ? (
          t.latelyNone(latelyDays, day(view, newest.report.on))
        ) : (
          t.latelyNever
        )}
      </p>
      <p>
        {alarmed.length > 0 ? (
          <>
            {t.still}
            {listed(
              alarmed.map(([kind, all]) => ({
                text: part(t.stillParts[kind], new Set(all.map(({ one }) => one.item.id)).size),
                path: publicUrls.items(year.fiscalYear, { alarm: kind }),
              })),
            )}
            {t.sentence.end}
          </>
        ) : (
          t.stillNone
        )}
      </p>
    </div>
  )
}
