import { areDepartments } from './department-names.ts'
import { type Draft, joined, type Knowledge } from './draft.ts'
import { type Line, lineText } from './lines.ts'
import { readMark } from './marks.ts'
import type { Table } from './outline.ts'
import { hasDebris, isBalanced } from './written.ts'

/**
 * More pieces than this cannot be put in order with any confidence; they are asked as they stand.
 */
const mostPieces = 9

/**
 * Reads a table whose columns are gone: the scanner read across them, so that title and
 * description are woven into one another. Departments end an item, a lone mark is its mark, and
 * the description is the one set of pieces, in order, that makes a whole sentence and leaves a
 * whole title. If no set or more than one does so, nothing is put together. In any case both texts
 * are asked.
 */
export function readLoose(table: Table, knowledge: Knowledge): Draft[] {
  return itemsOf(table.body, knowledge.departments).map((lines) => {
    const pieces: string[] = []
    let departments: readonly string[] = []
    let mark = ''
    for (const line of lines) {
      const words = lineText(line).trim().split(/\s+/)
      if (areDepartments(words, knowledge.departments)) departments = words
      else {
        for (const word of mendNumbers(words, knowledge)) {
          if (!mark && readMark(word, knowledge.legend)) mark = word
          else pieces.push(word)
        }
      }
    }
    const parts = untangle(pieces)
    const shown = [...(table.head ? [table.head] : []), ...lines]
    return {
      lead: readMark(mark, knowledge.legend),
      markSeen: '',
      title: joined(parts?.title ?? [], knowledge),
      description: joined(parts?.description ?? pieces, knowledge),
      departments,
      lines,
      markLines: [...table.before, ...shown],
      doubts: [
        { field: 'title', reason: 'table-head-broken', lines: shown },
        { field: 'description', reason: 'table-head-broken', lines: shown },
      ],
    }
  })
}

function itemsOf(body: readonly Line[], known: ReadonlySet<string>): Line[][] {
  const items: Line[][] = []
  let open: Line[] = []
  for (const line of body) {
    open.push(line)
    if (open.length > 1 && areDepartments(lineText(line).trim().split(/\s+/), known)) {
      items.push(open)
      open = []
    }
  }
  if (open.length > 0) {
    const last = items.at(-1)
    const whole = open.some((line) => /。/.test(lineText(line)))
    if (last && !whole) last.push(...open)
    else items.push(open)
  }
  return items
}

/** 「2 4年度」 is one piece if the document vouches for 24年度. */
function mendNumbers(words: readonly string[], knowledge: Knowledge): string[] {
  const mended: string[] = []
  for (const word of words) {
    const last = mended.at(-1)
    if (last !== undefined && /^[0-9０-９]+$/.test(last) && /^[0-9０-９]/.test(word)) {
      mended[mended.length - 1] = joined([last, word], knowledge).text
    } else mended.push(word)
  }
  return mended
}

/** No text begins so: a particle before a noun, a small kana, a closing sign. */
const begins = (text: string) => !/^([のをにがはへと、。・」』)）ー〜ゃゅょっャュョッ])/u.test(text)
const isWhole = (text: string) => begins(text) && isBalanced(text) && !hasDebris(text)

function untangle(pieces: readonly string[]) {
  if (pieces.length < 2 || pieces.length > mostPieces) return null
  const found: { title: string[]; description: string[] }[] = []
  for (let set = 1; set < 2 ** pieces.length - 1; set += 1) {
    const description = pieces.filter((_, i) => set & (1 << i))
    const left = pieces.filter((_, i) => !(set & (1 << i)))
    const sentence = description.join('')
    if (!/。$/.test(sentence) || !isWhole(sentence)) continue
    // The scanner may have read the title's second line before its first.
    const head = left.filter(begins)
    const title = head.length === left.length ? left : [...head, ...left.filter((p) => !begins(p))]
    const name = title.join('')
    if (isWhole(name) && !/[。、]/.test(name)) found.push({ title, description })
  }
  const [only, second] = found
  return only && !second ? only : null
}
