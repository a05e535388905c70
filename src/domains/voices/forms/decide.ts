import { date, longText, optionalText, text, wholeNumber } from '#platform/form.ts'
import { longestAlt } from '../photo.ts'

export const withholdForm = { ground: text(40), reason: longText(1000) }
/** Which of the two is needed, the button says: words for whoever publishes it, a ground for whoever does not. */
export const photoForm = { alt: optionalText(longestAlt), ground: optionalText(40) }
export const linkForm = { year: text(4), item: text(120) }
export const linkPointForm = { point: text(40) }

/** Nobody lives in a city that large. */
const mostPeople = 100_000_000
export const populationForm = { on: date, source: text(100), from: date }
export const peopleForm = { n: wholeNumber(mostPeople) }
