import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import { plain } from '#platform/ruby.ts'
import type { composeForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { messages } from '../messages/public.ts'
import type { Edition, EditionState } from '../publication.ts'
import { urls } from '../urls.ts'

export const tones: Readonly<Record<EditionState, StateTone>> = {
  draft: 'draft',
  submitted: 'care',
  approved: 'moving',
  scheduled: 'moving',
  published: 'good',
  dropped: 'stopped',
}

/** 平成24年度 第1版, as far as it has a number. */
export const calledIn = (view: View, edition: Edition): string =>
  [
    plain(fiscalYearIn(view.locale, edition.fiscalYear)),
    edition.state === 'published' ? plain(messages[view.locale].edition(edition.number)) : '',
  ]
    .filter(Boolean)
    .join(' ')

export interface ListProps {
  readonly view: View
  readonly editions: readonly Edition[]
  readonly mayCompose: boolean
  readonly done: string | null
}

export function DeskListPage({ view, editions, mayCompose, done }: ListProps) {
  const d = deskWords(view)
  return (
    <DeskPage view={view} title={d.title}>
      <Masthead title={d.title} lead={d.lead} />
      <Done view={view} done={done} />
      <Actions>
        {mayCompose && (
          <ButtonLink view={view} path={urls.fresh}>
            {d.fresh}
          </ButtonLink>
        )}
        <a href={at(view, urls.list)}>{d.public}</a>
      </Actions>
      {editions.length === 0 ? (
        <EmptyState title={d.none}>
          <p>{d.noneTodo}</p>
        </EmptyState>
      ) : (
        <Table
          view={view}
          caption={d.title}
          quietCaption
          columns={[
            {
              label: d.edition,
              role: 'heading',
              cell: (one: Edition) => (
                <>
                  {calledIn(view, one)} <span lang="ja">{plain(one.content.title)}</span>
                </>
              ),
            },
            {
              label: d.state,
              cell: ({ state }) => <StateBadge tone={tones[state]} word={d.states[state]} />,
            },
            { label: d.asOf, cell: ({ figures }) => plainDate(view.locale, day(figures.asOf)) },
            { label: d.composedAt, cell: (one) => plainDate(view.locale, one.composedAt) },
            {
              label: d.publishedAt,
              cell: (one) =>
                one.state === 'published' ? plainDate(view.locale, one.publishedAt) : '—',
            },
          ]}
          rows={editions}
          to={({ id }) => urls.edition(id)}
        />
      )}
    </DeskPage>
  )
}

const day = (iso: string) => new Date(`${iso}T00:00:00+09:00`)

/** What was just done, in a sentence. */
export function Done({ view, done }: { readonly view: View; readonly done: string | null }) {
  const said = done === null ? undefined : deskWords(view).done[done]
  return said === undefined ? null : (
    <Notice view={view} kind="success" live>
      <p>{said}</p>
    </Notice>
  )
}

export interface ComposeProps {
  readonly view: View
  readonly form: Filled<ReturnType<typeof composeForm>>
  readonly years: readonly number[]
}

export function ComposePage({ view, form, years }: ComposeProps) {
  const d = deskWords(view)
  const names = Object.fromEntries(years.map((y) => [y, plain(fiscalYearIn(view.locale, y))]))
  const fields = [
    asked(view, form, 'year', { label: d.year, options: optionsOf(years.map(String), names) }),
  ]
  return (
    <DeskPage view={view} title={d.fresh} breadcrumbs={[{ text: d.title, path: urls.desk }]} narrow>
      <Faults view={view} fields={fields} />
      <Masthead title={d.fresh} lead={d.freshLead} />
      {years.length === 0 ? (
        <EmptyState title={d.noYears} />
      ) : (
        <Form view={view} action={urls.fresh}>
          <AskedFields view={view} fields={fields} />
          <Actions>
            <Button>{d.fresh}</Button>
          </Actions>
        </Form>
      )}
    </DeskPage>
  )
}
