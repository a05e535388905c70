import {
  choice,
  date,
  hidden,
  lines,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  several,
  text,
} from '#platform/form.ts'
import { tongues } from './newsletter.ts'

/** Districts that can be chosen today. */
type Choices = readonly { readonly value: string }[]

export const subscribeForm = (choices: Choices) => ({
  mail: text(254),
  topics: several(30, 60),
  district: optionalChoice(choices.map(({ value }) => value)),
  language: choice(tongues),
  agree: choice(['yes'] as const),
})

export const codeForm = { code: text(20) }

export const issueForm = (choices: Choices) => ({
  title: text(100),
  body: longText(8000),
  links: lines(10, 300),
  district: optionalChoice(choices.map(({ value }) => value)),
  topics: several(30, 60),
  titleEasy: optionalText(100),
  bodyEasy: optionalLongText(8000),
  titleEn: optionalText(100),
  bodyEn: optionalLongText(8000),
  titleKo: optionalText(100),
  bodyKo: optionalLongText(8000),
})

export const reasonForm = { reason: longText(500) }

export const termsForm = { from: date }
/** One topic in every language; its key is made here and never shown. Easy Japanese has its readings in it. */
export const topicForm = {
  key: hidden,
  ja: text(60),
  easy: text(200),
  en: text(60),
  ko: text(60),
}
