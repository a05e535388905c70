import type { LevelNames } from './plan.ts'

/** 条件 — what a city sets for itself. */
export interface PlanTerms {
  /** How many fiscal years in a row a 検討 may stand before it is marked in public. Source: domain handbook 1 [D]. */
  readonly stalledAfterYears: number
  /** Days that a draft is out for public comment. 30 is what cities take (浜田市). */
  readonly commentDays: number
  /** 関係各部: a name that stands for departments without naming one. */
  readonly collectiveDepartments: readonly string[]
}

export const defaultTerms: PlanTerms = {
  stalledAfterYears: 2,
  commentDays: 30,
  collectiveDepartments: ['関係各部', '関係部署', '各部', '全庁', '全課'],
}

export const defaultLevels: LevelNames = { measure: '施策', group: '方針', item: '項目' }
