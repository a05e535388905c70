import { type CityMap, isInCity, readSpot, type Spot } from '#domains/districts/index.ts'
import { ageBands } from '#domains/residents/index.ts'
import { choice, type Field, longText, optionalChoice, optionalText } from '#platform/form.ts'
import { longest, replyWays, senderKinds } from '../voice.ts'

const { schema } = optionalText(40)

/** 地図の場所: a spot of the city, or none. A city without a map asks for none and takes none. */
const pointOn = (map: CityMap | undefined): Field<Spot | null> => ({
  control: 'text',
  required: false,
  max: 40,
  schema: schema
    .refine((text) => {
      const spot = readSpot(text)
      return text === '' || !map || (spot !== undefined && isInCity(map, spot))
    }, 'not-offered')
    .transform((text) => (map && readSpot(text)) ?? null),
})

/** What, and where: the first two questions. `districts` are those that can be chosen today, `map` is the city's. */
export const whatForm = (
  districts: readonly { readonly value: string }[],
  map: CityMap | undefined,
) => ({
  text: longText(longest),
  place: optionalText(200),
  district: optionalChoice(districts.map(({ value }) => value)),
  point: pointOn(map),
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
