import { Actions, Button } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { deskWords } from '../messages/desk.ts'
import type { Division } from '../rules/divide.ts'
import type { JudgingYear } from '../rules/year.ts'
import { urls } from '../urls.ts'
import { Done } from './parts.tsx'
import { Refused, type Wrong } from './wrong.tsx'

export interface DivisionProps {
  readonly view: View
  readonly year: JudgingYear
  readonly nameOf: (user: string) => string
  readonly done: string | null
  /** The division that is shown: whoever saves over another one is told. */
  readonly mark: string
  readonly wrong?: Wrong
  /** What was ticked, where it was not saved. */
  readonly ticked?: readonly Division[]
}

/** Who looks at which item: a box for each member, item after item. */
export function DivisionPage(props: DivisionProps) {
  const { view, year, nameOf, done, mark, wrong, ticked = [] } = props
  const d = deskWords(view)
  const { committee, members, items } = year
  const serving = members.filter(({ leftOn }) => leftOn === null)
  return (
    <DeskPage
      view={view}
      title={d.division}
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: committee.name, path: urls.one(committee.id), lang: 'ja' },
      ]}
    >
      <Masthead title={d.division} lead={d.divisionLead} />
      <Done view={view} done={done} />
      {wrong?.stale && (
        <Notice view={view} kind="warning" live title={d.staleTitle}>
          <p>{d.staleTicks}</p>
          <ul class="bullets" lang="ja">
            {items.flatMap(({ progress: { item } }) => {
              const here = ticked.filter(({ itemId }) => itemId === item.id)
              const names = here.map(({ userId }) => nameOf(userId)).join('、')
              return names ? [<li>{`${item.code} ${item.title}: ${names}`}</li>] : []
            })}
          </ul>
        </Notice>
      )}
      {!wrong?.stale && <Refused view={view} wrong={wrong} />}
      <Form view={view} action={urls.propose(committee.id)}>
        <Actions>
          <Button kind="secondary">{d.propose}</Button>
        </Actions>
      </Form>
      <Form view={view} action={urls.division(committee.id)} hidden={{ version: mark }}>
        {items.map(({ progress: { item }, shares }) => {
          const gone = shares.filter((s) => s.recused)
          const free = serving.filter(({ userId }) => !gone.some((s) => s.userId === userId))
          const hint = gone.map((s) => `${d.recused}: ${nameOf(s.userId)}`).join('、')
          return (
            <Field
              view={view}
              field={{
                kind: 'checkboxes',
                name: `of.${item.id}`,
                // A label is one text: where it is not the page's language, it is quoted.
                label: `${item.code} ${view.locale === 'ja' ? item.title : `“${item.title}”`}`,
                plain: true,
                ...(hint && { hint }),
                values: shares.filter((s) => !s.recused).map(({ userId }) => userId),
                options: free.map(({ userId }) => ({ value: userId, label: nameOf(userId) })),
              }}
            />
          )
        })}
        <Actions>
          <Button>{d.saveDivision}</Button>
        </Actions>
      </Form>
    </DeskPage>
  )
}
