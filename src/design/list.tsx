import type { Child } from 'hono/jsx'
import { plain } from '#platform/ruby.ts'
import { Button } from './button.tsx'
import { figure } from './dates.ts'
import { Icon } from './icon.tsx'
import { words } from './messages.ts'
import { at, type View } from './view.ts'

export interface ResultCountProps {
  readonly view: View
  readonly count: number
  /** Before filtering, when a filter is set. */
  readonly of?: number
  /** There are more than `count`; nobody counted on. */
  readonly more?: boolean
}

/** How many, said as a sentence. */
export function ResultCount({ view, count, of, more }: ResultCountProps) {
  const { list } = words(view)
  const shown = figure(view.locale, count)
  const sentence = () => {
    if (more) return list.many(shown)
    if (count === 0) return list.none
    return of !== undefined && of > count
      ? list.part(shown, figure(view.locale, of))
      : list.count(shown)
  }
  return (
    <p class="result-count" role="status">
      {sentence()}
    </p>
  )
}

export interface EntriesProps {
  readonly children?: Child
}

/** A list of things, one rule between two. */
export function Entries({ children }: EntriesProps) {
  return <ul class="entries">{children}</ul>
}

export interface EntryProps {
  readonly view: View
  readonly path: string
  readonly title: string
  /** Of its heading: 2 where the list stands right under the page's title. */
  readonly level?: 2 | 3
  /** 1-3 */
  readonly code?: string
  /** One sentence. */
  readonly text?: string
  /** The language of title and text, where it is not the page's. */
  readonly lang?: string
  /** Marks and states. */
  readonly marks?: Child
  /** Two or three facts. */
  readonly facts?: readonly (readonly [name: string, text: Child])[]
}

/** Title, one sentence, two or three facts, state. The whole entry can be pressed. */
export function Entry(props: EntryProps) {
  const { view, path, title, level = 3, code, text, lang, marks, facts = [] } = props
  const name = (
    <>
      {code !== undefined && (
        <>
          <span class="code">{code}</span>{' '}
        </>
      )}
      <a href={at(view, path)}>{title}</a>
    </>
  )
  return (
    <li class="entry">
      <div class="entry-text" lang={lang}>
        {level === 2 ? <h2>{name}</h2> : <h3>{name}</h3>}
        {text !== undefined && <p>{text}</p>}
      </div>
      <div class="entry-side">
        {marks && <div class="cluster">{marks}</div>}
        {facts.map(([name, fact]) => (
          <p class="entry-fact">
            <span class="soft">{name}</span> {fact}
          </p>
        ))}
      </div>
    </li>
  )
}

export interface FiltersProps {
  readonly view: View
  readonly action: string
  /** How many conditions are set: said at the fold, and 条件をなくす is offered. */
  readonly active?: number
  /** Fields. */
  readonly children?: Child
}

/** A GET form whose address can be sent to someone: beside on wide, folded on narrow. */
export function Filters({ view, action, active = 0, children }: FiltersProps) {
  const { list } = words(view)
  return (
    <search class="filters">
      <details class="fold">
        <summary>
          <Icon name="open" />
          <span>{list.filter}</span>
          {active > 0 && ` (${figure(view.locale, active)})`}
        </summary>
      </details>
      <form class="panel" method="get" action={at(view, action)} aria-label={plain(list.filter)}>
        <div class="stack">
          <p class="filters-title">{list.filter}</p>
          {children}
          <div class="actions">
            <Button kind="secondary">{list.apply}</Button>
            {active > 0 && <a href={at(view, action)}>{list.clear}</a>}
          </div>
        </div>
      </form>
    </search>
  )
}

export interface PagerProps {
  readonly view: View
  readonly page: number
  readonly pages: number
  /** The path of a page, its filters in it. */
  readonly to: (page: number) => string
}

/** Before and after, and where one is. Nothing when all fits on one page. */
export function Pager({ view, page, pages, to }: PagerProps) {
  if (pages <= 1) return null
  const { list } = words(view)
  return (
    <nav class="pager" aria-label={plain(list.pages)}>
      {page > 1 && (
        <a class="button secondary" rel="prev" href={at(view, to(page - 1))}>
          {list.previous}
        </a>
      )}
      <p>{list.page(figure(view.locale, page), figure(view.locale, pages))}</p>
      {page < pages && (
        <a class="button secondary" rel="next" href={at(view, to(page + 1))}>
          {list.next}
        </a>
      )}
    </nav>
  )
}

export interface EmptyStateProps {
  readonly title: string
  /** What to do. */
  readonly children?: Child
}

/** Nothing here yet: why, and what one can do. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty stack">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
