import type { Id } from '#platform/id.ts'
import type { ItemContent } from './item.ts'
import type { ItemId, PlanId } from './plan.ts'

/** 計画変更 — after publication the text changes only so: dated, with its reason, before and after. */
export type AmendmentId = Id<'amd'>

export interface Amendment {
  readonly id: AmendmentId
  readonly planId: PlanId
  readonly itemId: ItemId
  readonly reason: string
  /** Only the fields that change. */
  readonly before: Partial<ItemContent>
  readonly after: Partial<ItemContent>
  readonly proposedAt: Date
  readonly proposedBy: string
  /** The day on which another person approved it; from then on it is in force and public. */
  readonly approvedOn: string | null
  readonly approvedBy: string | null
  readonly withdrawn: boolean
}

export const isInForce = (a: Amendment): a is Amendment & { readonly approvedOn: string } =>
  a.approvedOn !== null
