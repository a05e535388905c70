import { type Area, type CityMap, type Ring, ringsOf, type Spot } from '../map.ts'
import { clipped, simplified } from './outline.ts'
import { type Frame, type Pixel, toPixel } from './projection.ts'

/** A map as it is drawn: pixels and words, and no place on earth but those of the city itself. */
export interface DrawnMap {
  readonly width: number
  readonly height: number
  /** The land, a path for each area that the city handed in; holes by the even-odd rule. */
  readonly land: readonly string[]
  readonly labels: readonly (Pixel & { readonly district: string })[]
  readonly landmarks: readonly (Pixel & { readonly name: string })[]
  readonly scale: { readonly width: number; readonly metres: number }
  readonly source: string
}

/** Half a pixel: what is left out cannot be seen. */
const unseen = 0.6

const number = (value: number) => String(Math.round(value * 10) / 10)

function pathOf(ring: Ring, frame: Frame): string {
  const line = simplified(
    ring.map((spot) => toPixel(frame, spot)),
    unseen,
  )
  const cut = clipped(line, frame.width, frame.height)
  if (cut.length < 3) return ''
  return `M${cut.map(({ x, y }) => `${number(x)} ${number(y)}`).join(' ')}Z`
}

/** The longest of 1, 2, 5, 10, 20 … metres that is no longer than a quarter of the drawing. */
function scaleOf({ width, metres }: Frame): DrawnMap['scale'] {
  const most = (width / 4) * metres
  const power = 10 ** Math.floor(Math.log10(most))
  const round = [5, 2, 1].map((one) => one * power).find((one) => one <= most) ?? power
  return { width: round / metres, metres: round }
}

/** The middle of the box around an area: where its name stands if the file does not say. */
function middleOf(area: Area): Spot | undefined {
  const all = ringsOf(area).flat()
  const [first] = all
  if (!first) return undefined
  const ends = all.reduce(
    (box, { lat, lon }) => ({
      south: Math.min(box.south, lat),
      north: Math.max(box.north, lat),
      west: Math.min(box.west, lon),
      east: Math.max(box.east, lon),
    }),
    { south: first.lat, north: first.lat, west: first.lon, east: first.lon },
  )
  return { lat: (ends.south + ends.north) / 2, lon: (ends.west + ends.east) / 2 }
}

/** Where the names of districts stand: as the file says, or in the middle of their land. */
export function labelsOf({ areas, labels }: CityMap): CityMap['labels'] {
  const said = new Set<string>(labels.map(({ district }) => district))
  const others = areas.flatMap((area) => {
    const at = area.district && !said.has(area.district) ? middleOf(area) : undefined
    return area.district && at ? [{ district: area.district, at }] : []
  })
  return [...labels, ...others]
}

/** What of the map a window shows. */
export function drawn(map: CityMap, frame: Frame): DrawnMap {
  const isSeen = ({ x, y }: Pixel) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height
  return {
    width: frame.width,
    height: frame.height,
    land: map.areas
      .map((area) =>
        ringsOf(area)
          .map((ring) => pathOf(ring, frame))
          .join(''),
      )
      .filter(Boolean),
    labels: labelsOf(map)
      .map(({ district, at }) => ({ district, ...toPixel(frame, at) }))
      .filter(isSeen),
    landmarks: map.landmarks
      .map(({ name, at }) => ({ name, ...toPixel(frame, at) }))
      .filter(isSeen),
    scale: scaleOf(frame),
    source: map.source,
  }
}
