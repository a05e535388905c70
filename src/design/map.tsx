import { plain } from '#platform/ruby.ts'
import { type NameAt, namesBeside, type Sign } from './map-names.ts'

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

/** How far each kind of sign reaches, the height of its letters, and where they may stand: see map.css. */
const kinds = {
  place: { reach: 3, size: 16, sides: ['above', 'below', 'right', 'left'] },
  landmark: { reach: 4, size: 14, sides: ['right', 'left', 'below', 'above'] },
  count: { reach: 18, size: 16, sides: ['right', 'left', 'above', 'below'] },
} as const satisfies Record<string, Omit<Sign, 'x' | 'y' | 'name'>>

const signsOf = (kind: keyof typeof kinds, named: readonly Named[]): readonly Sign[] =>
  named.map((one) => ({ ...one, name: plain(one.name), ...kinds[kind] }))

/** A name that has to be there stands at its best side even where there is no room. */
const first = ({ reach }: Sign): NameAt => ({ dx: reach + 5, dy: 6, anchor: 'start' })

const move = ({ x, y }: Sign) => `translate(${x.toFixed(1)} ${y.toFixed(1)})`

function Name({ kind, name, at }: { kind: 'place' | 'small'; name: string; at: NameAt }) {
  return (
    <text class={kind} x={at.dx} y={at.dy.toFixed(1)} text-anchor={at.anchor}>
      {name}
    </text>
  )
}

/** Circles and districts before landmarks: their names are what the map is read by. */
function Names({ counts = [], labels, landmarks = [], ...size }: MapProps) {
  const [circles, places, small] = [
    signsOf('count', counts),
    signsOf('place', labels),
    signsOf('landmark', landmarks),
  ]
  const where = namesBeside([...circles, ...places, ...small], size)
  return (
    <>
      {small.map((sign, i) => {
        const at = where[circles.length + places.length + i]
        // Without its name it would be a dot that says nothing.
        return at ? (
          <g transform={move(sign)}>
            <rect class="landmark" x="-3.5" y="-3.5" width="7" height="7" />
            <Name kind="small" name={sign.name} at={at} />
          </g>
        ) : null
      })}
      {places.map((sign, i) => (
        <g transform={move(sign)}>
          <Name kind="place" name={sign.name} at={where[circles.length + i] ?? first(sign)} />
        </g>
      ))}
      {circles.map((sign, i) => (
        <g transform={move(sign)}>
          <circle class="count" r="17" />
          <text class="figure" y="6" text-anchor="middle">
            {counts[i]?.count}
          </text>
          <Name kind="place" name={sign.name} at={where[i] ?? first(sign)} />
        </g>
      ))}
    </>
  )
}

/** A map of one's own land: an outline, names, a scale. One picture; what can be chosen stands outside of it. */
export function MapDrawing(props: MapProps) {
  const { id, title, says, width, height, land, scale, mark } = props
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
      <Names {...props} />
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
