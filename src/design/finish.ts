import { tagBefore, withRuby } from '#platform/ruby.ts'

const weekday = /^日\([月火水木金土日]\)/
const isDigit = (letter: string | undefined) => letter !== undefined && /[0-9]/.test(letter)
/** Where HTML allows no element, and where somebody's own text goes back as it was typed. */
const noElements = /^<(title|option|textarea|script|style|text|tspan|desc)\b/i

function isRunningText(html: string, at: number): boolean {
  const { tag, isInside } = tagBefore(html, at)
  return tag === '' || (!isInside && !noElements.test(tag))
}

/**
 * 22日(日): the weekday stays on the line of its day, in every table and sentence. Browsers break before the bracket,
 * and in a narrow column it then stands alone below the date.
 */
export function withWholeDays(html: string): string {
  let made = ''
  let done = 0
  // Day by day: a search for the whole of it tries at every digit of the page.
  for (let at = html.indexOf('日('); at >= 0; at = html.indexOf('日(', at + 1)) {
    const end = at + '日(月)'.length
    if (!isDigit(html[at - 1]) || !weekday.test(html.slice(at, end))) continue
    const from = isDigit(html[at - 2]) ? at - 2 : at - 1
    if (!isRunningText(html, from)) continue
    made += `${html.slice(done, from)}<span class="whole-day">${html.slice(from, end)}</span>`
    done = end
  }
  return made + html.slice(done)
}

/** The last word on every HTML page, in one place, so that no page can forget it. */
export const finished = (html: string): string => withWholeDays(withRuby(html))
