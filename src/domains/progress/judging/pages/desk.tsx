import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { type Plan, planUrls } from '#domains/plan/index.ts'
import { dayStart, fiscalYearIn } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Scale } from '../../progress.ts'
import type { committeeForm, openForm } from '../forms.ts'
import { type Committee, type Judgement, occasions } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { Lack, Named } from '../rules/missing.ts'
import { urls } from '../urls.ts'
import { Done, Lacks, tones } from './parts.tsx'
import { Refused, type Faults as ScheduleFaults, type Wrong } from './wrong.tsx'

export const day = (view: View, date: string) => plainDate(view.locale, dayStart(date))

/** Name, scale and days: the same for a new year and for one that is changed. */
export function scheduleFields(
  view: View,
  form: Filled<ReturnType<typeof committeeForm>>,
  scales: readonly Scale[],
  faults: ScheduleFaults,
) {
  const d = deskWords(view)
  const fault = (name: string) => ({ fault: faults[name] })
  return [
    asked(view, form, 'name', { label: d.name, ...fault('name') }),
    asked(view, form, 'scaleId', {
      label: d.scale,
      options: scales.map(({ id, name }) => ({ value: id, label: name })),
      ...fault('scaleId'),
    }),
    asked(view, form, 'papersOn', { label: d.papersOn, ...fault('papersOn') }),
    asked(view, form, 'marksDueOn', {
      label: d.marksDueOn,
      hint: d.marksDueHint,
      ...fault('marksDueOn'),
    }),
    asked(view, form, 'meetingOn', { label: d.meetingOn, ...fault('meetingOn') }),
    asked(view, form, 'leastMembers', { label: d.leastMembers, ...fault('leastMembers') }),
  ]
}

export interface ListProps {
  readonly view: View
  readonly committees: readonly Committee[]
  readonly plans: readonly Plan[]
  readonly scales: readonly Scale[]
  readonly form: Filled<ReturnType<typeof openForm>> | null
  readonly wrong?: Wrong
  readonly done: string | null
  readonly isMember: boolean
}

export function ListPage(props: ListProps) {
  const { view, committees, plans, scales, form, wrong, done, isMember } = props
  const faults = wrong?.faults ?? {}
  const d = deskWords(view)
  const fields = form
    ? [
        asked(view, form, 'planId', {
          label: d.plan,
          options: plans.map(({ id, title }) => ({ value: id, label: title })),
        }),
        asked(view, form, 'occasion', {
          label: d.occasion,
          options: optionsOf(occasions, d.occasions),
          fault: faults.occasion,
        }),
        ...scheduleFields(view, form, scales, faults),
      ]
    : []
  return (
    <DeskPage view={view} title={d.title}>
      <Faults view={view} fields={fields} />
      <Masthead title={d.title} lead={d.lead} />
      <Done view={view} done={done} />
      <Refused view={view} wrong={wrong} />
      <Actions>
        <ButtonLink view={view} path={urls.own} kind="secondary">
          {d.own}
        </ButtonLink>
        <ButtonLink view={view} path={urls.answers} kind="secondary">
          {d.answers}
        </ButtonLink>
        {isMember && (
          <ButtonLink view={view} path={urls.mine}>
            {d.mine}
          </ButtonLink>
        )}
      </Actions>
      {committees.length === 0 ? (
        <EmptyState title={d.none}>
          <p>{d.noneTodo}</p>
        </EmptyState>
      ) : (
        <Table
          view={view}
          caption={d.title}
          quietCaption
          columns={[
            {
              label: d.name,
              role: 'heading',
              cell: ({ name, fiscalYear, occasion }) => (
                <span>
                  <span lang="ja">{name}</span> {fiscalYearIn(view.locale, fiscalYear)}{' '}
                  {d.occasions[occasion]}
                </span>
              ),
            },
            {
              label: d.state,
              cell: ({ state }) => <StateBadge tone={tones[state]} word={d.states[state]} />,
            },
            { label: d.marksDueOn, cell: ({ marksDueOn }) => day(view, marksDueOn) },
            { label: d.meetingOn, cell: ({ meetingOn }) => day(view, meetingOn) },
          ]}
          rows={committees}
          to={({ id }) => urls.one(id)}
        />
      )}
      {form && (
        <Part view={view} id="open" title={d.open} lead={d.openLead}>
          <Form view={view} action={urls.desk}>
            <AskedFields view={view} fields={fields} />
            <Actions>
              <Button>{d.open}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {form && (
        <Part view={view} id="evaluate" title={d.evaluate}>
          <ul>
            {plans.map(({ fiscalYear, title }) => (
              <li>
                <a href={at(view, urls.missing(fiscalYear))} lang="ja">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </DeskPage>
  )
}

export interface OwnProps {
  readonly view: View
  readonly list: readonly { readonly judgement: Judgement; readonly item: Named }[]
  readonly scales: ReadonlyMap<string, Scale>
  readonly done: string | null
}

/** All items of one's own section, and what is still to be judged. */
export function OwnPage({ view, list, done }: OwnProps) {
  const d = deskWords(view)
  return (
    <DeskPage view={view} title={d.own} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Masthead title={d.own} lead={d.ownLead} />
      <Done view={view} done={done} />
      {list.length === 0 ? (
        <EmptyState title={d.ownNone} />
      ) : (
        <Table
          view={view}
          caption={d.own}
          quietCaption
          columns={[
            {
              label: d.item,
              role: 'heading',
              cell: ({ item }) => <span lang="ja">{`${item.code} ${item.title}`}</span>,
            },
            { label: d.section, cell: ({ judgement }) => <span lang="ja">{judgement.asked}</span> },
            {
              label: d.state,
              cell: ({ judgement: { state } }) => (
                <StateBadge tone={state === 'given' ? 'good' : 'draft'} word={d[state]} />
              ),
            },
          ]}
          rows={list}
          to={({ judgement }) => urls.judgement(judgement.id)}
        />
      )}
    </DeskPage>
  )
}

export interface MissingProps {
  readonly view: View
  readonly plan: Plan
  readonly lacks: readonly Lack[]
  /** Where each of them is given. */
  readonly to: (lack: Lack) => string | null
}

/** Before the plan counts as evaluated: what is missing, or the way to its step. */
export function MissingPage({ view, plan, lacks, to }: MissingProps) {
  const d = deskWords(view)
  return (
    <DeskPage view={view} title={d.evaluate} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Masthead over={<span lang="ja">{plan.title}</span>} title={d.evaluate} />
      {lacks.length === 0 ? (
        <>
          <Notice view={view} kind="success">
            <p>{d.evaluateReady}</p>
          </Notice>
          <Actions>
            <ButtonLink view={view} path={planUrls.deskPath(plan.fiscalYear, 'steps/evaluate')}>
              {d.evaluateStep}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Part view={view} id="missing" title={d.missing}>
          <Lacks view={view} lacks={lacks} to={to} />
        </Part>
      )}
    </DeskPage>
  )
}
