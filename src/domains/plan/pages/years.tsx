import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Difference } from '#design/difference.tsx'
import { Field } from '#design/field.tsx'
import { Fold } from '#design/fold.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import { groupBy } from '#platform/group.ts'
import type { Amendment } from '../amendment.ts'
import type { Became } from '../follow.ts'
import type { PlanItem } from '../item.ts'
import type { FiscalYear, Plan } from '../plan.ts'
import { changedFields, isPublicField } from '../rules/content.ts'
import { say } from '../said.ts'
import { urls } from '../urls.ts'
import { Leads, PlanStateBadge } from './entry.tsx'
import { AmendmentText } from './item.tsx'
import { spoken } from './spoken.ts'
import { Told, wordsOf } from './words.tsx'

/** Every year that anyone may read. */
export function PlansPage({ view, plans }: { view: View; plans: readonly Plan[] }) {
  const t = wordsOf(view)
  const [latest, earlier] = plans
  return (
    <Page view={view} title={t.plans} section="plan">
      <Masthead title={t.plans} lead={t.plansIntro} />
      {plans.length === 0 && <EmptyState title={t.noPlan} />}
      <ul class="entries">
        {plans.map((plan) => (
          <li class="entry">
            <div class="entry-text">
              <h2>
                <a href={at(view, urls.year(plan.fiscalYear))}>
                  <Told said={say(plan, 'title', view.locale)} />
                </a>
              </h2>
              <p>
                <Told said={say(plan, 'purpose', view.locale)} />
              </p>
            </div>
            <div class="entry-side">
              <div class="cluster">
                <PlanStateBadge view={view} state={plan.state} />
              </div>
              {'publishedOn' in plan && (
                <p class="entry-fact">
                  {t.publishedOn(longDate(view.locale, dayStart(plan.publishedOn)))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {latest && earlier && earlier.fiscalYear === latest.fiscalYear - 1 && (
        <ul class="bullets">
          <li>
            <a href={at(view, urls.became(latest.fiscalYear))}>{t.became}</a>
          </li>
          <li>
            <a href={at(view, urls.compareOf(earlier.fiscalYear, latest.fiscalYear))}>
              {t.compare}
            </a>
          </li>
        </ul>
      )}
    </Page>
  )
}

const trail = (view: View, year: FiscalYear) => [
  { text: wordsOf(view).plans, path: urls.list },
  { text: wordsOf(view).planOf(year), path: urls.year(year) },
]

/** 公表後の変更, all items. */
export function AmendmentsPage(props: {
  view: View
  plan: Plan
  amendments: readonly { readonly item: PlanItem; readonly amendment: Amendment }[]
}) {
  const { view, plan, amendments } = props
  const t = wordsOf(view)
  return (
    <Page
      view={view}
      title={`${t.amendments} ${t.yearName(plan.fiscalYear)}`}
      section="plan"
      breadcrumbs={trail(view, plan.fiscalYear)}
    >
      <Masthead over={t.yearName(plan.fiscalYear)} title={t.amendments} lead={t.amendmentsIntro} />
      {amendments.length === 0 && <EmptyState title={t.noAmendments} />}
      {amendments.map(({ item, amendment }) => (
        <section class="stack-tight">
          <h2>
            <a href={at(view, urls.item(plan.fiscalYear, item.code))}>
              {item.code} <Told said={say(item, 'title', view.locale)} />
            </a>
          </h2>
          <AmendmentText view={view} amendment={amendment} />
        </section>
      ))}
    </Page>
  )
}

export interface TwoYearsProps {
  readonly view: View
  readonly from: Plan
  readonly to: Plan
  readonly lines: readonly Became[]
}

/** 昨年の項目のゆくえ: grouped by what happened, every item of last year is there. */
export function BecamePage({ view, from, to, lines }: TwoYearsProps) {
  const t = wordsOf(view)
  const groups = groupBy(lines, (line) => line.relation)
  return (
    <Page
      view={view}
      title={t.becameOf(from.fiscalYear, to.fiscalYear)}
      section="plan"
      breadcrumbs={trail(view, to.fiscalYear)}
    >
      <Masthead
        over={t.yearName(to.fiscalYear)}
        title={t.becameOf(from.fiscalYear, to.fiscalYear)}
        lead={t.becameIntro}
      />
      {[...groups].map(([relation, group]) => (
        <Part view={view} id={relation} title={t.becameCount(group.length, t.relations[relation])}>
          <ul class="entries">
            {group.map((line) => (
              <li class="entry">
                <div class="entry-text">
                  {line.before && (
                    <ItemLine view={view} year={from.fiscalYear} item={line.before} />
                  )}
                  {line.after.map((item) => (
                    <ItemLine view={view} year={to.fiscalYear} item={item} arrow={!!line.before} />
                  ))}
                </div>
                <div class="entry-side">{line.reason && <p lang="ja">{line.reason}</p>}</div>
              </li>
            ))}
          </ul>
        </Part>
      ))}
    </Page>
  )
}

const ItemLine = (props: { view: View; year: FiscalYear; item: PlanItem; arrow?: boolean }) => (
  <p>
    {props.arrow && '→ '}
    <span class="soft">{wordsOf(props.view).yearName(props.year)}</span>{' '}
    <a href={at(props.view, urls.item(props.year, props.item.code))}>
      {props.item.code} <Told said={say(props.item, 'title', props.view.locale)} />
    </a>
  </p>
)

/** Two years side by side, item by item, with what changed in each. */
export function ComparePage(
  props: Omit<TwoYearsProps, 'from' | 'to'> & {
    readonly years: readonly FiscalYear[]
    readonly from: Plan | null
    readonly to: Plan | null
  },
) {
  const { view, years, from, to, lines } = props
  const t = wordsOf(view)
  const title = from && to ? t.compareOf(from.fiscalYear, to.fiscalYear) : t.compare
  const options = years.map((y) => ({ value: String(y), label: t.yearName(y) }))
  return (
    <Page
      view={view}
      title={title}
      section="plan"
      wide
      breadcrumbs={[{ text: t.plans, path: urls.list }]}
    >
      <Masthead title={title} lead={t.compareIntro} />
      {years.length < 2 ? (
        <EmptyState title={t.onlyOneYear} />
      ) : (
        <Form view={view} action={urls.compare} method="get">
          <div class="cluster">
            {(['from', 'to'] as const).map((name) => (
              <Field
                view={view}
                field={{
                  kind: 'select',
                  name,
                  label: name === 'from' ? t.before : t.after,
                  value: String((name === 'from' ? from : to)?.fiscalYear ?? ''),
                  options,
                  plain: true,
                }}
              />
            ))}
            <Actions>
              <Button kind="secondary">{t.show}</Button>
            </Actions>
          </div>
        </Form>
      )}
      {from && to && lines.map((line) => <Pair view={view} from={from} to={to} line={line} />)}
    </Page>
  )
}

function Pair({ view, from, to, line }: { view: View; from: Plan; to: Plan; line: Became }) {
  const t = wordsOf(view)
  const { before, after } = line
  return (
    <section class="pair stack-tight">
      <p class="over">{t.relations[line.relation]}</p>
      <div class="halves">
        <div>{before && <Side view={view} year={from.fiscalYear} item={before} />}</div>
        <div>
          {after.map((item) => (
            <Side view={view} year={to.fiscalYear} item={item} />
          ))}
        </div>
      </div>
      {before &&
        after.map((item) => {
          const fields = changedFields(before, item).filter(
            (f) => isPublicField(f) && f !== 'translations',
          )
          return fields.length ? (
            <Fold title={t.changes(item.code, fields.length)}>
              <dl class="facts">
                {fields.map((field) => (
                  <div>
                    <dt>{t.fields[field]}</dt>
                    <dd>
                      <Difference
                        view={view}
                        before={spoken(view, t, field, before)}
                        after={spoken(view, t, field, item)}
                      />
                    </dd>
                  </div>
                ))}
              </dl>
            </Fold>
          ) : (
            <p class="soft">{t.same}</p>
          )
        })}
      {line.reason && (
        <p>
          {t.reason}: <span lang="ja">{line.reason}</span>
        </p>
      )}
    </section>
  )
}

const Side = ({ view, year, item }: { view: View; year: FiscalYear; item: PlanItem }) => (
  <div class="stack-tight">
    <p class="soft">{wordsOf(view).yearName(year)}</p>
    <h2 class="side">
      <a href={at(view, urls.item(year, item.code))}>
        {item.code} <Told said={say(item, 'title', view.locale)} />
      </a>
    </h2>
    <Leads view={view} lead={item.lead} />
  </div>
)
