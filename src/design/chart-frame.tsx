import type { Child } from 'hono/jsx'
import type { Fill } from '#platform/document.ts'
import { plain } from '#platform/ruby.ts'
import { emsOf } from './chart-text.ts'
import { figure } from './dates.ts'
import { Table, type TableColumn } from './table.tsx'
import { at, type View } from './view.ts'

/** Everything is drawn on a sheet as wide as a small phone, so that its letters are as large as the text. */
export const sheet = 344
export const letter = 15
export const pitch = 21
export const bar = 26
export const gap = 16

export interface ChartProps {
  readonly view: View
  /** Of this drawing alone on its page. */
  readonly id: string
  readonly title: string
  /** What it shows, in one sentence, for whoever does not see it. */
  readonly says: string
  /** The title is heard, not seen: where a heading stands just above. */
  readonly quietTitle?: boolean
  /** Beneath the table: what should be known when reading it. */
  readonly note?: Child
}

interface DrawingProps extends Pick<ChartProps, 'id' | 'title' | 'says'> {
  readonly height: number
  readonly children?: Child
}

/** One picture with a name and a sentence; nothing inside it can be reached by keyboard or is read alone. */
export function Drawing({ id, title, says, height, children }: DrawingProps) {
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${sheet} ${Math.ceil(height)}`}
      width={sheet}
      height={Math.ceil(height)}
      role="img"
      aria-labelledby={`${id}-name ${id}-says`}
      focusable="false"
    >
      <title id={`${id}-name`}>{plain(title)}</title>
      <desc id={`${id}-says`}>{plain(says)}</desc>
      {children}
    </svg>
  )
}

/** The hatching of one drawing; its id is in each name, because a page has several. */
export function Hatching({ id, used }: { readonly id: string; readonly used: readonly Fill[] }) {
  const lines = {
    stripes: 'M-2 2 2-2M0 8 8 0M6 10 10 6',
    cross: 'M0 8 8 0M0 0 8 8',
    lines: 'M0 2H8M0 6H8',
  } as const
  return (
    <defs>
      {used.map((fill) =>
        fill === 'stripes' || fill === 'cross' || fill === 'lines' || fill === 'dots' ? (
          <pattern
            id={`${id}-${fill}`}
            class={`hatch hatch-${fill}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect class="ground" width="8" height="8" />
            {fill === 'dots' ? (
              <circle class="dot" cx="4" cy="4" r="1.6" />
            ) : (
              <path class="line" d={lines[fill]} />
            )}
          </pattern>
        ) : null,
      )}
    </defs>
  )
}

export const paint = (id: string, fill: Fill) =>
  fill === 'stripes' || fill === 'cross' || fill === 'lines' || fill === 'dots'
    ? { class: `area area-${fill}`, fill: `url(#${id}-${fill})` }
    : { class: `area area-${fill}` }

/** A figure on a plate of paper: it is read on any hatching. */
export function Plate({
  x,
  y,
  text,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
}) {
  const width = emsOf(text) * letter + 6
  return (
    <>
      <rect
        class="plate"
        x={round(x - width / 2)}
        y={y - 9}
        width={round(width)}
        height="18"
        rx="2"
      />
      <text class="value" x={round(x)} y={y + 5} text-anchor="middle" font-size={letter}>
        {text}
      </text>
    </>
  )
}

export const round = (n: number) => Math.round(n * 10) / 10

export const Lines = ({
  lines,
  top,
}: {
  readonly lines: readonly string[]
  readonly top: number
}) => (
  <text class="name" font-size={letter}>
    {lines.map((line, i) => (
      <tspan x="0" y={top + letter + i * pitch}>
        {line}
      </tspan>
    ))}
  </text>
)

export const Named = ({
  row,
}: {
  readonly row: { readonly name: string; readonly lang?: string }
}) => (row.lang === undefined ? row.name : <span lang={row.lang}>{row.name}</span>)

/** A figure that can be looked behind; nothing is behind a nought. */
export function Figure(props: {
  readonly view: View
  readonly n: number
  readonly path: string | undefined
}) {
  const { view, n, path } = props
  const text = figure(view.locale, n)
  return n > 0 && path !== undefined ? <a href={at(view, path)}>{text}</a> : text
}

interface FiguresProps<Row> {
  readonly view: View
  readonly title: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
}

/** Every figure of a drawing, side by side. */
export const Figures = <Row,>({ view, title, columns, rows }: FiguresProps<Row>) => (
  <Table view={view} caption={title} quietCaption narrow="scroll" columns={columns} rows={rows} />
)

interface FramedProps extends ChartProps {
  readonly table: Child
  readonly children?: Child
}

/** A drawing with its table: beneath it, and beside it where there is room. */
export function Framed({ title, quietTitle, note, table, children }: FramedProps) {
  return (
    <figure class="chart">
      <figcaption class={quietTitle ? 'unseen' : undefined}>{title}</figcaption>
      <div class="chart-drawn">{children}</div>
      <div class="chart-table">
        {table}
        {note && <p class="soft">{note}</p>}
      </div>
    </figure>
  )
}
