import { Actions, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { href } from '#design/href.ts'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { type Child, Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { type CaseFile, type CommentCase, hasResult, type Passage } from '../case.ts'
import { type Chapter, chaptersOf } from '../rules/passages.ts'
import { urls } from '../urls.ts'
import { day, japanese, wordsOf } from './words.tsx'

export interface CaseProps {
  readonly view: View
  readonly one: CommentCase
  readonly draft: readonly Passage[]
  readonly files: readonly CaseFile[]
  readonly departmentName: (name: string) => string
  /** Comments are taken today. */
  readonly isOpen: boolean
}

/** 案: by chapter, each paragraph with its number and the way to comment on it. */
export function CasePage(props: CaseProps) {
  const { view, one, draft, files, isOpen } = props
  const t = wordsOf(view)
  const lang = japanese(view)
  const chapters = chaptersOf(draft)
  return (
    <Page
      view={view}
      title={one.title}
      section="voices"
      breadcrumbs={[{ text: t.title, path: urls.list }]}
    >
      <Masthead
        title={one.title}
        {...(lang && { lang })}
        lead={<span lang={lang}>{one.reason}</span>}
      />
      {hasResult(one) ? (
        <Notice view={view} kind="success">
          <p>
            {t.publishedOn(day(view, one.publishedOn))}{' '}
            <a href={at(view, urls.result(one.number))}>{t.seeResult}</a>
          </p>
        </Notice>
      ) : (
        <Notice view={view}>
          <p>{isOpen ? t.until(day(view, one.closesOn)) : t.over(day(view, one.closesOn))}</p>
        </Notice>
      )}
      {isOpen && (
        <Actions>
          <ButtonLink view={view} path={urls.write(one.number)}>
            {t.writeAll}
          </ButtonLink>
        </Actions>
      )}
      <Facts pairs={pairsOf(props)} />
      {files.length > 0 && (
        <Part view={view} id="files" title={t.files}>
          <ul class="bullets">
            {files.map(({ id, name }) => (
              <li>
                <a href={at(view, urls.file(one.number, id))} lang={lang}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part view={view} id="draft" title={t.draft} {...(isOpen && { lead: t.draftLead })}>
        {chapters.length > 1 && (
          <nav aria-label={t.contents}>
            <ul class="bullets">
              {chapters.map(({ title, passages }) => (
                <li>
                  <a href={href(`#p${passages[0]?.no ?? 1}`)} lang={title ? lang : undefined}>
                    {title || t.untitled}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {chapters.map((chapter) => (
          <DraftChapter {...props} chapter={chapter} />
        ))}
      </Part>
    </Page>
  )
}

function DraftChapter(props: CaseProps & { readonly chapter: Chapter }) {
  const { view, one, isOpen, chapter } = props
  const t = wordsOf(view)
  const lang = japanese(view)
  return (
    <section class="stack">
      {chapter.title && <h3 lang={lang}>{chapter.title}</h3>}
      {chapter.passages.map(({ no, text, page, line }) => (
        <div class="stack-tight passage" id={`p${no}`}>
          <p class="lines" lang={lang}>
            {text}
          </p>
          <p class="soft">
            {isOpen ? (
              <>
                <a class="on-screen" href={at(view, urls.writeAt(one.number, no))}>
                  {t.writeHere(no)}
                </a>
                <span class="on-paper">{t.passage(no)}</span>
              </>
            ) : (
              t.passage(no)
            )}
            {page !== null && ` (${t.printed(page, line)})`}
          </p>
        </div>
      ))}
    </section>
  )
}

function pairsOf({ view, one, departmentName }: CaseProps): readonly (readonly [string, Child])[] {
  const t = wordsOf(view)
  const lang = japanese(view)
  const { firstClosesOn } = one
  return [
    [t.period, t.from(day(view, one.opensOn), day(view, one.closesOn))],
    ...(firstClosesOn
      ? [[t.period, t.extended(day(view, firstClosesOn), one.extendedReason)] as const]
      : []),
    ...(one.shortReason ? [[t.short, <span lang={lang}>{one.shortReason}</span>] as const] : []),
    [t.basis, t.bases[one.basis]],
    [t.section, departmentName(one.section)],
    [
      t.contact,
      <span class="lines" lang={lang}>
        {one.contact}
      </span>,
    ],
  ]
}
