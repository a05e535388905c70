import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { StoredRoster } from '../../roster/stored.ts'
import { deskUrls } from '../../urls.ts'
import { type Desk, dayWords } from './frame.tsx'

/** One person whom the roster gave an account, and how far they have come. */
export interface Invited {
  readonly user: string
  readonly name: string
  readonly email: string
  readonly dueOn: IsoDate | null
  readonly sentAt: Date | null
  readonly withdrawnAt: Date | null
  readonly hasWayIn: boolean
  readonly isOpen: boolean
  readonly lastAt: Date | null
}

export interface RosterInvitationsProps extends Desk {
  readonly roster: StoredRoster
  readonly invitations: readonly Invited[]
  readonly mayInvite: boolean
}

const stateOf = (one: Invited) => {
  if (one.lastAt) return 'in'
  if (one.hasWayIn) return 'ready'
  if (one.withdrawnAt) return 'withdrawn'
  if (one.sentAt) return one.isOpen ? 'sent' : 'expired'
  return one.dueOn ? 'waiting' : 'none'
}

/** Who is asked in, who has come in, and who is asked again. */
export function RosterInvitations(props: RosterInvitationsProps) {
  const { view, roster, invitations, mayInvite } = props
  const { d, r } = deskWords(view)
  if (!invitations.length) return null
  const day = (on: IsoDate) => dayWords(view, on)
  const said = (one: Invited): string => {
    const sent = one.sentAt ? day(localDate(one.sentAt)) : ''
    return {
      in: one.lastAt ? r.invited.in(longDate(view.locale, one.lastAt)) : '',
      ready: r.invited.ready,
      withdrawn: r.invited.withdrawn,
      sent: r.invited.sent(sent),
      expired: r.invited.expired(sent),
      waiting: one.dueOn ? r.invited.waiting(day(one.dueOn)) : '',
      none: r.invited.none,
    }[stateOf(one)]
  }
  const mayAsk = (one: Invited) => mayInvite && !one.hasWayIn && !one.withdrawnAt && !one.lastAt
  const open = invitations.filter(mayAsk)
  const arrived = invitations.filter((one) => one.lastAt).length
  return (
    <Part
      view={view}
      id="invitations"
      title={r.invitations}
      lead={r.invitationsLead(invitations.length, arrived)}
    >
      <Table
        view={view}
        caption={r.invitations}
        quietCaption
        columns={[
          ...(open.length
            ? [
                {
                  label: r.pick,
                  role: 'sign' as const,
                  cell: (one: Invited) =>
                    mayAsk(one) ? (
                      <input
                        type="checkbox"
                        name="user"
                        value={one.user}
                        form="invite"
                        aria-label={`${r.pick}: ${one.name}`}
                        checked={stateOf(one) === 'expired'}
                      />
                    ) : null,
                },
              ]
            : []),
          {
            label: d.person,
            role: 'heading',
            cell: (one) => <span {...contentLang(view)}>{one.name}</span>,
          },
          { label: d.email, cell: ({ email }) => email },
          { label: d.state, cell: said },
        ]}
        rows={invitations}
      />
      {open.length > 0 && (
        <Form view={view} id="invite" action={deskUrls.invite(roster.id)}>
          <Actions>
            <Button kind="secondary">{r.inviteGo}</Button>
          </Actions>
        </Form>
      )}
    </Part>
  )
}
