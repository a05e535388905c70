/** A point as the city once decided on it. */
export interface Past {
  readonly gist: string
  readonly topic: string
  readonly section: string
}
export type Asked = 'topic' | 'section'

/** How often each word stood in points of each key; kept by nobody, made anew from what is there. */
export interface Model {
  readonly points: number
  readonly topic: Side
  readonly section: Side
}
interface Side {
  /** Points of each key. */
  readonly keys: ReadonlyMap<string, number>
  /** topic → key → points: of a topic only few sections ever answer. */
  readonly ofTopic: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** word → key → points in which it stood. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface Suggestion {
  readonly key: string
  /** What spoke for it, in the words of the text. */
  readonly words: readonly string[]
  /** In so many earlier points of that key one of these words stood. */
  readonly points: number
}

/** Kana beside kanji is mostly grammar: words are runs of kanji, of katakana, and of Latin letters. */
const runs = /[\p{sc=Han}々]+|[\p{sc=Katakana}ー]{2,}|[a-z0-9]{2,}|[\p{sc=Hangul}]{2,}/gu
const written = (text: string) => text.normalize('NFKC').toLowerCase()

/** 通学路 counts as 通学 and 学路, so that 通学 is found in it; a word of one kanji and of katakana as itself. */
function wordsOf(text: string): readonly string[] {
  const words = new Set<string>()
  for (const [run] of written(text).matchAll(runs)) {
    const letters = [...run]
    if (letters.length < 2 || !/\p{sc=Han}/u.test(run)) words.add(run)
    else for (const [at, next] of letters.slice(1).entries()) words.add(`${letters[at]}${next}`)
  }
  return [...words]
}

type Counts = Map<string, Map<string, number>>

function count(all: Counts, of: string, key: string): void {
  const counted = all.get(of) ?? new Map<string, number>()
  counted.set(key, (counted.get(key) ?? 0) + 1)
  all.set(of, counted)
}

function sideOf(past: readonly Past[], of: Asked): Side {
  const keys = new Map<string, number>()
  const ofTopic: Counts = new Map()
  const words: Counts = new Map()
  for (const point of past) {
    const key = point[of]
    keys.set(key, (keys.get(key) ?? 0) + 1)
    count(ofTopic, point.topic, key)
    for (const word of wordsOf(point.gist)) count(words, word, key)
  }
  return { keys, ofTopic, words }
}

export const learn = (past: readonly Past[]): Model => ({
  points: past.length,
  topic: sideOf(past, 'topic'),
  section: sideOf(past, 'section'),
})

const sum = (counted: ReadonlyMap<string, number> | undefined): number =>
  counted ? [...counted.values()].reduce((a, b) => a + b, 0) : 0

/**
 * How much more a word is seen with one key than with all together, as a logarithm. Each key is thought to have one
 * point more, in which every word stands as often as anywhere: so a word that was never seen with a key is unlikely
 * there, not impossible, and the fewer points a key has, the less it says that something is missing there.
 */
function weight({ keys, words }: Side, word: string, key: string, all: number): number {
  const counted = words.get(word)
  const anywhere = sum(counted) / all
  return Math.log(((counted?.get(key) ?? 0) + anywhere) / ((keys.get(key) ?? 0) + 1) / anywhere)
}

/** How often a key is asked at all; where the topic is known, how often it is in that topic, with one point of doubt. */
function share({ keys, ofTopic }: Side, key: string, all: number, topic: string): number {
  const atAll = (keys.get(key) ?? 0) / all
  const near = ofTopic.get(topic)
  return near ? ((near.get(key) ?? 0) + atAll) / (sum(near) + 1) : atAll
}

/**
 * Less ahead of the second best than this says hardly more than chance: nothing is suggested. A wrong section costs
 * more than a wrong topic: the voice travels to an office that sends it on.
 */
const least: Readonly<Record<Asked, number>> = { topic: 0.3, section: 0.7 }
/** Whoever was asked once or twice is not known yet. */
const known = 3

/**
 * 候補: what most speaks for a topic or a section, from the city's own earlier points and from nothing else
 * (naive Bayes over pairs of letters). `topic`, where it is chosen already, narrows the sections down. Undefined
 * where no word of the text was seen before, or where they say hardly more than chance. The reasons are the words of
 * the text that spoke most for it.
 */
export function suggest(model: Model, text: string, of: Asked, topic = ''): Suggestion | undefined {
  const side = model[of]
  const found = wordsOf(text).filter((word) => side.words.has(word))
  if (!found.length) return undefined
  const scored = [...side.keys.keys()]
    .map((key) => {
      const weights = found.map((word) => [word, weight(side, word, key, model.points)] as const)
      const evidence = weights.reduce((sum, [, w]) => sum + w, 0)
      return { key, score: evidence + Math.log(share(side, key, model.points, topic)), weights }
    })
    .toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  const [best, second] = scored
  if (!best || (side.keys.get(best.key) ?? 0) < known) return undefined
  if (second && best.score - second.score < least[of]) return undefined
  const speaking = best.weights
    .filter(([word, w]) => w > 0 && side.words.get(word)?.has(best.key))
    .toSorted(([, a], [, b]) => b - a)
  if (!speaking.length) return undefined
  const most = speaking.slice(0, 8).map(([word]) => word)
  const points = Math.max(...most.map((word) => side.words.get(word)?.get(best.key) ?? 0))
  return { key: best.key, words: asWritten(text, most), points }
}

/** Pairs that overlap become one word again, as it stands in the text: 通学 and 学路 are 通学路. */
function asWritten(text: string, words: readonly string[]): readonly string[] {
  const whole = written(text)
  const joined: [from: number, to: number][] = []
  const spans = words.map((word) => [whole.indexOf(word), word.length] as const)
  for (const [at, length] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && at < last[1]) last[1] = Math.max(last[1], at + length)
    else joined.push([at, at + length])
  }
  return joined.map(([from, to]) => whole.slice(from, to)).slice(0, 3)
}

/**
 * 測る: each point foretold from all the others, its section as on the desk with its topic known. Of those for which
 * something was said, how many were right.
 */
export function measure(past: readonly Past[], of: Asked) {
  let said = 0
  let right = 0
  for (const [at, point] of past.entries()) {
    const guess = suggest(
      learn(past.toSpliced(at, 1)),
      point.gist,
      of,
      of === 'section' ? point.topic : '',
    )
    if (!guess) continue
    said += 1
    if (guess.key === point[of]) right += 1
  }
  return { points: past.length, said, right }
}
