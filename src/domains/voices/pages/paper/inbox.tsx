import { Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import type { MailboxState, ReadMail } from '../../mail.ts'
import { paperWords } from '../../messages/paper.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface InboxProps extends Desk {
  readonly counts: Readonly<Record<ReadMail['state'], number>>
  readonly mails: readonly ReadMail[]
  /** Why the mail server is not read, and since when. */
  readonly failing: MailboxState | undefined
  /** The number of what was just taken in by hand. */
  readonly taken: string
}

/** 受信箱: how many came, and those that a person has to look at. */
export function InboxPage(props: InboxProps) {
  const { view, counts, mails, failing } = props
  const w = paperWords(view)
  const { taken, automatic, unreadable } = counts
  return (
    <Frame {...props} title={w.inbox} here="inbox" lead={w.inboxLead}>
      {failing && (
        <Notice view={view} kind="warning" title={w.mailboxFails}>
          <p>
            {w.mailboxFaults[failing.fault]} {w.mailboxSaid} <code>{failing.said}</code>
          </p>
          <p>{w.mailboxSince(plainDate(view.locale, failing.since))}</p>
        </Notice>
      )}
      {props.taken && <Facts pairs={[[w.number, <strong>{props.taken}</strong>]]} />}
      <p>{w.inboxCounts(taken, automatic, unreadable)}</p>
      {mails.length ? (
        <Table
          view={view}
          caption={w.inbox}
          quietCaption
          columns={[
            {
              label: w.mailFile,
              role: 'heading',
              cell: ({ file }: ReadMail) => <code>{file}</code>,
            },
            { label: w.asideReason, cell: ({ why }) => (why ? w.whys[why] : '') },
            { label: w.readAt, cell: ({ readAt }) => plainDate(view.locale, readAt) },
            {
              label: w.asideOpen,
              cell: ({ mark }) => (
                <Form view={view} action={paperUrls.mail(mark)}>
                  <Button kind="secondary">{w.asideOpen}</Button>
                </Form>
              ),
            },
          ]}
          rows={mails}
        />
      ) : (
        <EmptyState title={w.noUnreadable} />
      )}
    </Frame>
  )
}
