/** Readings are written {漢字|かんじ}, in dictionaries and in content alike. */
const marked = /\{([^{}|<>]+)\|([^{}|<>]+)\}/g

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

const noRubyInside = /^<(title|option|textarea|script|style)\b/i

/**
 * Sets the readings of a finished HTML page: as <ruby> in running text, dropped where HTML allows no
 * ruby (attributes, title, option, textarea). One place, so that no page can forget it.
 */
export function withRuby(html: string): string {
  if (!html.includes('|')) return html
  let out = ''
  let inPlain = ''
  for (const part of html.split(/(<[^>]*>)/)) {
    if (part.startsWith('<')) {
      const opened = noRubyInside.exec(part)
      if (opened) inPlain = (opened[1] ?? '').toLowerCase()
      else if (inPlain && part.toLowerCase().startsWith(`</${inPlain}`)) inPlain = ''
      // What somebody typed goes back to them as typed, readings and all.
      out += /^<input\b/i.test(part) ? part : plain(part)
    } else if (inPlain === 'textarea' || inPlain === 'script' || inPlain === 'style') out += part
    else if (inPlain) out += plain(part)
    else out += part.replace(marked, '<ruby>$1<rp>(</rp><rt>$2</rt><rp>)</rp></ruby>')
  }
  return out
}
