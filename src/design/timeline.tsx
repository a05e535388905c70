import type { Child } from 'hono/jsx'
import { isoDate, longDate } from './dates.ts'
import type { View } from './view.ts'

export interface DayProps {
  readonly view: View
  readonly date: Date
}

/** 令和8年11月22日(日) for people, ISO for machines. */
export function Day({ view, date }: DayProps) {
  return <time datetime={isoDate(date)}>{longDate(view.locale, date)}</time>
}

export interface TimelineEntry {
  readonly date: Date
  readonly title: string
  readonly by?: string
  readonly text?: Child
}

export interface TimelineProps {
  readonly view: View
  readonly entries: readonly TimelineEntry[]
}

/** What happened, in the order given. */
export function Timeline({ view, entries }: TimelineProps) {
  return (
    <ol class="timeline">
      {entries.map(({ date, title, by, text }) => (
        <li>
          <p class="when">
            <Day view={view} date={date} />
          </p>
          <div class="what">
            <p class="event">{title}</p>
            {by !== undefined && <p class="soft">{by}</p>}
            {text && <div class="prose">{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
