import type { Child } from 'hono/jsx'
import { Facts } from '#design/facts.tsx'
import { Fold } from '#design/fold.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { columnsFor } from '../intake/columns.ts'
import { openDataWords } from '../messages/open-data.ts'
import type { Plan } from '../plan.ts'
import { type Format, urls } from '../urls.ts'
import { wordsOf } from './words.tsx'

const formats: readonly Format[] = ['csv', 'xlsx', 'json', 'pdf']
const internal = new Set<string>(['owner', 'deputy'])

/** What may be taken and used, under which licence, and what each column means. */
export function OpenDataPage(props: {
  view: View
  plans: readonly Plan[]
  licence: string
  /** Files of other chapters, with their columns. */
  more: Child
}) {
  const { view, plans, licence, more } = props
  const t = wordsOf(view)
  const w = openDataWords[view.locale]
  const columns = columnsFor(1).filter(({ key }) => !internal.has(key))
  const japanese = view.locale === 'ja' || view.locale === 'easy'
  return (
    <Page view={view} title={t.openData} wide>
      <Masthead title={t.openData} lead={w.lead} />
      <Facts
        pairs={[
          [w.licence, `${licence} — ${w.credit(view.site.name)}`],
          [w.api, <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>],
        ]}
      />
      <Part view={view} id="files" title={w.files}>
        <Table
          view={view}
          caption={w.files}
          quietCaption
          columns={[
            { label: w.year, role: 'heading', cell: (p: Plan) => t.yearName(p.fiscalYear) },
            ...formats.map((format) => ({
              label: t[format],
              cell: (p: Plan) => (
                <a href={urls.file(p.fiscalYear, format)}>
                  {format.toUpperCase()}
                  <span class="unseen"> {t.yearName(p.fiscalYear)}</span>
                </a>
              ),
            })),
          ]}
          rows={plans}
        />
      </Part>
      <Part view={view} id="columns" title={w.columns} lead={w.columnsLead}>
        <Fold title={w.showColumns(columns.length)}>
          <Table
            view={view}
            caption={w.columns}
            quietCaption
            columns={[
              {
                label: w.column,
                role: 'heading',
                cell: (c) => (
                  <>
                    <span lang="ja">{c.label.ja}</span>
                    {!japanese && ` (${c.label.en})`}
                  </>
                ),
              },
              { label: w.kind, cell: (c) => w.kinds[c.kind] },
              {
                label: w.meaning,
                cell: (c) =>
                  japanese ? c.explanation.ja : <span lang="en">{c.explanation.en}</span>,
              },
            ]}
            rows={columns}
          />
        </Fold>
      </Part>
      {more}
    </Page>
  )
}
