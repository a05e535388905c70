import { type Avoided, findMarks } from '#platform/personal.ts'
import { plain } from '#platform/ruby.ts'
import { type Content, type Figures, type Finding, room, shortTongues } from '../publication.ts'

const letters = (text: string) => [...plain(text)].length

/** How many letters of a text have room: English and Korean say the same in more of them. */
const roomFor = (place: string): number =>
  place === 'en' ? room.short * 2 : place in room ? room[place as 'lead'] : room.short

/** Every text of an edition by the field in which it is written. */
export const textsOf = (content: Content): readonly (readonly [place: string, text: string])[] => [
  ['kicker', content.kicker],
  ['title', content.title],
  ['slogan', content.slogan.join('\n')],
  ['leadTitle', content.leadTitle],
  ['lead', content.lead],
  ['went', content.went],
  ['next', content.next],
  ['call', content.call],
  ['caption', content.picture?.caption ?? ''],
  ...shortTongues.map((tongue) => [tongue, content.short[tongue]] as const),
]

/** Fields with more letters than have room, and how many they have. Readings are not counted. */
export function overlong(content: Content): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [place, text] of textsOf(content))
    if (place === 'slogan') {
      const longest = Math.max(0, ...content.slogan.map(letters))
      if (longest > room.sloganLine) found.set(place, longest)
    } else if (letters(text) > roomFor(place)) found.set(place, letters(text))
  return found
}

export const lengthOf = letters
export const roomOf = roomFor

/** How a text says a number of items, in any of the languages. */
const said =
  /([0-9０-９]{1,9})\s{0,3}(?:つの)?(?:\{?項目|の?取り組み|items?\b|개\s{0,3}(?:항목|과제))/gu

/** Numbers of items that a text says and that no figure of the edition is. */
export function strangeNumbers(text: string, figures: Figures): readonly string[] {
  const known = new Set([
    figures.total,
    ...Object.values(figures.counts),
    ...figures.measures.flatMap(({ total, counts }) => [total, ...Object.values(counts)]),
  ])
  return [...plain(text).matchAll(said)].flatMap(([whole, number = '']) =>
    known.has(Number(number.normalize('NFKC'))) ? [] : [whole],
  )
}

/** Sums that must agree: the whole, its states, its measures, its items. */
function sums({ total, counts, measures, items }: Figures): readonly Finding[] {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
  const whole = [
    sum(Object.values(counts)),
    sum(measures.map((one) => one.total)),
    sum(measures.flatMap((one) => Object.values(one.counts))),
    items.length,
  ]
  return whole.every((one) => one === total)
    ? []
    : [{ kind: 'numbers', place: '', text: [total, ...whole].join(' / '), must: true }]
}

/** Without these there is nothing to read on the first page. */
const needed = ['title', 'leadTitle', 'lead'] as const

/** 自己点検: what a careful colleague would look for before anybody else reads it. */
export function findingsIn(
  content: Content,
  figures: Figures,
  avoided: readonly Avoided[],
): readonly Finding[] {
  const found: Finding[] = [...sums(figures)]
  for (const place of needed)
    if (content[place].trim() === '')
      found.push({ kind: 'text-empty', place, text: '', must: true })
  const long = overlong(content)
  for (const [place, text] of textsOf(content)) {
    const letters = long.get(place)
    if (letters !== undefined)
      found.push({ kind: 'room', place, text: String(letters), must: true })
    for (const number of strangeNumbers(text, figures))
      found.push({ kind: 'numbers', place, text: number, must: true })
    for (const mark of findMarks(text, avoided))
      found.push({
        kind: mark.kind === 'word' ? 'words' : 'personal',
        place,
        text: text.slice(mark.from, mark.to),
        must: false,
      })
  }
  for (const { code, result, group } of figures.items)
    for (const text of [result, group?.result ?? ''])
      for (const mark of findMarks(text, []))
        found.push({
          kind: 'personal',
          place: '',
          text: `${code} ${text.slice(mark.from, mark.to)}`,
          must: false,
        })
  for (const tongue of shortTongues)
    if (content.short[tongue].trim() === '')
      found.push({ kind: 'short-empty', place: tongue, text: '', must: true })
  return found
}
