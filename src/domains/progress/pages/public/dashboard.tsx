import type { Child } from 'hono/jsx'
import { StackedBars, type StackRow } from '#design/chart.tsx'
import { Trend } from '#design/chart-line.tsx'
import { figure } from '#design/dates.ts'
import { Contact } from '#design/doors.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { once } from '#design/once.ts'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { planMessages, planUrls, say } from '#domains/plan/index.ts'
import { publicUrls } from '../../public-urls.ts'
import {
  countsOf,
  type Dimension,
  type ItemProgress,
  itemsBy,
  type YearProgress,
} from '../../rules/year.ts'
import { Sentences } from './sentences.tsx'
import { AlarmsPart, WaitingPart } from './told.tsx'
import { day, districtNames, japaneseOf, seriesOf, wordsOf } from './words.tsx'

export interface DashboardProps {
  readonly view: View
  readonly year: YearProgress
  /** Every year that has been published, oldest first, this one included. */
  readonly years: readonly YearProgress[]
  readonly departmentName: (name: string) => string
  readonly unit: string
}

/** How far the plan of a year has come: three sentences, then every figure with the items behind it. */
export function DashboardPage(props: DashboardProps) {
  const { view, year, unit } = props
  const t = wordsOf(view)
  return (
    <Page
      view={view}
      title={t.titleOf(year.fiscalYear)}
      section="progress"
      wide
      description={t.description(year.fiscalYear)}
    >
      <Masthead
        over={t.yearName(year.fiscalYear)}
        title={t.title}
        marks={<span class="soft">{t.asOf(day(view, year.asOf))}</span>}
      />
      {once(year, `${view.locale} figures`, () => (
        <Figures {...props} />
      ))}
      <div class="columns part">
        <TakeAway {...props} />
        <Contact view={view} title={planMessages[view.locale].ask} who={unit} />
      </div>
    </Page>
  )
}

/** Where nothing has been published, and what to do. */
export function NothingPage({ view }: { readonly view: View }) {
  const t = wordsOf(view)
  return (
    <Page view={view} title={t.title} section="progress">
      <Masthead title={t.title} />
      <EmptyState title={t.none}>
        <p>{t.noneWhat}</p>
        <p>
          <a href={at(view, planUrls.list)}>{planMessages[view.locale].plans}</a>
        </p>
      </EmptyState>
    </Page>
  )
}

function Figures(props: DashboardProps) {
  const { view, year, departmentName } = props
  const t = wordsOf(view)
  const bars = (
    dimension: Dimension,
    name: (key: string, items: readonly ItemProgress[]) => string,
    note?: Child,
  ) => (
    <Part view={view} id={`by-${dimension}`} title={t.by[dimension]}>
      <StackedBars
        quietTitle
        view={view}
        id={`chart-${dimension}`}
        title={t.by[dimension]}
        says={t.bySays(t.by[dimension])}
        series={seriesOf(t)}
        of={t.of[dimension]}
        total={t.total}
        rows={[...itemsBy(year, dimension)].map(([key, items]) =>
          rowOf(props, dimension, key, name(key, items), items),
        )}
        {...(note && { note })}
      />
    </Part>
  )
  return (
    <>
      <Sentences view={view} year={year} />
      <Part view={view} id="overall" title={t.overall}>
        <StackedBars
          quietTitle
          view={view}
          id="chart-overall"
          title={t.overall}
          says={t.overallSays(year.items.length)}
          series={seriesOf(t)}
          of={t.of.standing}
          total={t.total}
          rows={[
            {
              name: t.allItems,
              values: countsOf(year.items),
              to: (key) => publicUrls.items(year.fiscalYear, key ? { standing: key } : {}),
            },
          ]}
        />
      </Part>
      {bars('measure', (key, [one]) =>
        t.measureName(Number(key), one ? say(one.measure, 'title', view.locale).text : ''),
      )}
      <WaitingPart view={view} year={year} departmentName={departmentName} />
      <AlarmsPart view={view} year={year} departmentName={departmentName} />
      {bars('lead', (_key, [one]) =>
        one?.item.lead ? planMessages[view.locale].leads[one.item.lead] : t.leadOpen,
      )}
      {bars('department', (key) => departmentName(key), t.departmentNote)}
      {year.districts.length > 0 && bars('district', districtNames(view, year), t.districtNote)}
      <Years {...props} />
    </>
  )
}

function rowOf(
  { view, year }: DashboardProps,
  dimension: Dimension,
  key: string,
  name: string,
  items: readonly ItemProgress[],
): StackRow {
  const untold =
    dimension === 'measure' && items[0] && say(items[0].measure, 'title', view.locale).lang
  return {
    name,
    ...(untold && { lang: untold }),
    values: countsOf(items),
    to: (standing) =>
      publicUrls.items(year.fiscalYear, { [dimension]: key, ...(standing && { standing }) }),
  }
}

function Years({ view, years }: DashboardProps) {
  const t = wordsOf(view)
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || years.length < 2) return null
  const share = (year: YearProgress) => {
    const counts = countsOf(year.items)
    return (counts.done + counts['on-track']) / Math.max(1, year.items.length)
  }
  const percent = (year: YearProgress) => `${figure(view.locale, Math.round(share(year) * 100))}%`
  return (
    <Part view={view} id="years" title={t.years} lead={t.yearsLead}>
      <p>
        <Trend
          shares={years.map(share)}
          text={t.trend(
            t.yearName(first.fiscalYear),
            percent(first),
            t.yearName(last.fiscalYear),
            percent(last),
          )}
        />
      </p>
      <StackedBars
        quietTitle
        view={view}
        id="chart-years"
        title={t.years}
        says={t.yearsSays}
        series={seriesOf(t)}
        of={t.yearOf}
        total={t.total}
        rows={years.map((year) => ({
          name: t.yearName(year.fiscalYear),
          values: countsOf(year.items),
          to: (key) => publicUrls.items(year.fiscalYear, key ? { standing: key } : {}),
        }))}
      />
    </Part>
  )
}

function TakeAway({ view, year, years }: DashboardProps) {
  const t = wordsOf(view)
  const others = years.filter(({ fiscalYear }) => fiscalYear !== year.fiscalYear)
  const japanese = japaneseOf(view)
  return (
    <Part view={view} id="downloads" title={t.downloads}>
      <ul class="bullets">
        <li>
          <a href={at(view, publicUrls.pack(year.fiscalYear))} hreflang={japanese}>
            {t.pack}
          </a>
        </li>
        <li>
          <a href={at(view, publicUrls.csv(year.fiscalYear))}>{t.csv}</a>
        </li>
        <li>
          <a href={at({ ...view, locale: 'ja' }, publicUrls.api(year.fiscalYear))}>{t.json}</a>
        </li>
        <li>
          <a href={at(view, `${planUrls.openData}#progress-columns`)}>{t.columns}</a>
        </li>
        <li>
          <a href={at(view, publicUrls.feed)}>{t.feed}</a>
        </li>
        <li>
          <a href={at(view, publicUrls.items(year.fiscalYear))}>{t.listOf(year.fiscalYear)}</a>
        </li>
        <li>
          <a href={at(view, planUrls.year(year.fiscalYear))}>{t.toPlan(year.fiscalYear)}</a>
        </li>
      </ul>
      {others.length > 0 && (
        <>
          <h3>{t.otherYears}</h3>
          <ul class="cluster">
            {others.map(({ fiscalYear }) => (
              <li>
                <a href={at(view, publicUrls.year(fiscalYear))}>{t.yearName(fiscalYear)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}
