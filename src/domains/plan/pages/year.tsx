import type { Child } from 'hono/jsx'
import { longDate } from '#design/dates.ts'
import { Goals } from '#design/document.tsx'
import { Contact } from '#design/doors.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { EmptyState, Filters } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { once } from '#design/once.ts'
import { Page } from '#design/page.tsx'
import { Circles } from '#design/story.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart, eraFiscalYear } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import { type Filter, filtersInUse, matches } from '../filter.ts'
import { leads } from '../item.ts'
import type { Plan } from '../plan.ts'
import { say } from '../said.ts'
import { type MeasureTree, type PlanTree, placedItems } from '../tree.ts'
import { urls } from '../urls.ts'
import { Downloads } from './downloads.tsx'
import { ItemEntry, Leads, PlanStateBadge } from './entry.tsx'
import { Told, wordsOf } from './words.tsx'

/** What other chapters know of the year: a part of its own, and a mark at each item. */
export interface BesideYear {
  readonly line: Child
  readonly mark: (itemId: string) => Child
}

export interface YearProps {
  readonly view: View
  readonly tree: PlanTree
  readonly considerYears: ReadonlyMap<string, number>
  readonly filter: Filter
  /** Of this plan, in its order. */
  readonly departments: readonly string[]
  readonly departmentName: (name: string) => string
  readonly unit: string
  /** The neighbouring year with which it can be compared. */
  readonly previousYear: number | null
  readonly beside: BesideYear
}

/** The plan of a year: its story, its goals, and every item under its measure and heading. */
export function YearPage(props: YearProps) {
  const { view, tree, filter, unit } = props
  const { plan } = tree
  const t = wordsOf(view)
  const { text: title, lang: titleLang } = say(plan, 'title', view.locale)
  return (
    <Page
      view={view}
      title={title}
      section="plan"
      wide
      description={say(plan, 'purpose', view.locale).text}
      breadcrumbs={[{ text: t.plans, path: urls.list }]}
    >
      <Masthead
        over={t.yearName(plan.fiscalYear)}
        title={withoutEra(title, plan)}
        {...(titleLang && { lang: titleLang })}
        lead={<Told said={say(plan, 'subtitle', view.locale)} />}
        marks={<Standing view={view} plan={plan} />}
      />
      {plan.state === 'public-comment' && (
        <Notice view={view}>
          <p>
            {t.draftNotice(plan.fiscalYear, longDate(view.locale, dayStart(plan.commentUntil)))}
          </p>
        </Notice>
      )}
      {!filtersInUse(filter) &&
        once(plan, `${view.locale} opening`, () => <Opening view={view} plan={plan} />)}
      {!filtersInUse(filter) && props.beside.line}
      <Items {...props} />
      <div class="columns part">
        {once(tree, `${view.locale} downloads`, () => (
          <Downloads view={view} plan={plan} previousYear={props.previousYear} />
        ))}
        <Contact view={view} title={t.ask} who={unit} />
      </div>
    </Page>
  )
}

/** The year stands above the title already. */
const withoutEra = (title: string, plan: Plan) =>
  title.replace(eraFiscalYear(plan.fiscalYear), '') || title

function Standing({ view, plan }: { view: View; plan: Plan }) {
  const t = wordsOf(view)
  return (
    <>
      <PlanStateBadge view={view} state={plan.state} />
      {'publishedOn' in plan && (
        <span class="soft">{t.publishedOn(longDate(view.locale, dayStart(plan.publishedOn)))}</span>
      )}
    </>
  )
}

/** What the plan is for, in its own words. */
function Opening({ view, plan }: { view: View; plan: Plan }) {
  const t = wordsOf(view)
  const goals =
    (view.locale === 'ja' ? undefined : plan.translations[view.locale]?.goals) ?? plan.goals
  return (
    <>
      <figure class="story part">
        <figcaption class="unseen">{t.story}</figcaption>
        <Circles steps={t.storySteps} />
      </figure>
      <div class="halves part">
        <section class="narrative stack-tight" aria-labelledby="aim">
          <h2 id="aim" class="narrative-title">
            {t.aim}
          </h2>
          <p>
            <Told said={say(plan, 'aim', view.locale)} />
          </p>
        </section>
        <div class="stack">
          {goals.length > 0 && <Goals title={t.goals} items={goals} />}
          {plan.purpose && (
            <Facts
              names="beside"
              pairs={[[t.purpose, <Told said={say(plan, 'purpose', view.locale)} />]]}
            />
          )}
        </div>
      </div>
    </>
  )
}

function Items(props: YearProps) {
  const { view, tree, filter } = props
  const t = wordsOf(view)
  const all = placedItems(tree)
  const shown = new Set(
    all.filter((placed) => matches(filter, placed, view.locale)).map((p) => p.item.id),
  )
  return (
    <div class="columns start part">
      {filtersInUse(filter) ? (
        <YearFilters {...props} />
      ) : (
        once(tree, `${view.locale} filters`, () => <YearFilters {...props} />)
      )}
      <div>
        <p class="result-count" role="status">
          {t.found(shown.size, all.length)}
        </p>
        <ul class="cluster legend" aria-label={plain(t.legend)}>
          {leads.map((lead) => (
            <li>
              <Leads view={view} lead={lead} />
            </li>
          ))}
        </ul>
        {shown.size === 0 && (
          <EmptyState title={t.nothing}>
            <p>
              <a href={at(view, urls.year(tree.plan.fiscalYear))}>{t.filter.clear}</a>
            </p>
          </EmptyState>
        )}
        {tree.measures.map((measure) => {
          const part = () => <MeasurePart {...props} measure={measure} shown={shown} />
          const whole = measure.groups.every((g) => g.items.every((i) => shown.has(i.id)))
          return whole ? once(measure, view.locale, part) : part()
        })}
      </div>
    </div>
  )
}

function MeasurePart(props: YearProps & { measure: MeasureTree; shown: ReadonlySet<string> }) {
  const { view, tree, measure, shown, considerYears, departmentName, beside } = props
  const t = wordsOf(view)
  const groups = measure.groups.filter((g) => g.items.some((i) => shown.has(i.id)))
  if (!groups.length) return null
  const { text: title, lang } = say(measure, 'title', view.locale)
  return (
    <Part
      view={view}
      id={`m${measure.number}`}
      over={t.measureNumber(measure.number, tree.plan.levels.measure)}
      title={title}
      {...(lang && { lang })}
    >
      {groups.map((group) => (
        <section class="group" aria-labelledby={group.id}>
          <h3 id={group.id}>
            {group.audience && <span class="tag">{t.audiences[group.audience]}</span>}{' '}
            <Told said={say(group, 'text', view.locale)} />
          </h3>
          <ul class="entries">
            {group.items
              .filter((item) => shown.has(item.id))
              .map((item) =>
                once(item, view.locale, () => (
                  <ItemEntry
                    view={view}
                    year={tree.plan.fiscalYear}
                    item={item}
                    considerYears={considerYears.get(item.id) ?? 0}
                    departmentName={departmentName}
                    mark={beside.mark(item.id)}
                  />
                )),
              )}
          </ul>
        </section>
      ))}
    </Part>
  )
}

function YearFilters({ view, tree, filter, departments, departmentName }: YearProps) {
  const t = wordsOf(view)
  const select = (
    name: string,
    label: string,
    value: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Field
      view={view}
      field={{ kind: 'select', name, label, value, options, empty: t.filter.all, plain: true }}
    />
  )
  return (
    <Filters view={view} action={urls.year(tree.plan.fiscalYear)} active={filtersInUse(filter)}>
      {select(
        'measure',
        t.filter.measure,
        String(filter.measure ?? ''),
        tree.measures.map((m) => ({
          value: String(m.number),
          label: `${m.number} ${say(m, 'title', view.locale).text}`,
        })),
      )}
      {select(
        'lead',
        t.filter.lead,
        filter.lead ?? '',
        leads.map((lead) => ({ value: lead, label: t.leads[lead] })),
      )}
      {select(
        'department',
        t.filter.department,
        filter.department,
        departments.map((name) => ({ value: name, label: departmentName(name) })),
      )}
      <Field
        view={view}
        field={{
          kind: 'text',
          type: 'search',
          name: 'text',
          label: t.filter.text,
          value: filter.text,
          max: 100,
          plain: true,
        }}
      />
    </Filters>
  )
}
