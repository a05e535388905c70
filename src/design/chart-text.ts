/**
 * Letters of a drawing cannot ask the browser how wide they are, so they are taken for wider than any font of
 * ours sets them: a kanji is one em, a capital or digit 0.72, any other Latin letter 0.62.
 */
export function emsOf(text: string): number {
  let ems = 0
  for (const letter of text) {
    if (/[\u0020-\u024f\uff61-\uff9f]/u.test(letter))
      ems += /[A-Z0-9%@&]/.test(letter) ? 0.72 : 0.62
    else ems += 1
  }
  return ems
}

/** No line begins with these (禁則). */
const notFirst = /^[、。，．・：；？！」』）】〉》ー々〜%)\]]/u

/** A text in lines of at most so many ems; what is beyond the last line is left out, and … says so. */
export function wrapped(text: string, room: number, most = 3): readonly string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    if (line.trim()) lines.push(line.trim())
    line = ''
  }
  for (const word of text.match(/[!-~À-ɏ]+[ ]?|[\s\S]/gu) ?? []) {
    if (emsOf((line + word).trimEnd()) > room && line && !notFirst.test(word)) end()
    // One long word of Latin letters is broken as well: it must not leave the drawing.
    for (const letter of word) {
      if (emsOf(line + letter) > room + 1) end()
      line += letter
    }
  }
  end()
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  while (last.length && emsOf(`${last.join('')}…`) > room) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('')}…`]
}
