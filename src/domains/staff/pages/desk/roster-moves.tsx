import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { RosterDifference } from '../../roster/difference.ts'
import type { PersonChange } from '../../roster/person.ts'
import { type Desk, dayWords } from './frame.tsx'

export interface MovesProps extends Desk {
  readonly difference: RosterDifference
  readonly roleOf: (word: string) => string
}

const groups = ['fresh', 'moved', 'added', 'ended', 'other'] as const

const groupOf = (change: PersonChange): (typeof groups)[number] => {
  if (change.person === null) return 'fresh'
  if (change.adds.length && change.ends.length) return 'moved'
  if (change.adds.length) return 'added'
  return change.ends.length ? 'ended' : 'other'
}

/** Who is new, who moves, who gets or loses a post; each with what was and what will be. */
export function Moves(props: MovesProps) {
  const { view, difference } = props
  const { d, r } = deskWords(view)
  const { people, moved, nameOf, unchanged } = difference
  return (
    <>
      {moved.length > 0 && (
        <Part view={view} id="moved-sections" title={r.moved}>
          <ul class="bullets" {...contentLang(view)}>
            {moved.map(({ name, to }) => (
              <li>{r.movesTo(name, nameOf(to))}</li>
            ))}
          </ul>
        </Part>
      )}
      {groups.map((group) => {
        const list = people.filter((change) => groupOf(change) === group)
        if (!list.length) return null
        return (
          <Part view={view} id={group} title={`${r.groups[group]} ${r.counts(list.length)}`}>
            <Table
              view={view}
              caption={r.groups[group]}
              quietCaption
              columns={[
                {
                  label: d.person,
                  role: 'heading',
                  cell: (c: PersonChange) => <span {...contentLang(view)}>{c.name}</span>,
                },
                { label: d.employeeNo, cell: (c) => c.employeeNo || '—' },
                { label: r.change, cell: (c) => <Lines {...props} change={c} /> },
              ]}
              rows={list}
            />
          </Part>
        )
      })}
      {unchanged > 0 && <p class="soft">{r.unchanged(unchanged)}</p>}
    </>
  )
}

function Lines({
  view,
  difference,
  roleOf,
  change,
}: MovesProps & { readonly change: PersonChange }) {
  const { r } = deskWords(view)
  const { nameOf } = difference
  const day = (date: string) => dayWords(view, date)
  const lines = [
    ...(change.renamedFrom !== null ? [r.renames(change.renamedFrom, change.name)] : []),
    ...(change.phoneFrom !== null ? [r.phones(change.phone)] : []),
    ...(change.isNumbered ? [r.numbers(change.employeeNo)] : []),
    ...(change.returns ? [r.returns] : []),
    ...change.ends.map(({ what, until, isGone }) => {
      const where = nameOf(what.department)
      if (isGone) return r.gone(where, what.post)
      return until ? r.ends(where, what.post, day(until)) : r.extends(where, what.post)
    }),
    ...change.adds.map((add) => r.adds(nameOf(add.department), add.post, day(add.from))),
    ...change.revokes.map(({ what }) => r.revokes(roleOf(what.role))),
    ...change.grants.map(({ role }) => r.grants(roleOf(role))),
    ...(change.emailDiffers !== null ? [r.email(change.emailDiffers)] : []),
  ]
  return (
    <ul class="bullets" {...contentLang(view)}>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
