import { ButtonLink } from '#design/button.tsx'
import { figure, longDate } from '#design/dates.ts'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { addDays, dayStart, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Head } from '#platform/ledger-tree-heads.ts'
import { headWords } from '../messages/heads.ts'
import { urls } from '../urls.ts'

export interface HeadsProps {
  readonly view: View
  /** Newest first. */
  readonly heads: readonly Head[]
  /** Whether these begin with the newest of all. */
  readonly isNewest: boolean
  /** Heads before this day come next. */
  readonly before: IsoDate | null
}

/** 台帳の見出し: what the city has bound itself to, day by day. */
export function HeadsPage({ view, heads, isNewest, before }: HeadsProps) {
  const w = headWords[view.locale]
  const day = (date: IsoDate) => longDate(view.locale, dayStart(date))
  const [newest] = heads
  const isLate = isNewest && newest && newest.day < addDays(localDate(view.now), -1)
  const missing = gapsIn(heads)
  return (
    <Page view={view} title={w.title} description={w.lead}>
      <Masthead title={w.title} lead={w.lead} />
      {isLate && (
        <Notice view={view} kind="warning">
          <p>{w.late(day(newest.day))}</p>
        </Notice>
      )}
      <div class="prose">
        {w.parts.map(([title, text]) => (
          <>
            <h2>{title}</h2>
            <p>{text}</p>
          </>
        ))}
      </div>
      <Part view={view} id="days" title={w.list}>
        {heads.length === 0 ? (
          <EmptyState title={w.none}>
            <p>{w.noneTodo}</p>
          </EmptyState>
        ) : (
          <Table
            view={view}
            caption={w.list}
            quietCaption
            columns={[
              {
                label: w.day,
                role: 'heading',
                cell: (h: Head) => <time datetime={h.day}>{day(h.day)}</time>,
              },
              { label: w.size, role: 'number', cell: (h) => w.count(figure(view.locale, h.size)) },
              { label: w.root, cell: (h) => <code class="break">{h.root}</code> },
            ]}
            rows={heads}
          />
        )}
        {missing.length > 0 && (
          <Notice view={view}>
            {missing.map(([from, until]) => (
              <p>{w.gap(day(from), day(until))}</p>
            ))}
          </Notice>
        )}
        {before !== null && (
          <p>
            <ButtonLink view={view} kind="secondary" path={`${urls.heads}?before=${before}`}>
              {w.older}
            </ButtonLink>
          </p>
        )}
        <p>
          <a href={urls.headsApi}>{w.data}</a>
        </p>
      </Part>
    </Page>
  )
}

/** Days without a head between two that have one, the newest first. */
function gapsIn(heads: readonly Head[]): (readonly [from: IsoDate, until: IsoDate])[] {
  return heads.flatMap(({ day }, i) => {
    const older = heads[i + 1]
    const first = older && addDays(older.day, 1)
    return first !== undefined && first < day ? [[first, addDays(day, -1)] as const] : []
  })
}
