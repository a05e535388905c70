import type { Line, Piece } from './text.ts'
import { ems } from './text.ts'

/**
 * 文節改行: keeps the words of a phrase together, so that headings and narrow columns break where a
 * reader would pause. The dictionary is ICU's; what follows a word (を, する, 、) stays with it.
 */
const dictionary = new Intl.Segmenter('ja', { granularity: 'word' })

const closes = /^[、。，．,.!?！？）)」』】〕］\]｝}〉》・:：;；…‥ー～〜々%％]/u
const opens = /[（(「『【〔［[｛{〈《]$/u
const hiragana = /^[\u3041-\u309fー]+$/u
const digitEnd = /[0-9０-９]$/u
/** 協働の|まちづくり: after one of these a longer word in kana begins a phrase of its own. */
const particleEnd = /[はがをにでとのもへや]$/u
const stop = /[、。，．!！?？・]$/u
const kanji = /^[\u4e00-\u9fff々]$/u
const kanjiEnd = /[\u4e00-\u9fff々]$/u
const prefix = /^[各全第同新再約毎諸両本]$/u
const digitStart = /^[0-9０-９]/u

/** Phrases wider than `widest` ems are left open, so that no line runs out of its column. */
export function phrased(text: Line, widest: number): Line {
  const groups: Piece[][] = []
  let before = ''
  for (const unit of text.flatMap(units)) {
    const word = wordOf(unit)
    const last = groups.at(-1)
    if (last && belongs(before, word)) {
      last.push(unit)
      before += word
    } else {
      groups.push([unit])
      before = word
    }
  }
  return groups.flatMap((group) => fitting(group, widest))
}

/** A phrase too wide for its column is parted, after a particle where there is one. */
function fitting(group: readonly Piece[], widest: number): Piece[] {
  const joined = merged(group)
  if (width(joined) <= widest) return bound(joined)
  if (group.length < 2) return joined
  const at = group.findLastIndex((_, i) => i > 0 && particleEnd.test(wordOf(group[i - 1] ?? '')))
  const cut = at > 0 ? at : group.length - 1
  return [...fitting(group.slice(0, cut), widest), ...fitting(group.slice(cut), widest)]
}

/**
 * Brackets and stops at the edges stand outside the phrase: there Typst sets their space as in
 * running text, and its own rules keep them on the line of their neighbour.
 */
function bound(group: readonly Piece[]): Piece[] {
  const inner = [...group]
  const before = inner[0]
  const opening =
    typeof before === 'string' ? (/^[（(「『【〔［[｛{〈《]+/u.exec(before)?.[0] ?? '') : ''
  if (typeof before === 'string') inner[0] = before.slice(opening.length)
  const after = inner.at(-1)
  const closing =
    typeof after === 'string'
      ? (/[、。，．!！?？）)」』】〕］\]｝}〉》\s]{1,40}$/u.exec(after)?.[0] ?? '')
      : ''
  if (typeof after === 'string')
    inner[inner.length - 1] = after.slice(0, after.length - closing.length)
  const phrase = inner.filter((piece) => piece !== '')
  return [opening, ...(phrase.length > 0 ? [{ phrase }] : []), closing].filter(
    (piece) => piece !== '',
  )
}

const wordOf = (unit: Piece) => (typeof unit === 'string' ? unit : 'base' in unit ? unit.base : '')

function units(piece: Piece): Piece[] {
  if (typeof piece !== 'string') return [piece]
  return [...dictionary.segment(piece)].map((part) => part.segment)
}

function belongs(before: string, word: string): boolean {
  if (/^\s+$/u.test(word)) return true
  if (/\s$/u.test(before)) return false
  if (closes.test(word) || opens.test(before)) return true
  if (stop.test(before)) return false
  // 協働(共働): a bracket that glosses a word stays with it.
  if (/^[(（]/u.test(word)) return true
  if (digitEnd.test(before) || prefix.test(before)) return true
  if (digitStart.test(word)) return kanji.test(before)
  // 2か所: the counter after か is one word with its number.
  if (/[0-9０-９]か$/u.test(before)) return kanji.test(word)
  if (hiragana.test(word)) return word.length < 3 || !particleEnd.test(before)
  // 分かち合う: the dictionary sometimes cuts a verb before its kana.
  return kanjiEnd.test(before) && (kanji.test(word) || /^[\u3041-\u309f]/u.test(word))
}

function merged(group: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of group) {
    const last = out.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece
    else out.push(piece)
  }
  return out
}

function width(group: readonly Piece[]): number {
  let sum = 0
  for (const piece of group) {
    sum += typeof piece === 'string' ? ems(piece) : 'em' in piece ? piece.em : width(piece.phrase)
  }
  return sum
}
