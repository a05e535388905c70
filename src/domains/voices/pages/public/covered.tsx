import type { Child } from 'hono/jsx'
import { figure } from '#design/dates.ts'
import { Fold } from '#design/fold.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { plain } from '#platform/ruby.ts'
import type { CoveredTable } from '../../rules/figures.ts'
import { outcomes } from '../../rules/outcome.ts'
import { order, wordsOf } from './words.tsx'

interface CoveredProps {
  readonly view: View
  readonly id: string
  readonly title: string
  readonly of: string
  readonly covered: CoveredTable
  readonly name: (key: string) => string
}

/** What tells of senders: a table with hidden figures, and no drawing, in which one could measure them. */
export function Covered({ view, id, title, of, covered: { keys, table }, name }: CoveredProps) {
  const t = wordsOf(view)
  if (!table)
    return (
      <Part view={view} id={id} title={title}>
        <p>{t.cannotShow}</p>
      </Part>
    )
  const cell = (value: number | null): Child =>
    value === null ? (
      <span role="img" aria-label={plain(t.hiddenSaid)}>
        {t.hiddenMark}
      </span>
    ) : (
      figure(view.locale, value)
    )
  const rows = keys.map((key, r) => ({
    name: key === '' ? t.unsaid : name(key),
    cells: table.rows[r] ?? [],
    total: table.rowTotals[r] ?? null,
  }))
  return (
    <Part view={view} id={id} title={title}>
      <Fold title={t.showSplit(title)}>
        <div class="chart-table">
          <Table
            view={view}
            caption={title}
            quietCaption
            narrow="scroll"
            columns={[
              { label: of, role: 'heading', cell: (row) => row.name },
              ...order.map((one) => ({
                label: t.outcomes[one],
                role: 'number' as const,
                cell: (row: (typeof rows)[number]) =>
                  cell(row.cells[outcomes.indexOf(one)] ?? null),
              })),
              { label: t.total, role: 'number', cell: (row) => cell(row.total) },
            ]}
            rows={rows}
            foot={{ name: t.total, cells: table.columnTotals, total: table.total }}
          />
        </div>
      </Fold>
    </Part>
  )
}
