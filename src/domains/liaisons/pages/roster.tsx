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
          <Table
            view={view}
            caption={t.caption}
            quietCaption
            columns={[
              {
                label: t.section,
                role: 'heading',
                cell: (line: RosterLine) => {
                  const said = locale === 'ja' ? line.section : line.translations[locale]
                  return said ? said : <span lang="ja">{line.section}</span>
                },
              },
              {
                label: t.phone,
                cell: (line) => <Telephone view={view} number={line.phone} />,
              },
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
