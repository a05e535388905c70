import { StackedBars } from '#design/chart.tsx'
import { figure } from '#design/dates.ts'
import { Fold } from '#design/fold.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { fiscalYearIn, type IsoDate } from '#platform/calendar.ts'
import { addressOf } from '../../rules/asked.ts'
import { daysBetween } from '../../rules/deadline.ts'
import { answeredIn, type Figures, type OpenRow } from '../../rules/figures.ts'
import type { Outcome } from '../../rules/outcome.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { Covered } from './covered.tsx'
import { Contents, TakeAway } from './figures-around.tsx'
import { Missing } from './missing.tsx'
import { groundWord, order, wordIn, wordsOf } from './words.tsx'

export interface WaitingRow {
  readonly section: string
  readonly waiting: number
  readonly late: number
  readonly since: IsoDate
}

export interface FiguresProps {
  readonly view: View
  readonly today: IsoDate
  readonly fiscalYear: number
  /** Every year in which a voice came, newest first. */
  readonly years: readonly number[]
  readonly figures: Figures
  readonly waiting: readonly WaitingRow[]
  readonly terms: VoiceTerms
  readonly departmentName: (name: string) => string
  readonly districtName: (id: string) => string
}

const fills = {
  shown: 'solid',
  deciding: 'stripes',
  withheld: 'cross',
  transferred: 'dots',
  open: 'blank',
} as const satisfies Record<Outcome, string>

/** in = answered + withheld + handed over + open, always, on one page. */
export function FiguresPage(props: FiguresProps) {
  const { view, figures, fiscalYear, terms } = props
  const t = wordsOf(view)
  const { locale } = view
  const year = fiscalYearIn(locale, fiscalYear)
  const { sums, texts, days } = figures
  const n = (value: number) => figure(locale, value)
  const splits: readonly OneSplit[] = [
    { id: 'months', title: t.byMonth, of: t.month, rows: figures.months, name: monthName(view) },
    {
      id: 'topics',
      by: 'topic',
      title: t.byTopic,
      of: t.topic,
      rows: figures.topics,
      name: (key) => wordIn(terms.topics, key, locale),
    },
    {
      id: 'sections',
      by: 'section',
      title: t.bySection,
      of: t.section,
      rows: figures.sections,
      name: props.departmentName,
    },
  ]
  const covered = [
    {
      id: 'channels',
      title: t.byChannel,
      of: t.byChannel,
      covered: figures.channels,
      name: (key: string) => t.channels[key] ?? key,
    },
    {
      id: 'districts',
      title: t.byDistrict,
      of: t.district,
      covered: figures.districts,
      name: props.districtName,
    },
    {
      id: 'ages',
      title: t.byAge,
      of: t.age,
      covered: figures.ages,
      name: (key: string) => t.ages[key] ?? key,
    },
  ]
  return (
    <Page
      view={view}
      title={t.figuresTitle(year)}
      section="voices"
      wide
      description={t.description}
      breadcrumbs={[{ text: t.title, path: urls.list }]}
    >
      <Masthead title={t.figuresTitle(year)} lead={t.figuresLead} />
      <Contents view={view} />
      <Part view={view} id="sum" title={t.sum}>
        <p class="voice-sum">
          <strong>
            {t.sumText(
              n(figures.total),
              n(answeredIn(sums)),
              n(sums.withheld),
              n(sums.transferred),
              n(sums.open),
            )}
          </strong>
        </p>
        <p>{t.texts(n(texts.all), n(texts.untriaged), n(texts.joined))}</p>
        <p>{days ? t.median(n(days.median), n(days.n)) : t.noMedian}</p>
        <Parted
          {...props}
          id="sum"
          title={t.sum}
          of={t.countedAs}
          rows={[{ key: year, sums }]}
          name={(key) => key}
        />
      </Part>
      <Waiting {...props} />
      <Part view={view} id="grounds" title={t.byGround} lead={t.byGroundLead}>
        <Table
          view={view}
          caption={t.byGround}
          quietCaption
          columns={[
            {
              label: t.ground,
              role: 'heading',
              cell: ({ key }) => groundWord(terms, key, locale),
            },
            { label: t.countedAs, role: 'number', cell: (row) => n(row.n) },
          ]}
          rows={figures.grounds}
          foot={{ key: t.total, n: sums.withheld }}
        />
      </Part>
      {splits.map((one) => (
        <Split {...props} {...one} />
      ))}
      <p class="soft part">{t.hiddenWhy(n(terms.smallest))}</p>
      {covered.map((one) => (
        <Covered {...props} {...one} />
      ))}
      <Missing {...props} />
      <TakeAway {...props} />
    </Page>
  )
}

const monthName = (view: View) => (key: string) =>
  view.locale === 'en' || view.locale === 'ko'
    ? key.slice(0, 7)
    : view.locale === 'ja'
      ? `${Number(key.slice(5, 7))}月`
      : `${Number(key.slice(5, 7))}{月|がつ}`

/** One way to look at the same points: by month, by topic, by section. */
interface OneSplit {
  readonly id: string
  readonly title: string
  readonly of: string
  readonly rows: readonly OpenRow[]
  readonly name: (key: string) => string
  /** By what the list of voices is narrowed down to a row. */
  readonly by?: 'topic' | 'section'
}
type SplitProps = FiguresProps & OneSplit

/** The city's own work, drawn: nothing of it is hidden. */
function Parted({ view, id, title, of, rows, name, by, fiscalYear }: SplitProps) {
  const t = wordsOf(view)
  const year = String(fiscalYear)
  const shown = (key: string) => addressOf(urls.list, { ...(by && { [by]: key }), year })
  return (
    <StackedBars
      quietTitle
      view={view}
      id={`chart-${id}`}
      title={title}
      says={t.sumSays}
      series={order.map((key) => ({ key, word: t.outcomes[key], fill: fills[key] }))}
      of={of}
      total={t.total}
      rows={rows.map(({ key, sums }) => ({
        name: name(key),
        values: { ...sums },
        // Only what is published can be read, one by one.
        ...((by || id === 'sum') && {
          to: (part) => (part === 'shown' ? shown(key) : undefined),
        }),
      }))}
    />
  )
}

const Split = (props: SplitProps) => (
  <Part view={props.view} id={props.id} title={props.title}>
    <Fold title={wordsOf(props.view).showSplit(props.title)}>
      <Parted {...props} />
    </Fold>
  </Part>
)

function Waiting({ view, waiting, today, departmentName }: FiguresProps) {
  const t = wordsOf(view)
  const n = (value: number) => figure(view.locale, value)
  return (
    <Part view={view} id="waiting" title={t.waitingTitle} lead={t.waitingLead}>
      {waiting.length === 0 ? (
        <p>{t.waitingNone}</p>
      ) : (
        <Table
          view={view}
          caption={t.waitingTitle}
          quietCaption
          columns={[
            { label: t.section, role: 'heading', cell: (row) => departmentName(row.section) },
            { label: t.waitingCount, role: 'number', cell: (row) => n(row.waiting) },
            { label: t.waitingLate, role: 'number', cell: (row) => n(row.late) },
            {
              label: t.waitingOldest,
              role: 'number',
              cell: (row) => t.daysUnit(n(daysBetween(row.since, today))),
            },
          ]}
          rows={waiting}
        />
      )}
    </Part>
  )
}
