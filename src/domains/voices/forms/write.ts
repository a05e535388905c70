import { ageBands } from '#domains/residents/index.ts'
import { choice, longText, optionalChoice, optionalText } from '#platform/form.ts'
import { longest, replyWays, senderKinds } from '../voice.ts'

/** What, and where: the first two questions. `districts` are those that can be chosen today. */
export const whatForm = (districts: readonly { readonly value: string }[]) => ({
  text: longText(longest),
  place: optionalText(200),
  district: optionalChoice(districts.map(({ value }) => value)),
})
export type WhatForm = ReturnType<typeof whatForm>

/** Who, last of all. */
export const whoForm = {
  sender: choice(senderKinds),
  ageBand: optionalChoice(ageBands),
  reach: choice(replyWays),
  mail: optionalText(254),
  phone: optionalText(30),
  name: optionalText(60),
  postcode: optionalText(10),
  address: optionalText(200),
  publish: choice(['yes', 'no']),
}
export type WhoForm = typeof whoForm

export const objectionForm = { point: optionalText(40), objection: longText(2000) }
