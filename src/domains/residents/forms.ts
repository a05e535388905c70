import {
  choice,
  hidden,
  knownDay,
  longText,
  optionalChoice,
  optionalText,
  several,
  text,
  wholeNumber,
} from '#platform/form.ts'
import { channels } from './receipt.ts'
import { ageBands, documents, purposes, tongues } from './resident.ts'

export const limits = {
  mail: 254,
  phone: 30,
  name: 60,
  address: 200,
  phrase: 60,
  text: 2000,
  nickname: 30,
  reason: 300,
} as const
const reaches = ['none', 'mail', 'phone', 'letter'] as const

const contactFields = {
  reach: choice(reaches),
  mail: optionalText(limits.mail),
  phone: optionalText(limits.phone),
  name: optionalText(limits.name),
  postcode: optionalText(10),
  address: optionalText(limits.address),
}
export const contactForm = contactFields
/** Last of all how to be reached. */
export const followForm = { item: hidden, website: optionalText(200), ...contactFields }
export const findForm = { number: text(30), phrase: text(limits.phrase) }
export const codeForm = { id: hidden, code: text(20) }
export const proveForm = { onward: hidden }
export const mailForm = { mail: text(limits.mail) }
export const passwordForm = { mail: text(limits.mail), password: text(200) }
export const passkeyForm = { name: optionalText(limits.name), response: hidden }
export const newPasswordForm = { password: text(128) }
export const additionForm = { text: longText(limits.text) }
export const profileForm = {
  nickname: optionalText(limits.nickname),
  /** The id of a district, その他, or what the person once wrote. */
  district: optionalText(40),
  ageBand: optionalChoice(ageBands),
  languages: several(4, 10),
}
export const addressForm = {
  born: knownDay,
  name: text(limits.name),
  postcode: text(10),
  address: text(limits.address),
}
export const registerForm = {
  name: text(limits.name),
  born: knownDay,
  address: text(limits.address),
}
export const paperForm = { code: text(20), name: text(limits.name), born: knownDay }
export const closeForm = { code: text(20), id: hidden }

/** 職員 */
export const deskFindForm = {
  number: optionalText(30),
  phrase: optionalText(limits.phrase),
  mail: optionalText(limits.mail),
  name: optionalText(limits.name),
}
export const purposeForm = { purpose: choice(purposes), reason: longText(limits.reason) }
export const counterForm = {
  channel: choice(channels),
  item: text(200),
  /** Chosen among several that the words may mean. */
  subject: optionalText(60),
  locale: choice(tongues),
  ...contactFields,
}
export const counterCheckForm = {
  document: choice(documents),
  name: text(limits.name),
  born: knownDay,
  address: text(limits.address),
}
export const reasonForm = { reason: longText(limits.reason) }
export const sheetForm = { title: text(80), count: wholeNumber(300) }
