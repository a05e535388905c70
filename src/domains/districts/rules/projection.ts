import { type CityMap, ringsOf, type Spot } from '../map.ts'

/** Metres in a degree of latitude; of longitude at the equator. */
export const perDegree = 111_200

/** A window onto the map: how many pixels it has, where its middle is, and how many metres a pixel is. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly middle: Spot
  readonly metres: number
  /** How much narrower a degree of longitude is here: one for the whole city, whatever the window shows. */
  readonly narrow: number
}

export interface Pixel {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** All that the map holds lies in it. */
export function boxOf({ areas }: Pick<CityMap, 'areas'>): Box {
  const box = { south: 90, north: -90, west: 180, east: -180 }
  for (const area of areas)
    for (const { lat, lon } of ringsOf(area).flat()) {
      box.south = Math.min(box.south, lat)
      box.north = Math.max(box.north, lat)
      box.west = Math.min(box.west, lon)
      box.east = Math.max(box.east, lon)
    }
  return box
}

/** At the largest a pixel is about as much as a spot is rounded to. */
const finest = 10
/** Beside the land, so that names at the coast have room. */
const margin = 24

/** The window in which the whole city stands. */
export function wholeCity(map: Pick<CityMap, 'areas'>, width: number, height: number): Frame {
  const { south, north, west, east } = boxOf(map)
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const narrow = Math.cos((middle.lat * Math.PI) / 180)
  const across = ((east - west) * perDegree * narrow) / (width - 2 * margin)
  const up = ((north - south) * perDegree) / (height - 2 * margin)
  return { width, height, middle, metres: Math.max(across, up, 1), narrow }
}

/** How often the whole city can be made twice as large. */
export const deepest = (whole: Frame): number =>
  Math.max(1, Math.min(8, Math.ceil(Math.log2(whole.metres / finest))))

/** The same window, `zoom` times twice as large, around a spot. */
export const zoomed = (whole: Frame, zoom: number, middle: Spot): Frame =>
  zoom === 0 ? whole : { ...whole, middle, metres: whole.metres / 2 ** zoom }

export const toPixel = ({ width, height, middle, metres, narrow }: Frame, spot: Spot): Pixel => ({
  x: width / 2 + ((spot.lon - middle.lon) * perDegree * narrow) / metres,
  y: height / 2 - ((spot.lat - middle.lat) * perDegree) / metres,
})

export const toSpot = (
  { width, height, middle, metres, narrow }: Frame,
  { x, y }: Pixel,
): Spot => ({
  lat: middle.lat - ((y - height / 2) * metres) / perDegree,
  lon: middle.lon + ((x - width / 2) * metres) / (perDegree * narrow),
})

/** To about ten metres: which crossing, and not which door. */
export const rounded = ({ lat, lon }: Spot): Spot => ({
  lat: Math.round(lat * 10_000) / 10_000,
  lon: Math.round(lon * 10_000) / 10_000,
})

/** As a form carries it: 34.2030,129.2880 */
export const spotText = ({ lat, lon }: Spot): string => `${lat.toFixed(4)},${lon.toFixed(4)}`

/** Two numbers with a comma between, full-width or not; undefined for anything else. Rounded. */
export function readSpot(text: string): Spot | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[、，]/gu, ',')
    .replace(/\s+/gu, '')
  const [, lat, lon] = /^(\d{2}(?:\.\d{1,12})?),(\d{3}(?:\.\d{1,12})?)$/.exec(plain) ?? []
  return lat && lon ? rounded({ lat: Number(lat), lon: Number(lon) }) : undefined
}
