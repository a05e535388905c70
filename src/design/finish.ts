import { withRuby } from '#platform/ruby.ts'

const weekday = /\d{1,2}日\([月火水木金土日]\)/g
/** Where HTML allows no element, and where somebody's own text goes back as it was typed. */
const noElements = /^<(title|option|textarea|script|style|text|tspan|desc)\b/i

function isRunningText(html: string, at: number): boolean {
  const opened = html.lastIndexOf('<', at)
  if (opened < 0) return true
  const closed = html.indexOf('>', opened)
  return closed <= at && !noElements.test(html.slice(opened, opened + 12))
}

/**
 * 22日(日): the weekday stays on the line of its day, in every table and sentence. Browsers break before the bracket,
 * and in a narrow column it then stands alone below the date.
 */
export const withWholeDays = (html: string): string =>
  html.replace(weekday, (day, at: number) =>
    isRunningText(html, at) ? `<span class="whole-day">${day}</span>` : day,
  )

/** The last word on every HTML page, in one place, so that no page can forget it. */
export const finished = (html: string): string => withWholeDays(withRuby(html))
