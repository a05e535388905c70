import { type Area, type CityMap, type Ring, ringsOf, type Spot } from '../map.ts'
import { type Pixel, perDegree } from './projection.ts'

/** A harbour wall or a beach is the city's as well, and the line of a coast is drawn roughly: metres. */
const beyondTheCoast = 2000

/** How far a point lies from the stretch between two others. */
function distance(one: Pixel, a: Pixel, b: Pixel): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length
    ? Math.max(0, Math.min(1, ((one.x - a.x) * dx + (one.y - a.y) * dy) / length))
    : 0
  return Math.hypot(one.x - a.x - along * dx, one.y - a.y - along * dy)
}

/**
 * The same line with fewer points: none that is left out lies further from it than `most` (Douglas–Peucker, by a
 * list of what is left to do: a coast of ten thousand points is no tower of calls).
 */
export function simplified<P extends Pixel>(points: readonly P[], most: number): readonly P[] {
  if (points.length < 5) return points
  const keeps = new Set([0, points.length - 1])
  const left: [number, number][] = [[0, points.length - 1]]
  for (let span = left.pop(); span; span = left.pop()) {
    const [from, to] = span
    const [a, b] = [points[from], points[to]]
    let farthest = { at: -1, far: most }
    for (let at = from + 1; at < to; at += 1) {
      const one = points[at]
      const far = one && a && b ? distance(one, a, b) : 0
      if (far > farthest.far) farthest = { at, far }
    }
    if (farthest.at < 0) continue
    keeps.add(farthest.at)
    left.push([from, farthest.at], [farthest.at, to])
  }
  return points.filter((_, at) => keeps.has(at))
}

/** Whether a spot is within, by how often a line from it to the east crosses the rings. */
function isWithin(area: Area, { lat, lon }: Spot): boolean {
  let inside = false
  for (const ring of ringsOf(area))
    for (const [at, b] of ring.entries()) {
      const a = ring[at - 1]
      if (!a || a.lat > lat === b.lat > lat) continue
      if (lon < a.lon + ((b.lon - a.lon) * (lat - a.lat)) / (b.lat - a.lat)) inside = !inside
    }
  return inside
}

/** The land around a spot as a plane, in metres from it. */
const planeAt = ({ lat, lon }: Spot) => {
  const narrow = Math.cos((lat * Math.PI) / 180)
  return (one: Spot): Pixel => ({
    x: (one.lon - lon) * perDegree * narrow,
    y: (one.lat - lat) * perDegree,
  })
}

/** What of a line is kept, in metres: a map of the whole city is not for building on. */
const fine = 10

/** The line as it is kept; said again of what is kept it changes nothing. */
export function keptOf(ring: Ring): Ring {
  const [first] = ring
  if (!first) return ring
  const flat = planeAt(first)
  const points = ring.map((spot) => ({ ...flat(spot), spot }))
  return simplified(points, fine).map(({ spot }) => spot)
}

/** Metres from a spot to the nearest line of the ring. */
function metresTo(ring: Ring, spot: Spot): number {
  const flat = planeAt(spot)
  let nearest = Number.POSITIVE_INFINITY
  for (const [at, b] of ring.entries()) {
    const a = ring[at - 1]
    if (a) nearest = Math.min(nearest, distance({ x: 0, y: 0 }, flat(a), flat(b)))
  }
  return nearest
}

/** Whether a spot is the city's: on its land, or at its shore. */
export const isInCity = ({ areas }: Pick<CityMap, 'areas'>, spot: Spot): boolean =>
  areas.some(
    (area) =>
      isWithin(area, spot) || ringsOf(area).some((ring) => metresTo(ring, spot) <= beyondTheCoast),
  )

/** The district on whose land a spot lies; null where the map draws none, or the sea is there. */
export const districtAt = ({ areas }: Pick<CityMap, 'areas'>, spot: Spot): Area['district'] =>
  areas.find((area) => area.district !== null && isWithin(area, spot))?.district ?? null

/** A line cut to a window (Sutherland–Hodgman): a coast far outside of it is not sent. */
export function clipped(points: readonly Pixel[], width: number, height: number, over = 8) {
  const sides = [
    { inside: ({ x }: Pixel) => x >= -over, at: -over, by: 'x' },
    { inside: ({ x }: Pixel) => x <= width + over, at: width + over, by: 'x' },
    { inside: ({ y }: Pixel) => y >= -over, at: -over, by: 'y' },
    { inside: ({ y }: Pixel) => y <= height + over, at: height + over, by: 'y' },
  ] as const
  return sides.reduce<readonly Pixel[]>(
    (line, { inside, at, by }) =>
      line.flatMap((b, index) => {
        const a = line.at(index - 1) ?? b
        const cut = () => {
          const share = (at - a[by]) / (b[by] - a[by])
          return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
        }
        if (inside(b)) return inside(a) ? [b] : [cut(), b]
        return inside(a) ? [cut()] : []
      }),
    points,
  )
}
