import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { FieldSet, Form } from '#design/form.tsx'
import type { Filled } from '#platform/form.ts'
import type { CommentCase } from '../../case.ts'
import { categorySets } from '../../category.ts'
import type { categoriesForm, categoryForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface CategoriesProps extends Desk {
  readonly one: CommentCase
  readonly form: Filled<typeof categoriesForm>
  /** A row for each category, and some to spare. */
  readonly rows: readonly Filled<typeof categoryForm>[]
  readonly refused?: string | undefined
}

/** 反映区分を決める: a list of the city, or words of this case. */
export function CategoriesPage(props: CategoriesProps) {
  const { view, one, form, rows, refused } = props
  const w = deskWords(view)
  const list = asked(view, form, 'list', {
    label: w.categoriesOf,
    options: [
      { value: 'terms', label: w.categoriesTerms },
      ...optionsOf(categorySets, w.sets),
      { value: 'own', label: w.categoriesOwn },
    ],
    open: true,
    fault: refused,
  })
  const fields = rows.map((row, at) => [
    ...(['ja', 'easy', 'en', 'ko'] as const).map((key) =>
      asked(view, row, key, { label: w.languages[key], prefix: `row${at}` }),
    ),
    asked(view, row, 'changesDraft', {
      label: w.changesDraft,
      prefix: `row${at}`,
      options: optionsOf(['no', 'yes'], w.yesNo),
    }),
  ])
  return (
    <Frame
      {...props}
      narrow
      title={w.categoriesEdit}
      lead={w.categoriesLead}
      crumbs={[{ text: one.title, path: urls.work(one.id), ...inJapanese(view) }]}
    >
      <Faults view={view} fields={[list, ...fields.flat()]} />
      <Form view={view} action={urls.categories(one.id)} hidden={{ version: String(one.version) }}>
        <div class="stack">
          <AskedFields view={view} fields={[list]} />
          <p class="hint">{w.categoriesHint}</p>
          {fields.map((row, at) => (
            <FieldSet legend={w.categoriesRow(at + 1)}>
              <AskedFields view={view} fields={row} />
            </FieldSet>
          ))}
        </div>
        <Actions>
          <Button>{w.save}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
