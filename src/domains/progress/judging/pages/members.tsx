import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { blank } from '#platform/form.ts'
import { memberForm, recuseForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import type { JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'

export interface MembersProps {
  readonly view: View
  readonly year: JudgingYear
  readonly offers: ReadonlySet<JudgingAction>
  /** Those who can be chosen as members. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (user: string) => string
}

/** Who sits in the committee, how far each is, and who left which item to the others. */
export function Members({ view, year, offers, people, nameOf }: MembersProps) {
  const d = deskWords(view)
  const { committee, members, items } = year
  const serving = members.filter(({ leftOn }) => leftOn === null)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const ofMember = (user: string) =>
    items.filter(({ shares }) => shares.some((s) => s.userId === user && !s.recused))
  const recuse = blank(
    recuseForm(
      items.map(({ progress }) => progress.item.id),
      serving.map(({ userId }) => userId),
    ),
  )
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
            cell: (m) => (
              <span lang="ja">
                {items
                  .flatMap(({ shares, progress }) =>
                    shares
                      .filter((s) => s.userId === m.userId && s.recused)
                      .map((s) => `${progress.item.code}: ${s.recused?.reason ?? ''}`),
                  )
                  .join('、')}
              </span>
            ),
          },
          {
            label: d.state,
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
          <AskedFields
            view={view}
            fields={[
              asked(view, blank(memberForm), 'userId', {
                label: d.person,
                hint: d.appointHint,
                options,
              }),
              asked(view, blank(memberForm), 'capacity', {
                label: d.capacity,
                hint: d.capacityHint,
              }),
            ]}
          />
          <Actions>
            <Button kind="secondary">{d.appoint}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('recuse') && serving.length > 0 && (
        <Part view={view} id="recuse" title={d.recuse} lead={d.recuseLead} level={3}>
          <Form view={view} action={urls.recuse(committee.id)}>
            <AskedFields
              view={view}
              fields={[
                asked(view, recuse, 'itemId', {
                  among: 'recuse',
                  label: d.item,
                  options: itemOptions(year),
                }),
                asked(view, recuse, 'userId', {
                  among: 'recuse',
                  label: d.members,
                  options: serving.map(({ userId }) => ({ value: userId, label: nameOf(userId) })),
                }),
                asked(view, recuse, 'reason', { label: d.reason, among: 'recuse' }),
              ]}
            />
            <Actions>
              <Button kind="secondary">{d.recuse}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </Part>
  )
}

export const itemOptions = ({ items }: JudgingYear) =>
  items.map(({ progress: { item } }) => ({ value: item.id, label: `${item.code} ${item.title}` }))
