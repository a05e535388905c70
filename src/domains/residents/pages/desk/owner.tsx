import { Actions, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { type Receipt, spokenNumber } from '../../receipt.ts'
import { type ContactKind, type Opening, purposes } from '../../resident.ts'
import { urls } from '../../urls.ts'
import { Ask } from '../ask.tsx'
import { deskOf, type Faults, type Raw, summary, Typed, wordsOf } from '../fields.tsx'
import { moment } from '../seen.tsx'
import { CounterFrame } from './frame.tsx'

/** 登録のある方 (なぎさ): an account by what the person likes to be called, never by its id. */
export function Account({ view, nickname }: { readonly view: View; readonly nickname: string }) {
  const d = deskOf(view)
  return (
    <>
      {d.account} ({nickname ? <span lang="ja">{nickname}</span> : d.noNickname})
    </>
  )
}

interface WhyProps {
  readonly view: View
  readonly raw: Raw
  readonly faults: Faults
}

/** Purpose from the list, and words. */
function Why({ view, raw, faults }: WhyProps) {
  const d = deskOf(view)
  return (
    <>
      <Field
        view={view}
        field={{
          kind: 'select',
          name: 'purpose',
          label: d.purpose,
          required: true,
          value: raw.purpose ?? '',
          options: purposes.map((value) => ({ value, label: d.purposes[value] })),
          ...(faults.purpose && { error: d.faults['not-offered'] }),
        }}
      />
      <Typed
        view={view}
        name="reason"
        label={d.reason}
        area={300}
        raw={raw}
        faults={faults}
        words={d.faults}
      />
    </>
  )
}

export interface OwnerProps {
  readonly view: View
  readonly owner: string
  /** Of an account: what the person likes to be called. */
  readonly nickname: string
  /** Theirs, each with what was asked; a receipt that nobody has claimed stands alone. */
  readonly receipts: readonly { readonly receipt: Receipt; readonly title: string }[]
  readonly does: 'open' | 'assist' | null
  readonly raw: Raw
  readonly faults: Faults
}

/** What is known without opening anything. */
export function OwnerPage({ view, owner, nickname, receipts, does, raw, faults }: OwnerProps) {
  const d = deskOf(view)
  const { receipt: t } = wordsOf(view)
  const isAccount = owner.startsWith('res_')
  const [first] = receipts
  const title = isAccount || !first ? d.account : spokenNumber(first.receipt)
  return (
    <CounterFrame view={view} title={title}>
      {isAccount && (
        <Facts
          pairs={[[d.nickname, nickname ? <span lang="ja">{nickname}</span> : d.noNickname]]}
        />
      )}
      {receipts.length === 0 ? (
        <p>{d.noReceipts}</p>
      ) : (
        <Table
          view={view}
          caption={d.receipts}
          rows={receipts}
          columns={[
            {
              label: d.number,
              role: 'heading',
              cell: ({ receipt }) => <span class="unbroken">{receipt.number}</span>,
            },
            { label: d.asks, cell: (one) => one.title },
            { label: t.received, cell: ({ receipt }) => moment(view, receipt.at) },
            { label: d.channel, cell: ({ receipt }) => t.channels[receipt.channel] },
            { label: d.state, cell: ({ receipt }) => (receipt.endedAt ? d.ended : d.going) },
          ]}
        />
      )}
      {does === null ? (
        <Actions>
          <ButtonLink view={view} path={urls.deskDo(`of/${owner}/assist`)} kind="secondary">
            {d.assistTitle}
          </ButtonLink>
          <ButtonLink view={view} path={urls.deskDo(`of/${owner}/open`)} kind="secondary">
            {d.openTitle}
          </ButtonLink>
        </Actions>
      ) : (
        <Part
          view={view}
          id="why"
          title={does === 'open' ? d.openTitle : d.assistTitle}
          lead={does === 'open' ? d.openLead : d.assistLead}
        >
          <ErrorSummary
            view={view}
            faults={summary(d.faults, { purpose: d.purpose, reason: d.reason }, faults)}
          />
          <Ask
            view={view}
            action={urls.deskDo(`of/${owner}/${does}`)}
            go={does === 'open' ? d.openGo : d.assistGo}
          >
            <Why view={view} raw={raw} faults={faults} />
          </Ask>
        </Part>
      )}
    </CounterFrame>
  )
}

export interface OpenedProps {
  readonly view: View
  readonly opening: Opening
  readonly contacts: readonly { readonly kind: ContactKind; readonly text: string }[]
  readonly additions: readonly {
    readonly text: string
    readonly at: Date
    readonly byStaff: boolean
  }[]
}

/** As it would stand on an envelope: 〒 before the number, and a line for each line. */
const onEnvelope = (text: string) => text.replace(/^(\d{3})(\d{4})$/mu, '〒$1-$2')

export function OpenedPage({ view, opening, contacts, additions }: OpenedProps) {
  const d = deskOf(view)
  return (
    <CounterFrame view={view} title={d.opened} lead={d.openedLead}>
      <Facts
        pairs={[
          ...contacts.map(
            (c) =>
              [
                d.kinds[c.kind],
                <span class="lines">{c.kind === 'letter' ? onEnvelope(c.text) : c.text}</span>,
              ] as const,
          ),
          [d.purpose, d.purposes[opening.purpose]],
          [d.reason, opening.reason],
        ]}
      />
      {additions.length > 0 && (
        <Part view={view} id="additions" title={d.additions}>
          <Facts
            pairs={additions.map(
              (one) =>
                [
                  `${moment(view, one.at)}${one.byStaff ? ` (${d.byStaff})` : ''}`,
                  <span class="lines">{one.text}</span>,
                ] as const,
            )}
          />
        </Part>
      )}
    </CounterFrame>
  )
}
