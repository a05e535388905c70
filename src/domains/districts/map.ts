import type { DistrictId } from './district.ts'

/** A point on the earth in degrees (EPSG:4326, as good as JGD2011 at the scale of a city). */
export interface Spot {
  readonly lat: number
  readonly lon: number
}

/** One closed line; the last spot is the first. */
export type Ring = readonly Spot[]

/** Land, as polygons: of each the outline first, then the holes in it. */
export interface Area {
  /** null: it is of the city as a whole. */
  readonly district: DistrictId | null
  readonly polygons: readonly (readonly Ring[])[]
}

export const ringsOf = ({ polygons }: Pick<Area, 'polygons'>): readonly Ring[] => polygons.flat()

/** 市の地図: what the city handed in of itself. Nothing of it is fetched from elsewhere. */
export interface CityMap {
  readonly version: number
  readonly areas: readonly Area[]
  /** Where the name of a district stands. */
  readonly labels: readonly { readonly district: DistrictId; readonly at: Spot }[]
  /** 目印: what people know their way by. */
  readonly landmarks: readonly { readonly name: string; readonly at: Spot }[]
  /** 出典: who surveyed it; stands under every drawing. */
  readonly source: string
}

/** What a file may hold: a map of a whole prefecture's towns is smaller. */
export const mapLimits = {
  bytes: 10_000_000,
  /** As many as are kept, ten metres apart. */
  spots: 50_000,
  landmarks: 60,
  landmark: 30,
  source: 200,
} as const

/** The sea of Japan and its islands, from 与那国 to 択捉 and from 沖ノ鳥島 to 宗谷. */
export const japan = { south: 20, north: 46, west: 122, east: 154 } as const
