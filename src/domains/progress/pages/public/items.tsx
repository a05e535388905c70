import { Field } from '#design/field.tsx'
import { EmptyState, Entries, Entry, Filters, ResultCount } from '#design/list.tsx'
import { LeadMark } from '#design/mark.tsx'
import { Masthead } from '#design/masthead.tsx'
import { once } from '#design/once.ts'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { planMessages, planUrls, say } from '#domains/plan/index.ts'
import { alarms } from '../../progress.ts'
import { publicUrls } from '../../public-urls.ts'
import { conditionsIn, type ProgressFilter } from '../../rules/filter.ts'
import { waitingOf } from '../../rules/showing.ts'
import { type ItemProgress, itemsBy, standings, type YearProgress } from '../../rules/year.ts'
import { AlarmSays } from './told.tsx'
import { day, districtNames, gistOf, StandingMark, wordsOf } from './words.tsx'

export interface ItemsProps {
  readonly view: View
  readonly year: YearProgress
  readonly filter: ProgressFilter
  readonly items: readonly ItemProgress[]
  readonly departmentName: (name: string) => string
}

/** The items behind a figure, narrowed down by its address. */
export function ItemsPage(props: ItemsProps) {
  const { view, year, filter, items } = props
  const t = wordsOf(view)
  return (
    <Page
      view={view}
      title={t.listOf(year.fiscalYear)}
      section="progress"
      wide
      breadcrumbs={[{ text: t.titleOf(year.fiscalYear), path: publicUrls.year(year.fiscalYear) }]}
    >
      <Masthead over={t.yearName(year.fiscalYear)} title={t.list} lead={t.listLead} />
      <div class="columns start">
        <ProgressFilters {...props} />
        <div>
          <ResultCount
            view={view}
            count={items.length}
            {...(conditionsIn(filter) > 0 && { of: year.items.length })}
          />
          {items.length === 0 ? (
            <EmptyState title={t.nothing}>
              <p>
                <a href={at(view, publicUrls.items(year.fiscalYear))}>{t.clear}</a>
              </p>
            </EmptyState>
          ) : (
            <Entries>
              {items.map((one) =>
                once(one, `${view.locale} entry`, () => <OneEntry {...props} one={one} />),
              )}
            </Entries>
          )}
        </div>
      </div>
    </Page>
  )
}

function OneEntry(props: ItemsProps & { readonly one: ItemProgress }) {
  const { view, year, one, departmentName } = props
  const t = wordsOf(view)
  const p = planMessages[view.locale]
  const { text, lang } = say(one.item, 'title', view.locale)
  const { latest } = one
  return (
    <Entry
      level={2}
      view={view}
      path={planUrls.item(year.fiscalYear, one.item.code)}
      code={one.item.code}
      title={text}
      {...(lang && { lang })}
      marks={
        <>
          <StandingMark view={view} standing={one.standing} />
          <LeadMark
            lead={one.item.lead}
            word={one.item.lead ? p.leads[one.item.lead] : t.leadOpen}
          />
        </>
      }
      facts={[
        ...(latest
          ? [[t.lastReport(day(view, latest.on)), gistOf(view, latest)] as const]
          : [['', t.noReport] as const]),
        [t.reportedBy, departmentName(one.asked)],
        ...one.alarms.map((alarm) => ['', <AlarmSays view={view} alarm={alarm} />] as const),
      ]}
    />
  )
}

type Choices = readonly { readonly value: string; readonly label: string }[]

/**
 * What may be chosen is the same for every reader of a year, and takes a walk over all its reports: a select in which
 * nothing is chosen is drawn once.
 */
function ProgressFilters({ view, year, filter, departmentName }: ItemsProps) {
  const t = wordsOf(view)
  const p = planMessages[view.locale]
  const select = (name: string, label: string, value: string, choices: () => Choices) => {
    const draw = () => {
      const options = choices()
      const field = { kind: 'select', name, label, value, options, empty: t.filter.all } as const
      return <>{options.length > 0 && <Field view={view} field={{ ...field, plain: true }} />}</>
    }
    return value === '' ? once(year, `${view.locale} filter ${name}`, draw) : draw()
  }
  return (
    <Filters view={view} action={publicUrls.items(year.fiscalYear)} active={conditionsIn(filter)}>
      {select('standing', t.filter.standing, filter.standing ?? '', () =>
        standings.map((value) => ({ value, label: t.standings[value] })),
      )}
      {select('measure', t.filter.measure, String(filter.measure ?? ''), () =>
        [...itemsBy(year, 'measure')].flatMap(([value, [one]]) => {
          if (!one) return []
          const { number } = one.measure
          return {
            value,
            label: t.measureName(number, say(one.measure, 'title', view.locale).text),
          }
        }),
      )}
      {select('lead', t.filter.lead, filter.lead, () => [
        ...(['citizens', 'city', 'both'] as const).map((value) => ({
          value,
          label: p.leads[value],
        })),
        { value: 'open', label: t.leadOpen },
      ])}
      {select('department', t.filter.department, filter.department, () =>
        [...itemsBy(year, 'department').keys()].map((value) => ({
          value,
          label: departmentName(value),
        })),
      )}
      {select('district', t.filter.district, filter.district, () => {
        const label = districtNames(view, year)
        return [...itemsBy(year, 'district').keys()].map((value) => ({
          value,
          label: label(value),
        }))
      })}
      {select('alarm', t.filter.alarm, filter.alarm ?? '', () => [
        { value: 'any', label: t.filter.anyAlarm },
        ...alarms.map((value) => ({ value, label: t.alarmNames[value] })),
      ])}
      {select('waiting', t.filter.waiting, filter.waiting, () => {
        const sections = [...(waitingOf(year)?.sections.keys() ?? [])]
        return sections.length
          ? [
              { value: 'all', label: t.filter.anyWaiting },
              ...sections.map((value) => ({ value, label: departmentName(value) })),
            ]
          : []
      })}
      {filter.lately && (
        <Field view={view} field={{ kind: 'hidden', name: 'lately', value: '1' }} />
      )}
    </Filters>
  )
}
