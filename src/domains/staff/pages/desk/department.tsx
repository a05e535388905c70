import { asked } from '#design/asked.tsx'
import { Button } from '#design/button.tsx'
import type { Option } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Refusal } from '#platform/result.ts'
import type { StepName, steps } from '../../forms.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Assignment, Department, Person } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Asking, OnDemand } from './fields.tsx'
import { type Desk, dayWords, Span, StaffFrame } from './frame.tsx'

export type StepForms = { readonly [S in StepName]: Filled<(typeof steps)[S]> }

export interface DepartmentProps extends Desk {
  /** Every period of it, the earliest first; at least one. */
  readonly periods: readonly [Department, ...Department[]]
  readonly now: Department | undefined
  readonly today: IsoDate
  readonly nameOf: (id: string) => string
  readonly successors: readonly { readonly id: string; readonly on: IsoDate }[]
  readonly predecessors: readonly { readonly id: string; readonly on: IsoDate }[]
  readonly people: readonly { readonly assignment: Assignment; readonly person: Person }[]
  readonly mayChange: boolean
  readonly forms: StepForms
  /** The step that came back with something to correct. */
  readonly step?: StepName
  readonly refusal?: Refusal
  readonly divisions: readonly Option[]
  readonly others: readonly Option[]
}

/** One department through time: what it was called, where it stood, who took it over, who served in it. */
export function DepartmentPage(props: DepartmentProps) {
  const { view, department, periods, now, today, people, mayChange } = props
  const { d } = deskWords(view)
  const shown = now ?? periods.at(-1) ?? periods[0]
  const present = people.filter(
    ({ assignment: a }) => a.from <= today && !(a.until && a.until < today),
  )
  const others = people.filter((one) => !present.includes(one))
  return (
    <StaffFrame
      view={view}
      title={shown.name}
      over={d.kinds[shown.kind]}
      crumbs={[]}
      {...contentLang(view)}
      {...(department !== undefined && { department })}
    >
      <Part view={view} id="people" title={d.servesHere}>
        {present.length ? <People {...props} people={present} /> : <p>{d.nobody}</p>}
      </Part>
      {others.length > 0 && (
        <Part view={view} id="earlier" title={d.servedHere}>
          <People {...props} people={others} />
        </Part>
      )}
      <History {...props} />
      <Works {...props} title={d.successors} id="successors" list={props.successors} />
      <Works {...props} title={d.predecessors} id="predecessors" list={props.predecessors} />
      {mayChange && shown.kind !== 'collective' && <Steps {...props} />}
    </StaffFrame>
  )
}

function People({ view, people }: DepartmentProps) {
  const { d } = deskWords(view)
  type Line = DepartmentProps['people'][number]
  return (
    <Table
      view={view}
      caption={d.members}
      quietCaption
      columns={[
        {
          label: d.person,
          role: 'heading',
          cell: ({ person }: Line) => <span {...contentLang(view)}>{person.name}</span>,
        },
        {
          label: d.post,
          cell: ({ assignment }) => <span {...contentLang(view)}>{assignment.post}</span>,
        },
        { label: d.rank, cell: ({ assignment }) => d.ranks[assignment.rank] },
        { label: d.main, cell: ({ assignment: a }) => (a.isMain ? d.mains.main : d.mains.other) },
        {
          label: d.span,
          cell: ({ assignment: a }) => <Span view={view} from={a.from} until={a.until} />,
        },
        { label: d.phone, cell: ({ person }) => person.phone },
      ]}
      rows={people}
      to={({ person }) => deskUrls.person(person.id)}
    />
  )
}

function History({ view, periods, nameOf, today, mayChange }: DepartmentProps) {
  const { d } = deskWords(view)
  const [first] = periods
  return (
    <Part view={view} id="history" title={d.history}>
      <Table
        view={view}
        caption={d.history}
        quietCaption
        columns={[
          {
            label: d.span,
            cell: (p: Department) => <Span view={view} from={p.from} until={p.until} />,
          },
          { label: d.name, cell: (p) => <span {...contentLang(view)}>{p.name}</span> },
          {
            label: d.parent,
            cell: (p) =>
              p.parent === null ? (
                <span class="soft">{d.noParent}</span>
              ) : (
                <span {...contentLang(view)}>{nameOf(p.parent)}</span>
              ),
          },
          { label: d.phone, cell: (p) => p.phone },
          {
            label: d.reason,
            cell: (p) => (
              <span {...contentLang(view)}>
                {[p.reason, p.endedReason].filter(Boolean).join(' / ')}
              </span>
            ),
          },
          {
            label: d.withdrawChange,
            cell: (p) =>
              mayChange && p.from > today && p !== first ? (
                <Form
                  view={view}
                  action={`${deskUrls.department(p.id)}/withdraw`}
                  hidden={{ from: p.from }}
                >
                  <Button kind="quiet">{d.withdrawChange}</Button>
                </Form>
              ) : null,
          },
        ]}
        rows={periods}
      />
    </Part>
  )
}

interface WorksProps extends DepartmentProps {
  readonly id: string
  readonly title: string
  readonly list: DepartmentProps['successors']
}

function Works({ view, id, title, list, nameOf }: WorksProps) {
  const { d } = deskWords(view)
  if (!list.length) return null
  return (
    <Part view={view} id={id} title={title}>
      <ul class="bullets">
        {list.map((one) => (
          <li>
            <a href={at(view, deskUrls.department(one.id))} {...contentLang(view)}>
              {nameOf(one.id)}
            </a>{' '}
            {d.since(dayWords(view, one.on))}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Steps(props: DepartmentProps) {
  const { view, periods, forms, step, refusal, divisions, others } = props
  const { d } = deskWords(view)
  const path = deskUrls.department(periods[0].id)
  const when = { label: d.effective, hint: d.effectiveHint }
  const why = { label: d.reason }
  const { rename, move, end, merge } = forms
  const parts = {
    rename: [
      asked(view, rename, 'name', { label: d.name }),
      asked(view, rename, 'phone', { label: d.phone }),
      asked(view, rename, 'on', when),
      asked(view, rename, 'reason', why),
    ],
    move: [
      asked(view, move, 'parent', { label: d.parent, options: divisions, empty: d.noParent }),
      asked(view, move, 'on', when),
      asked(view, move, 'reason', why),
    ],
    merge: [
      asked(view, merge, 'into', { label: d.into, options: others }),
      asked(view, merge, 'on', when),
      asked(view, merge, 'reason', why),
    ],
    end: [asked(view, end, 'on', when), asked(view, end, 'reason', why)],
  }
  return (
    <>
      {(['rename', 'move', 'merge', 'end'] as const).map((name) => (
        <OnDemand view={view} path={path} step={name} title={d.steps[name]} open={name === step}>
          <p>{d.stepHints[name]}</p>
          <Asking
            view={view}
            action={`${path}/${name}`}
            fields={parts[name]}
            go={d.steps[name]}
            {...(name === 'end' && { kind: 'danger' as const })}
            {...(name === step && refusal && { refusal })}
          />
        </OnDemand>
      ))}
    </>
  )
}
