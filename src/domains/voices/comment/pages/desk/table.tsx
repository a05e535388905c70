import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { at, languageOf } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { CommentCase, Passage } from '../../case.ts'
import type { Category } from '../../category.ts'
import type { Opinion, Said } from '../../comment.ts'
import type { RowForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import type { Lacking } from '../../rules/result.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame, Pressed } from './frame.tsx'

export interface TableRow {
  readonly opinion: Opinion
  /** The paragraph that was pressed. */
  readonly at: Passage | null
  /** The words as they came, for those who read them. */
  readonly said: Said | null
  readonly form: Filled<RowForm>
  readonly lacks: readonly Lacking[]
}

export interface TableProps extends Desk {
  readonly one: CommentCase
  readonly rows: readonly TableRow[]
  readonly categories: readonly Category[]
  /** The words as they came. */
  readonly mayRead: boolean
  readonly mayWrite: boolean
  /** What a rule refused, by `row.field`. */
  readonly refused: Readonly<Record<string, string>>
}

/** The first fields say what was asked; the others answer. */
const asking = 3

/** 意見の表: all comments on one page, written and saved together. */
export function TablePage(props: TableProps) {
  const { view, one, rows, refused } = props
  const w = deskWords(view)
  const all = rows.map((row) => fieldsOf(props, row))
  return (
    <Frame
      {...props}
      title={w.table}
      lead={w.tableLead}
      crumbs={[{ text: one.title, path: urls.work(one.id), ...inJapanese(view) }]}
    >
      <Faults view={view} fields={all.flat()} />
      {refused.row !== undefined && <p class="error">{refused.row}</p>}
      {rows.length === 0 ? <EmptyState title={w.noOpinions} /> : <Rows {...props} fields={all} />}
    </Frame>
  )
}

/** A form for whoever may write; for others the same as it stands. */
function Rows(props: TableProps & { readonly fields: readonly (readonly AskedField[])[] }) {
  const { view, one, rows, mayWrite, fields } = props
  const w = deskWords(view)
  if (!mayWrite) return <Table {...props} />
  return (
    <Form view={view} action={urls.table(one.id)} wide>
      {rows.map((row, i) => (
        <FieldSet legend={w.row(row.opinion.no)} hint={<Beside {...props} row={row} />}>
          <input
            type="hidden"
            name={`${row.opinion.id}.version`}
            value={String(row.opinion.version)}
          />
          <div class="halves">
            <div class="stack">
              <Came view={view} row={row} />
              <AskedFields view={view} fields={(fields[i] ?? []).slice(0, asking)} />
            </div>
            <div class="stack">
              <AskedFields view={view} fields={(fields[i] ?? []).slice(asking)} />
            </div>
          </div>
        </FieldSet>
      ))}
      <Actions>
        <Button>{w.saveTable}</Button>
      </Actions>
    </Form>
  )
}

/** The rows to read: what was said, and what the city says to it so far. */
function Table(props: TableProps) {
  const { view, rows, categories } = props
  const w = deskWords(view)
  const tongue = view.locale === 'en' ? 'en' : 'ja'
  const said = (words: string) => (
    <span class="lines" {...inJapanese(view)}>
      {words}
    </span>
  )
  return (
    <>
      {rows.map((row) => {
        const { no, place, gist, category, cityView, changed } = row.opinion
        const named = categories.find(({ key }) => key === category)?.[tongue] ?? ''
        return (
          <Part
            view={view}
            id={`row-${no}`}
            title={w.row(no)}
            lead={<Beside {...props} row={row} />}
          >
            <Came view={view} row={row} />
            <Facts
              pairs={[
                [w.place, said(place)],
                [w.gist, said(gist)],
                [w.category, named],
                [w.cityView, said(cityView)],
                [w.changed, said(changed)],
              ]}
            />
          </Part>
        )
      })}
    </>
  )
}

/** What came, and the paragraph it came for: whoever writes the gist has both before them. */
function Came({ view, row: { at: passage, said } }: Pick<TableProps, 'view'> & { row: TableRow }) {
  const w = deskWords(view)
  if (!passage && !said) return null
  return (
    <Facts
      names="above"
      pairs={[
        ...(said
          ? [
              [
                w.said,
                <span class="lines" lang={languageOf(said.language)}>
                  {said.text}
                </span>,
              ] as const,
            ]
          : []),
        ...(passage ? [[w.passage, <Pressed view={view} at={passage} />] as const] : []),
      ]}
    />
  )
}

function Beside({ view, one, mayRead, row }: TableProps & { readonly row: TableRow }) {
  const w = deskWords(view)
  return (
    <>
      {mayRead && <a href={at(view, urls.comment(one.id, row.opinion.comment))}>{w.original}</a>}
      {row.lacks.length > 0 && ` ${w.lacks(row.lacks)}`}
    </>
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
