import { Actions } from '#design/button.tsx'
import { figure, longDate } from '#design/dates.ts'
import { Blocks } from '#design/document.tsx'
import { Facts } from '#design/facts.tsx'
import { EmptyState, Entries, Entry } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import { Vertical } from '#design/vertical.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import { standings } from '#domains/progress/index.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import type { Document } from '#platform/document.ts'
import { messages } from '../messages/public.ts'
import {
  type EditionId,
  type Figures,
  type FormName,
  type MeasureFigure,
  type Published,
  shortTongues,
} from '../publication.ts'
import { urls } from '../urls.ts'

/** What people wrote is Japanese; the page around it speaks the reader's language. */
const ja = (view: View) => (languageOf(view.locale) === 'ja' ? {} : { lang: 'ja' })

/** 平成24年度 第1版 */
const called = (view: View, { fiscalYear, number }: Published) =>
  `${fiscalYearIn(view.locale, fiscalYear)} ${messages[view.locale].edition(number)}`

/** What an edition says first in the reader’s language. */
const firstLine = ({ locale }: View, { content }: Published) =>
  locale === 'ja' ? content.title : (content.short[locale].split('\n')[0] ?? '')

export interface ListProps {
  readonly view: View
  readonly editions: readonly Published[]
}

/** 公表した版, newest first. Corrected ones stay. */
export function PublicListPage({ view, editions }: ListProps) {
  const t = messages[view.locale]
  return (
    <Page view={view} title={t.title}>
      <Masthead title={t.title} lead={t.lead} />
      <Part view={view} id="editions" title={t.editions}>
        {editions.length === 0 ? (
          <EmptyState title={t.none}>
            <p>{t.noneTodo}</p>
          </EmptyState>
        ) : (
          <Entries>
            {editions.map((one) => {
              const newer = editions.find(({ corrects }) => corrects === one.id)
              return (
                <Entry
                  view={view}
                  path={urls.one(one.id)}
                  title={called(view, one)}
                  text={newer ? t.corrected(newer.number) : firstLine(view, one)}
                  facts={[
                    [t.published, longDate(view.locale, one.publishedAt)],
                    [t.counts, t.items(one.figures.total)],
                  ]}
                />
              )
            })}
          </Entries>
        )}
      </Part>
      <p>
        <a href={at(view, urls.feed)}>{t.feed}</a>
      </p>
    </Page>
  )
}

export interface EditionProps {
  readonly view: View
  readonly edition: Published
  /** The report, as the same blocks that its PDF has. */
  readonly document: Document
  readonly forms: readonly { readonly form: FormName; readonly size: number }[]
  readonly correction: Published | undefined
  readonly old: Published | undefined
  readonly licence: string
}

/** One edition on the web: short version, figures, the whole report, every other form. */
export function EditionPage(props: EditionProps) {
  const { view, edition, document, forms, correction, old, licence } = props
  const t = messages[view.locale]
  const { content, figures } = edition
  const short = view.locale === 'ja' ? '' : content.short[view.locale]
  const downloads = <Downloads view={view} edition={edition} forms={forms} licence={licence} />
  const report = (
    <div {...ja(view)}>
      <Blocks view={view} blocks={document.blocks} />
      {(document.colophon ?? []).map((line) => (
        <p class="soft">{line}</p>
      ))}
    </div>
  )
  return (
    <Page
      view={view}
      title={called(view, edition)}
      breadcrumbs={[{ text: t.title, path: urls.list }]}
    >
      <Masthead over={called(view, edition)} title={content.title} {...ja(view)} />
      {correction && (
        <Notice view={view} kind="warning" title={t.corrected(correction.number)}>
          <p>
            <a href={at(view, urls.one(correction.id))}>{t.toCorrection}</a>
          </p>
        </Notice>
      )}
      {old && (
        <Notice view={view} title={t.corrects(old.number)}>
          <p class="lines" {...ja(view)}>
            {edition.correctionNote}
          </p>
          <p>
            <a href={at(view, urls.one(old.id))}>{t.toOld}</a>
          </p>
        </Notice>
      )}
      <div class="edition-top">
        {content.slogan.length > 0 && (
          <div {...ja(view)}>
            <Vertical lines={content.slogan} by={messages.ja.slogan} />
          </div>
        )}
        {content.picture && (
          <figure class="edition-picture">
            <img
              src={urls.form(edition.id, 'picture.jpg')}
              alt={content.picture.title}
              width={content.picture.width}
              height={content.picture.height}
              loading="lazy"
              {...ja(view)}
            />
            <figcaption>
              <span {...ja(view)}>{content.picture.caption}</span>{' '}
              {content.picture.by && <span class="soft">{t.credit(content.picture.by)}</span>}
            </figcaption>
          </figure>
        )}
      </div>
      {view.locale === 'ja' ? (
        <>
          {report}
          <OtherTongues view={view} id={edition.id} />
          {downloads}
        </>
      ) : (
        <>
          {short && <p class="lines">{short}</p>}
          <Counts view={view} figures={figures} />
          {downloads}
          {report}
        </>
      )}
      <Actions>
        <a href={at(view, urls.list)}>{t.back}</a>
      </Actions>
    </Page>
  )
}

/** The short versions stand on the page of their language. */
const OtherTongues = ({ view, id }: { readonly view: View; readonly id: EditionId }) => (
  <Part view={view} id="short" title={messages[view.locale].short}>
    <ul class="bullets">
      {shortTongues.map((tongue) => (
        <li>
          <a
            href={at({ ...view, locale: tongue }, urls.one(id))}
            lang={languageOf(tongue)}
            hreflang={languageOf(tongue)}
          >
            {messages[view.locale].shortNames[tongue]}
          </a>
        </li>
      ))}
    </ul>
  </Part>
)

/** The figures by measure, in the reader's language; in Japanese the report itself has them. */
function Counts({ view, figures }: { readonly view: View; readonly figures: Figures }) {
  const t = messages[view.locale]
  const used = standings.filter((one) => figures.counts[one] > 0)
  const said = (n: number) => figure(view.locale, n)
  const { locale } = view
  const rows = [
    ...figures.measures,
    { number: 0, title: '', titles: {}, total: figures.total, counts: figures.counts },
  ]
  const nameOf = ({ number, title, titles }: MeasureFigure) => {
    if (number === 0) return t.all
    const own = locale === 'ja' ? title : titles[locale]
    return (
      <>
        {t.measure} {number} <span {...(own ? {} : { lang: 'ja' })}>{own ?? title}</span>
      </>
    )
  }
  return (
    <Part view={view} id="counts" title={t.byMeasure}>
      <p>{t.asOfDay(figures.asOf)}</p>
      <Table
        view={view}
        caption={t.byMeasure}
        quietCaption
        columns={[
          { label: t.measure, role: 'heading', cell: nameOf },
          { label: t.total, role: 'number', cell: ({ total }) => said(total) },
          ...used.map((one) => ({
            label: t.standings[one],
            role: 'number' as const,
            cell: ({ counts }: MeasureFigure) => said(counts[one]),
          })),
        ]}
        rows={rows}
      />
    </Part>
  )
}

type DownloadsProps = Pick<EditionProps, 'view' | 'edition' | 'forms' | 'licence'>

function Downloads({ view, edition, forms, licence }: DownloadsProps) {
  const t = messages[view.locale]
  const open = forms.filter(({ form }) => form !== 'press.pdf')
  return (
    <Part view={view} id="forms" title={t.downloads}>
      <ul>
        {open.map(({ form, size }) => (
          <li>
            <a href={urls.form(edition.id, form)}>{t.forms[form]}</a>{' '}
            <span class="soft">{figure(view.locale, Math.ceil(size / 1024))} KB</span>
          </li>
        ))}
      </ul>
      <Facts
        pairs={[
          [t.published, longDate(view.locale, edition.publishedAt)],
          [t.licence, licence],
          [t.hash, <code class="hash">{edition.hash}</code>],
        ]}
      />
      <p class="soft">{t.hashHint}</p>
    </Part>
  )
}
