import type { Passage } from '../case.ts'

/** A line of # is a heading; Word's own come as such. */
const heading = /^#{1,6}\s+(.+)$/

/** 〔3ページ5行〕 before a paragraph: where it stands in the printed document. */
const stands = /^〔\s*([0-9]{1,4})\s*ページ(?:\s*([0-9]{1,3})\s*行)?\s*〕\s*/

function standing(words: string): Pick<Passage, 'text' | 'page' | 'line'> {
  const [mark = '', page, line] = stands.exec(words) ?? []
  return {
    text: words.slice(mark.length),
    page: Number(page) || null,
    line: (Number(page) && Number(line)) || null,
  }
}

const standText = ({ page, line, text }: Passage): string =>
  page === null ? text : `〔${page}ページ${line === null ? '' : `${line}行`}〕${text}`

/** 本文の取り込み: an empty line parts two paragraphs, `# ` begins a chapter. Numbers go on through all chapters. */
export function passagesIn(text: string): readonly Passage[] {
  const found: Passage[] = []
  let chapter = ''
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n\s*\n|\n(?=#{1,6}\s)/)) {
    const lines = block.trim().split('\n')
    const [, title] = heading.exec(lines[0]?.trim() ?? '') ?? []
    if (title !== undefined) chapter = title.trim()
    const words = (title === undefined ? lines : lines.slice(1)).join('\n').trim()
    const placed = standing(words)
    if (placed.text) found.push({ no: found.length + 1, chapter, ...placed })
  }
  return found
}

/** The same text again, to be corrected by hand. */
export const textOf = (passages: readonly Passage[]): string =>
  chaptersOf(passages)
    .map(({ title, passages: own }) =>
      [...(title ? [`# ${title}`] : []), ...own.map(standText)].join('\n\n'),
    )
    .join('\n\n')

/** 第2章 of 第2章 情報の共有: as one names it when one talks of it. */
export const shortChapter = (chapter: string): string =>
  /^第[^\s章編部]{1,6}[章編部]/.exec(chapter)?.[0] ?? chapter

export interface Chapter {
  readonly title: string
  readonly passages: readonly Passage[]
}

/** Paragraphs under their headings, in order. */
export function chaptersOf(passages: readonly Passage[]): readonly Chapter[] {
  const chapters: { readonly title: string; readonly passages: Passage[] }[] = []
  for (const passage of passages) {
    const last = chapters.at(-1)
    if (last && last.title === passage.chapter) last.passages.push(passage)
    else chapters.push({ title: passage.chapter, passages: [passage] })
  }
  return chapters
}
