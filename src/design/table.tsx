import type { Child } from 'hono/jsx'
import { plain } from '#platform/ruby.ts'
import { words } from './messages.ts'
import { at, type View } from './view.ts'

export interface TableColumn<Row> {
  readonly label: string
  readonly cell: (row: Row) => Child
  /** `heading` names the row and carries its link; `sign` is narrow; `number` is set to the right. */
  readonly role?: 'heading' | 'number' | 'sign'
}

export interface TableProps<Row> {
  readonly view: View
  /** Says what the table holds. */
  readonly caption: string
  /** The caption is heard, not seen: where a heading stands just above. */
  readonly quietCaption?: boolean
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  /** The path behind a row; null where this reader may not go there. */
  readonly to?: (row: Row) => string | null
  /** On a phone each row becomes a card; figures that must stay side by side scroll instead. */
  readonly narrow?: 'cards' | 'scroll'
  readonly foot?: Row
}

/** A table with a sticky head. */
export function Table<Row>(props: TableProps<Row>) {
  const { view, caption, narrow = 'cards' } = props
  if (narrow === 'cards') return <Bare {...props} />
  return (
    <section class="scroll" tabindex={0} aria-label={plain(words(view).list.table(caption))}>
      <Bare {...props} />
    </section>
  )
}

function Bare<Row>(props: TableProps<Row>) {
  const { view, caption, quietCaption, columns, rows, to, narrow = 'cards', foot } = props
  return (
    <table class={`table ${narrow}`}>
      <caption class={quietCaption ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, role }) => (
            <th scope="col" class={role}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const path = to?.(row)
          return <Line view={view} columns={columns} row={row} {...(path && { path })} />
        })}
      </tbody>
      {foot && (
        <tfoot>
          <Line view={view} columns={columns} row={foot} />
        </tfoot>
      )}
    </table>
  )
}

interface LineProps<Row> {
  readonly view: View
  readonly columns: readonly TableColumn<Row>[]
  readonly row: Row
  readonly path?: string
}

/** The link fills its cell, and the card on a phone; `data-href` is for the keyboard of the desk. */
function Line<Row>({ view, columns, row, path }: LineProps<Row>) {
  return (
    <tr data-href={path === undefined ? undefined : at(view, path)}>
      {columns.map(({ label, cell, role }) =>
        role === 'heading' ? (
          <th scope="row" class="heading">
            {path === undefined ? cell(row) : <a href={at(view, path)}>{cell(row)}</a>}
          </th>
        ) : (
          <Cell label={label} role={role}>
            {cell(row)}
          </Cell>
        ),
      )}
    </tr>
  )
}

interface CellProps {
  readonly label: string
  readonly role: TableColumn<unknown>['role']
  readonly children?: Child
}

/** A dash is seen beside others of its column; on a card, under its own label, it would say nothing. */
const Cell = ({ label, role, children }: CellProps) => (
  <td
    class={[role, children === '—' && 'silent'].filter(Boolean).join(' ') || undefined}
    data-label={label}
  >
    {children}
  </td>
)
