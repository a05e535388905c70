import { href } from '#design/href.ts'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { urls } from '../../urls.ts'
import { wordsOf } from './words.tsx'

interface YearProps {
  readonly view: View
  readonly fiscalYear: number
  /** Every year in which a voice came, newest first. */
  readonly years: readonly number[]
}

/** A long page: what is on it, and where. */
export function Contents({ view }: Pick<YearProps, 'view'>) {
  const t = wordsOf(view)
  const parts = [
    ['waiting', t.waitingTitle],
    ['grounds', t.byGround],
    ['months', t.byMonth],
    ['topics', t.byTopic],
    ['sections', t.bySection],
    ['channels', t.byChannel],
    ['districts', t.byDistrict],
    ['ages', t.byAge],
    ['missing', t.missing],
    ['downloads', t.downloads],
  ] as const
  return (
    <nav class="voice-contents" aria-label={plain(t.contents)}>
      <ul class="cluster">
        {parts.map(([id, title]) => (
          <li>
            <a href={href(`#${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What programs and tables may take. */
export function VoiceFiles({ view, fiscalYear }: Pick<YearProps, 'view' | 'fiscalYear'>) {
  const t = wordsOf(view)
  const japanese = { ...view, locale: 'ja' } as const
  const files = [
    [urls.csv, t.csvPoints],
    [urls.api, t.jsonPoints],
    [urls.figuresCsv(fiscalYear), t.csvFigures],
    [urls.figuresApi(fiscalYear), t.jsonFigures],
    [urls.feed, t.feed],
  ] as const
  return (
    <ul class="bullets">
      {files.map(([path, text]) => (
        <li>
          <a href={at(japanese, path)}>{text}</a>
        </li>
      ))}
    </ul>
  )
}

export function TakeAway({ view, years, fiscalYear }: YearProps) {
  const t = wordsOf(view)
  const others = years.filter((one) => one !== fiscalYear)
  return (
    <Part view={view} id="downloads" title={t.downloads}>
      <VoiceFiles view={view} fiscalYear={fiscalYear} />
      {others.length > 0 && (
        <>
          <h3>{t.otherYears}</h3>
          <ul class="cluster">
            {others.map((one) => (
              <li>
                <a href={at(view, urls.figuresOf(one))}>{fiscalYearIn(view.locale, one)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}
