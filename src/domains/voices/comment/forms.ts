import { tongues } from '#domains/residents/index.ts'
import {
  choice,
  date,
  hidden,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  text,
  wholeNumber,
} from '#platform/form.ts'
import { bases } from './case.ts'
import { categorySets } from './category.ts'
import { longestComment, paperChannels, ties } from './comment.ts'

const draftLimit = 200_000

/** 意見を出す: what, and who. Whether name and address are asked is the city's condition. */
export const writeForm = {
  passage: wholeNumber(9999),
  place: optionalText(200),
  text: longText(longestComment),
  tie: choice(ties),
  name: optionalText(60),
  address: optionalText(200),
  mail: optionalText(254),
}

/** 届いた紙を入れる: the way and the day on which it came; all scans are one comment, or each is one. */
export const sheetsForm = {
  channel: choice(paperChannels),
  receivedOn: date,
  as: choice(['one', 'each'] as const),
}
/** The fields of the web form, typed from paper. */
export const typeForm = { version: hidden, ...writeForm, language: choice(tongues) }

export const caseForm = {
  title: text(120),
  basis: choice(bases),
  reason: longText(2000),
  section: text(60),
  contact: longText(500),
  planYear: wholeNumber(2999),
  opensOn: date,
  closesOn: date,
  shortReason: optionalLongText(500),
}
export const draftForm = { text: longText(draftLimit) }
export const extendForm = { closesOn: date, reason: longText(500) }
export const giveBackForm = { reason: longText(500) }
export const concludeForm = { final: optionalLongText(draftLimit), note: optionalLongText(2000) }
export const openForm = {
  purpose: choice(['verify', 'reply', 'request', 'law'] as const),
  reason: longText(200),
}

/** 反映区分: from where, and a row of one's own words. */
export const categoriesForm = { list: choice([...categorySets, 'terms', 'own'] as const) }
export const categoryForm = {
  ja: optionalText(60),
  easy: optionalText(120),
  en: optionalText(80),
  ko: optionalText(80),
  changesDraft: choice(['yes', 'no'] as const),
}

/** One row of the result table. */
export const rowForm = (categories: readonly string[]) => ({
  place: optionalText(200),
  gist: optionalLongText(2000),
  sameAsNo: wholeNumber(9999),
  category: optionalChoice(categories),
  cityView: optionalLongText(4000),
  changed: optionalText(400),
})
export type RowForm = ReturnType<typeof rowForm>

export const termsForm = {
  from: date,
  leastDays: wholeNumber(366),
  asksName: choice(['yes', 'no'] as const),
  categorySet: choice(categorySets),
}
