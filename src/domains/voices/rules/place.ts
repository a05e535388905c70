import {
  type CityMap,
  deepestZoom,
  type Frame,
  isInCity,
  mapLabels,
  readSpot,
  roundedSpot,
  type Spot,
  spotText,
  toSpot,
  wholeCity,
  zoomed,
} from '#domains/districts/index.ts'

/** Pixels of the map on which a place is chosen: a small phone shows it whole. */
export const mapSize = { width: 328, height: 420 } as const

/** What of the map is shown, and what was chosen on it. */
export interface Look {
  readonly zoom: number
  readonly middle: Spot
  readonly mark: Spot | null
}

export const steps = ['in', 'out', 'up', 'down', 'left', 'right'] as const
export type Step = (typeof steps)[number]
type Arrow = Exclude<Step, 'in' | 'out'>

const whole = (map: CityMap): Frame => wholeCity(map, mapSize.width, mapSize.height)

export const frameOf = (map: CityMap, { zoom, middle }: Look): Frame =>
  zoomed(whole(map), zoom, middle)

export const mostZoom = (map: CityMap): number => deepestZoom(whole(map))

/** How near one looks who comes back to a spot, or who named a district before. */
const near = { spot: 3, district: 2 } as const

/** The map as it opens: at the spot chosen before, at the district that was named, or with the whole city. */
export function opened(map: CityMap, point: string, district: string): Look {
  const deepest = mostZoom(map)
  const mark = readSpot(point)
  if (mark && isInCity(map, mark)) return { zoom: Math.min(near.spot, deepest), middle: mark, mark }
  const at = mapLabels(map).find((one) => one.district === district)?.at
  if (at) return { zoom: Math.min(near.district, deepest), middle: at, mark: null }
  return { zoom: 0, middle: whole(map).middle, mark: null }
}

/** The look that a page carried; what no page of ours has written is the whole city. */
export function readLook(map: CityMap, said: (name: string) => string): Look {
  const middle = readSpot(said('map.middle'))
  const mark = readSpot(said('map.mark'))
  const zoom = Number(said('map.zoom'))
  if (!middle || !Number.isInteger(zoom) || zoom < 0 || zoom > mostZoom(map))
    return opened(map, '', '')
  return { zoom, middle, mark: mark && isInCity(map, mark) ? mark : null }
}

export const carriedLook = ({ zoom, middle, mark }: Look): Readonly<Record<string, string>> => ({
  'map.zoom': String(zoom),
  'map.middle': spotText(middle),
  'map.mark': mark ? spotText(mark) : '',
})

/** Where on the drawing somebody pressed; undefined where it was a key, which has no place. */
export function pressed(said: (name: string) => string) {
  const [x, y] = [said('map.x'), said('map.y')].map((text) =>
    /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN,
  )
  const isPlace = x !== undefined && y !== undefined && x <= mapSize.width && y <= mapSize.height
  return isPlace && x + y > 0 ? { x, y } : undefined
}

/** A press sets the mark and looks nearer; null where there is no land of the city. */
export function press(map: CityMap, look: Look, at: { x: number; y: number }): Look | null {
  const mark = roundedSpot(toSpot(frameOf(map, look), at))
  if (!isInCity(map, mark)) return null
  return { zoom: Math.min(look.zoom + 1, mostZoom(map)), middle: mark, mark }
}

/** Pixels of one press on an arrow. */
const stride = 40
const ways = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
} as const satisfies Record<Arrow, object>

const isArrow = (step: Step): step is Arrow => step !== 'in' && step !== 'out'

/**
 * Nearer, farther, or one stride: by keyboard the mark itself wanders, and the first arrow sets it where one looks.
 * null where the city ends.
 */
export function stepped(map: CityMap, look: Look, step: Step): Look | null {
  if (!isArrow(step)) {
    const zoom = look.zoom + (step === 'in' ? 1 : -1)
    return {
      ...look,
      zoom: Math.max(0, Math.min(mostZoom(map), zoom)),
      middle: look.mark ?? look.middle,
    }
  }
  const from = look.mark ?? look.middle
  const frame = { ...frameOf(map, look), middle: from }
  const mark = roundedSpot(
    toSpot(frame, {
      x: frame.width / 2 + ways[step].x * stride,
      y: frame.height / 2 + ways[step].y * stride,
    }),
  )
  return isInCity(map, mark) ? { zoom: look.zoom, middle: mark, mark } : null
}

/** Which way one thing lies from another: the eight winds, from north by the sun. */
export const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Wind = (typeof winds)[number]

/** A spot in words: how far, and which way, from what people know. */
export interface Whereabouts {
  readonly from: { readonly district: string } | { readonly landmark: string }
  readonly metres: number
  readonly wind: Wind
}

/** Nearest first; undefined on a map without a name. */
export function whereabouts(map: CityMap, spot: Spot): Whereabouts | undefined {
  const narrow = Math.cos((spot.lat * Math.PI) / 180)
  const known = [
    ...map.landmarks.map(({ name, at }) => ({ from: { landmark: name }, at })),
    ...mapLabels(map).map(({ district, at }) => ({ from: { district: district as string }, at })),
  ].map(({ from, at }) => {
    const [north, east] = [(spot.lat - at.lat) * 111_200, (spot.lon - at.lon) * 111_200 * narrow]
    const turn = Math.round(Math.atan2(east, north) / (Math.PI / 4))
    return { from, metres: Math.hypot(north, east), wind: winds[(turn + 8) % 8] ?? 'n' }
  })
  return known.toSorted((a, b) => a.metres - b.metres)[0]
}

/** What a press leads to: another look, with what was wrong; or the spot that was chosen. */
export type PlaceAnswer =
  | { readonly look: Look; readonly fault?: 'outside' | 'pickFirst' }
  | { readonly here: Spot }

interface Known {
  readonly point: string
  readonly district: string
}

/** undefined where nobody asked for the map. */
export function answerOf(
  map: CityMap,
  body: Readonly<Record<string, unknown>>,
  asked: string,
  known: Known,
): PlaceAnswer | undefined {
  const said = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const isPress = body['map.x'] !== undefined
  if (!isPress && asked !== 'map' && !asked.startsWith('map-')) return undefined
  if (!isPress && asked === 'map') return { look: opened(map, known.point, known.district) }
  const look = readLook(map, said)
  if (isPress) {
    const at = pressed(said)
    const next = at && press(map, look, at)
    return next ? { look: next } : { look, fault: at ? 'outside' : 'pickFirst' }
  }
  if (asked === 'map-here') return look.mark ? { here: look.mark } : { look, fault: 'pickFirst' }
  const step = steps.find((one) => asked === `map-${one}`)
  const next = step ? stepped(map, look, step) : look
  return next ? { look: next } : { look, fault: 'outside' }
}
