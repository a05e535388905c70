import { defaultTerms, type VoiceTerms } from '../terms.ts'

export type TermsPart = Exclude<keyof VoiceTerms, 'deadline'> | 'days' | 'count' | 'begins'

/** What differs from the terms before them, in the order of the page; of the first ones, from those that ship. */
export function termsChanged(
  now: VoiceTerms,
  before: VoiceTerms = defaultTerms,
): readonly TermsPart[] {
  const [one, other] = [partsOf(now), partsOf(before)]
  return (Object.keys(one) as TermsPart[]).filter(
    (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
  )
}

const partsOf = ({ deadline, ...terms }: VoiceTerms): Readonly<Record<TermsPart, unknown>> => ({
  days: deadline.days,
  count: deadline.count,
  begins: deadline.from,
  closedOn: terms.closedOn,
  topics: terms.topics.map(named),
  dispositions: terms.dispositions.map((one) => [...named(one), one.promises]),
  grounds: terms.grounds.map(named),
  outside: terms.outside.map(named),
  routing: terms.routing.map(({ topic, district, section, deputy, awayFrom, awayUntil }) => [
    topic,
    district,
    section,
    deputy,
    awayFrom,
    awayUntil,
  ]),
  secondCheck: terms.secondCheck,
  smallest: terms.smallest,
  population: [terms.population.on, terms.population.source, sorted(terms.population)],
})

// The database keeps no order of keys.
const named = ({ key, ja, easy, en, ko }: VoiceTerms['topics'][number]) => [key, ja, easy, en, ko]
const sorted = ({ age, district }: VoiceTerms['population']) =>
  [age, district].map((of) => Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)))
