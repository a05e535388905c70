import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Field } from '#design/field.tsx'
import { EmptyState, Filters, Pager, ResultCount } from '#design/list.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { deskTongue, deskWords, type NoticeDeskWords } from '../messages/desk.ts'
import { letterWords } from '../messages/letters.ts'
import { type Delivery, type DeliveryState, deliveryStates, type Kind } from '../notice.ts'
import { urls } from '../urls.ts'

export interface OutboxLine {
  readonly delivery: Delivery
  readonly kind: Kind | undefined
  /** k•••@c•••.jp; null where there is no address. */
  readonly to: string | null
}

export const tones: Readonly<Record<DeliveryState, StateTone>> = {
  waiting: 'quiet',
  sending: 'moving',
  sent: 'good',
  failed: 'care',
  bounced: 'care',
  dropped: 'stopped',
}

export const timeOf = (view: View, date: Date | null): string =>
  date === null
    ? '—'
    : `${plainDate(view.locale, date)} ${date.toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' })}`

/** A reason of ours in words; a server's figures as they are. */
export const reasonOf = (w: NoticeDeskWords, error: string | null): string =>
  error === null ? '—' : (w.reasons[error] ?? error)

export const kindName = (view: View, kind: Kind | undefined, name = '—'): string =>
  kind ? kind.title[deskTongue(view.locale)] : name

/** The address as far as it may be seen; whoever has none is told apart by the number that the ledger uses. */
export function Recipient(props: {
  readonly view: View
  readonly id: string
  readonly to: string | null
}) {
  const { view, id, to } = props
  if (to !== null) return <>{to}</>
  return (
    <>
      {deskWords(view).noAddress} <small class="soft">{id}</small>
    </>
  )
}

export interface OutboxProps {
  readonly view: View
  readonly lines: readonly OutboxLine[]
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly state: DeliveryState | null
  /** Where mails lie as files, when there is no server. */
  readonly folder: string | null
}

/** 発送の一覧 */
export function OutboxPage(props: OutboxProps) {
  const { view, lines, count, page, pages, state, folder } = props
  const w = deskWords(view)
  const query = state ? `&state=${state}` : ''
  return (
    <DeskPage view={view} title={w.outbox}>
      <Masthead title={w.outbox} lead={w.outboxLead} />
      {folder !== null && (
        <Notice view={view}>
          <p>{w.folder(folder)}</p>
        </Notice>
      )}
      <p>
        <a href={at(view, urls.letters)}>{letterWords(view).title}</a>
      </p>
      <p>
        <a href={at(view, urls.unreachable)}>{w.unreachable}</a>
      </p>
      <Filters view={view} action={urls.outbox} active={state ? 1 : 0}>
        <Field
          view={view}
          field={{
            kind: 'select',
            name: 'state',
            label: w.state,
            plain: true,
            value: state ?? '',
            empty: w.allStates,
            options: deliveryStates.map((value) => ({ value, label: w.states[value] })),
          }}
        />
      </Filters>
      <ResultCount view={view} count={count} />
      {lines.length === 0 ? (
        <EmptyState title={w.outboxNone}>
          <p>{w.outboxNoneTodo}</p>
        </EmptyState>
      ) : (
        <Table
          view={view}
          caption={w.outbox}
          quietCaption
          columns={[
            {
              label: w.kind,
              role: 'heading',
              cell: ({ kind }: OutboxLine) => kindName(view, kind),
            },
            {
              label: w.to,
              cell: ({ delivery, to }) => (
                <Recipient view={view} id={delivery.recipientId} to={to} />
              ),
            },
            {
              label: w.state,
              cell: ({ delivery: { state: s } }) => (
                <StateBadge tone={tones[s]} word={w.states[s]} />
              ),
            },
            { label: w.when, cell: ({ delivery }) => timeOf(view, delivery.dueAt) },
            {
              label: w.attempts,
              role: 'number',
              cell: ({ delivery }) => String(delivery.attempts),
            },
            { label: w.error, cell: ({ delivery }) => reasonOf(w, delivery.lastError) },
          ]}
          rows={lines}
          to={({ delivery }) => urls.delivery(delivery.id)}
        />
      )}
      <Pager view={view} page={page} pages={pages} to={(n) => `${urls.outbox}?page=${n}${query}`} />
    </DeskPage>
  )
}
