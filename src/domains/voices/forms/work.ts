import {
  choice,
  date,
  type Field,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
  text,
  wholeNumber,
} from '#platform/form.ts'
import { pointKinds } from '../point.ts'

export const gistLimit = 300
export const answerLimit = 4000

/** One row of the form that splits a voice; a row without gist is none. */
export const rowForm = {
  gist: optionalLongText(gistLimit),
  kind: optionalChoice(pointKinds),
  topic: optionalText(60),
  section: optionalText(60),
}
export type RowFields = typeof rowForm
export const mostRows = 20

export const correctForm = {
  gist: longText(gistLimit),
  kind: choice(pointKinds),
  topic: text(60),
  section: text(60),
}
/** Half-finished is allowed in a draft: what is missing is said when it is handed in. */
export const answerForm = {
  text: optionalLongText(answerLimit),
  disposition: optionalText(40),
  promise: optionalLongText(400),
  followUpOn: date,
}
export const reasonForm = { reason: longText(500) }
export const reassignForm = { section: text(60) }
export const transferForm = { to: text(100), reason: longText(500) }
export const declineForm = { ground: text(40), reason: longText(500) }
export const noteForm = { note: longText(2000), asked: optionalText(60) }
export const joinForm = { into: text(20) }
export const settleForm = {
  outcome: choice(['changed', 'kept'] as const),
  gist: optionalLongText(gistLimit),
  reason: longText(500),
}
export const resultForm = { result: longText(1000) }
export const openForm = {
  purpose: choice(['reply', 'visit', 'letter', 'verify', 'request', 'law'] as const),
  reason: longText(200),
}
export const templateForm = { section: text(60), name: text(60), text: longText(answerLimit) }
export const queueForm = { point: several(200, 60), reason: optionalLongText(500) }

export const termsForm = {
  from: date,
  days: wholeNumber(365),
  count: choice(['calendar', 'working'] as const),
  begins: choice(['receipt', 'next-day'] as const),
  closedOn: optionalLongText(4000),
  secondCheck: optionalChoice(['yes', 'no'] as const),
  smallest: wholeNumber(50),
} satisfies Record<string, Field<unknown>>
