import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 地区 — a part of the city, as it is called from one day to another. */
export type DistrictId = Id<'dst'>

/** How a district is called, in each language in which somebody said so. */
export interface DistrictName {
  readonly name: string
  /** In kana; it stands above the name in easy Japanese. */
  readonly reading: string
  readonly en: string
  readonly ko: string
}

export interface District extends DistrictName {
  readonly id: DistrictId
  readonly version: number
  readonly position: number
  readonly from: IsoDate
  /** The last day; null while no end is in sight. */
  readonly to: IsoDate | null
  /** What it became: the same under a new name, or the one into which it was merged. */
  readonly replacedBy: DistrictId | null
}

/** As long as a name may be, and as many as a city may have. */
export const lengths = { name: 40, reading: 80, en: 80, ko: 80 } as const
export const mostDistricts = 300
