import { Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ConfirmPanel, ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import type { NoticeAction } from '../workflow.ts'
import { kindName, type OutboxLine, Recipient, reasonOf, timeOf, tones } from './outbox.tsx'

export interface DeliveryProps {
  readonly view: View
  readonly line: OutboxLine
  readonly offers: ReadonlySet<NoticeAction>
  /** The mail as a file holds it; null where none is kept. Never of a secret kind. */
  readonly text: string | null
  /** What was typed, when it came back. */
  readonly reason?: string
  readonly fault?: 'reasonNeeded'
}

/** One delivery: how it stands, and what can be done about it. */
export function DeliveryPage(props: DeliveryProps) {
  const { view, line, offers, text, reason = '', fault } = props
  const { delivery, kind, to } = line
  const w = deskWords(view)
  const field = {
    kind: 'textarea',
    name: 'reason',
    label: w.reason,
    hint: w.reasonHint,
    required: true,
    rows: 2,
    max: 500,
    value: reason,
    ...(fault && { error: w[fault] }),
  } as const
  const ask = (action: 'sendAgain' | 'drop') => (
    <ConfirmPanel
      view={view}
      title={action === 'drop' ? w.dropAsk : w.againAsk}
      action={`${urls.delivery(delivery.id)}/${action === 'drop' ? 'drop' : 'again'}`}
      confirm={action === 'drop' ? w.drop : w.again}
      kind={action === 'drop' ? 'danger' : 'primary'}
      back={urls.outbox}
    >
      <Field view={view} field={field} />
    </ConfirmPanel>
  )
  return (
    <DeskPage
      view={view}
      title={kindName(view, kind)}
      breadcrumbs={[{ text: w.outbox, path: urls.outbox }]}
    >
      {fault && (
        <ErrorSummary view={view} faults={[{ name: 'reason', label: w.reason, text: w[fault] }]} />
      )}
      <Masthead
        title={kindName(view, kind)}
        marks={<StateBadge tone={tones[delivery.state]} word={w.states[delivery.state]} />}
      />
      {delivery.inDoubt && (
        <Notice view={view} kind="warning">
          <p>{w.doubt}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [w.to, <Recipient view={view} id={delivery.recipientId} to={to} />],
          [w.channel, w.channels[delivery.channel]],
          [w.when, timeOf(view, delivery.dueAt)],
          [w.settled, timeOf(view, delivery.settledAt)],
          [w.attempts, String(delivery.attempts)],
          [w.error, reasonOf(w, delivery.lastError)],
          [w.mailId, delivery.mailId ?? '—'],
        ]}
      />
      <Part view={view} id="text" title={w.text}>
        {kind?.secret ? <p>{w.secret}</p> : text === null ? <p>{w.noText}</p> : <pre>{text}</pre>}
      </Part>
      {offers.has('sendAgain') && ask('sendAgain')}
      {!offers.has('sendAgain') && offers.has('drop') && ask('drop')}
    </DeskPage>
  )
}

export interface UnreachableLine {
  readonly recipientId: string
  readonly to: string
  readonly since: Date
  readonly status: string
}

export interface UnreachableProps {
  readonly view: View
  readonly lines: readonly UnreachableLine[]
}

/** 届かない宛先 */
export function UnreachablePage({ view, lines }: UnreachableProps) {
  const w = deskWords(view)
  return (
    <DeskPage
      view={view}
      title={w.unreachable}
      breadcrumbs={[{ text: w.outbox, path: urls.outbox }]}
    >
      <Masthead title={w.unreachable} lead={w.unreachableLead} />
      {lines.length === 0 ? (
        <EmptyState title={w.unreachableNone} />
      ) : (
        <Table
          view={view}
          caption={w.unreachable}
          quietCaption
          columns={[
            { label: w.to, role: 'heading', cell: ({ to }: UnreachableLine) => to },
            { label: w.since, cell: ({ since }) => plainDate(view.locale, since) },
            { label: w.status, cell: ({ status }) => status },
            {
              label: w.tryAgain,
              cell: ({ recipientId }) => (
                <Form view={view} action={`${urls.unreachable}/${recipientId}`}>
                  <Button kind="quiet">{w.tryAgain}</Button>
                </Form>
              ),
            },
          ]}
          rows={lines}
        />
      )}
    </DeskPage>
  )
}
