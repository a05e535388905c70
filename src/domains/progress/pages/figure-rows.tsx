import { AskedFields } from '#design/asked.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import type { View } from '#design/view.ts'
import { isBegun } from './evidence.tsx'

interface FigureRowsProps {
  readonly view: View
  readonly rows: readonly (readonly AskedField[])[]
  /** Of one row. */
  readonly class: string
  /** 行を足す, in the words of the page. */
  readonly more: string
}

/** Rows of figures: what is written and one to write in lie open, the rest behind a word and without a script. */
export function FigureRows({ view, rows, class: ofRow, more }: FigureRowsProps) {
  const open = rows.findLastIndex(isBegun) + 2
  const said = (list: FigureRowsProps['rows']) =>
    list.map((row) => (
      <div class={ofRow}>
        <AskedFields view={view} fields={row} />
      </div>
    ))
  return (
    <>
      {said(rows.slice(0, open))}
      {open < rows.length && (
        <details class="desk-fold">
          <summary>{more}</summary>
          <div class="stack">{said(rows.slice(open))}</div>
        </details>
      )}
    </>
  )
}
