import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Entries } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { memberForm, reasonForm, recuseForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import type { JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { Fold, Undo } from './undo.tsx'
import { faultsOf, type Wrong } from './wrong.tsx'

export interface MembersProps {
  readonly view: View
  readonly year: JudgingYear
  readonly offers: ReadonlySet<JudgingAction>
  /** Those who can be chosen as members. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (user: string) => string
  readonly forms: {
    readonly member: Filled<ReturnType<typeof memberForm>>
    readonly recuse: Filled<ReturnType<typeof recuseForm>>
    readonly undo: Filled<typeof reasonForm>
  }
  readonly wrong?: Wrong
}

export function memberFields({ view, people, forms, wrong }: MembersProps): readonly AskedField[] {
  const d = deskWords(view)
  const faults = faultsOf(wrong, 'member')
  return [
    asked(view, forms.member, 'userId', {
      label: d.person,
      hint: d.appointHint,
      among: 'member',
      options: people.map(({ id, name }) => ({ value: id, label: name })),
      fault: faults.userId,
    }),
    asked(view, forms.member, 'capacity', {
      label: d.capacity,
      hint: d.capacityHint,
      among: 'member',
      fault: faults.capacity,
    }),
  ]
}

export function recuseFields(props: MembersProps): readonly AskedField[] {
  const { view, year, nameOf, forms, wrong } = props
  const d = deskWords(view)
  const faults = faultsOf(wrong, 'recuse')
  const serving = year.members.filter(({ leftOn }) => leftOn === null)
  return [
    asked(view, forms.recuse, 'itemId', {
      among: 'recuse',
      label: d.item,
      options: itemOptions(year),
      fault: faults.itemId,
    }),
    asked(view, forms.recuse, 'userId', {
      among: 'recuse',
      label: d.members,
      options: serving.map(({ userId }) => ({ value: userId, label: nameOf(userId) })),
      fault: faults.userId,
    }),
    asked(view, forms.recuse, 'reason', {
      label: d.reason,
      among: 'recuse',
      fault: faults.reason,
    }),
  ]
}

/** Who sits in the committee, how far each is, and who left which item to the others. */
export function Members(props: MembersProps) {
  const { view, year, offers, wrong, nameOf } = props
  const d = deskWords(view)
  const recusing = recuseFields(props)
  const { committee, members, items } = year
  const serving = members.filter(({ leftOn }) => leftOn === null)
  const ofMember = (user: string) =>
    items.filter(({ shares }) => shares.some((s) => s.userId === user && !s.recused))
  return (
    <Part view={view} id="members" title={d.members}>
      <Table
        view={view}
        caption={d.members}
        quietCaption
        columns={[
          {
            label: d.person,
            role: 'heading',
            cell: (m) => <span lang="ja">{nameOf(m.userId)}</span>,
          },
          { label: d.capacity, cell: (m) => <span lang="ja">{m.capacity}</span> },
          {
            label: d.marks,
            cell: (m) => {
              const own = ofMember(m.userId)
              const given = own.filter(({ handedIn }) => handedIn.has(m.userId)).length
              return d.progress(given, own.length)
            },
          },
          {
            label: d.recused,
            cell: ({ userId }) => {
              const recused = items.flatMap(({ shares, progress }) =>
                shares
                  .filter((s) => s.userId === userId && s.recused)
                  .map((s) => `${progress.item.code}: ${s.recused?.reason ?? ''}`),
              )
              return recused.length > 0 && <span lang="ja">{recused.join('、')}</span>
            },
          },
          {
            label: d.membership,
            cell: (m) =>
              m.leftOn !== null ? (
                d.left
              ) : offers.has('appoint') ? (
                <Form view={view} action={urls.leave(committee.id)} hidden={{ userId: m.userId }}>
                  <Button kind="quiet">{d.leave}</Button>
                </Form>
              ) : (
                ''
              ),
          },
        ]}
        rows={members}
      />
      {offers.has('appoint') && (
        <Form view={view} action={urls.members(committee.id)}>
          <AskedFields view={view} fields={memberFields(props)} />
          <Actions>
            <Button kind="secondary">{d.appoint}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('recuse') && serving.length > 0 && (
        <Part view={view} id="recuse" title={d.recuse} lead={d.recuseLead} level={3}>
          <Fold open={recusing.some((f) => f.error) || wrong?.of === 'recuse'} summary={d.recuse}>
            <Form view={view} action={urls.recuse(committee.id)}>
              <AskedFields view={view} fields={recusing} />
              <Actions>
                <Button kind="secondary">{d.recuse}</Button>
              </Actions>
            </Form>
          </Fold>
          {offers.has('unrecuse') && <Recused {...props} />}
        </Part>
      )}
    </Part>
  )
}

/** Who left which item, and the way back. */
function Recused(props: MembersProps) {
  const { view, year, nameOf } = props
  const d = deskWords(view)
  const { committee, members, items } = year
  const serving = new Set(members.filter((m) => m.leftOn === null).map(({ userId }) => userId))
  const gone = items.flatMap(({ progress: { item }, shares }) =>
    shares.flatMap(({ userId, recused }) =>
      recused && serving.has(userId) ? [{ item, userId, reason: recused.reason }] : [],
    ),
  )
  if (!gone.length) return null
  return (
    <Entries>
      {gone.map(({ item, userId, reason }) => (
        <li class="entry">
          <div class="entry-text">
            <p lang="ja">
              <strong>{nameOf(userId)}</strong> {`${item.code} ${item.title}`}
            </p>
            <p lang="ja">{reason}</p>
            <Undo
              {...props}
              of={`${item.id}.${userId}`}
              action={urls.unrecuse(committee.id)}
              hidden={{ itemId: item.id, userId }}
              go={d.unrecuse}
              hint={d.unrecuseHint}
            />
          </div>
        </li>
      ))}
    </Entries>
  )
}

export const itemOptions = ({ items }: JudgingYear) =>
  items.map(({ progress: { item } }) => ({ value: item.id, label: `${item.code} ${item.title}` }))
