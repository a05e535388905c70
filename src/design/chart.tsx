import type { Fill } from '#platform/document.ts'
import { plain } from '#platform/ruby.ts'
import {
  bar,
  type ChartProps,
  Drawing,
  Figure,
  Figures,
  Framed,
  gap,
  Hatching,
  Lines,
  letter,
  Named,
  Plate,
  paint,
  pitch,
  round,
  sheet,
} from './chart-frame.tsx'
import { emsOf, wrapped } from './chart-text.ts'
import { figure } from './dates.ts'
import type { TableColumn } from './table.tsx'

export interface Series {
  readonly key: string
  readonly word: string
  readonly fill: Fill
}

export interface StackRow {
  readonly name: string
  /** The language of the name, where it is not the page's. */
  readonly lang?: string
  readonly values: Readonly<Record<string, number>>
  /** The list of what is counted, where there is one; of a whole row without a key. */
  readonly to?: (key: string | null) => string | undefined
}

export interface StackedDrawingProps extends Pick<ChartProps, 'view' | 'id' | 'title' | 'says'> {
  readonly series: readonly Series[]
  readonly rows: readonly StackRow[]
}

export interface StackedBarsProps extends ChartProps, StackedDrawingProps {
  /** Over the names of the rows: 施策. */
  readonly of: string
  readonly total: string
}

const partOf = (row: StackRow, key: string) => row.values[key] ?? 0
const usedOf = ({ series, rows }: Pick<StackedDrawingProps, 'series' | 'rows'>) =>
  series.filter(({ key }) => rows.some((row) => partOf(row, key) > 0))
const sumOf = (series: readonly Series[], row: StackRow) =>
  series.reduce((all, { key }) => all + partOf(row, key), 0)

/** How many stand where, row by row; each figure of the drawing stands in the table beside it. */
export function StackedBars(props: StackedBarsProps) {
  const { rows } = props
  const [only] = rows
  return (
    <Framed
      {...props}
      table={only && rows.length === 1 ? <Down {...props} row={only} /> : <Across {...props} />}
    >
      <StackedDrawing {...props} />
    </Framed>
  )
}

/** Rows as they are drawn, their parts side by side. */
function Across(props: StackedBarsProps) {
  const { view, title, series, rows, of, total } = props
  const columns: readonly TableColumn<StackRow>[] = [
    { label: of, role: 'heading', cell: (row) => <Named row={row} /> },
    ...usedOf(props).map(({ key, word }) => ({
      label: word,
      role: 'number' as const,
      cell: (row: StackRow) => <Figure view={view} n={partOf(row, key)} path={row.to?.(key)} />,
    })),
    {
      label: total,
      role: 'number',
      cell: (row) => <Figure view={view} n={sumOf(series, row)} path={row.to?.(null)} />,
    },
  ]
  return <Figures view={view} title={title} columns={columns} rows={rows} />
}

/** A single bar: its parts one beneath the other, which a phone shows whole. */
function Down(props: StackedBarsProps & { readonly row: StackRow }) {
  const { view, title, series, of, total, row } = props
  const lines = usedOf(props).map(({ key, word }) => ({
    word,
    n: partOf(row, key),
    path: row.to?.(key),
  }))
  const sum = { word: total, n: sumOf(series, row), path: row.to?.(null) }
  const columns: readonly TableColumn<typeof sum>[] = [
    { label: of, role: 'heading', cell: ({ word }) => word },
    {
      label: row.name,
      role: 'number',
      cell: ({ n, path }) => <Figure view={view} n={n} path={path} />,
    },
  ]
  return <Figures view={view} title={title} columns={columns} rows={[...lines, sum]} />
}

/** The bars without their table, where one stands near. */
export function StackedDrawing(props: StackedDrawingProps) {
  const { view, id, title, says, series, rows } = props
  const used = usedOf(props)
  let y = 0
  const drawn = rows.map((row) => {
    const count = figure(view.locale, sumOf(series, row))
    const lines = wrapped(plain(row.name), (sheet - emsOf(count) * letter - 12) / letter, 2)
    const top = y
    y += lines.length * pitch + bar + gap
    return { row, lines, top, count }
  })
  return (
    <>
      <Key id={id} series={used} />
      <Drawing id={id} title={title} says={says} height={Math.max(1, y - gap)}>
        <Hatching id={id} used={used.map(({ fill }) => fill)} />
        {drawn.map(({ row, lines, top, count }) => (
          <g>
            <Lines lines={lines} top={top} />
            <text class="total" x={sheet} y={top + letter} text-anchor="end" font-size={letter}>
              {count}
            </text>
            <Parted view={view} id={id} series={used} row={row} y={top + lines.length * pitch} />
          </g>
        ))}
      </Drawing>
    </>
  )
}

/** Narrower than this a part would not be seen. */
const leastPart = 3

interface PartedProps extends Pick<StackedDrawingProps, 'view' | 'id' | 'series'> {
  readonly row: StackRow
  readonly y: number
}

/** One bar as wide as the sheet; a row without anything is an empty frame. */
function Parted({ view, id, series, row, y }: PartedProps) {
  const sum = sumOf(series, row)
  if (sum === 0)
    return <rect class="area area-none" x="1" y={y + 1} width={sheet - 2} height={bar - 2} />
  const parts = series.filter(({ key }) => partOf(row, key) > 0)
  const free = sheet - parts.length * leastPart
  let x = 0
  return (
    <>
      {parts.map(({ key, fill }) => {
        const n = partOf(row, key)
        const width = leastPart + (free * n) / sum
        const from = x
        x += width
        const text = figure(view.locale, n)
        return (
          <>
            <rect
              {...paint(id, fill)}
              data-row={row.name}
              data-key={key}
              data-value={n}
              x={round(from + 0.75)}
              y={y + 0.75}
              width={round(width - 1.5)}
              height={bar - 1.5}
            />
            {emsOf(text) * letter + 12 <= width && (
              <Plate x={from + width / 2} y={y + bar / 2} text={text} />
            )}
          </>
        )
      })}
    </>
  )
}

export interface BarRow {
  readonly name: string
  readonly lang?: string
  readonly value: number
  readonly path?: string
}

export interface BarsProps extends ChartProps {
  readonly rows: readonly BarRow[]
  readonly of: string
  /** Over the figures: 件数. */
  readonly count: string
  readonly fill?: Fill
}

/** One figure a row, the longest bar as wide as the sheet allows beside its figure. */
export function Bars(props: BarsProps) {
  const { view, id, title, says, rows, of, count, fill = 'solid' } = props
  const said = (n: number) => figure(view.locale, n)
  const most = Math.max(1, ...rows.map(({ value }) => value))
  const beside = Math.max(1, ...rows.map(({ value }) => emsOf(said(value)))) * letter + 8
  let y = 0
  const drawn = rows.map((row) => {
    const lines = wrapped(plain(row.name), sheet / letter, 2)
    const top = y
    y += lines.length * pitch + bar + gap
    return { row, lines, top, width: ((sheet - beside) * row.value) / most }
  })
  const columns: readonly TableColumn<BarRow>[] = [
    { label: of, role: 'heading', cell: (row) => <Named row={row} /> },
    {
      label: count,
      role: 'number',
      cell: (row) => <Figure view={view} n={row.value} path={row.path} />,
    },
  ]
  return (
    <Framed {...props} table={<Figures view={view} title={title} columns={columns} rows={rows} />}>
      <Drawing id={id} title={title} says={says} height={Math.max(1, y - gap)}>
        <Hatching id={id} used={[fill]} />
        {drawn.map(({ row, lines, top, width }) => {
          const under = top + lines.length * pitch
          return (
            <g>
              <Lines lines={lines} top={top} />
              {row.value > 0 && (
                <rect
                  {...paint(id, fill)}
                  data-row={row.name}
                  data-value={row.value}
                  x="0.75"
                  y={under + 0.75}
                  width={round(Math.max(2, width - 1.5))}
                  height={bar - 1.5}
                />
              )}
              <text class="value" x={round(width + 6)} y={under + 18} font-size={letter}>
                {said(row.value)}
              </text>
            </g>
          )
        })}
      </Drawing>
    </Framed>
  )
}

/** Which hatching means what: words that everyone reads. */
function Key({ id, series }: { readonly id: string; readonly series: readonly Series[] }) {
  return (
    <ul class="chart-key cluster">
      {series.map(({ word, fill }) => (
        <li>
          <svg
            class="swatch"
            viewBox="0 0 28 18"
            width="28"
            height="18"
            aria-hidden="true"
            focusable="false"
          >
            <Hatching id={`${id}-key`} used={[fill]} />
            <rect {...paint(`${id}-key`, fill)} x="0.75" y="0.75" width="26.5" height="16.5" />
          </svg>
          <span>{word}</span>
        </li>
      ))}
    </ul>
  )
}
