import { Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Table } from '#design/table.tsx'
import type { ReadMail } from '../../mail.ts'
import { paperWords } from '../../messages/paper.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface InboxProps extends Desk {
  readonly counts: Readonly<Record<ReadMail['state'], number>>
  readonly mails: readonly ReadMail[]
  /** The number of what was just taken in by hand. */
  readonly taken: string
}

/** 受信箱: how many came, and those that a person has to look at. */
export function InboxPage(props: InboxProps) {
  const { view, counts, mails } = props
  const w = paperWords(view)
  const { taken, automatic, unreadable } = counts
  return (
    <Frame {...props} title={w.inbox} here="inbox" lead={w.inboxLead}>
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
