import { ageBands, tongues } from '#domains/residents/index.ts'
import {
  choice,
  date,
  type Filled,
  hidden,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  text,
  type Values,
  wholeNumber,
} from '#platform/form.ts'
import { mostInBatch, paperChannels } from '../paper.ts'
import { longest, replyWays, senderKinds } from '../voice.ts'

/** 受け付けを始める: by which way and on which day it came; the sheets without a scan are counted. */
export const beginForm = {
  channel: choice(paperChannels),
  receivedOn: date,
  unscanned: wholeNumber(mostInBatch),
}

/** One voice as it is typed, in the order of the web form: what, where, who. */
export const typedForm = {
  version: hidden,
  text: longText(longest),
  place: optionalText(200),
  district: optionalText(40),
  /** 地図の場所, as two numbers. */
  point: optionalText(40),
  ageBand: optionalChoice(ageBands),
  language: choice(tongues),
  sender: choice(senderKinds),
  name: optionalText(60),
  postcode: optionalText(10),
  address: optionalText(200),
  phone: optionalText(30),
  mail: optionalText(254),
  replyBy: choice(replyWays),
  mayPublish: choice(['yes', 'no']),
}
export type TypedForm = Filled<typeof typedForm>
export type Typed = Values<typeof typedForm>

/** What a person reads out of a mail that no program could read. */
export const asideForm = {
  text: longText(longest),
  name: optionalText(60),
  mail: optionalText(254),
}
export const leaveOutForm = { version: hidden, why: text(200) }
export const checkForm = { ...typedForm, entry: hidden }
/** 電話: what came of the call. */
export const calledForm = { note: optionalLongText(1000) }
