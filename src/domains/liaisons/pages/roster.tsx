import { longDate } from '#design/dates.ts'
import { telephone } from '#design/href.ts'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import { rosterWords } from '../messages/public.ts'
import type { RosterLine } from '../section-year.ts'
import { urls } from '../urls.ts'

export interface RosterProps {
  readonly view: View
  readonly today: string
  readonly lines: readonly RosterLine[]
}

/** Whom to talk to, section by section; prints on one A4. */
export function RosterPage({ view, today, lines }: RosterProps) {
  const t = rosterWords[view.locale]
  const { locale } = view
  return (
    <Page view={view} title={t.title} description={t.lead} section="about">
      <Masthead title={t.title} lead={t.lead} />
      <Part view={view} id="what" title={t.what}>
        <ul class="bullets">
          {t.does.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>{t.how}</p>
      </Part>
      <Part view={view} id="roster" title={t.caption}>
        {lines.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          [...Map.groupBy(lines, ({ division }) => division?.id ?? '')].map(([id, own]) => {
            const division = own[0]?.division
            return (
              <Part
                view={view}
                id={id || 'others'}
                level={3}
                title={division ? wordIn(view, division.name, division.translations) : t.others}
                {...(division && !translated(view, division.translations) && { lang: 'ja' })}
              >
                <RosterTable view={view} lines={own} />
              </Part>
            )
          })
        )}
        <p class="soft">{t.asOf(longDate(locale, dayStart(today)))}</p>
      </Part>
      <Part view={view} id="files" title={t.files} level={3}>
        <ul class="bullets">
          <li>
            <a href={urls.rosterFile}>{t.csv}</a>
          </li>
          <li>
            <a href={urls.rosterData}>{t.json}</a>
          </li>
        </ul>
      </Part>
    </Page>
  )
}

type Translations = RosterLine['translations']

/** Whether a department's name stands in the reader's language. */
const translated = ({ locale }: View, words: Translations) =>
  locale === 'ja' || Boolean(words[locale])

const wordIn = ({ locale }: View, name: string, words: Translations) =>
  (locale !== 'ja' && words[locale]) || name

function RosterTable({ view, lines }: Pick<RosterProps, 'view' | 'lines'>) {
  const t = rosterWords[view.locale]
  return (
    <Table
      view={view}
      caption={t.caption}
      quietCaption
      columns={[
        {
          label: t.section,
          role: 'heading',
          cell: ({ section, translations }: RosterLine) => (
            <span lang={translated(view, translations) ? undefined : 'ja'}>
              {wordIn(view, section, translations)}
            </span>
          ),
        },
        { label: t.phone, cell: (line) => <Telephone view={view} number={line.phone} /> },
        {
          label: t.who,
          cell: (line) => {
            if (!line.liaisons) return t.nobody
            if (!line.names.length) return t.here(line.liaisons)
            return <span lang="ja">{line.names.join('、')}</span>
          },
        },
      ]}
      rows={lines}
    />
  )
}

function Telephone({ view, number }: { readonly view: View; readonly number: string }) {
  const t = rosterWords[view.locale]
  const shown = number || view.site.phone
  if (!shown) return '—'
  return (
    <>
      <a href={telephone(shown)}>{shown}</a>
      {!number && ` (${t.general})`}
    </>
  )
}
