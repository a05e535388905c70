import { eraFiscalYear } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import type { Slide, Slides } from '#platform/sheet.ts'
import { ja as t } from './messages/ja.ts'
import {
  type Around,
  bars,
  counted,
  issued,
  nameOf,
  photoOf,
  proof,
  tones,
} from './messages/print.ts'
import type { Issue } from './publication.ts'

/** (4) ケーブルテレビ: short texts, one thing a slide. */
export function slidesOf(issue: Issue, { site, code }: Around): Slides {
  const { content, figures } = issue
  const foot = t.asOfDay(figures.asOf)
  const late = figures.items.filter(({ standing }) => standing === 'behind').slice(0, 5)
  const slides: Slide[] = [
    {
      kind: 'cover',
      over: eraFiscalYear(issue.fiscalYear),
      title: content.title,
      by: `${site.name.ja} ${site.unit.ja}`,
    },
    {
      kind: 'counts',
      title: `計画の${figures.total}項目は、いま`,
      total: { word: '計画の項目', count: figures.total, unit: '項目' },
      counts: counted(figures.counts),
      foot,
    },
    ...chunks(bars(figures), 5).map(
      (some): Slide => ({ kind: 'bars', title: t.byMeasure, bars: some, foot }),
    ),
    ...(content.picture
      ? [
          {
            kind: 'photo',
            title: content.leadTitle,
            photo: photoOf(content.picture),
            foot,
          } as const,
        ]
      : []),
    ...screens(sentences(content.lead)).map(
      (some): Slide => ({
        kind: 'text',
        title: content.leadTitle,
        text: some.join('\n'),
        foot,
      }),
    ),
    ...(late.length
      ? [
          {
            kind: 'list',
            title: `${t.standings.behind}項目`,
            rows: late.map(({ code: item, title }) => ({
              tone: tones.behind,
              state: item,
              text: title,
            })),
            foot,
          } as const,
        ]
      : []),
    {
      kind: 'call',
      title: t.call,
      text: '市のホームページ\nお近くの支所にある用紙\nお電話',
      contact: site.phone ? `電話 ${site.phone}` : site.unit.ja,
      code,
    },
  ]
  return {
    kind: 'slides',
    name: nameOf(issue),
    author: site.name.ja,
    lang: 'ja',
    date: issued(issue),
    ...proof(issue),
    slides,
  }
}

const sentences = (text: string): string[] =>
  text
    .split(/(?<=。)|\n/u)
    .map((one) => one.trim())
    .filter(Boolean)

/** What a screen takes in one look: lines, and the letters of one, as phrases break it. */
const aScreen = { lines: 6, letters: 18 } as const

const linesOf = (sentence: string) => Math.ceil([...plain(sentence)].length / aScreen.letters)

/** As few screens as can be, and of about the same length: none is left with the last sentence alone. */
function screens(all: readonly string[]): string[][] {
  const fewest = filled(all, aScreen.lines)
  for (let lines = 1; lines < aScreen.lines; lines += 1) {
    const even = filled(all, lines)
    if (even.length === fewest.length) return even
  }
  return fewest
}

/** One screen after the other, each of at most so many lines; a longer sentence stands alone. */
function filled(all: readonly string[], most: number): string[][] {
  const made: string[][] = []
  let lines = Number.POSITIVE_INFINITY
  for (const one of all) {
    const own = linesOf(one)
    if (lines + own > most) {
      made.push([])
      lines = 0
    }
    made.at(-1)?.push(one)
    lines += own
  }
  return made
}

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  )

/** Letters a second that people read from a screen across the room; broadcasters count so. */
export const lettersASecond = 4
/** No slide goes by faster. */
export const shortest = 5

/** Every word that stands on a slide, for its reading time. */
const wordsOn = (slide: Slide): string => {
  switch (slide.kind) {
    case 'cover':
      return slide.over + slide.title + slide.by
    case 'counts':
      return (
        slide.title + slide.total.word + slide.counts.map((c) => `${c.word}${c.count}`).join('')
      )
    case 'bars':
      return (
        slide.title + slide.bars.map((b) => b.label + b.parts.map((p) => p.word).join('')).join('')
      )
    case 'photo':
      return slide.title + slide.photo.caption + slide.photo.credit
    case 'text':
      return slide.title + slide.text
    case 'list':
      return slide.title + slide.rows.map((row) => row.state + row.text).join('')
    case 'call':
      return slide.title + slide.text + slide.contact
  }
}

/** How many seconds a slide stands. */
export const secondsOf = (slide: Slide): number =>
  Math.max(
    shortest,
    Math.ceil([...plain(wordsOn(slide)).replace(/\s/gu, '')].length / lettersASecond),
  )
