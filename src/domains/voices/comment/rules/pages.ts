/** Lines that begin a paragraph of their own: articles, numbers, bullets; asked of narrow digits and brackets. */
const begins =
  /^(第[0-9一二三四五六七八九十百]+条|\(?[0-9一二三四五六七八九十]{1,3}[).、 ]|[○◯●■□◆◇※・])/
const circled = /^[①-⑳]/
const chapter = /^第[0-9一二三四五六七八九十]+[章編部](\s|$)/
/** What stands at the foot or head of each page: - 3 -, 3, 3/12. */
const pageNumber = /^[-–—\s]*[0-9]{1,4}(\s*\/\s*[0-9]{1,4})?[-–—\s]*$/
const ends = /[。.!?」』)]$/
const isLatin = /[A-Za-z0-9,.;:]$/

const narrow = (text: string) => text.normalize('NFKC')
const begin = (text: string) => circled.test(text) || begins.test(narrow(text))

interface Line {
  readonly page: number
  readonly line: number
  readonly text: string
}

function linesOf(pages: readonly string[]): readonly Line[] {
  return pages.flatMap((text, at) =>
    text
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line && !pageNumber.test(narrow(line)))
      .map((line, i) => ({ page: at + 1, line: i + 1, text: line })),
  )
}

/**
 * 印刷した案 → 本文: the lines of each page become paragraphs with the place at which they begin, chapters become
 * headings. Printed lines do not say where a paragraph ends: a short line that closes a sentence does. Staff look it
 * through and mend it, as the text of a Word document.
 */
export function draftFrom(pages: readonly string[]): string {
  const lines = linesOf(pages)
  const full = Math.max(0, ...lines.map(({ text }) => text.length))
  const blocks: string[] = []
  let open = ''
  let last = ''
  const close = () => {
    if (open) blocks.push(open)
    open = ''
  }
  for (const { page, line, text } of lines) {
    if (chapter.test(narrow(text))) {
      close()
      blocks.push(`# ${text}`)
    } else {
      const isOver =
        last.length < full * 0.6 || (ends.test(narrow(last)) && last.length < full * 0.9)
      if (!open || begin(text) || isOver) {
        close()
        open = `〔${page}ページ${line}行〕${text}`
      } else open += isLatin.test(open) && /^[A-Za-z0-9]/.test(text) ? ` ${text}` : text
    }
    last = text
  }
  close()
  return blocks.join('\n\n')
}
