import { Actions, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { EmptyState, Entries, Entry, Pager } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import { messages } from '../messages/public.ts'
import { type Content, type Issue, writtenIn } from '../newsletter.ts'
import { urls } from '../urls.ts'

/** The language of a text, where it is not the page's. */
const langOf = (view: View, content: Content) => {
  const { text, tongue } = writtenIn(content, view.locale)
  const isOther = languageOf(tongue) !== languageOf(view.locale)
  return { text, tongue, ...(isOther && { lang: languageOf(tongue) }) }
}

export interface ArchiveProps {
  readonly view: View
  readonly issues: readonly Issue[]
  readonly page: number
  readonly pages: number
}

/** お便りの一覧, newest first. */
export function ArchivePage({ view, issues, page, pages }: ArchiveProps) {
  const t = messages[view.locale]
  return (
    <Page view={view} title={t.title}>
      <Masthead title={t.title} lead={t.lead} />
      <Actions>
        <ButtonLink view={view} path={urls.subscribe}>
          {t.ask}
        </ButtonLink>
      </Actions>
      <Part view={view} id="issues" title={t.older}>
        {issues.length === 0 ? (
          <EmptyState title={t.none}>
            <p>{t.noneTodo}</p>
          </EmptyState>
        ) : (
          <Entries>
            {issues.map(({ id, content, sentAt }) => {
              const { text, lang } = langOf(view, content)
              return (
                <Entry
                  view={view}
                  path={urls.issue(id)}
                  title={text.title}
                  {...(text.paragraphs[0] && { text: shortened(text.paragraphs[0]) })}
                  {...(lang && { lang })}
                  facts={sentAt ? [[t.sentOn, longDate(view.locale, sentAt)]] : []}
                />
              )
            })}
          </Entries>
        )}
        <Pager view={view} page={page} pages={pages} to={(n) => `${urls.list}?page=${n}`} />
      </Part>
      <p>
        <a href={at(view, urls.feed)}>{t.feed}</a>
      </p>
    </Page>
  )
}

/** The beginning of a paragraph, never cut within a reading. */
const shortened = (text: string) =>
  [...text].length <= 90 || text.includes('|') ? text : `${[...text].slice(0, 88).join('')}…`

export interface WrittenViewProps {
  readonly view: View
  readonly content: Content
}

/** Text and links of an issue in the reader's language; the same on the page and before it is sent. */
export function WrittenView({ view, content }: WrittenViewProps) {
  const t = messages[view.locale]
  const { text, tongue, lang } = langOf(view, content)
  const note = tongue === view.locale ? '' : t.onlyIn[tongue]
  return (
    <div class="stack">
      {note && <p class="soft">{note}</p>}
      <div class="stack" lang={lang}>
        {text.paragraphs.map((one) => (
          <p class="lines">{one}</p>
        ))}
      </div>
      {content.links.length > 0 && (
        <Part view={view} id="links" title={t.links}>
          <ul>
            {content.links.map((link) => (
              <li>
                <a href={at(view, link.path)} lang="ja">
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

/** 一号 */
export function IssuePage({ view, issue }: { readonly view: View; readonly issue: Issue }) {
  const t = messages[view.locale]
  const { text, lang } = langOf(view, issue.content)
  return (
    <Page view={view} title={text.title} breadcrumbs={[{ text: t.title, path: urls.list }]}>
      <Masthead
        over={issue.sentAt ? `${t.title} ${longDate(view.locale, issue.sentAt)}` : t.title}
        title={text.title}
        {...(lang && { lang })}
      />
      <WrittenView view={view} content={issue.content} />
      <Actions>
        <ButtonLink view={view} path={urls.subscribe} kind="secondary">
          {t.ask}
        </ButtonLink>
        <a href={at(view, urls.list)}>{t.back}</a>
      </Actions>
    </Page>
  )
}
