import { plain } from '#platform/ruby.ts'
import { type ChartProps, Drawing, Figures, Framed, letter, round, sheet } from './chart-frame.tsx'
import { emsOf, wrapped } from './chart-text.ts'
import { figure } from './dates.ts'
import type { TableColumn } from './table.tsx'

export interface LinePoint {
  /** 4〜6月 */
  readonly name: string
  /** Place on the way from left to right, 0 to 1. */
  readonly at: number
  readonly value: number
}

export interface LineChartProps extends ChartProps {
  readonly points: readonly LinePoint[]
  readonly unit: string
  /** The language of the unit, where it is not the page's. */
  readonly unitLang?: string
  /** Where it began and what it should reach; the way between is drawn as a broken line. */
  readonly from: number | null
  readonly target: number | null
  /** The words beside them and over the columns. */
  readonly words: {
    readonly from: string
    readonly target: string
    readonly when: string
    readonly value: string
  }
}

const top = 30
const foot = 190
const left = 12
const right = sheet - 12

interface Line {
  readonly name: string
  readonly value: number
}

/** One indicator over its year, with the line on which it should be. */
export function LineChart(props: LineChartProps) {
  const { view, id, title, says, points, unit, unitLang, from, target, words } = props
  const numbers = [...points.map(({ value }) => value), from ?? 0, target ?? 0]
  const least = Math.min(0, ...numbers)
  const most = Math.max(...numbers, least + 1)
  const x = (place: number) => round(left + (right - left) * Math.min(1, Math.max(0, place)))
  const y = (value: number) => round(foot - ((foot - top) * (value - least)) / (most - least))
  const said = (n: number) => `${figure(view.locale, n)}${unit}`
  const path = points.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.at)} ${y(p.value)}`).join('')
  const rows: readonly Line[] = [
    ...(from === null ? [] : [{ name: words.from, value: from }]),
    ...points.map(({ name, value }) => ({ name, value })),
    ...(target === null ? [] : [{ name: words.target, value: target }]),
  ]
  const columns: readonly TableColumn<Line>[] = [
    { label: words.when, role: 'heading', cell: ({ name }) => name },
    {
      label: words.value,
      role: 'number',
      cell: ({ value }) => <span lang={unitLang}>{said(value)}</span>,
    },
  ]
  return (
    <Framed {...props} table={<Figures view={view} title={title} columns={columns} rows={rows} />}>
      <Drawing id={id} title={title} says={says} height={foot + 32}>
        <path class="axis" d={`M${left} ${y(least)}H${right}`} />
        {target !== null && (
          <>
            <path class="target" d={`M${left} ${y(target)}H${right}`} data-target={target} />
            <text class="value" x={right} y={y(target) - 6} text-anchor="end" font-size={letter}>
              {plain(`${words.target} ${said(target)}`)}
            </text>
          </>
        )}
        {target !== null && from !== null && (
          <path class="way" d={`M${left} ${y(from)}L${right} ${y(target)}`} />
        )}
        {points.length > 1 && <path class="course" d={path} />}
        {points.map((point, i) => (
          <>
            <circle
              class="point"
              cx={x(point.at)}
              cy={y(point.value)}
              r="5"
              data-value={point.value}
            />
            <Beside
              text={said(point.value)}
              at={x(point.at)}
              y={y(point.value) > foot - 26 ? y(point.value) - 12 : y(point.value) + 22}
            />
            {apart(points, i, x) && (
              <Beside text={plain(point.name)} at={x(point.at)} y={foot + 26} soft />
            )}
          </>
        ))}
      </Drawing>
    </Framed>
  )
}

/** Whether a name has room beneath its point, beside the one before. */
function apart(points: readonly LinePoint[], i: number, x: (at: number) => number): boolean {
  const [before, here] = [points[i - 1], points[i]]
  if (!before || !here) return true
  const half = (p: LinePoint) => (emsOf(plain(p.name)) * letter) / 2
  return x(here.at) - x(before.at) > half(before) + half(here) + 4
}

/** A text around its place, moved inwards at the edges of the sheet. */
function Beside(props: {
  readonly text: string
  readonly at: number
  readonly y: number
  readonly soft?: boolean
}) {
  const { at, y, soft } = props
  const [text = ''] = wrapped(props.text, sheet / letter, 1)
  const half = (emsOf(text) * letter) / 2
  const x = Math.min(Math.max(at, half), sheet - half)
  return (
    <text
      class={soft ? 'name' : 'value'}
      x={round(x)}
      y={round(y)}
      text-anchor="middle"
      font-size={letter}
    >
      {text}
    </text>
  )
}

export interface TrendProps {
  /** What the line says, with its first and last figure: read beside it, and instead of it. */
  readonly text: string
  /** Oldest first, 0 to 1. */
  readonly shares: readonly number[]
}

/** A course so small that it stands in a sentence or a cell; its figures stand near. */
export function Trend({ text, shares }: TrendProps) {
  const [width, height] = [96, 24]
  const x = (i: number) => round(3 + (i * (width - 6)) / Math.max(1, shares.length - 1))
  const y = (share: number) => round(height - 3 - (height - 6) * Math.min(1, Math.max(0, share)))
  const last = shares.length - 1
  return (
    <span class="trend">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
        focusable="false"
      >
        <path class="axis" d={`M0 ${height - 1}H${width}`} />
        {shares.length > 1 && (
          <path
            class="course"
            d={shares.map((s, i) => `${i ? 'L' : 'M'}${x(i)} ${y(s)}`).join('')}
          />
        )}
        {shares.length > 0 && <circle class="point" cx={x(last)} cy={y(shares[last] ?? 0)} r="3" />}
      </svg>{' '}
      <span>{text}</span>
    </span>
  )
}
