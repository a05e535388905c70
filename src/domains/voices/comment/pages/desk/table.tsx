import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { CommentCase } from '../../case.ts'
import type { Opinion } from '../../comment.ts'
import type { RowForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import type { Lacking } from '../../rules/result.ts'
import type { Category } from '../../terms.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface TableRow {
  readonly opinion: Opinion
  readonly form: Filled<RowForm>
  readonly lacks: readonly Lacking[]
}

export interface TableProps extends Desk {
  readonly one: CommentCase
  readonly rows: readonly TableRow[]
  readonly categories: readonly Category[]
  readonly mayWrite: boolean
  /** What a rule refused, by `row.field`. */
  readonly refused: Readonly<Record<string, string>>
}

/** The first fields say what was asked; the others answer. */
const asking = 3

/** 意見の表: all comments on one page, written and saved together. */
export function TablePage(props: TableProps) {
  const { view, one, rows, mayWrite, refused } = props
  const w = deskWords(view)
  const all = rows.map((row) => fieldsOf(props, row))
  return (
    <Frame
      {...props}
      title={w.table}
      lead={w.tableLead}
      crumbs={[{ text: one.title, path: urls.work(one.id) }]}
    >
      <Faults view={view} fields={all.flat()} />
      {refused.row !== undefined && <p class="error">{refused.row}</p>}
      {rows.length === 0 ? (
        <EmptyState title={w.noOpinions} />
      ) : (
        <Form view={view} action={urls.table(one.id)}>
          {rows.map((row, i) => (
            <FieldSet
              legend={w.row(row.opinion.no)}
              hint={
                <>
                  <a href={at(view, urls.comment(one.id, row.opinion.comment))}>{w.original}</a>
                  {row.lacks.length > 0 && ` ${w.lacks(row.lacks)}`}
                </>
              }
            >
              <input
                type="hidden"
                name={`${row.opinion.id}.version`}
                value={String(row.opinion.version)}
              />
              <div class="halves">
                <div class="stack">
                  <AskedFields view={view} fields={(all[i] ?? []).slice(0, asking)} />
                </div>
                <div class="stack">
                  <AskedFields view={view} fields={(all[i] ?? []).slice(asking)} />
                </div>
              </div>
            </FieldSet>
          ))}
          {mayWrite && (
            <Actions>
              <Button>{w.saveTable}</Button>
            </Actions>
          )}
        </Form>
      )}
    </Frame>
  )
}

function fieldsOf(
  { view, categories, refused }: TableProps,
  { opinion, form }: TableRow,
): readonly AskedField[] {
  const w = deskWords(view)
  const field = (key: keyof RowForm, more: object = {}) =>
    asked(view, form, key, {
      label: w[key],
      prefix: opinion.id,
      fault: refused[`${opinion.id}.${key}`],
      ...more,
    })
  const locale = view.locale === 'en' ? 'en' : 'ja'
  return [
    field('place'),
    field('gist', { hint: w.gistHint, rows: 3 }),
    field('sameAsNo'),
    field('category', {
      options: categories.map((one) => ({ value: one.key, label: one[locale] })),
      empty: '—',
    }),
    field('cityView', { rows: 4 }),
    field('changed', { hint: w.changedHint }),
  ]
}
