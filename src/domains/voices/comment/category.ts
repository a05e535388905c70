/** 反映区分. `changesDraft`: the draft was changed, so the result says where. */
export interface Category extends Readonly<Record<'key' | 'ja' | 'easy' | 'en' | 'ko', string>> {
  readonly changesDraft: boolean
}

/** The lists that a city may choose from; their words stand in `terms.ts`. */
export const categorySets = ['letters', 'steps', 'four'] as const
export type CategorySet = (typeof categorySets)[number]
