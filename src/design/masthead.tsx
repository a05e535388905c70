import type { Child } from 'hono/jsx'
import { at, type View } from './view.ts'

export interface MastheadProps {
  /** The line above: 平成24年度, a code, the kind of thing. */
  readonly over?: Child
  readonly title: string
  /** The text's own language, where it is not the page's: ja for what nobody has translated. */
  readonly lang?: string
  /** The same, of the title alone. */
  readonly titleLang?: string | undefined
  /** One sentence. */
  readonly lead?: Child
  /** Marks and states, in one line beneath. */
  readonly marks?: Child
  /** Stands at the right: <Vertical>. */
  readonly aside?: Child
}

/** The beginning of a page: its one h1. */
export function Masthead(props: MastheadProps) {
  const { over, title, lang, titleLang = lang, lead, marks, aside } = props
  return (
    <div class={aside ? 'masthead has-aside' : 'masthead'}>
      <div class="masthead-title">
        {over && (
          <p class="over" lang={lang}>
            {over}
          </p>
        )}
        <h1 lang={titleLang}>{title}</h1>
      </div>
      <div class="masthead-text">
        {lead && (
          <p class="lead" lang={lang}>
            {lead}
          </p>
        )}
        {marks && <div class="cluster">{marks}</div>}
      </div>
      {aside && <div class="masthead-aside">{aside}</div>}
    </div>
  )
}

export interface PartProps {
  readonly view: View
  /** Also the anchor: the heading's id is `${id}-title`. */
  readonly id: string
  readonly title: string
  readonly over?: Child
  readonly lead?: Child
  /** A link at the right of the heading. */
  readonly more?: { readonly text: string; readonly path: string }
  readonly level?: 2 | 3
  /** The heading's own language, where it is not the page's. */
  readonly lang?: string
  readonly children?: Child
}

/** A section under its heading; level 2 begins with a rule. */
export function Part(props: PartProps) {
  const { view, id, title, over, lead, more, level = 2, lang, children } = props
  const name = `${id}-title`
  return (
    <section id={id} class={`part part-${level}`} aria-labelledby={name}>
      <div class="part-head between">
        <div>
          {over && <p class="over">{over}</p>}
          {level === 2 ? (
            <h2 id={name} lang={lang}>
              {title}
            </h2>
          ) : (
            <h3 id={name} lang={lang}>
              {title}
            </h3>
          )}
        </div>
        {more && (
          <p>
            <a href={at(view, more.path)}>{more.text}</a>
          </p>
        )}
      </div>
      {lead && (
        <p class="part-lead" lang={lang}>
          {lead}
        </p>
      )}
      {children}
    </section>
  )
}
