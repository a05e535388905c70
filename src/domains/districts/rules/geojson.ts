import { type District, lengths } from '../district.ts'
import { type Area, type CityMap, japan, mapLimits, type Ring, ringsOf, type Spot } from '../map.ts'
import { districtNamed } from './districts.ts'
import { keptOf } from './outline.ts'
import { rounded } from './projection.ts'

/** The names of properties in the file, as the city's offices read them; English ones are taken as well. */
export const properties = {
  district: ['地区', 'district'],
  landmark: ['目印', 'landmark'],
} as const

export const mapFaults = [
  'map-too-large',
  'map-not-json',
  'map-not-collection',
  'map-other-datum',
  'map-no-outline',
  'map-too-many',
  'map-geometry',
  'map-ring-short',
  'map-ring-open',
  'map-outside-japan',
  'map-turned',
  'map-unknown-district',
  'map-point-unnamed',
  'map-name-long',
  'map-many-landmarks',
] as const
export type MapFault = (typeof mapFaults)[number]

/** What is wrong, and in which feature: counted from one; 0 of the file as a whole. */
export interface MapFaultAt {
  readonly feature: number
  readonly fault: MapFault
  /** What stands there: a name, a kind of geometry, a position. */
  readonly found: string
}

type Read = Omit<CityMap, 'version'>
type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const wordIn = (value: unknown, names: readonly string[]): string => {
  if (!isObject(value)) return ''
  const found = names.map((name) => value[name]).find((one) => typeof one === 'string')
  return String(found ?? '')
    .normalize('NFC')
    .trim()
}

/** A fault of one feature, on its way up. */
class Wrong extends Error {
  readonly fault: MapFault
  readonly found: string
  constructor(fault: MapFault, found: string) {
    super(fault)
    this.fault = fault
    this.found = found.slice(0, 60)
  }
}

/** [longitude, latitude] as GeoJSON has it; heights are let go. */
function spotIn(value: unknown): Spot {
  const [lon, lat] = listIn(value)
  if (typeof lon !== 'number' || typeof lat !== 'number')
    throw new Wrong('map-geometry', String(value))
  const { south, north, west, east } = japan
  const isIn = (a: number, o: number) => a >= south && a <= north && o >= west && o <= east
  if (isIn(lat, lon)) return rounded({ lat, lon })
  throw new Wrong(isIn(lon, lat) ? 'map-turned' : 'map-outside-japan', `${lon}, ${lat}`)
}

function ringIn(value: unknown): Ring {
  const spots = listIn(value).map(spotIn)
  const [first, last] = [spots[0], spots.at(-1)]
  if (spots.length < 4) throw new Wrong('map-ring-short', String(spots.length))
  if (first?.lat !== last?.lat || first?.lon !== last?.lon)
    throw new Wrong('map-ring-open', `${last?.lon}, ${last?.lat}`)
  // Rounded to ten metres, neighbours may fall on the same spot.
  return spots.filter((one, at) => at === 0 || !same(one, spots[at - 1]))
}
const same = (a: Spot, b: Spot | undefined) => a.lat === b?.lat && a.lon === b?.lon

/** An islet of less than ten metres is let go, and with it what lies in it. */
function polygonIn(value: unknown): readonly (readonly Ring[])[] {
  const [outline, ...holes] = listIn(value).map(ringIn).map(keptOf)
  const isLand = (ring: Ring) => ring.length > 3
  return outline && isLand(outline) ? [[outline, ...holes.filter(isLand)]] : []
}

function polygonsIn({ type, coordinates }: Json): Area['polygons'] | undefined {
  if (type === 'Polygon') return polygonIn(coordinates)
  if (type === 'MultiPolygon') return listIn(coordinates).flatMap(polygonIn)
  return undefined
}

type Part =
  | { readonly area: Area }
  | { readonly label: CityMap['labels'][number] }
  | { readonly landmark: CityMap['landmarks'][number] }

function partIn(feature: unknown, known: readonly District[]): Part {
  const geometry = isObject(feature) && isObject(feature.geometry) ? feature.geometry : {}
  const named = isObject(feature) ? feature.properties : null
  const name = wordIn(named, properties.district)
  const landmark = wordIn(named, properties.landmark)
  if ([...name].length > lengths.name) throw new Wrong('map-name-long', name)
  if ([...landmark].length > mapLimits.landmark) throw new Wrong('map-name-long', landmark)
  const district = name ? districtNamed(known, name) : undefined
  if (name && !district) throw new Wrong('map-unknown-district', name)
  const polygons = polygonsIn(geometry)
  if (polygons) return { area: { district: district?.id ?? null, polygons } }
  if (geometry.type !== 'Point') throw new Wrong('map-geometry', String(geometry.type ?? ''))
  const at = spotIn(geometry.coordinates)
  if (district) return { label: { district: district.id, at } }
  if (landmark) return { landmark: { name: landmark, at } }
  throw new Wrong('map-point-unnamed', `${at.lon}, ${at.lat}`)
}

const refused = (fault: MapFault, found = '') => ({ faults: [{ feature: 0, fault, found }] })

/** A file that is no JSON says so by undefined; a byte order mark is what some programs begin with. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    return undefined
  }
}

/** EPSG:4326, or those that are the same to a metre: 6668 (JGD2011), 4612 (JGD2000). */
const isSameDatum = (crs: unknown): boolean =>
  crs === undefined || crs === null || /CRS84|4326|6668|4612/u.test(JSON.stringify(crs))

/** 市の地図 out of a GeoJSON file: every feature that is wrong is named, and nothing is taken where one is. */
export function readMap(
  text: string,
  known: readonly District[],
): { readonly map?: Read; readonly faults: readonly MapFaultAt[] } {
  if (text.length > mapLimits.bytes) return refused('map-too-large')
  const file = parsed(text)
  if (file === undefined) return refused('map-not-json')
  if (!isObject(file) || file.type !== 'FeatureCollection') return refused('map-not-collection')
  if (!isSameDatum(file.crs)) return refused('map-other-datum', JSON.stringify(file.crs))
  const faults: MapFaultAt[] = []
  const parts = listIn(file.features).flatMap((feature, at): Part[] => {
    try {
      return [partIn(feature, known)]
    } catch (thrown) {
      if (!(thrown instanceof Wrong)) throw thrown
      faults.push({ feature: at + 1, fault: thrown.fault, found: thrown.found })
      return []
    }
  })
  if (faults.length) return { faults }
  const areas = parts.flatMap((part) => ('area' in part ? [part.area] : []))
  const labels = parts.flatMap((part) => ('label' in part ? [part.label] : []))
  const landmarks = parts.flatMap((part) => ('landmark' in part ? [part.landmark] : []))
  const spots = areas.reduce((sum, area) => sum + ringsOf(area).flat().length, 0)
  if (!spots) return refused('map-no-outline')
  if (spots > mapLimits.spots) return refused('map-too-many', String(spots))
  if (landmarks.length > mapLimits.landmarks)
    return refused('map-many-landmarks', String(landmarks.length))
  const source = wordIn(file, ['出典', 'source', 'attribution'])
  if ([...source].length > mapLimits.source) return refused('map-name-long', source)
  return { map: { areas, labels, landmarks, source }, faults: [] }
}

const position = ({ lon, lat }: Spot) => [lon, lat]

/** The same map as a file again: `readMap` reads it back as it was. */
export function writeMap(map: Read, nameOf: (id: string) => string): Json {
  const feature = (geometry: Json, named: Json) => ({
    type: 'Feature',
    properties: named,
    geometry,
  })
  return {
    type: 'FeatureCollection',
    ...(map.source && { 出典: map.source }),
    features: [
      ...map.areas.map(({ district, polygons }) =>
        feature(
          {
            type: 'MultiPolygon',
            coordinates: polygons.map((rings) => rings.map((ring) => ring.map(position))),
          },
          district ? { 地区: nameOf(district) } : {},
        ),
      ),
      ...map.labels.map(({ district, at }) =>
        feature({ type: 'Point', coordinates: position(at) }, { 地区: nameOf(district) }),
      ),
      ...map.landmarks.map(({ name, at }) =>
        feature({ type: 'Point', coordinates: position(at) }, { 目印: name }),
      ),
    ],
  }
}
