import { ButtonLink } from '#design/button.tsx'
import { figure, longDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Actor } from '#platform/actor.ts'
import { dayStart } from '#platform/calendar.ts'
import type { LedgerEntry } from '#platform/ledger-read.ts'
import { addressOf, type LedgerFilter, noFilter } from '../audit.ts'
import { urls } from '../urls.ts'
import { type FilterProps, LedgerFilters } from './filter.tsx'
import { Detail, Moment, type Spoken, Subject, What, Who } from './frame.tsx'

export interface LedgerProps extends Spoken, Omit<FilterProps, keyof Spoken | 'path'> {
  readonly actor: Actor
  readonly entries: readonly LedgerEntry[]
  /** How many in all, as far as it was counted. */
  readonly count: number
  readonly isMore: boolean
  /** Entries before this one come next. */
  readonly before: number | null
}

export const departmentOf = ({ department }: Actor) => (department ? { department } : {})

/** 台帳: who did what, when, on which basis. Nothing here can be changed. */
export function LedgerPage(props: LedgerProps) {
  const { view, w, actor, filter } = props
  return (
    <DeskPage view={view} title={w.ledger} section="desk-ledger" {...departmentOf(actor)}>
      <Masthead
        title={w.ledger}
        lead={w.ledgerLead}
        marks={
          <>
            <a href={at(view, urls.opened)}>{w.openedLink}</a>
            <a href={at(view, urls.retention)}>{w.retentionLink}</a>
            <a href={at(view, urls.heads)}>{w.headsLink}</a>
          </>
        }
      />
      <div class="stack part ledger-find">
        <LedgerFilters {...props} path={urls.ledger} />
        <Found {...props} />
      </div>
      <Part view={view} id="take" title={w.takeTitle} lead={w.takeLead}>
        <ul class="bullets">
          <li>
            <a href={addressOf(urls.csv, filter ?? noFilter)}>{w.takeCsv}</a>
          </li>
          <li>
            <a href={addressOf(urls.lines, daysOf(filter))}>
              {w.takeLines(filter?.from || filter?.until ? w.theseDays : w.allDays)}
            </a>
          </li>
        </ul>
        <p class="soft">{w.takeLinesHint}</p>
      </Part>
    </DeskPage>
  )
}

const daysOf = (filter: LedgerFilter | null): LedgerFilter => ({
  ...noFilter,
  from: filter?.from ?? null,
  until: filter?.until ?? null,
})

function Found(props: LedgerProps) {
  const { view, w, entries, filter, before, count, isMore } = props
  if (entries.length === 0)
    return (
      <EmptyState title={w.none}>
        <p>{w.noneTodo}</p>
      </EmptyState>
    )
  return (
    <div class="stack">
      <p class="result-count" role="status">
        {w.found(figure(view.locale, count), isMore)}
      </p>
      <Table
        view={view}
        caption={w.ledger}
        quietCaption
        columns={[
          { label: w.seq, role: 'number', cell: (e: LedgerEntry) => String(e.seq) },
          { label: w.at, cell: (e) => <Moment view={view} moment={e.at} /> },
          { label: w.who, cell: (e) => <Who {...props} entry={e} /> },
          { label: w.fact, role: 'heading', cell: (e) => <What w={w} entry={e} /> },
          { label: w.subject, cell: (e) => <Subject {...props} entry={e} /> },
          { label: w.detail, cell: (e) => <Detail w={w} entry={e} /> },
          { label: w.basis, cell: (e) => <span lang="ja">{e.basis}</span> },
        ]}
        rows={entries}
      />
      {before !== null && filter && (
        <p>
          <ButtonLink view={view} kind="secondary" path={addressOf(urls.ledger, filter, before)}>
            {w.older}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

/** 封を開けた記録: by whom, when, why, of whom. */
export function OpenedPage(props: LedgerProps) {
  const { view, w, actor, entries, filter, before, count, isMore } = props
  const { opened } = w
  return (
    <DeskPage
      view={view}
      title={opened.title}
      section="desk-ledger"
      breadcrumbs={[{ text: w.ledger, path: urls.ledger }]}
      {...departmentOf(actor)}
    >
      <Masthead title={opened.title} lead={opened.lead} />
      <div class="stack part ledger-find">
        <LedgerFilters {...props} path={urls.opened} withoutKind />
        {entries.length === 0 ? (
          <EmptyState title={opened.none}>
            <p>{opened.noneTodo}</p>
          </EmptyState>
        ) : (
          <div class="stack">
            <p class="result-count" role="status">
              {w.found(figure(view.locale, count), isMore)}
            </p>
            <Table
              view={view}
              caption={opened.title}
              quietCaption
              columns={[
                { label: w.at, cell: (e: LedgerEntry) => <Moment view={view} moment={e.at} /> },
                { label: opened.by, role: 'heading', cell: (e) => <Who {...props} entry={e} /> },
                { label: opened.whom, cell: (e) => <Subject {...props} entry={e} /> },
                { label: opened.why, cell: (e) => <Why {...props} entry={e} /> },
                { label: w.fact, cell: (e) => <What w={w} entry={e} /> },
                { label: w.basis, cell: (e) => <span lang="ja">{e.basis}</span> },
              ]}
              rows={entries}
            />
            {before !== null && filter && (
              <p>
                <ButtonLink
                  view={view}
                  kind="secondary"
                  path={addressOf(urls.opened, filter, before)}
                >
                  {w.older}
                </ButtonLink>
              </p>
            )}
          </div>
        )}
      </div>
    </DeskPage>
  )
}

/** The purpose in the words of whoever opened it. */
function Why({ w, entry }: Spoken & { readonly entry: LedgerEntry }) {
  const { purpose } = entry.detail
  if (typeof purpose !== 'string' || purpose === '') return w.opened.noReason
  return w.purposes[purpose] ?? <span lang="ja">{purpose}</span>
}

/** A day of the city, as people write it. */
export const dayIn = (view: Spoken['view'], day: string) => longDate(view.locale, dayStart(day))
