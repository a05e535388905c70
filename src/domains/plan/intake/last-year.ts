import { type Likeness, match, type Pair, plainText, similarity, similarTitle } from './matching.ts'
import type { Row } from './sheet.ts'

/** What became of last year's items, for the check page. Ids differ from year to year. */
export interface SinceLastYear {
  readonly continued: readonly Pair[]
  /** Taken for one item with a new name: a person confirms it before lineage is written. */
  readonly renamed: readonly Pair[]
  readonly fresh: readonly Row[]
  readonly gone: readonly Row[]
  /** Title and description are last year's to the letter: copied forward, or forgotten. */
  readonly copied: readonly string[]
}

/** 24年度 and 25年度 are the same place in the title of a thing that is done every year. */
const yearless = (text: string) =>
  plainText(text).replace(/(平成|令和|昭和)?(元|\d{1,4})年度?/g, '年度')

const sameTitle: Likeness = (a, b) => yearless(a.content.title) === yearless(b.content.title)
const sameCode: Likeness = (a, b) => a.code === b.code
const alike =
  (least: number): Likeness =>
  (a, b) =>
    similarity(yearless(a.content.title), yearless(b.content.title)) >= least
const sameDescription: Likeness = (a, b) =>
  a.content.description !== '' &&
  yearless(a.content.description) === yearless(b.content.description)

/** Without the number beside it a title must be closer to be taken for the same. */
const closeTitle = 0.7

export function sinceLastYear(lastYear: readonly Row[], incoming: readonly Row[]): SinceLastYear {
  const { pairs, added, removed } = match(lastYear, incoming, [
    (a, b) => sameTitle(a, b) && sameCode(a, b),
    sameTitle,
    (a, b) => sameCode(a, b) && alike(similarTitle)(a, b),
    sameDescription,
    alike(closeTitle),
  ])
  return {
    continued: pairs.filter(({ before, after }) => sameTitle(before, after)),
    renamed: pairs.filter(({ before, after }) => !sameTitle(before, after)),
    fresh: added,
    gone: removed,
    copied: pairs
      .filter(
        ({ before: { content: a }, after: { content: b } }) =>
          a.title === b.title && a.description === b.description,
      )
      .map(({ after }) => after.code),
  }
}
