import { asked } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import type { Option } from '#design/field-kinds.ts'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Refusal } from '#platform/result.ts'
import type { sectionForm } from '../../forms.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Assignment, Department, Person } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Asking, OnDemand } from './fields.tsx'
import { type Desk, dayWords, StaffFrame } from './frame.tsx'

export interface OrganisationProps extends Desk {
  readonly on: IsoDate
  readonly isToday: boolean
  readonly tree: readonly Department[]
  readonly serving: readonly { readonly assignment: Assignment; readonly person: Person }[]
  /** Nothing where this person may not open a department. */
  readonly form: Filled<typeof sectionForm> | null
  readonly divisions: readonly Option[]
  readonly refusal?: Refusal
  readonly mayTakeIn: boolean
  readonly step?: 'open'
}

/** 組織と職員: the tree of a day, with who serves where on it. */
export function OrganisationPage(props: OrganisationProps) {
  const { view, department, on, isToday, tree, mayTakeIn } = props
  const { d } = deskWords(view)
  const tops = tree.filter((one) => one.parent === null || !tree.some((t) => t.id === one.parent))
  const groups = tops.filter((one) => one.kind === 'division')
  const rest = tops.filter((one) => one.kind !== 'division')
  const below = (id: string) => tree.filter((one) => one.parent === id)
  return (
    <StaffFrame
      view={view}
      title={d.organisation}
      lead={d.organisationLead}
      {...(department !== undefined && { department })}
    >
      <Actions>
        {mayTakeIn && (
          <ButtonLink view={view} path={deskUrls.rosters}>
            {d.rosters}
          </ButtonLink>
        )}
        <ButtonLink view={view} path={deskUrls.permissions} kind="secondary">
          {d.permissions}
        </ButtonLink>
      </Actions>
      <form class="desk-narrowing" method="get" action={at(view, deskUrls.organisation)}>
        <Field
          view={view}
          field={{ kind: 'date', name: 'on', label: d.on, value: on, plain: true }}
        />
        <Button kind="secondary">{d.show}</Button>
        {!isToday && <a href={at(view, deskUrls.organisation)}>{d.todayLink}</a>}
      </form>
      <h2>{d.asOf(dayWords(view, on))}</h2>
      {tree.length === 0 && (
        <EmptyState title={d.noOrganisation}>
          <p>{d.noOrganisationTodo}</p>
        </EmptyState>
      )}
      {groups.map((group) => (
        <Group {...props} title={group.name} id={group.id} units={[group, ...below(group.id)]} />
      ))}
      {rest.length > 0 && (
        <Group {...props} title={d.noParent} id="others" units={rest} titleIsOurs />
      )}
      <Open {...props} />
    </StaffFrame>
  )
}

interface GroupProps extends OrganisationProps {
  readonly id: string
  readonly title: string
  readonly units: readonly Department[]
  readonly titleIsOurs?: boolean
}

function Group({ view, id, title, units, serving, titleIsOurs }: GroupProps) {
  const { d } = deskWords(view)
  const lang = titleIsOurs ? {} : contentLang(view)
  const of = (unit: Department, rank: Assignment['rank']) =>
    serving.filter((s) => s.assignment.department === unit.id && s.assignment.rank === rank)
  return (
    <Part view={view} id={id} title={title} level={3} {...lang}>
      <Table
        view={view}
        caption={title}
        quietCaption
        columns={[
          {
            label: d.department,
            role: 'heading',
            cell: (unit: Department) => <span {...contentLang(view)}>{unit.name}</span>,
          },
          { label: d.head, cell: (unit) => <Names view={view} list={of(unit, 'head')} /> },
          { label: d.deputies, cell: (unit) => <Names view={view} list={of(unit, 'deputy')} /> },
          { label: d.members, cell: (unit) => <Names view={view} list={of(unit, 'member')} /> },
          { label: d.phone, cell: (unit) => unit.phone },
        ]}
        rows={units}
        to={(unit) => deskUrls.department(unit.id)}
      />
    </Part>
  )
}

function Names({
  view,
  list,
}: {
  readonly view: View
  readonly list: OrganisationProps['serving']
}) {
  const { d } = deskWords(view)
  if (!list.length) return <span class="soft">{d.nobody}</span>
  return (
    <span {...contentLang(view)}>
      {list.map(({ assignment, person }, i) => (
        <>
          {i > 0 && '、'}
          <a href={at(view, deskUrls.person(person.id))}>{person.name}</a>
          <span class="soft"> {assignment.post}</span>
        </>
      ))}
    </span>
  )
}

function Open(props: OrganisationProps) {
  const { view, form, divisions, refusal, step } = props
  const { d } = deskWords(view)
  if (!form) return null
  const kinds = (['section', 'division'] as const).map((value) => ({
    value,
    label: d.kinds[value],
  }))
  return (
    <OnDemand
      view={view}
      path={deskUrls.organisation}
      step="open"
      title={d.openSection}
      open={step === 'open'}
    >
      <Asking
        view={view}
        action={deskUrls.departments}
        go={d.openGo}
        {...(refusal && { refusal })}
        fields={[
          asked(view, form, 'name', { label: d.name }),
          asked(view, form, 'kind', { label: d.kind, options: kinds, open: true }),
          asked(view, form, 'parent', { label: d.parent, options: divisions, empty: d.noParent }),
          asked(view, form, 'phone', { label: d.phone }),
          asked(view, form, 'from', { label: d.effective, hint: d.effectiveHint }),
          asked(view, form, 'reason', { label: d.reason }),
        ]}
      />
    </OnDemand>
  )
}
