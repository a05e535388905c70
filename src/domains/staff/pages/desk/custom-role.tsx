import { asked } from '#design/asked.tsx'
import type { Option } from '#design/field-kinds.ts'
import { Notice } from '#design/notice.tsx'
import type { Filled } from '#platform/form.ts'
import type { Refusal } from '#platform/result.ts'
import type { lastDayForm, roleForm } from '../../forms.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { CustomRole } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Asking, OnDemand } from './fields.tsx'
import { type Desk, Span, StaffFrame } from './frame.tsx'
import { roleFields } from './permissions.tsx'

export interface CustomRoleProps extends Desk {
  readonly role: CustomRole
  readonly isOpen: boolean
  readonly mayChange: boolean
  readonly isHeld: boolean
  readonly form: Filled<typeof roleForm>
  readonly endForm: Filled<typeof lastDayForm>
  readonly permissions: readonly Option[]
  readonly step?: 'change' | 'end'
  readonly refusal?: Refusal
}

/** One of the city's own roles: what it gives, and changing or ending it from a day on. */
export function CustomRolePage(props: CustomRoleProps) {
  const { view, department, role, isOpen, mayChange, isHeld, step, refusal } = props
  const { p } = deskWords(view)
  const path = deskUrls.customRole(role.id)
  const said = new Map(props.permissions.map(({ value, hint }) => [value, hint]))
  return (
    <StaffFrame
      view={view}
      title={role.name}
      over={p.custom}
      crumbs={[{ text: p.title, path: deskUrls.permissions }]}
      {...contentLang(view)}
      {...(department !== undefined && { department })}
    >
      <p>
        <Span view={view} from={role.from} until={role.until} />
      </p>
      <ul class="bullets">
        {role.permissions.map((one) => (
          <li>
            {said.get(one)} <code class="soft">{one}</code>
          </li>
        ))}
      </ul>
      {isHeld && (
        <Notice view={view}>
          <p>{p.held}</p>
        </Notice>
      )}
      {isOpen && mayChange && (
        <>
          <OnDemand view={view} path={path} step="change" title={p.change} open={step === 'change'}>
            <p>{p.changeHint}</p>
            <Asking
              view={view}
              action={path}
              go={p.changeGo}
              {...(step === 'change' && refusal && { refusal })}
              fields={roleFields(view, props.form, props.permissions)}
            />
          </OnDemand>
          <OnDemand view={view} path={path} step="end" title={p.end} open={step === 'end'}>
            <Asking
              view={view}
              action={`${path}/end`}
              go={p.endGo}
              kind="danger"
              {...(step === 'end' && refusal && { refusal })}
              fields={[
                asked(view, props.endForm, 'until', { label: p.lastDay }),
                asked(view, props.endForm, 'reason', { label: p.reason }),
              ]}
            />
          </OnDemand>
        </>
      )}
    </StaffFrame>
  )
}
