import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { residentUrls } from '#domains/residents/index.ts'
import type { Plan } from '../plan.ts'
import { type Format, urls } from '../urls.ts'
import { wordsOf } from './words.tsx'

const formats: readonly Format[] = ['pdf', 'xlsx', 'csv', 'json']

interface DownloadsProps {
  readonly view: View
  readonly plan: Plan
  /** The neighbouring year with which it can be compared. */
  readonly previousYear: number | null
}

/** The year to take away, what changed in it, and how to be told of the next change. */
export function Downloads({ view, plan, previousYear }: DownloadsProps) {
  const t = wordsOf(view)
  const { fiscalYear: year } = plan
  return (
    <Part view={view} id="downloads" title={t.downloads}>
      <ul class="cluster downloads">
        {formats.map((format) => (
          <li>
            <a href={urls.file(year, format)}>{t[format]}</a>
          </li>
        ))}
        <li>
          <a href={at(view, urls.openData)}>{t.openData}</a>
        </li>
      </ul>
      <ul class="bullets">
        <li>
          <a href={at(view, urls.amendments(year))}>{t.amendments}</a>
        </li>
        <li>
          <a href={at(view, residentUrls.followOf(`plan:${year}`))}>{t.follow}</a>
        </li>
        {previousYear !== null && (
          <>
            <li>
              <a href={at(view, urls.became(year))}>{t.becameOf(previousYear, year)}</a>
            </li>
            <li>
              <a href={at(view, urls.compareOf(previousYear, year))}>
                {t.compareOf(previousYear, year)}
              </a>
            </li>
          </>
        )}
      </ul>
    </Part>
  )
}
