import { asked } from '#design/asked.tsx'
import type { Option } from '#design/field-kinds.ts'
import { Part } from '#design/masthead.tsx'
import { Table, type TableColumn } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { Refusal } from '#platform/result.ts'
import type { roleForm } from '../../forms.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Powers } from '../../powers.ts'
import { reachWords } from '../../role-words.ts'
import { type Reach, type Role, reaches } from '../../roles.ts'
import { roleReaches } from '../../rules/explain.ts'
import type { CustomRole, Person } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Asking, Fold } from './fields.tsx'
import { type Desk, Span, StaffFrame } from './frame.tsx'

export interface PermissionsProps extends Desk {
  readonly powers: readonly Powers[]
  /** By word: this release's roles, then the city's own of today. */
  readonly roles: ReadonlyMap<string, Role>
  readonly roleOf: (word: string) => string
  readonly people: readonly Person[]
  readonly custom: readonly CustomRole[]
  /** Nothing where this person may not make a role. */
  readonly form: Filled<typeof roleForm> | null
  readonly permissions: readonly Option[]
  readonly refusal?: Refusal
}

/** 権限の一覧: role × action of every chapter, drawn from the tables that the server asks. */
export function PermissionsPage(props: PermissionsProps) {
  const { view, department, powers, people } = props
  const { p } = deskWords(view)
  return (
    <StaffFrame
      view={view}
      title={p.title}
      lead={p.lead}
      crumbs={[]}
      {...(department !== undefined && { department })}
    >
      <p>{p.legend}</p>
      <div class="desk-folds">
        {powers.map((one) => (
          <Matrix {...props} one={one} />
        ))}
      </div>
      <Custom {...props} />
      <Part view={view} id="people" title={p.people} lead={p.peopleLead}>
        <ul class="bullets">
          {people.map((person) => (
            <li>
              <a href={at(view, deskUrls.permissionsOf(person.id))} {...contentLang(view)}>
                {person.name}
              </a>
            </li>
          ))}
        </ul>
      </Part>
    </StaffFrame>
  )
}

type MatrixProps = PermissionsProps & { readonly one: Powers }

/** One chapter's actions against all roles: folded, because all of them are longer than anybody reads at once. */
function Matrix({ view, one, roles, roleOf }: MatrixProps) {
  const { p, tongue } = deskWords(view)
  const columns: TableColumn<string>[] = [
    {
      label: `${p.action} · ${p.basis}`,
      role: 'heading',
      cell: (action) => (
        <>
          {one.actions[tongue][action] ?? action}
          <span class="desk-under" {...contentLang(view)}>
            {one.workflow[action]?.basis}
          </span>
        </>
      ),
    },
    ...[...roles].map(([word, role]) => ({
      label: roleOf(word),
      cell: (action: string) => <span class="unbroken">{p[roleReaches(one, action, role)]}</span>,
    })),
  ]
  const actions = Object.keys(one.workflow)
  return (
    <Fold summary={p.chapterOf(one.title[tongue], actions.length)}>
      <Table
        view={view}
        caption={one.title[tongue]}
        quietCaption
        narrow="scroll"
        columns={columns}
        rows={actions}
      />
    </Fold>
  )
}

function Custom(props: PermissionsProps) {
  const { view, custom, form, permissions, refusal } = props
  const { p, tongue } = deskWords(view)
  const meant = (permission: string) =>
    permissions.find(({ value }) => value === permission)?.label ?? permission
  return (
    <Part view={view} id="custom" title={p.custom} lead={p.customLead}>
      {custom.length === 0 ? (
        <p>{p.customNone}</p>
      ) : (
        <Table
          view={view}
          caption={p.custom}
          quietCaption
          columns={[
            {
              label: p.name,
              role: 'heading',
              cell: (role: CustomRole) => <span {...contentLang(view)}>{role.name}</span>,
            },
            { label: p.reach, cell: (role) => reachWords[tongue][role.reach] },
            { label: p.permissions, cell: (role) => role.permissions.map(meant).join('、') },
            {
              label: p.term,
              cell: (role) => <Span view={view} from={role.from} until={role.until} />,
            },
            { label: p.reason, cell: (role) => <span {...contentLang(view)}>{role.reason}</span> },
          ]}
          rows={custom}
          to={(role) => deskUrls.customRole(role.id)}
        />
      )}
      {form && (
        <>
          <h3>{p.make}</h3>
          <Asking
            view={view}
            action={deskUrls.customRoles}
            go={p.makeGo}
            {...(refusal && { refusal })}
            fields={roleFields(view, form, permissions)}
          />
        </>
      )}
    </Part>
  )
}

export function roleFields(
  view: Desk['view'],
  form: Filled<typeof roleForm>,
  permissions: readonly Option[],
) {
  const { p, tongue } = deskWords(view)
  const options = reaches.map((value: Reach) => ({ value, label: reachWords[tongue][value] }))
  return [
    asked(view, form, 'name', { label: p.name }),
    asked(view, form, 'reach', { label: p.reach, options, open: true }),
    asked(view, form, 'permissions', { label: p.permissions, options: permissions }),
    asked(view, form, 'from', { label: p.from }),
    asked(view, form, 'reason', { label: p.reason }),
  ]
}
