import type { Child } from 'hono/jsx'
import { plain } from '#platform/ruby.ts'
import { Crest, Icon } from './icon.tsx'
import { words } from './messages.ts'
import { frame, publicSections, type Section } from './sections.ts'
import { at, inLanguage, type Locale, languageOf, locales, type View } from './view.ts'

/** Each language in its own words, whatever the page's. */
const ownNames = {
  ja: '日本語',
  easy: 'やさしい日本語',
  en: 'English',
  ko: '한국어',
} as const satisfies Record<Locale, string>

export interface HeaderProps {
  readonly view: View
  readonly section?: Section
  /** The quiet line of a first visit. */
  readonly welcome?: boolean
}

/** One line on a phone: crest, name, search, menu. */
export function Header({ view, section, welcome }: HeaderProps) {
  const t = words(view)
  return (
    <header class="top">
      <div class="wrap bar">
        <Brand view={view} path={frame.home} />
        <a class="tool" href={at(view, frame.search)}>
          <Icon name="search" />
          {t.search}
        </a>
        <Menu view={view} label={t.mainMenu} sections={publicSections} current={section}>
          <Tongues view={view} />
        </Menu>
      </div>
      {welcome && (
        <p class="welcome">
          <span class="wrap">
            {t.welcome} <a href={at(view, frame.reader)}>{t.reader.title}</a>
          </span>
        </p>
      )}
    </header>
  )
}

interface MenuProps {
  readonly view: View
  readonly label: string
  readonly sections: readonly { readonly section: Section; readonly path: string }[]
  readonly current: Section | undefined
  /** Stands beneath the list. */
  readonly children?: Child
}

/** Folded on a phone, open on wide: the panel stands beside its <details>, so no script is needed. */
export function Menu({ view, label, sections, current, children }: MenuProps) {
  const t = words(view)
  return (
    <>
      <details class="fold">
        <summary>
          <Icon name="menu" />
          <span>{t.menu}</span>
        </summary>
      </details>
      <div class="panel">
        <nav aria-label={plain(label)}>
          <ul class="menu">
            {sections.map(({ section, path }) => (
              <li>
                <a href={at(view, path)} aria-current={section === current ? 'page' : undefined}>
                  {t.sections[section]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </>
  )
}

export interface BrandProps {
  readonly view: View
  readonly path: string
}

export function Brand({ view, path }: BrandProps) {
  const { site } = view
  return (
    <a class="brand" href={at(view, path)}>
      <Crest {...(site.crest !== undefined && { src: site.crest })} />
      <span class="city">{site.name}</span>{' '}
      <span class="mark" lang="ja">
        共に
      </span>
    </a>
  )
}

/** The same page in the other languages. */
export function Tongues({ view }: { readonly view: View }) {
  const t = words(view)
  return (
    <nav aria-label={plain(t.languages)}>
      <ul class="tongues">
        {locales.map((locale) => (
          <li>
            <a
              href={inLanguage(view, locale)}
              lang={languageOf(locale)}
              hreflang={languageOf(locale)}
              aria-current={locale === view.locale ? 'true' : undefined}
            >
              {ownNames[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
