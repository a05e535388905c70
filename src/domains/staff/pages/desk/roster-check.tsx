import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Field } from '#design/field.tsx'
import { ConfirmPanel, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import type { Refusal } from '#platform/result.ts'
import { deskWords } from '../../messages/desk.ts'
import { changesAnything, type RosterDifference, unanswered } from '../../roster/difference.ts'
import { type StoredRoster, unknownFates } from '../../roster/stored.ts'
import type { Department } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'
import { Fold, refusalWords } from './fields.tsx'
import { type Desk, dayWords, StaffFrame } from './frame.tsx'
import { type Invited, RosterInvitations } from './roster-invitations.tsx'
import { Moves } from './roster-moves.tsx'
import { SameNames } from './roster-same-names.tsx'
import { stateOf } from './rosters.tsx'

export interface RosterCheckProps extends Desk {
  readonly roster: StoredRoster
  readonly difference: RosterDifference
  readonly mark: string
  readonly receivedBy: string
  /** The sections of the day, from which a new name may come. */
  readonly sections: readonly Department[]
  readonly roleOf: (word: string) => string
  readonly hasBegun: boolean
  readonly invitations: readonly Invited[]
  readonly mayInvite: boolean
  /** The roster moves the person who looks. */
  readonly isOwn: boolean
  readonly refusal?: Refusal
}

/** 異動の差: everything that the roster would change, before it changes any of it. */
export function RosterCheckPage(props: RosterCheckProps) {
  const { view, department, roster, receivedBy, difference, refusal } = props
  const { r } = deskWords(view)
  const state = stateOf(roster)
  const { faults } = difference
  return (
    <StaffFrame
      view={view}
      title={r.check(dayWords(view, roster.effectiveOn))}
      over={`${roster.fileName}・${r.received(longDate(view.locale, roster.receivedAt), receivedBy)}`}
      crumbs={[{ text: r.title, path: deskUrls.rosters }]}
      {...(department !== undefined && { department })}
    >
      {refusal && (
        <Notice view={view} kind="danger" live>
          <p>{refusalWords(view, refusal)}</p>
        </Notice>
      )}
      <Standing {...props} />
      {state === 'open' && (
        <>
          {faults.length > 0 && (
            <Part view={view} id="faults" title={r.mend}>
              <Notice view={view} kind="danger">
                <p>{r.mendLead}</p>
                <ul class="bullets">
                  {faults.map(({ place, fault, found }) => (
                    <li>
                      <strong>{place}</strong> {(r.faults[fault] as (f: string) => string)(found)}
                    </li>
                  ))}
                </ul>
              </Notice>
            </Part>
          )}
          <Choices {...props} />
          <Moves {...props} />
          <Accept {...props} />
        </>
      )}
      <RosterInvitations {...props} />
      {state !== 'withdrawn' && !(state === 'accepted' && props.hasBegun) && (
        <Fold summary={r.withdraw}>
          <p>{r.withdrawWhat}</p>
          <Form view={view} action={`${deskUrls.roster(roster.id)}/withdraw`}>
            <Actions>
              <Button kind="danger">{r.withdraw}</Button>
            </Actions>
          </Form>
        </Fold>
      )}
    </StaffFrame>
  )
}

function Standing({ view, roster, hasBegun }: RosterCheckProps) {
  const { r } = deskWords(view)
  const state = stateOf(roster)
  const day = dayWords(view, roster.effectiveOn)
  const said = {
    open: r.notYet,
    withdrawn: r.withdrawnNote,
    accepted: hasBegun ? r.acceptedPast(day, roster.changes) : r.acceptedNote(day, roster.changes),
  }
  return (
    <Notice view={view} kind={state === 'accepted' ? 'success' : 'info'}>
      <p>
        {said[state]}{' '}
        {roster.original !== null && (
          <a href={at(view, `${deskUrls.roster(roster.id)}/original`)}>{r.original}</a>
        )}
      </p>
    </Notice>
  )
}

/** What the roster leaves open: names that nobody knows, sections without anybody, people who are missing. */
function Choices(props: RosterCheckProps) {
  const { view, roster, difference } = props
  const { r } = deskWords(view)
  const { unknown, emptied, leftOut } = difference
  const { sameNames } = difference
  if (![unknown, emptied, leftOut, sameNames].some((list) => list.length)) return null
  return (
    <Form view={view} action={deskUrls.roster(roster.id)}>
      {sameNames.length > 0 && <SameNames {...props} />}
      {unknown.length > 0 && <Unknown {...props} />}
      {emptied.length > 0 && <Emptied {...props} />}
      {leftOut.length > 0 && (
        <Part view={view} id="left-out" title={r.leftOut} lead={r.leftOutLead}>
          <Field
            view={view}
            field={{
              kind: 'checkboxes',
              name: 'leave',
              label: r.leftOut,
              plain: true,
              values: leftOut.filter((one) => one.leaves).map((one) => one.person.id),
              options: leftOut.map(({ person, posts }) => ({
                value: person.id,
                label: person.name,
                hint: posts.map((a) => `${difference.nameOf(a.department)} ${a.post}`).join('、'),
              })),
            }}
          />
        </Part>
      )}
      <Actions>
        <Button kind="secondary">{r.choose}</Button>
      </Actions>
    </Form>
  )
}

function Unknown({ view, roster, difference, sections }: RosterCheckProps) {
  const { r } = deskWords(view)
  return (
    <Part view={view} id="unknown" title={r.unknown} lead={r.unknownLead}>
      {difference.unknown.map(({ name, kind, division, places }, i) => {
        const chosen = roster.choices.unknown[name]
        const options = sections
          .filter((one) => (one.kind === 'division') === (kind === 'division'))
          .map((one) => ({ value: one.id, label: one.name }))
        const isOpen = difference.open.includes(name)
        return (
          <div class="check-line">
            <Field
              view={view}
              field={{
                kind: 'radio',
                name: `unknown.${i}`,
                label: `${name}${division ? ` (${r.under(division)})` : ''}`,
                hint: places.slice(0, 3).join('、'),
                plain: true,
                value: chosen?.what ?? '',
                options: unknownFates.map((value) => ({ value, label: r.fates[value] })),
                ...(isOpen && chosen && { error: r.ofHint }),
              }}
            />
            <Field
              view={view}
              field={{
                kind: 'checkboxes',
                name: `of.${i}`,
                label: r.ofHint,
                plain: true,
                values: chosen?.of ?? [],
                options,
              }}
            />
          </div>
        )
      })}
    </Part>
  )
}

function Emptied({ view, difference, sections }: RosterCheckProps) {
  const { r } = deskWords(view)
  const fresh = difference.unknown.map(({ name }) => ({ value: `new:${name}`, label: name }))
  return (
    <Part view={view} id="emptied" title={r.emptied} lead={r.emptiedLead}>
      {difference.emptied.map(({ id, name, into }) => (
        <Field
          view={view}
          field={{
            kind: 'select',
            name: `emptied.${id}`,
            label: name,
            plain: true,
            value: into,
            empty: r.keep,
            options: [
              ...fresh,
              ...sections
                .filter((one) => one.id !== id && one.kind !== 'collective')
                .map((one) => ({ value: one.id as string, label: one.name })),
            ],
          }}
        />
      ))}
    </Part>
  )
}

function Accept(props: RosterCheckProps) {
  const { view, roster, difference, mark, isOwn } = props
  const { r } = deskWords(view)
  const why = [
    ...(difference.faults.length ? [r.mendLead] : []),
    ...(difference.open.length ? [r.openStill] : []),
    ...(unanswered(difference).length ? [r.sameNamesStill] : []),
    ...(isOwn ? [r.own] : []),
  ]
  if (!why.length && !changesAnything(difference))
    return (
      <Notice view={view}>
        <p>{r.same}</p>
      </Notice>
    )
  return (
    <Part view={view} id="accept" title={r.accept}>
      {why.length > 0 ? (
        <Notice view={view} kind="warning">
          {why.map((line) => (
            <p>{line}</p>
          ))}
        </Notice>
      ) : (
        <ConfirmPanel
          view={view}
          title={r.acceptAsk(dayWords(view, roster.effectiveOn))}
          action={`${deskUrls.roster(roster.id)}/accept`}
          confirm={r.accept}
          back={deskUrls.rosters}
          hidden={{ mark }}
        >
          <p>{r.acceptWhat}</p>
          {difference.people.some((change) => change.person === null) && (
            <Field
              view={view}
              field={{
                kind: 'radio',
                name: 'invite',
                label: r.inviteWhen,
                hint: r.inviteHint,
                plain: true,
                value: 'on-day',
                options: [
                  {
                    value: 'on-day',
                    label: r.inviteTimes['on-day'](dayWords(view, roster.effectiveOn)),
                  },
                  { value: 'at-once', label: r.inviteTimes['at-once'] },
                  { value: 'by-hand', label: r.inviteTimes['by-hand'] },
                ],
              }}
            />
          )}
        </ConfirmPanel>
      )}
    </Part>
  )
}
