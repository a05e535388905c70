import { asked } from '#design/asked.tsx'
import { ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import { type Assignment, ranks } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Asking, OnDemand } from './fields.tsx'
import { dayWords, Span, StaffFrame } from './frame.tsx'
import { Duties, End, State, Why } from './person-duties.tsx'
import type { PersonProps } from './person-props.ts'

/** One colleague: posts and roles from–to, why and by whom; what is to come; what has been. */
export function PersonPage(props: PersonProps) {
  const { view, department, person, isOwn, may } = props
  const { d } = deskWords(view)
  return (
    <StaffFrame
      view={view}
      title={person.name}
      over={d.person}
      crumbs={[]}
      {...contentLang(view)}
      {...(department !== undefined && { department })}
      {...(person.leftOn !== null && {
        marks: <StateBadge tone="stopped" word={d.left(dayWords(view, person.leftOn))} />,
      })}
    >
      <Facts
        pairs={[
          [d.employeeNo, person.employeeNo ?? '—'],
          [d.email, person.email],
          [d.phone, person.phone || '—'],
        ]}
      />
      <ButtonLink view={view} path={deskUrls.permissionsOf(person.id)} kind="secondary">
        {d.why}
      </ButtonLink>
      {isOwn && (may.assign || may.grant) === false && (
        <Notice view={view}>
          <p>{d.ownPage}</p>
        </Notice>
      )}
      <Posts {...props} />
      <Duties {...props} />
      {may.leave && person.leftOn === null && <Leave {...props} />}
    </StaffFrame>
  )
}

function Posts(props: PersonProps) {
  const { view, assignments, departmentOf, nameOf, today, may, mayEnd, step, refusal } = props
  const { d } = deskWords(view)
  const rankOptions = ranks.map((value) => ({ value, label: d.ranks[value] }))
  const mains = (['main', 'other'] as const).map((value) => ({ value, label: d.mains[value] }))
  const form = props.postForm
  return (
    <Part view={view} id="posts" title={d.posts}>
      {assignments.length === 0 && <p>{d.noPosts}</p>}
      {assignments.length > 0 && (
        <Table
          view={view}
          caption={d.posts}
          quietCaption
          columns={[
            {
              label: d.department,
              role: 'heading',
              cell: (a: Assignment) => (
                <a href={at(view, deskUrls.department(a.department))} {...contentLang(view)}>
                  {departmentOf(a.department)}
                </a>
              ),
            },
            { label: d.post, cell: (a) => <span {...contentLang(view)}>{a.post}</span> },
            { label: d.rank, cell: (a) => d.ranks[a.rank] },
            { label: d.main, cell: (a) => (a.isMain ? d.mains.main : d.mains.other) },
            { label: d.span, cell: (a) => <Span view={view} from={a.from} until={a.until} /> },
            { label: d.state, cell: (a) => <State view={view} today={today} of={a} /> },
            {
              label: d.by,
              cell: (a) => (
                <Why
                  view={view}
                  nameOf={nameOf}
                  by={a.madeBy ?? ''}
                  reason={a.reason ?? ''}
                  ended={a.endedReason ?? ''}
                />
              ),
            },
          ]}
          rows={assignments}
        />
      )}
      {assignments
        .filter((a) => (a.until === null || a.until >= today) && mayEnd(a.department))
        .map((a) => (
          <End
            {...props}
            id={a.id}
            kind="assignments"
            summary={`${d.endPost}: ${departmentOf(a.department)} ${a.post}`}
          />
        ))}
      {may.assign && (
        <OnDemand
          view={view}
          path={deskUrls.person(props.person.id)}
          step="assign"
          title={d.assign}
          open={step === 'assign'}
        >
          <Asking
            view={view}
            action={`${deskUrls.person(props.person.id)}/assignments`}
            go={d.assignGo}
            {...(step === 'assign' && refusal && { refusal })}
            fields={[
              asked(view, form, 'department', { label: d.department, options: props.sections }),
              asked(view, form, 'post', { label: d.post }),
              asked(view, form, 'rank', { label: d.rank, options: rankOptions, open: true }),
              asked(view, form, 'main', { label: d.main, options: mains, open: true }),
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

function Leave(props: PersonProps) {
  const { view, person, step, refusal, lastDayForm: form } = props
  const { d } = deskWords(view)
  const isThis = step === 'leave'
  return (
    <OnDemand
      view={view}
      path={deskUrls.person(person.id)}
      step="leave"
      title={d.leave}
      open={isThis}
    >
      <p>{d.leaveHint}</p>
      <Asking
        view={view}
        action={`${deskUrls.person(person.id)}/leave`}
        go={d.leaveGo}
        kind="danger"
        {...(isThis && refusal && { refusal })}
        fields={[
          asked(view, form, 'until', { label: d.lastDay }),
          asked(view, form, 'reason', { label: d.reason }),
        ]}
      />
    </OnDemand>
  )
}
