/** Pieces of one text that a narrow cell, a page or a scanner has broken over lines. */

/** A joined text, and whether something may have been lost at a joint. */
export interface Joined {
  readonly text: string
  readonly doubtful: boolean
}

/** Tells whether the rest of the document writes this number in one piece. */
export type Vouches = (number: string) => boolean

/**
 * Japanese has no spaces, so a break next to kana or kanji leaves nothing behind. Three joints
 * need care:
 *
 * - digits: 「2 4年度」 becomes 24年度 only if the document says 24年度 elsewhere; two numbers that stand
 *   side by side are otherwise left apart and doubted;
 * - Latin: one capital before more capitals is a broken acronym (C ATV); other words keep their
 *   space;
 * - a nominal ending in kana before katakana (仕組み|スケジュール): a comma in the margin is easily lost,
 *   so the text is joined and doubted. Particles and attributive endings flow on and are not.
 */
export function joinPieces(pieces: readonly string[], vouches: Vouches): Joined {
  let text = ''
  let doubtful = false
  for (const piece of pieces.map((p) => p.trim()).filter(Boolean)) {
    if (!text) {
      text = piece
      continue
    }
    const joint = jointOf(text, piece, vouches)
    if (joint.doubtful) doubtful = true
    text += joint.between + piece
  }
  return { text, doubtful }
}

function jointOf(before: string, after: string, vouches: Vouches) {
  const digits = /[0-9０-９]{1,20}$/.exec(before)
  const numbered = /^[0-9０-９]+.{0,2}/u.exec(after)
  if (digits && numbered) {
    const certain = vouches(digits[0] + numbered[0])
    return { between: certain ? '' : ' ', doubtful: !certain }
  }
  if (/[A-Za-z0-9.,]$/.test(before) && /^[A-Za-z0-9]/.test(after)) {
    const acronym =
      (/(^|[^A-Za-z])[A-Z]$/.test(before) && /^[A-Z]{2,}(?![a-z])/.test(after)) ||
      (/(^|[^A-Za-z])[A-Z]{2,}$/.test(before) && /^[A-Z](?![A-Za-z])/.test(after))
    return { between: acronym ? '' : ' ', doubtful: false }
  }
  const lost = /(?<![よも])[みめりきしちけせれえぎじげね]$/.test(before) && /^[ァ-ヴ]/.test(after)
  return { between: '', doubtful: lost }
}

/**
 * Cells that a scanner made of one: each is split into its printed lines, and the lines of the same
 * height belong together. [協働 語の募集] [に関する標] is 協働に関する標 above 語の募集.
 */
export function weave(cells: readonly (readonly string[])[]): string[] {
  const height = Math.max(0, ...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? '').join(''))
}
