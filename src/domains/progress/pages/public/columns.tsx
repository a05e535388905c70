import { Fold } from '#design/fold.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import type { Plan } from '#domains/plan/index.ts'
import { progressColumns } from '../../messages/public-columns.ts'
import { publicUrls } from '../../public-urls.ts'
import { wordsOf } from './words.tsx'

/** For the page of open data: the files of progress, and what each column means. */
export function ColumnsPart(props: { readonly view: View; readonly plans: readonly Plan[] }) {
  const { view, plans } = props
  const t = wordsOf(view)
  const japanese = languageOf(view.locale) === 'ja'
  return (
    <Part view={view} id="progress-columns" title={`${t.title} — ${t.csv}`}>
      <ul class="cluster">
        {plans.map(({ fiscalYear }) => (
          <li>
            <a href={at(view, publicUrls.csv(fiscalYear))}>
              {t.csv} {t.yearName(fiscalYear)}
            </a>
          </li>
        ))}
      </ul>
      <Fold title={t.showColumns(progressColumns.length)}>
        <Table
          view={view}
          caption={t.columns}
          columns={[
            {
              label: t.columns,
              role: 'heading',
              cell: (c) => (
                <>
                  <span lang="ja">{c.label}</span>
                  {!japanese && ` (${c.english})`}
                </>
              ),
            },
            {
              label: t.value,
              cell: (c) => (japanese ? c.means.ja : <span lang="en">{c.means.en}</span>),
            },
          ]}
          rows={progressColumns}
        />
      </Fold>
    </Part>
  )
}
