import { Table } from '#design/table.tsx'
import type { IsoDate } from '#platform/calendar.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Powers } from '../../powers.ts'
import type { Role } from '../../roles.ts'
import { type Explained, rolesThatCould, type Way } from '../../rules/explain.ts'
import type { Person } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Fold } from './fields.tsx'
import { type Desk, dayWords, Span, StaffFrame } from './frame.tsx'

export interface ExplainProps extends Desk {
  readonly person: Person
  readonly today: IsoDate
  readonly powers: readonly Powers[]
  readonly explained: readonly Explained[]
  readonly roles: ReadonlyMap<string, Role>
  readonly roleOf: (word: string) => string
  readonly departmentOf: (id: string) => string
  readonly districtOf: (kept: string) => string
}

/** What may this person do, and why: each action with the standing, permission, role, post, term and basis. */
export function ExplainPage(props: ExplainProps) {
  const { view, department, person, today, powers, explained } = props
  const { p, tongue } = deskWords(view)
  return (
    <StaffFrame
      view={view}
      title={p.whyTitle(person.name)}
      lead={p.whyLead(dayWords(view, today))}
      crumbs={[
        { text: p.title, path: deskUrls.permissions },
        { text: person.name, path: deskUrls.person(person.id) },
      ]}
      {...(department !== undefined && { department })}
    >
      <div class="desk-folds">
        {powers.map((one) => {
          const lines = explained.filter((line) => line.chapter === one.chapter)
          const may = lines.filter((line) => line.ways.length > 0)
          return (
            <Fold summary={p.chapterMay(one.title[tongue], may.length, lines.length)}>
              <May {...props} one={one} lines={may} />
              <MayNot {...props} one={one} lines={lines.filter((line) => line.ways.length === 0)} />
            </Fold>
          )
        })}
      </div>
    </StaffFrame>
  )
}

interface ListProps extends ExplainProps {
  readonly one: Powers
  readonly lines: readonly Explained[]
}

function May(props: ListProps) {
  const { view, one, lines, roleOf } = props
  const { p, tongue } = deskWords(view)
  if (!lines.length) return <p>{p.mayNothing}</p>
  const rows = lines.flatMap((line) => line.ways.map((way) => ({ line, way })))
  type Row = (typeof rows)[number]
  const standing = ({ way }: Row) => {
    const word = one.standings[tongue][way.standing] ?? way.standing
    const unless = typeof way.ground === 'object' ? way.ground.unless?.[tongue] : undefined
    return unless ? `${word} (${unless})` : word
  }
  const permission = ({ way }: Row) => {
    if (typeof way.ground === 'object') return <code>{way.ground.permission}</code>
    return way.ground === 'anyone' ? p.nobodyNeeded : p.anyDuty
  }
  return (
    <Table
      view={view}
      caption={p.may}
      columns={[
        {
          label: p.action,
          role: 'heading',
          cell: ({ line }: Row) => one.actions[tongue][line.action] ?? line.action,
        },
        { label: p.standing, cell: standing },
        { label: p.permission, cell: permission },
        { label: p.role, cell: ({ way }) => (way.through ? roleOf(way.through.duty.role) : '—') },
        { label: p.through, cell: ({ way }) => <Through {...props} way={way} /> },
        { label: p.term, cell: ({ way }) => <Term view={view} way={way} /> },
        { label: p.scope, cell: ({ way }) => <Within {...props} way={way} /> },
        { label: p.basis, cell: ({ line }) => <span {...contentLang(view)}>{line.basis}</span> },
      ]}
      rows={rows}
    />
  )
}

type WayProps = ExplainProps & { readonly way: Way }

function Through({ view, way, departmentOf }: WayProps) {
  const { p } = deskWords(view)
  const source = way.through?.source
  if (!source) return <>—</>
  if (source.kind === 'grant') return <>{p.byGrant(source.grant.reason)}</>
  const { department, post } = source.assignment
  return <>{p.byPost(departmentOf(department), post)}</>
}

function Term({ view, way }: { readonly view: Desk['view']; readonly way: Way }) {
  const source = way.through?.source
  if (!source) return <>—</>
  const of = source.kind === 'grant' ? source.grant : source.assignment
  return <Span view={view} from={of.from} until={of.until} />
}

function Within({ view, way, departmentOf, districtOf }: WayProps) {
  const { p } = deskWords(view)
  const { through, ground } = way
  const isBound = typeof ground === 'object' && ground.asks !== 'somewhere'
  if (!through || !isBound) return <>{p.wholeCity}</>
  const { sections, districts, schemes } = through.duty.scope
  const { source } = through
  const place =
    source.kind === 'assignment'
      ? departmentOf(source.assignment.department)
      : source.grant.department && departmentOf(source.grant.department)
  const words = [
    sections && (place || '—'),
    // Several ids of one district have one name.
    districts && [...new Set(districts.map(districtOf))].join('、'),
    schemes?.join('、'),
  ]
  return <span {...contentLang(view)}>{words.filter(Boolean).join('、') || p.wholeCity}</span>
}

function MayNot({ view, one, lines, roles, roleOf }: ListProps) {
  const { p, tongue } = deskWords(view)
  if (!lines.length) return null
  const needed = (line: Explained) =>
    rolesThatCould(one, line.action, roles).map(roleOf).join('、') || p.situation
  return (
    <Fold summary={p.mayNot}>
      <Table
        view={view}
        caption={p.mayNot}
        quietCaption
        columns={[
          {
            label: p.action,
            role: 'heading',
            cell: (line: Explained) => one.actions[tongue][line.action] ?? line.action,
          },
          {
            label: p.standing,
            cell: (line) => line.by.map((who) => one.standings[tongue][who] ?? who).join('、'),
          },
          { label: p.needed, cell: needed },
        ]}
        rows={lines}
      />
    </Fold>
  )
}
