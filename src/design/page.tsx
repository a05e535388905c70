import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { plain } from '#platform/ruby.ts'
import { isoDate, longDate } from './dates.ts'
import { Foot } from './foot.tsx'
import { Header } from './header.tsx'
import { href } from './href.ts'
import { words } from './messages.ts'
import type { Section } from './sections.ts'
import { absolute, at, type Locale, languageOf, readerOf, type View } from './view.ts'

/** A piece of a page, for whoever passes one on. */
export type { Child } from 'hono/jsx'

export interface Crumb {
  readonly text: string
  readonly path: string
  /** The language of the text, where it is not the page's. */
  readonly lang?: string
}

export interface PageProps {
  readonly view: View
  /** What this page is; the city's name is added. */
  readonly title: string
  /** One sentence for search engines. */
  readonly description?: string
  /** Uses the whole width: lists beside filters, tables, two columns. Else about 46rem. */
  readonly wide?: boolean
  /** The entry of the menu that leads here. */
  readonly section?: Section
  /** The way here, without this page itself. The first page is added. */
  readonly breadcrumbs?: readonly Crumb[]
  /** The quiet line of a first visit, which leads to the reader's settings. */
  readonly welcome?: boolean
  /** Languages in which this page exists. All four unless said. */
  readonly locales?: readonly Locale[]
  /** Its address opens it without any other proof: paper that goes from hand to hand does not carry it. */
  readonly secret?: boolean
  readonly children?: Child
}

/** The whole HTML document of a public page. */
export function Page(props: PageProps) {
  const { view, wide = false, breadcrumbs = [], children } = props
  return (
    <Shell {...props}>
      <Header
        view={view}
        welcome={props.welcome === true}
        {...(props.section && { section: props.section })}
      />
      <main id="main" class="page wrap" tabindex={-1}>
        {breadcrumbs.length > 0 && <Trail view={view} crumbs={breadcrumbs} />}
        <div class={wide ? 'body wide' : 'body'}>{children}</div>
      </main>
      <Foot view={view} />
    </Shell>
  )
}

export interface ShellProps extends PageProps {
  readonly staffOnly?: boolean
}

/** What stands around every page: <html>, <head>, the skip link. */
export function Shell(props: ShellProps) {
  const { view, title, description, locales, staffOnly, secret, children } = props
  const t = words(view)
  const reader = readerOf(view)
  const tongues = (locales ?? (['ja', 'en', 'ko'] as const)).filter((l) => l !== 'easy')
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang={languageOf(view.locale)}
        data-size={reader.size}
        data-ruby={reader.ruby}
        data-contrast={reader.contrast}
        data-font={reader.font}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{plain(`${title} — ${view.site.name} ${t.product}`)}</title>
          {description && <meta name="description" content={plain(description)} />}
          <meta name="theme-color" content="#006173" />
          <meta name="color-scheme" content="light" />
          <meta name="format-detection" content="telephone=no" />
          {staffOnly && <meta name="robots" content="noindex" />}
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={href(view.css)} />
          {!staffOnly && <link rel="canonical" href={absolute(view, view.locale)} />}
          {!staffOnly &&
            tongues.map((locale) => (
              <link rel="alternate" hreflang={locale} href={absolute(view, locale)} />
            ))}
        </head>
        <body class={staffOnly ? 'desk' : 'public'}>
          <a class="skip" href="#main">
            {t.skip}
          </a>
          {children}
          <p class="printed">
            {t.foot.printed}: {plain(view.site.name)}{' '}
            {!secret && href(`${view.origin}${at(view, view.path)}`)}{' '}
            <time datetime={isoDate(view.now)}>{longDate(view.locale, view.now)}</time>
          </p>
        </body>
      </html>
    </>
  )
}

export interface TrailProps {
  readonly view: View
  readonly crumbs: readonly Crumb[]
  readonly home?: string
}

/** The way here. */
export function Trail({ view, crumbs, home = '/' }: TrailProps) {
  const t = words(view)
  return (
    <nav class="trail" aria-label={plain(t.here)}>
      <ol>
        <li>
          <a href={at(view, home)}>{home === '/' ? t.home : t.sections.desk}</a>
        </li>
        {crumbs.map(({ text, path, lang }) => (
          <li>
            <a href={at(view, path)} {...(lang !== undefined && { lang })}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
