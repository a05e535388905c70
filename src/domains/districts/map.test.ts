import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import type { District } from './district.ts'
import { type CityMap, ringsOf, type Spot } from './map.ts'
import { ja } from './messages/map.ts'
import { drawn } from './rules/drawing.ts'
import { readMap, writeMap } from './rules/geojson.ts'
import { districtAt, isInCity } from './rules/outline.ts'
import {
  deepest,
  readSpot,
  rounded,
  spotText,
  toPixel,
  toSpot,
  wholeCity,
  zoomed,
} from './rules/projection.ts'

/** 市の地図: what the city hands in, and where on earth a pixel of it lies. */
const known = ['厳原', '美津島', '豊玉', '峰', '上県', '上対馬'].map(
  (name, at): District => ({
    id: `dst_${at}` as District['id'],
    version: 1,
    name,
    reading: '',
    en: '',
    ko: '',
    position: at,
    from: '2004-03-01',
    to: null,
    replacedBy: null,
  }),
)
const file = readFileSync('demo/tsushima-map.json', 'utf8')
const tsushima: CityMap = { version: 1, ...must(readMap(file, known).map, 'a map') }
const cityHall: Spot = { lat: 34.2026, lon: 129.2875 }

test.each([0, 3])(
  'a pixel is a spot, and the spot that pixel again, %i times twice as large',
  (zoom) => {
    const frame = zoomed(wholeCity(tsushima, 328, 420), zoom, cityHall)
    for (const pixel of [
      { x: 0, y: 0 },
      { x: 164, y: 210 },
      { x: 327, y: 13 },
    ]) {
      const back = toPixel(frame, toSpot(frame, pixel))
      expect(back.x).toBeCloseTo(pixel.x, 6)
      expect(back.y).toBeCloseTo(pixel.y, 6)
    }
    const again = toSpot(frame, toPixel(frame, cityHall))
    expect(again.lat).toBeCloseTo(cityHall.lat, 9)
    expect(again.lon).toBeCloseTo(cityHall.lon, 9)
  },
)

test('north is up, east is right, and both are as long as on the ground', () => {
  const frame = wholeCity(tsushima, 328, 420)
  const middle = toPixel(frame, frame.middle)
  // A kilometre to the north, and one to the east, on the ellipsoid at 34.4°.
  const north = toPixel(frame, { ...frame.middle, lat: frame.middle.lat + 1 / 110.93 })
  const east = toPixel(frame, { ...frame.middle, lon: frame.middle.lon + 1 / 91.95 })
  expect(north.y).toBeLessThan(middle.y)
  expect(east.x).toBeGreaterThan(middle.x)
  expect((middle.y - north.y) / (east.x - middle.x)).toBeCloseTo(1, 1)
  expect((middle.y - north.y) * frame.metres).toBeGreaterThan(990)
  expect((middle.y - north.y) * frame.metres).toBeLessThan(1010)
})

test('the whole city stands in the window, and the largest is about ten metres a pixel', () => {
  const frame = wholeCity(tsushima, 328, 420)
  for (const spot of tsushima.areas.flatMap(ringsOf).flat()) {
    const { x, y } = toPixel(frame, spot)
    expect(x >= 0 && x <= 328 && y >= 0 && y <= 420).toBe(true)
  }
  const metres = frame.metres / 2 ** deepest(frame)
  expect(metres).toBeGreaterThan(5)
  expect(metres).toBeLessThanOrEqual(10)
})

test('a spot is kept to about ten metres, however exactly it is given', () => {
  expect(spotText(rounded({ lat: 34.202649, lon: 129.287551 }))).toBe('34.2026,129.2876')
  expect(readSpot('34.202649、129.287551')).toEqual({ lat: 34.2026, lon: 129.2876 })
  expect(readSpot('３４．２０２６，１２９．２８７５')).toEqual(cityHall)
  for (const other of [
    '',
    '34.2',
    '129.2875,34.2026',
    '34.2026,129.2875,1',
    '34.2026;129.2875',
    'x',
  ])
    expect(readSpot(other)).toBeUndefined()
})

test('the city is its land and its shore; Fukuoka and the open sea are not', () => {
  expect(isInCity(tsushima, cityHall)).toBe(true)
  for (const { at } of [...tsushima.labels, ...tsushima.landmarks])
    expect(isInCity(tsushima, at)).toBe(true)
  expect(isInCity(tsushima, { lat: 33.59, lon: 130.4 })).toBe(false)
  expect(isInCity(tsushima, { lat: 34.4, lon: 129.05 })).toBe(false)
})

const square = (west: number, south: number, size = 0.1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const collection = (...features: readonly object[]) =>
  JSON.stringify({ type: 'FeatureCollection', 出典: '市の測量', features })
const land = feature('Polygon', [square(129.2, 34.2)])

test('a district has what lies on its land, and a lake in it is not land', () => {
  const hole = square(129.24, 34.24, 0.02)
  const { map } = readMap(
    collection(
      feature('Polygon', [square(129.2, 34.2), hole], { 地区: '厳原地区' }),
      feature('Polygon', [square(129.3, 34.2)], { 地区: '美津島' }),
    ),
    known,
  )
  const read = must(map, 'a map')
  expect(districtAt(read, { lat: 34.21, lon: 129.21 })).toBe('dst_0')
  expect(districtAt(read, { lat: 34.25, lon: 129.35 })).toBe('dst_1')
  expect(districtAt(read, { lat: 34.25, lon: 129.25 })).toBeNull()
})

test.each([
  ['{', 'map-not-json', 0],
  ['{"type":"Polygon"}', 'map-not-collection', 0],
  [collection(), 'map-no-outline', 0],
  [
    JSON.stringify({ type: 'FeatureCollection', crs: { name: 'EPSG:2443' }, features: [land] }),
    'map-other-datum',
    0,
  ],
  [collection(land, feature('LineString', square(129, 34))), 'map-geometry', 2],
  [collection(land, feature('Polygon', [square(129.2, 34.2).slice(0, 3)])), 'map-ring-short', 2],
  [collection(feature('Polygon', [square(129.2, 34.2).slice(0, 4)])), 'map-ring-open', 1],
  [collection(land, feature('Polygon', [square(2.3, 48.8)])), 'map-outside-japan', 2],
  [collection(feature('Polygon', [square(34.2, 129.2)])), 'map-turned', 1],
  [collection(feature('Polygon', [square(129, 34)], { 地区: '壱岐' })), 'map-unknown-district', 1],
  [collection(land, land, feature('Point', [129.2, 34.2])), 'map-point-unnamed', 3],
  [collection(land, feature('Point', ['x', null], { 目印: '港' })), 'map-geometry', 2],
  [
    collection(land, feature('Point', [129.2, 34.2], { 目印: '港'.repeat(31) })),
    'map-name-long',
    2,
  ],
  [' '.repeat(10_000_001), 'map-too-large', 0],
] as const)('a file that is wrong is refused, and its feature named: %#', (text, fault, at) => {
  const { map, faults } = readMap(text, known)
  expect(map).toBeUndefined()
  expect(faults).toMatchObject([{ feature: at, fault }])
  const said = ja.faultAt(must(faults[0], 'a fault'))
  if (at) expect(said).toMatch(new RegExp(`^${at}番目の図形: `))
})

test('every feature that is wrong is named, not only the first', () => {
  const { faults } = readMap(
    collection(feature('Polygon', [square(2, 48)]), land, feature('Point', [129.2, 34.2])),
    known,
  )
  expect(faults.map(({ feature: at }) => at)).toEqual([1, 3])
})

test('what is written out is read back as it was, holes, names and source with it', () => {
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? ''
  const { version: _, ...whole } = tsushima
  const holed = must(
    readMap(
      collection(feature('Polygon', [square(129.2, 34.2), square(129.24, 34.24, 0.02)])),
      known,
    ).map,
    'a map',
  )
  for (const map of [whole, holed])
    expect(readMap(JSON.stringify(writeMap(map, nameOf)), known).map).toEqual(map)
})

test('a coast of a hundred thousand positions is kept within ten metres of itself', () => {
  const around = Array.from({ length: 100_000 }, (_, at) => {
    const turn = (at / 100_000) * 2 * Math.PI
    return [129.3 + 0.1 * Math.cos(turn), 34.4 + 0.1 * Math.sin(turn)]
  })
  const { map } = readMap(collection(feature('Polygon', [[...around, around[0]]])), known)
  const kept = must(map?.areas[0], 'land')
  const spots = ringsOf(kept).flat()
  expect(spots.length).toBeLessThan(1000)
  // Of a circle of ten kilometres: no side of what is kept lies far inside of it.
  for (const [at, b] of spots.entries()) {
    const a = spots[at - 1] ?? b
    const [lat, lon] = [(a.lat + b.lat) / 2, (a.lon + b.lon) / 2]
    expect(Math.abs(Math.hypot(lat - 34.4, lon - 129.3) - 0.1) * 111_200).toBeLessThan(25)
  }
})

test('a drawing holds only what its window shows, in few bytes', () => {
  const all = drawn(tsushima, wholeCity(tsushima, 344, 460))
  expect(all.labels).toHaveLength(6)
  expect(all.land.join('').length).toBeLessThan(4000)
  const near = drawn(tsushima, zoomed(wholeCity(tsushima, 328, 420), 4, cityHall))
  expect(near.landmarks.map(({ name }) => name)).toContain('市役所')
  expect(near.labels.map(({ district }) => district)).toEqual(['dst_0'])
  // Cut at the window: no coordinate of it lies a screen away.
  for (const number of near.land.join('').match(/-?\d+(\.\d)?/g) ?? [])
    expect(Math.abs(Number(number))).toBeLessThan(430)
})
