import type { Child } from 'hono/jsx'
import { figure, longDate } from '#design/dates.ts'
import { Difference } from '#design/difference.tsx'
import { Contact } from '#design/doors.tsx'
import { Facts } from '#design/facts.tsx'
import { Ladder } from '#design/ladder.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { Quarters } from '#design/quarters.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { dayStart, fiscalYearOf, localDate } from '#platform/calendar.ts'
import type { Amendment } from '../amendment.ts'
import { lifeOf, type Threads } from '../follow.ts'
import { commitments, contentFields, type Indicator, quarters } from '../item.ts'
import type { Plan } from '../plan.ts'
import { isPublicField, type PublicItem } from '../rules/content.ts'
import { say } from '../said.ts'
import { defaultTerms } from '../terms.ts'
import type { Placed } from '../tree.ts'
import { urls } from '../urls.ts'
import { CommitmentBadge, Leads, PlanStateBadge } from './entry.tsx'
import { rungOf, spoken } from './spoken.ts'
import { InJapanese, Told, wordsOf } from './words.tsx'

export interface ItemProps {
  readonly view: View
  readonly plan: Plan
  readonly item: PublicItem
  readonly placed: Pick<Placed, 'measure' | 'group'>
  readonly previous: Placed | null
  readonly next: Placed | null
  readonly threads: Threads
  readonly considerYears: number
  readonly amendments: readonly Amendment[]
  readonly departmentName: (name: string) => string
  readonly unit: string
  /** What other chapters know of the item. */
  readonly beside: Child
}

/** One commitment: what it is, where it stands, who does what and when, what happened, whom to ask. */
export function ItemPage(props: ItemProps) {
  const { view, plan, item, placed, considerYears, unit } = props
  const t = wordsOf(view)
  const title = say(item, 'title', view.locale)
  return (
    <Page
      view={view}
      title={`${item.code} ${title.text}`}
      section="plan"
      wide
      description={say(item, 'description', view.locale).text}
      breadcrumbs={[
        { text: t.plans, path: urls.list },
        { text: t.planOf(plan.fiscalYear), path: urls.year(plan.fiscalYear) },
      ]}
    >
      <Masthead
        over={
          <>
            {item.code} <Told said={say(placed.measure, 'title', view.locale)} />
          </>
        }
        title={title.text}
        {...(title.lang && { lang: title.lang })}
        lead={<Told said={say(item, 'description', view.locale)} />}
        marks={
          <>
            <Leads view={view} lead={item.lead} />
            <CommitmentBadge
              view={view}
              commitment={item.commitment}
              considerYears={considerYears}
            />
            <PlanStateBadge view={view} state={plan.state} />
          </>
        }
      />
      {considerYears >= defaultTerms.stalledAfterYears && (
        <Notice view={view} kind="warning">
          <p>{t.stalledWhy(considerYears)}</p>
        </Notice>
      )}
      <div class="columns">
        <div>
          <Standing {...props} />
          {props.beside}
          <Roles {...props} />
          <Year {...props} />
          <Indicators {...props} />
          <Life {...props} />
          <Amendments {...props} />
        </div>
        <div class="stack">
          <Contact view={view} title={t.ask} who={unit} />
          <p>
            <a href={at(view, residentUrls.followOf(item.id))}>{t.follow}</a>
          </p>
          <Neighbours {...props} />
        </div>
      </div>
    </Page>
  )
}

function Standing({ view, item, placed, departmentName }: ItemProps) {
  const t = wordsOf(view)
  const { audience } = placed.group
  const known: readonly (readonly [string, Child] | false)[] = [
    [
      t.commitment,
      <Ladder
        view={view}
        steps={commitments.map((c) => t.commitments[c])}
        current={rungOf(item)}
      />,
    ],
    item.considerUntil !== null && [
      t.fields.considerUntil,
      t.considerUntil(longDate(view.locale, dayStart(item.considerUntil))),
    ],
    [t.departments, item.departments.map(departmentName).join('、')],
    [
      t.heading,
      <>
        {audience && <span class="tag">{t.audiences[audience]}</span>}{' '}
        <Told said={say(placed.group, 'text', view.locale)} />
      </>,
    ],
    item.budgetYen !== null && [t.budget, t.yen(item.budgetYen)],
    item.articles.length > 0 && [t.articles, <span lang="ja">{item.articles.join('、')}</span>],
  ]
  return <Facts pairs={known.filter((pair) => pair !== false)} />
}

function Roles({ view, item }: ItemProps) {
  const t = wordsOf(view)
  return (
    <Part view={view} id="roles" title={t.roles}>
      {item.citizenRole || item.cityRole ? (
        <div class="halves">
          {(['citizenRole', 'cityRole'] as const).map((role) =>
            item[role] ? (
              <div class="prose">
                <h3>{t[role]}</h3>
                <p>
                  <Told said={say(item, role, view.locale)} />
                </p>
              </div>
            ) : null,
          )}
        </div>
      ) : (
        <p class="soft">{t.noRoles}</p>
      )}
    </Part>
  )
}

function Year({ view, plan, item }: ItemProps) {
  const t = wordsOf(view)
  const [q1, q2, q3, q4] = quarters.map((q) => item.schedule[q])
  if (![q1, q2, q3, q4].some(Boolean)) return null
  const today = localDate(view.now)
  const now = fiscalYearOf(today) === plan.fiscalYear ? { current: quarterOf(today) } : {}
  return (
    <Part view={view} id="schedule" title={t.schedule}>
      <div lang={view.locale === 'en' || view.locale === 'ko' ? 'ja' : undefined}>
        <Quarters view={view} texts={[q1 ?? '', q2 ?? '', q3 ?? '', q4 ?? '']} {...now} />
      </div>
    </Part>
  )
}

/** Place among the quarters of the fiscal year, from 0. */
const quarterOf = (date: string) => Math.floor(((Number(date.slice(5, 7)) + 8) % 12) / 3)

function Indicators({ view, item }: ItemProps) {
  const t = wordsOf(view)
  if (!item.indicators.length) return null
  const value = (i: Indicator, n: number | null) =>
    n === null ? t.notSet : `${figure(view.locale, n)}${i.unit}`
  return (
    <Part view={view} id="indicators" title={t.indicators}>
      <Table
        view={view}
        caption={t.indicators}
        quietCaption
        columns={[
          {
            label: t.indicator,
            role: 'heading',
            cell: (i: Indicator) => <InJapanese view={view} text={i.name} />,
          },
          { label: t.baseline, role: 'number', cell: (i) => value(i, i.baseline) },
          { label: t.target, role: 'number', cell: (i) => value(i, i.target) },
          { label: t.direction, cell: (i) => t.directions[i.direction] },
        ]}
        rows={item.indicators}
      />
    </Part>
  )
}

function Life({ view, item, threads }: ItemProps) {
  const t = wordsOf(view)
  const life = lifeOf(threads, item.id)
  return (
    <Part view={view} id="history" title={t.history} lead={t.historyIntro}>
      <ol class="timeline">
        {life.map(({ fiscalYear, items, relation, reason }) => (
          <li>
            <p class="when">{t.yearName(fiscalYear)}</p>
            <div class="what">
              <p class="event">{relation ? t.relations[relation] : t.beganHere}</p>
              {items.map((one) => (
                <p>
                  <a
                    href={at(view, urls.item(fiscalYear, one.code))}
                    aria-current={one.id === item.id ? 'page' : undefined}
                  >
                    {one.code} <Told said={say(one, 'title', view.locale)} />
                  </a>{' '}
                  {one.commitment && <span class="soft">{t.commitments[one.commitment]}</span>}
                </p>
              ))}
              {reason && <p lang="ja">{reason}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}

function Amendments({ view, amendments }: ItemProps) {
  const t = wordsOf(view)
  if (!amendments.length) return null
  return (
    <Part view={view} id="amendments" title={t.amendments} lead={t.amendmentsIntro}>
      {amendments.map((amendment) => (
        <AmendmentText view={view} amendment={amendment} />
      ))}
    </Part>
  )
}

/** A change after publication: when, why, before and after. */
export function AmendmentText({ view, amendment }: { view: View; amendment: Amendment }) {
  const t = wordsOf(view)
  const { approvedOn, reason, before, after } = amendment
  const fields = contentFields.filter((f) => f in after && isPublicField(f))
  return (
    <article class="stack-tight amendment">
      {approvedOn && <h3>{t.amendedOn(longDate(view.locale, dayStart(approvedOn)))}</h3>}
      <Facts
        pairs={[
          [t.reason, <span lang="ja">{reason}</span>],
          ...fields.map(
            (field) =>
              [
                t.fields[field],
                <Difference
                  view={view}
                  before={spoken(view, t, field, before)}
                  after={spoken(view, t, field, after)}
                />,
              ] as const,
          ),
        ]}
      />
    </article>
  )
}

function Neighbours({ view, plan, previous, next }: ItemProps) {
  const t = wordsOf(view)
  const link = (to: Placed | null, word: string) =>
    to && (
      <li>
        {word}:{' '}
        <a href={at(view, urls.item(plan.fiscalYear, to.item.code))}>
          {to.item.code} <Told said={say(to.item, 'title', view.locale)} />
        </a>
      </li>
    )
  return (
    <nav aria-label={t.item}>
      <ul class="cluster neighbours">
        {link(previous, t.previousItem)}
        {link(next, t.nextItem)}
      </ul>
    </nav>
  )
}
