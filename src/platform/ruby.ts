/** Readings are written {漢字|かんじ}, in dictionaries and in content alike. */
const marked = /\{([^{}|<>]+)\|([^{}|<>]+)\}/g
const markHere = new RegExp(marked, 'y')

/** The text without its readings: for titles, options, file names, search. */
export const plain = (text: string) => text.replace(marked, '$1')

/** Pieces of a text: a string, or a base with its reading. */
export function pieces(text: string): (string | { base: string; reading: string })[] {
  const out: (string | { base: string; reading: string })[] = []
  let at = 0
  for (const m of text.matchAll(marked)) {
    if (m.index > at) out.push(text.slice(at, m.index))
    out.push({ base: m[1] ?? '', reading: m[2] ?? '' })
    at = m.index + m[0].length
  }
  if (at < text.length) out.push(text.slice(at))
  return out
}

const plainInside = /^<(title|option)\b/i
const untouchedInside = /^<(textarea|script|style)\b/i

/**
 * Sets the readings of a finished HTML page: as <ruby> in running text, dropped where HTML allows no
 * ruby (attributes, title, option), left where they are somebody's own text. One place, so that no page can
 * forget it. Looks at the marks only: a page has few of them, and many tags.
 */
export function withRuby(html: string): string {
  let made = ''
  let done = 0
  // Brace by brace: a search for the whole mark tries at every letter of the page.
  for (let at = html.indexOf('{'); at >= 0; at = html.indexOf('{', at + 1)) {
    markHere.lastIndex = at
    const [mark, base = '', reading = ''] = markHere.exec(html) ?? []
    if (mark === undefined) continue
    made += html.slice(done, at) + readAt(html, at, mark, base, reading)
    done = at + mark.length
  }
  return made + html.slice(done)
}

function readAt(html: string, at: number, mark: string, base: string, reading: string): string {
  const { tag, isInside } = tagBefore(html, at)
  // What somebody typed goes back to them as typed, readings and all.
  if (isInside) return /^<input\b/i.test(tag) ? mark : base
  if (untouchedInside.test(tag)) return mark
  if (plainInside.test(tag)) return base
  return `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`
}

/** How the tag before a place of a page begins ('' where there is none), and whether the place is inside of it. */
export function tagBefore(html: string, at: number): { tag: string; isInside: boolean } {
  const opened = html.lastIndexOf('<', at)
  const closed = html.indexOf('>', opened)
  const tag = opened < 0 ? '' : html.slice(opened, Math.min(closed, opened + 12))
  return { tag, isInside: closed > at }
}
