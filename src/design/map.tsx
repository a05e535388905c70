import { plain } from '#platform/ruby.ts'

/** A name in a map, in pixels of its drawing. */
interface Named {
  readonly x: number
  readonly y: number
  readonly name: string
}

export interface MapProps {
  /** Of this drawing alone on its page. */
  readonly id: string
  readonly title: string
  /** What it shows, in one sentence, for whoever does not see it. */
  readonly says: string
  readonly width: number
  readonly height: number
  /** Paths of land. */
  readonly land: readonly string[]
  readonly labels: readonly Named[]
  readonly landmarks?: readonly Named[]
  /** The length of a round number of metres, in pixels. */
  readonly scale?: { readonly width: number; readonly metres: number }
  /** What was chosen. */
  readonly mark?: { readonly x: number; readonly y: number } | undefined
  /** Figures in circles, with the name beside. */
  readonly counts?: readonly (Named & { readonly count: string })[]
}

const distance = (metres: number) => (metres >= 1000 ? `${metres / 1000} km` : `${metres} m`)

/** A name at the right edge stands before its place instead of after it. */
const side = ({ x }: { readonly x: number }, width: number) =>
  x > width * 0.66 ? ({ dx: -8, anchor: 'end' } as const) : ({ dx: 8, anchor: 'start' } as const)

/** A map of one's own land: an outline, names, a scale. One picture; what can be chosen stands outside of it. */
export function MapDrawing(props: MapProps) {
  const { id, title, says, width, height, land, labels, landmarks = [], scale, mark } = props
  return (
    <svg
      class="map"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-name ${id}-says`}
      focusable="false"
    >
      <title id={`${id}-name`}>{plain(title)}</title>
      <desc id={`${id}-says`}>{plain(says)}</desc>
      <rect class="water" width={width} height={height} />
      {land.map((path) => (
        <path class="land" d={path} />
      ))}
      {labels.map(({ x, y, name }) => (
        // Above its place: a landmark there keeps its own name beside it.
        <text class="place" x={x.toFixed(1)} y={y.toFixed(1)} dy="-10" text-anchor="middle">
          {plain(name)}
        </text>
      ))}
      {landmarks.map((one) => {
        const { dx, anchor } = side(one, width)
        return (
          <g transform={`translate(${one.x.toFixed(1)} ${one.y.toFixed(1)})`}>
            <rect class="landmark" x="-3.5" y="-3.5" width="7" height="7" />
            <text class="small" x={dx} y="5" text-anchor={anchor}>
              {plain(one.name)}
            </text>
          </g>
        )
      })}
      {(props.counts ?? []).map((one) => {
        const { dx, anchor } = side(one, width)
        return (
          <g transform={`translate(${one.x.toFixed(1)} ${one.y.toFixed(1)})`}>
            <circle class="count" r="17" />
            <text class="figure" y="6" text-anchor="middle">
              {one.count}
            </text>
            <text class="place" x={dx * 2.75} y="6" text-anchor={anchor}>
              {plain(one.name)}
            </text>
          </g>
        )
      })}
      {scale && (
        <g transform={`translate(12 ${height - 14})`}>
          <path class="scale" d={`M0 -6V0H${scale.width.toFixed(1)}V-6`} />
          <text class="small" x="4" y="-8">
            {distance(scale.metres)}
          </text>
        </g>
      )}
      {mark && (
        <g transform={`translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`}>
          <path
            class="mark-pin"
            d="M0 0C-4 -12 -11 -16 -11 -25A11 11 0 1 1 11 -25C11 -16 4 -12 0 0Z"
          />
          <circle class="mark-eye" cy="-25" r="4" />
        </g>
      )}
    </svg>
  )
}
