import { type ItemStanding, standings, standingWords } from '#domains/progress/index.ts'
import type { Figures } from '#domains/publications/publication.ts'
import { readCsv } from '#platform/csv.ts'
import { must } from '#platform/must.ts'
import { plain } from '#platform/ruby.ts'
import { decoded } from './html.ts'

/** Every figure that a form states, as somebody reads it there. */
export interface ReadFigures {
  readonly total: number
  readonly counts: Counts
  /** Of each measure: what the table or the bars say. */
  readonly measures: readonly (readonly [number: number, total: number, counts: Counts])[]
  /** Of each item by its code; null where a form does not go that far. */
  readonly items: Readonly<Record<string, ItemStanding>> | null
}
type Counts = Readonly<Partial<Record<ItemStanding, number>>>
type Tongue = keyof typeof standingWords

/** Only what occurs: a zero that a table shows and a bar does not is the same. */
const occurring = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

/** What every form has to say, from the record. */
export const toldBy = (figures: Figures, withItems = true): ReadFigures => ({
  total: figures.total,
  counts: occurring(figures.counts),
  measures: figures.measures.map((one) => [one.number, one.total, occurring(one.counts)]),
  items: withItems
    ? Object.fromEntries(figures.items.map(({ code, standing }) => [code, standing]))
    : null,
})

const literal = (text: string) =>
  [...plain(text).replace(/\s/gu, '')]
    .map((letter) => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s*')
const wordsIn = (tongue: Tongue) =>
  standings.map((one) => [one, plain(standingWords[tongue][one])] as const)
const anyWord = `(?:${wordsIn('ja')
  .map(([, word]) => literal(word))
  .join('|')})`
const standingSaid = (said: string): ItemStanding =>
  must(
    wordsIn('ja').find(([, word]) => word === said.replace(/\s/gu, ''))?.[0],
    `a standing: ${said}`,
  )
const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(([n]) => Number(n))
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)

/** 終わった 1 予定どおり 8 */
function series(text: string): Counts {
  const pairs = [...text.matchAll(new RegExp(`(${anyWord})\\s*(\\d+)`, 'gu'))]
  return Object.fromEntries(pairs.map(([, word = '', n]) => [standingSaid(word), Number(n)]))
}

/** Of the text of a PDF (`pdftotext -raw`): large figures, then bars with their legend below. */
export function readSheet(text: string, { measures, items }: Figures, withItems: boolean) {
  const strip = must(
    new RegExp(`計画の項目\\s*(\\d+)\\s*項目\\s*((?:${anyWord}\\s*\\d+\\s*)+)`, 'u').exec(text),
    'the whole',
  )
  return {
    total: Number(strip[1]),
    counts: series(strip[2] ?? ''),
    measures: measures.map(({ number, title }) => {
      const bar = must(
        new RegExp(
          `施策${number}\\s*${literal(title)}\\s*(?:(\\d+)項目)?[\\d\\s]*((?:${anyWord}\\s*\\d+\\s*)+)`,
          'u',
        ).exec(text),
        `a bar of measure ${number}`,
      )
      const counts = series(bar[2] ?? '')
      return [number, Number(bar[1] ?? sum(Object.values(counts))), counts] as const
    }),
    items: withItems ? itemsIn(text, items) : null,
  } satisfies ReadFigures
}

const itemsIn = (text: string, items: Figures['items']) =>
  Object.fromEntries(
    items.map(({ code, title, section }) => {
      const row = `${code}\\s*${literal(title)}\\s*${literal(section)}\\s*(${anyWord})`
      const said = must(new RegExp(row, 'u').exec(text)?.[1], `a row of ${code}`)
      return [code, standingSaid(said)]
    }),
  )

/** Of the report: a line a measure, in the order of the heads, and the rows of all items. */
export function readReport(text: string, figures: Figures): ReadFigures {
  const heads = new RegExp(`施策\\s*項目の数\\s*((?:${anyWord}\\s*)+)`, 'u').exec(text)?.[1] ?? ''
  const used = [...heads.matchAll(new RegExp(anyWord, 'gu'))].map(([word]) => standingSaid(word))
  const row = (name: string) => {
    const found = must(new RegExp(`${name}((?:\\s+\\d+)+)`, 'u').exec(text)?.[1], `a row: ${name}`)
    const [total = 0, ...counts] = numbers(found).slice(0, used.length + 1)
    const pairs = used.map((one, at) => [one, counts[at] ?? 0] as const)
    return [total, occurring(Object.fromEntries(pairs))] as const
  }
  const [total, counts] = row('全体')
  return {
    total,
    counts,
    measures: figures.measures.map(({ number, title }) => [
      number,
      ...row(`施策${number}\\s*${literal(title)}`),
    ]),
    items: itemsIn(text, figures.items),
  }
}

/** 完了 1項目, 予定どおり 8項目: the facts on the first page of the report. */
export const readFacts = (text: string): Counts =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`(${anyWord})\\s+(\\d+)項目`, 'gu'))].map(([, word = '', n]) => [
      standingSaid(word),
      Number(n),
    ]),
  )

const cellsOf = (row: string) =>
  [...row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
    decoded(cell.replace(/<r[tp]>.*?<\/r[tp]>/g, '').replace(/<[^>]+>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim(),
  )
const tablesOf = (html: string) =>
  [...html.matchAll(/<table\b[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) => cellsOf(row)),
  )
const bare = (text: string) => text.replace(/\s/g, '')

/** Of the `at`-th table of a page that has a column a standing, in any language. */
export function readTable(html: string, tongue: Tongue, at = 0): Omit<ReadFigures, 'items'> {
  const known = new Map(wordsIn(tongue).map(([one, word]) => [bare(word), one]))
  const counted = tablesOf(html).filter(([head = []]) => known.has(bare(head[2] ?? '')))
  const [head = [], ...rows] = must(counted[at], `table ${at} of counts`)
  const read = rows.map((cells) => {
    const pairs = head
      .slice(2)
      .map((word, i) => [must(known.get(bare(word)), word), Number(cells[i + 2])] as const)
    const number = Number(/\d+/.exec(cells[0] ?? '')?.[0] ?? 0)
    return [number, Number(cells[1]), occurring(Object.fromEntries(pairs))] as const
  })
  const [, total, counts] = must(read.at(-1), 'a last row')
  return { total, counts, measures: read.slice(0, -1) }
}

/** Items of the report as the page shows it. */
export const readItems = (html: string, items: Figures['items']) =>
  Object.fromEntries(
    items.map(({ code, title }) => {
      const row = must(
        tablesOf(html)
          .flat()
          .find(([, name = '']) => bare(name).startsWith(bare(`${code}${plain(title)}`))),
        `a row of ${code}`,
      )
      const said = must(
        wordsIn('ja').find(([, word]) => (row[2] ?? '').startsWith(word))?.[0],
        `a standing of ${code}`,
      )
      return [code, said]
    }),
  )

/** Of the judging's papers: the value with which the city's report of an item begins. */
export const readPapers = (text: string, items: Figures['items']) =>
  items.map(({ code, title }) => {
    const from = text.search(new RegExp(`${code}\\s*${literal(title)}\\s*施策`, 'u'))
    return [code, /市の報告\s*(\S+?)。/u.exec(text.slice(from))?.[1] ?? ''] as const
  })

/** Counted again from the rows of the open data. */
export function readRows(csv: Uint8Array): ReadFigures {
  const [head = [], ...rows] = readCsv(csv).rows.map(({ cells }) => cells)
  const at = (name: string) => head.indexOf(name)
  const list = rows.map((cells) => ({
    code: cells[at('番号')] ?? '',
    measure: Number(cells[at('施策')]),
    standing: cells[at('進捗区分')] as ItemStanding,
    word: cells[at('進捗')],
  }))
  for (const { standing, word } of list)
    if (plain(standingWords.ja[standing]) !== word) throw new Error(`${standing} is not ${word}`)
  const count = (some: typeof list): Counts => {
    const counts: Partial<Record<ItemStanding, number>> = {}
    for (const { standing } of some) counts[standing] = (counts[standing] ?? 0) + 1
    return counts
  }
  return {
    total: list.length,
    counts: count(list),
    measures: [...new Set(list.map(({ measure }) => measure))].map((number) => {
      const own = list.filter(({ measure }) => measure === number)
      return [number, own.length, count(own)]
    }),
    items: Object.fromEntries(list.map(({ code, standing }) => [code, standing])),
  }
}

/** What people wrote of the demo's midterm in their own words, with the numbers in them. */
const shortSaid: Readonly<Record<'easy' | 'en' | 'ko', readonly (readonly [Figure, RegExp])[]>> = {
  easy: [
    ['total', /(\d+)項目あります/],
    ['done', /終わったもの: (\d+)/],
    ['on-track', /進んでいるもの: (\d+)/],
    ['behind', /おくれているもの: (\d+)/],
    ['unreported', /報告がないもの: (\d+)/],
  ],
  en: [
    ['total', /has (\d+) items/],
    ['done', /(\d+) items? (?:was|were) completed/],
    ['on-track', /(\d+) items? (?:was|were) on track/],
    ['behind', /(\d+) items? (?:was|were) behind/],
    ['unreported', /for (\d+) items? there is no report/],
  ],
  ko: [
    ['total', /(\d+)개 항목이 있/],
    ['done', /(\d+)개 항목이 완료/],
    ['on-track', /(\d+)개 항목이 순조/],
    ['behind', /(\d+)개 항목은 아직 검토/],
    ['unreported', /(\d+)개 항목은 아직 보고/],
  ],
}
type Figure = ItemStanding | 'total'

export const readShort = (tongue: 'easy' | 'en' | 'ko', text: string) =>
  Object.fromEntries(
    shortSaid[tongue].map(([figure, said]) => [
      figure,
      Number(must(said.exec(plain(text))?.[1], `${figure} in ${tongue}`)),
    ]),
  )
