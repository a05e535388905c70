import { date, longText, text, wholeNumber } from '#platform/form.ts'

export const withholdForm = { ground: text(40), reason: longText(1000) }
export const linkForm = { year: text(4), item: text(120) }
export const linkPointForm = { point: text(40) }

/** Nobody lives in a city that large. */
const mostPeople = 100_000_000
export const populationForm = { on: date, source: text(100), from: date }
export const peopleForm = { n: wholeNumber(mostPeople) }
