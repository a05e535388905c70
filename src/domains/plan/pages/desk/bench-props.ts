import type { Filled } from '#platform/form.ts'
import type { Filter } from '../../filter.ts'
import type { bulkForm } from '../../forms.ts'
import type { Remark } from '../../rules/careful.ts'
import type { PlanTree } from '../../tree.ts'
import type { PlanDesk } from './frame.tsx'

export interface BenchProps extends PlanDesk {
  readonly tree: PlanTree
  readonly filter: Filter
  /** Ids of the items that the filter lets through. */
  readonly shown: ReadonlySet<string>
  readonly remarks: readonly Remark[]
  readonly roster: readonly string[]
  readonly bulk: Filled<typeof bulkForm>
  readonly bulkFault?: string
  /** This person edits items of the own department only. */
  readonly ownOnly: boolean
}
