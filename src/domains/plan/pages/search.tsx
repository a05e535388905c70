import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import type { PlanItem } from '../item.ts'
import type { FiscalYear } from '../plan.ts'
import { say } from '../said.ts'
import { urls } from '../urls.ts'
import { Leads } from './entry.tsx'
import { Told, wordsOf } from './words.tsx'

export interface SearchProps {
  readonly view: View
  readonly typed: string
  readonly hits: readonly { readonly item: PlanItem; readonly fiscalYear: FiscalYear }[]
  /** There are more than are shown. */
  readonly many: boolean
}

export function SearchPage({ view, typed, hits, many }: SearchProps) {
  const t = wordsOf(view)
  return (
    <Page view={view} title={t.search} section="search">
      <Masthead title={t.search} lead={t.searchHint} />
      <Form view={view} action={urls.search} method="get">
        <div class="stack">
          <Field
            view={view}
            field={{
              kind: 'text',
              type: 'search',
              name: 'q',
              label: t.searchLabel,
              value: typed,
              max: 100,
              plain: true,
            }}
          />
          <Actions>
            <Button>{t.searchGo}</Button>
          </Actions>
        </div>
      </Form>
      {typed &&
        (hits.length ? (
          <>
            <p class="result-count" role="status">
              {t.results(hits.length, many)}
            </p>
            <ul class="entries">
              {hits.map(({ item, fiscalYear }) => (
                <li class="entry">
                  <div class="entry-text">
                    <h2>
                      <span class="code">{item.code}</span>{' '}
                      <a href={at(view, urls.item(fiscalYear, item.code))}>
                        <Told said={say(item, 'title', view.locale)} />
                      </a>
                    </h2>
                    <p>
                      <Told said={say(item, 'description', view.locale)} />
                    </p>
                  </div>
                  <div class="entry-side">
                    <p class="entry-fact">{t.yearName(fiscalYear)}</p>
                    <Leads view={view} lead={item.lead} />
                  </div>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <EmptyState title={t.noResults(typed)} />
        ))}
    </Page>
  )
}
