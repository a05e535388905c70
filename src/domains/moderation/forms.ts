import {
  choice,
  date,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
} from '#platform/form.ts'
import { caseStates, purposes } from './case.ts'

/** What may be done to several cases at once. */
export const bulkActions = ['claim', 'unclaim', 'keep', 'hide'] as const
export type BulkAction = (typeof bulkActions)[number]

export const flagForm = (grounds: readonly string[]) => ({
  ground: choice(grounds),
  note: optionalLongText(500),
})

/** Of every decision: why, from the list, and in words that the author reads. */
export const decisionForm = (grounds: readonly string[], most: number) => ({
  ground: choice(grounds),
  reason: longText(most),
})
export const reasonForm = (most: number) => ({ reason: longText(most) })
export const blockForm = (grounds: readonly string[], most: number) => ({
  ...decisionForm(grounds, most),
  until: date,
})
export const purposeForm = { purpose: choice(purposes), reason: longText(300) }
export const appealForm = { text: longText(2000) }
/** On the page of a receipt, beside other forms: of which case, and why. */
export const ownAppealForm = { case: optionalText(60), appeal: longText(2000) }

export const bulkForm = (grounds: readonly string[], most: number) => ({
  action: choice(bulkActions),
  cases: several(200, 60),
  ground: optionalChoice(grounds),
  reason: optionalLongText(most),
})

export const filterForm = (kinds: readonly string[], grounds: readonly string[]) => ({
  state: optionalChoice(caseStates),
  kind: optionalChoice(kinds),
  // Not `ground`: the form below the list has a field of that name.
  about: optionalChoice(grounds),
  whose: optionalChoice(['mine', 'nobody']),
  q: optionalText(100),
})

export const guidelineForm = {
  ja: longText(4000),
  easy: optionalLongText(4000),
  en: optionalLongText(4000),
  ko: optionalLongText(4000),
}
