import { asked } from '#design/asked.tsx'
import { Part } from '#design/masthead.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Assignment, GrantedDuty } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Asking, OnDemand } from './fields.tsx'
import { Span } from './frame.tsx'
import type { PersonProps } from './person-props.ts'

export function State({
  view,
  today,
  of,
}: Pick<PersonProps, 'view' | 'today'> & { readonly of: Assignment | GrantedDuty }) {
  const { d } = deskWords(view)
  if (of.from > today) return <StateBadge tone="quiet" word={d.states.ahead} />
  const past = of.until !== null && of.until < today
  return <StateBadge tone={past ? 'stopped' : 'good'} word={past ? d.states.past : d.states.now} />
}

export function Why({
  view,
  nameOf,
  by,
  reason,
  ended,
}: Pick<PersonProps, 'view' | 'nameOf'> & {
  readonly by: string
  readonly reason: string
  readonly ended: string
}) {
  return (
    <span {...contentLang(view)}>
      {nameOf(by)} <span class="soft">{[reason, ended].filter(Boolean).join(' / ')}</span>
    </span>
  )
}

interface EndProps extends PersonProps {
  readonly id: string
  readonly kind: 'assignments' | 'duties'
  readonly summary: string
}

export function End(props: EndProps) {
  const { view, person, id, kind, summary, step, refusal, lastDayForm: form } = props
  const { d } = deskWords(view)
  const isThis = step === `end-${id}`
  return (
    <OnDemand
      view={view}
      path={deskUrls.person(person.id)}
      step={`end-${id}`}
      title={summary}
      open={isThis}
    >
      <Asking
        view={view}
        action={`${deskUrls.person(person.id)}/${kind}/${id}/end`}
        go={d.endGo}
        {...(isThis && refusal && { refusal })}
        fields={[
          asked(view, form, 'until', { label: d.lastDay, hint: d.lastDayHint }),
          asked(view, form, 'reason', { label: d.reason }),
        ]}
      />
    </OnDemand>
  )
}

/** Roles that were given beside those of a post: within what, until when, why, by whom. */
export function Duties(props: PersonProps) {
  const {
    view,
    grants,
    departmentOf,
    districtOf,
    roleOf,
    nameOf,
    today,
    may,
    mayEnd,
    step,
    refusal,
  } = props
  const { d } = deskWords(view)
  const form = props.grantForm
  const scopeOf = (g: GrantedDuty) =>
    [g.department && departmentOf(g.department), g.district && districtOf(g.district), g.scheme]
      .filter(Boolean)
      .join('、')
  return (
    <Part view={view} id="duties" title={d.duties} lead={d.dutiesLead}>
      {grants.length === 0 ? (
        <p>{d.noDuties}</p>
      ) : (
        <Table
          view={view}
          caption={d.duties}
          quietCaption
          columns={[
            { label: d.role, role: 'heading', cell: (g: GrantedDuty) => roleOf(g.role) },
            {
              label: d.scope,
              cell: (g) => <span {...contentLang(view)}>{scopeOf(g) || d.wholeCity}</span>,
            },
            { label: d.span, cell: (g) => <Span view={view} from={g.from} until={g.until} /> },
            { label: d.state, cell: (g) => <State view={view} today={today} of={g} /> },
            {
              label: d.by,
              cell: (g) => (
                <Why
                  view={view}
                  nameOf={nameOf}
                  by={g.grantedBy}
                  reason={g.reason}
                  ended={g.endedReason ?? ''}
                />
              ),
            },
          ]}
          rows={grants}
        />
      )}
      {grants
        .filter((g) => (g.until === null || g.until >= today) && mayEnd(g.department))
        .map((g) => (
          <End {...props} id={g.id} kind="duties" summary={`${d.revoke}: ${roleOf(g.role)}`} />
        ))}
      {may.grant && (
        <OnDemand
          view={view}
          path={deskUrls.person(props.person.id)}
          step="grant"
          title={d.grant}
          open={step === 'grant'}
        >
          <Asking
            view={view}
            action={`${deskUrls.person(props.person.id)}/duties`}
            go={d.grantGo}
            {...(step === 'grant' && refusal && { refusal })}
            fields={[
              asked(view, form, 'role', { label: d.role, options: props.roles }),
              asked(view, form, 'department', {
                label: d.department,
                hint: d.scopeHint,
                options: props.sections,
                empty: d.wholeCity,
              }),
              asked(view, form, 'district', {
                label: d.district,
                ...(props.districts.length && { options: props.districts, empty: d.noDistrict }),
              }),
              asked(view, form, 'scheme', { label: d.scheme }),
              asked(view, form, 'from', { label: d.from, hint: d.effectiveHint }),
              asked(view, form, 'until', { label: d.until, hint: d.untilHint }),
              asked(view, form, 'reason', { label: d.reason }),
            ]}
          />
        </OnDemand>
      )}
    </Part>
  )
}
