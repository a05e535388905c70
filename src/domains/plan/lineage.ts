import type { PlanItem } from './item.ts'
import type { FiscalYear, ItemId, PlanId } from './plan.ts'

/** What became of an item in the next year. */
export const relations = ['continued', 'renamed', 'merged', 'split', 'new', 'ended'] as const
export type Relation = (typeof relations)[number]

/** One thread between two years. `new` has no beginning, `ended` has no end. */
export interface Link {
  /** The later of the two plans. */
  readonly planId: PlanId
  readonly from: ItemId | null
  readonly to: ItemId | null
  readonly relation: Relation
  readonly reason: string
}

/** One year in the life of an item. */
export interface LifeYear {
  readonly fiscalYear: FiscalYear
  readonly items: readonly PlanItem[]
  /** How it came into this year; the first year of a life has `new` or nothing known. */
  readonly relation: Relation | null
  readonly reason: string
}
