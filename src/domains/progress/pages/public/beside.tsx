import { LineChart } from '#design/chart-line.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Timeline, type TimelineEntry } from '#design/timeline.tsx'
import { languageOf, type View } from '#design/view.ts'
import { dayStart, fiscalYearEnd, fiscalYearStart, type IsoDate } from '#platform/calendar.ts'
import type { PublicNote } from '../../group.ts'
import { JudgedBeside, judgedEntries } from '../../judging/pages/beside.tsx'
import type { Judged } from '../../judging/rules/course.ts'
import type { PublicReport } from '../../progress.ts'
import { publicUrls } from '../../public-urls.ts'
import { differencesOf } from '../../rules/groups.ts'
import { explanationOf } from '../../rules/showing.ts'
import {
  type ItemProgress,
  type ItemStanding,
  standingOf,
  type YearProgress,
} from '../../rules/year.ts'
import { TwoSides } from '../two-sides.tsx'
import { Proof } from './proof.tsx'
import { ReportText } from './report.tsx'
import { Sentences } from './sentences.tsx'
import { AlarmSays, Explained, limitOf } from './told.tsx'
import { day, districtNames, gistOf, japaneseOf, StandingMark, wordsOf } from './words.tsx'

/** What the plan knows of an item's course, as dates; the rest is ours. */
export interface PlanDates {
  readonly publishedOn: IsoDate | null
  readonly amended: readonly { readonly on: IsoDate; readonly reason: string }[]
}

export interface BesideItemProps {
  readonly view: View
  readonly year: YearProgress
  readonly one: ItemProgress
  readonly dates: PlanDates
  readonly departmentName: (name: string) => string
  /** What was added, in public, to a difference between the two sides. */
  readonly notes: readonly PublicNote[]
  /** What the three layers said of it, newest first. */
  readonly judged: readonly Judged[]
}

/** Nothing where the city has no districts: then nobody was asked. */
const districtNamesIn = (view: View, year: YearProgress) =>
  year.districts.length ? districtNames(view, year) : null

/** Beside an item of the plan: where it stands, what both sides said, its figures, what happened. */
export function BesideItem(props: BesideItemProps) {
  const { view, year, one, departmentName } = props
  const districtName = districtNamesIn(view, year)
  const t = wordsOf(view)
  return (
    <>
      <Part
        view={view}
        id="progress"
        title={t.progress}
        more={{ text: t.progressMore, path: publicUrls.year(year.fiscalYear) }}
      >
        {!one.latest && (
          <p>
            <StandingMark view={view} standing={one.standing} />
          </p>
        )}
        {one.alarms.map((alarm) => {
          const said = explanationOf({ one, alarm })
          return (
            <Notice view={view} kind="warning">
              <p class="notice-title">
                <AlarmSays view={view} alarm={alarm} />
              </p>
              <p>{t.alarmRules[alarm.kind](limitOf(year, alarm.kind))}</p>
              <p>{said ? <Explained view={view} said={said} /> : t.notExplained}</p>
            </Notice>
          )
        })}
        {one.latest ? (
          <ReportText
            view={view}
            report={one.latest}
            departmentName={departmentName}
            districtName={districtName}
          />
        ) : (
          <p class="soft">{t.noReport}</p>
        )}
      </Part>
      <BothSides {...props} />
      <JudgedBeside view={view} all={props.judged} />
      {one.item.indicators.map((indicator, i) => (
        <Indicator {...props} indicator={indicator} id={`indicator-${i}`} />
      ))}
      <Course {...props} />
    </>
  )
}

/** Where one item stands, in two lines: beside what leads to it. */
export function ItemNews({ view, one }: { readonly view: View; readonly one: ItemProgress }) {
  const t = wordsOf(view)
  return (
    <>
      <p>
        <StandingMark view={view} standing={one.standing} />
      </p>
      {one.latest && (
        <p>
          <span class="soft">{t.lastReport(day(view, one.latest.on))}</span>{' '}
          {gistOf(view, one.latest)}
        </p>
      )}
    </>
  )
}

/** The newest word of each group, beside what the city said in the same round. */
function BothSides({ view, year, one, notes, departmentName }: BesideItemProps) {
  const t = wordsOf(view)
  const groups = one.reports.filter(({ side }) => side === 'group')
  const newest = groups.filter(
    (report, at) => groups.findLastIndex(({ asked }) => asked === report.asked) === at,
  )
  if (!newest.length) return null
  const side = (report: PublicReport) => ({
    title: t.reported(t.sides[report.side], t.periods[report.period]),
    asked: departmentName(report.asked),
    ...inReadersWords(view, report, departmentName),
    step: report.step,
    content: report.content,
    more: <Proof view={view} report={report} />,
  })
  return (
    <Part view={view} id="both-sides" title={t.bothSides} lead={t.bothSidesLead}>
      {newest.map((group) => {
        const city =
          one.reports.findLast((r) => r.side === 'city' && r.period === group.period) ?? one.latest
        const none = { title: t.sides.city, asked: '', step: null, content: null }
        return (
          <TwoSides
            view={view}
            city={city ? side(city) : none}
            group={side(group)}
            found={city ? differencesOf(city, group) : []}
            notes={notes.filter((n) => n.asked === group.asked && n.period === group.period)}
            districtName={districtNamesIn(view, year)}
          />
        )
      })}
    </Part>
  )
}

/** A section that has a name in the reader's language is not read out as Japanese. */
function inReadersWords(view: View, { asked }: PublicReport, name: (asked: string) => string) {
  const language = languageOf(view.locale)
  return language !== 'ja' && name(asked) !== asked ? { askedLang: language } : {}
}

type IndicatorOf = ItemProgress['item']['indicators'][number]

function Indicator(
  props: BesideItemProps & { readonly indicator: IndicatorOf; readonly id: string },
) {
  const { view, year, one, indicator, id } = props
  const t = wordsOf(view)
  const start = +dayStart(fiscalYearStart(year.fiscalYear))
  const length = +dayStart(fiscalYearEnd(year.fiscalYear)) - start
  const points = one.reports
    .filter(({ side }) => side === 'city')
    .flatMap((report) => {
      const reading = report.content.readings.find(({ name }) => name === indicator.name)
      if (!reading || reading.actual === null) return []
      const place = (+dayStart(report.on) - start) / length
      return [{ name: t.periods[report.period], at: place, value: reading.actual }]
    })
  const unmeasured = one.latest?.content.readings.find(({ name }) => name === indicator.name)
  // Heard, not seen; of several charts each has a name of its own, in the reader's language.
  const title = `${t.indicatorChart} ${one.item.indicators.indexOf(indicator) + 1}`
  if (!points.length && !unmeasured?.unmeasured) return null
  return (
    <Part
      view={view}
      id={id}
      over={t.indicatorOf}
      title={indicator.name}
      {...(japaneseOf(view) && { lang: 'ja' })}
    >
      {points.length > 0 && (
        <LineChart
          quietTitle
          view={view}
          id={`${id}-chart`}
          title={title}
          says={t.indicatorSays}
          points={points}
          unit={indicator.unit}
          {...(japaneseOf(view) && { unitLang: 'ja' })}
          from={indicator.baseline}
          target={indicator.target}
          words={{ from: t.baseline, target: t.target, when: t.when, value: t.value }}
        />
      )}
      {unmeasured?.unmeasured && (
        <p>
          {t.unmeasured}: <span lang={japaneseOf(view)}>{unmeasured.unmeasured}</span>
        </p>
      )}
    </Part>
  )
}

/** What happened, newest first: plan, reports of both sides, changes, explanations. */
function Course({ view, year, one, dates, judged, departmentName }: BesideItemProps) {
  const t = wordsOf(view)
  const japanese = japaneseOf(view)
  const citys = one.reports.filter(({ side }) => side === 'city')
  const moved = (report: PublicReport) => {
    const before = standingOf(citys[citys.indexOf(report) - 1] ?? null)
    const now = standingOf(report)
    return report.side === 'city' && before !== now
      ? t.moved(t.standings[before], t.standings[now])
      : t.standings[now]
  }
  const entries: readonly TimelineEntry[] = [
    ...(dates.publishedOn ? [entry(dates.publishedOn, t.published)] : []),
    ...one.reports.map((report) => ({
      ...entry(report.on, t.reported(t.sides[report.side], t.periods[report.period])),
      by: departmentName(report.asked),
      text: (
        <p>
          {moved(report)}
          {gistOf(view, report) && (
            <>
              <br />
              {gistOf(view, report)}
            </>
          )}
        </p>
      ),
    })),
    ...judgedEntries(view, judged, year.fiscalYear),
    ...dates.amended.map(({ on, reason }) => ({
      ...entry(on, t.amended),
      text: <p lang={japanese}>{reason}</p>,
    })),
    ...one.explanations.map((said) => ({
      date: said.saidAt,
      title: t.explainedTitle,
      text: (
        <p>
          <Explained view={view} said={said} />
        </p>
      ),
    })),
  ]
  const ordered = entries.toSorted((a, b) => +b.date - +a.date)
  return (
    <Part view={view} id="course" title={t.course} lead={t.courseLead}>
      <Timeline view={view} entries={ordered} />
    </Part>
  )
}

const entry = (on: IsoDate, title: string) => ({ date: dayStart(on), title })

/** Above the items of a year: the same sentences as on the first screen of the dashboard. */
export function BesideYear({ view, year }: { readonly view: View; readonly year: YearProgress }) {
  const t = wordsOf(view)
  return (
    <Part
      view={view}
      id="progress"
      title={t.title}
      more={{ text: t.door, path: publicUrls.year(year.fiscalYear) }}
    >
      <Sentences view={view} year={year} />
      <p class="soft">{t.asOf(day(view, year.asOf))}</p>
    </Part>
  )
}

/** The same mark wherever an item is named. */
export const standingMark = (view: View, standing: ItemStanding) => (
  <StandingMark view={view} standing={standing} />
)
