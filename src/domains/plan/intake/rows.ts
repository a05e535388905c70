import type { Plan } from '../plan.ts'
import { contentOf } from '../rules/content.ts'
import { type PlanTree, placedItems } from '../tree.ts'
import type { Head, Row } from './sheet.ts'

export type { Head } from './sheet.ts'

/** A plan as rows: what every export writes and every import is compared with. */
export const rowsOf = (tree: PlanTree): Row[] =>
  placedItems(tree).map(({ measure, group, item }) => ({
    place: item.code,
    measure: {
      number: measure.number,
      title: measure.title,
      ...present(measure.translations),
    },
    group: { audience: group.audience, text: group.text, ...present(group.translations) },
    code: item.code,
    id: item.id,
    content: contentOf(item),
  }))

/** Rows for anyone: who answers within the city hall stays within. */
export const publicRowsOf = (tree: PlanTree): Row[] =>
  rowsOf(tree).map((row) => ({ ...row, content: { ...row.content, owner: '', deputy: '' } }))

const present = <T extends object>(translations: T) =>
  Object.keys(translations).length ? { translations } : {}

export const headOf = (plan: Plan): Head => ({
  fiscalYear: plan.fiscalYear,
  title: plan.title,
  subtitle: plan.subtitle,
  purpose: plan.purpose,
  aim: plan.aim,
  goals: plan.goals,
  levels: plan.levels,
  ...present(plan.translations),
})

/** The parts of the head that an input speaks of and says differently. */
export const headFields = [
  'title',
  'subtitle',
  'purpose',
  'aim',
  'goals',
  'levels',
  'translations',
] as const satisfies readonly (keyof Head)[]
