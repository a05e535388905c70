import type { Passage } from '../case.ts'

/** A line of # is a heading; Word's own come as such. */
const heading = /^#{1,6}\s+(.+)$/

/** 本文の取り込み: an empty line parts two paragraphs, `# ` begins a chapter. Numbers go on through all chapters. */
export function passagesIn(text: string): readonly Passage[] {
  const found: Passage[] = []
  let chapter = ''
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n\s*\n|\n(?=#{1,6}\s)/)) {
    const lines = block.trim().split('\n')
    const [, title] = heading.exec(lines[0]?.trim() ?? '') ?? []
    if (title !== undefined) chapter = title.trim()
    const words = (title === undefined ? lines : lines.slice(1)).join('\n').trim()
    if (words) found.push({ no: found.length + 1, chapter, text: words })
  }
  return found
}

/** The same text again, to be corrected by hand. */
export const textOf = (passages: readonly Passage[]): string =>
  chaptersOf(passages)
    .map(({ title, passages: own }) =>
      [...(title ? [`# ${title}`] : []), ...own.map(({ text }) => text)].join('\n\n'),
    )
    .join('\n\n')

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
