import { Actions, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { channels, type Receipt, spokenNumber } from '../../receipt.ts'
import { type Opening, purposes, tongues } from '../../resident.ts'
import { urls } from '../../urls.ts'
import { Ask } from '../ask.tsx'
import {
  deskOf,
  type Faults,
  type Raw,
  ReachFields,
  reachLabels,
  summary,
  Typed,
  wordsOf,
} from '../fields.tsx'
import { moment } from '../seen.tsx'
import { CounterFrame } from './frame.tsx'

export interface FindProps {
  readonly view: View
  readonly raw: Raw
  readonly hits?: readonly { readonly owner: string; readonly label: string; readonly at: Date }[]
  readonly reason?: string | undefined
}

export function FindPage({ view, raw, hits, reason }: FindProps) {
  const d = deskOf(view)
  const line = { view, raw, required: false }
  return (
    <CounterFrame view={view} title={d.title} lead={d.lead} reason={reason}>
      <Ask view={view} action={urls.deskDo('find')} go={d.find}>
        <Typed {...line} name="number" label={d.number} width="medium" />
        <Typed {...line} name="phrase" label={d.phrase} raw={{}} />
        <p class="hint">{d.markHint}</p>
        <Typed {...line} name="mail" label={d.mail} type="email" />
        <Typed {...line} name="name" label={d.name} />
      </Ask>
      {hits && (
        <Part view={view} id="hits" title={d.hits}>
          {hits.length === 0 ? (
            <p>{d.none}</p>
          ) : (
            <Table
              view={view}
              caption={d.hits}
              quietCaption
              rows={hits}
              columns={[
                { label: d.owner, role: 'heading', cell: (hit) => hit.label },
                { label: d.asked, cell: (hit) => moment(view, hit.at) },
              ]}
              to={(hit) => urls.deskDo(`of/${hit.owner}`)}
            />
          )}
        </Part>
      )}
    </CounterFrame>
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
  readonly receipt?: Receipt
  readonly does: 'open' | 'assist' | null
  readonly raw: Raw
  readonly faults: Faults
}

/** What is known without opening anything. */
export function OwnerPage({ view, owner, receipt, does, raw, faults }: OwnerProps) {
  const d = deskOf(view)
  const { receipt: t } = wordsOf(view)
  const facts: (readonly [string, string])[] = receipt
    ? [
        [d.number, receipt.number],
        [t.received, moment(view, receipt.at)],
        [d.channel, t.channels[receipt.channel]],
      ]
    : [[d.owner, owner]]
  return (
    <CounterFrame view={view} title={receipt ? spokenNumber(receipt) : d.owner}>
      <Facts pairs={facts} />
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
  readonly contacts: readonly {
    readonly kind: 'mail' | 'phone' | 'letter'
    readonly text: string
  }[]
}

export function OpenedPage({ view, opening, contacts }: OpenedProps) {
  const d = deskOf(view)
  return (
    <CounterFrame view={view} title={d.opened} lead={d.openedLead}>
      <Facts
        pairs={[
          ...contacts.map((c) => [d.kinds[c.kind], c.text.replaceAll('\n', ' ')] as const),
          [d.purpose, d.purposes[opening.purpose]],
          [d.reason, opening.reason],
        ]}
      />
    </CounterFrame>
  )
}

export interface TakeProps {
  readonly view: View
  /** By their titles, to choose from while typing. */
  readonly offered: readonly { readonly title: string }[]
  /** What the words may mean; one of them is chosen. */
  readonly meant: readonly { readonly id: string; readonly title: string }[]
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
}

export function TakePage({ view, raw, faults, reason, offered, meant }: TakeProps) {
  const d = deskOf(view)
  const { receipt: t, me } = wordsOf(view)
  return (
    <CounterFrame view={view} title={d.take} lead={d.takeLead} reason={reason}>
      <ErrorSummary
        view={view}
        faults={summary(
          d.faults,
          { ...reachLabels(view), item: d.item, channel: d.channel, locale: d.locale },
          faults,
        )}
      />
      <Ask view={view} action={urls.deskDo('take')} go={d.takeGo}>
        <Field
          view={view}
          field={{
            kind: 'select',
            name: 'channel',
            label: d.channel,
            required: true,
            value: raw.channel ?? 'counter',
            options: channels
              .filter((c) => c !== 'web')
              .map((value) => ({ value, label: t.channels[value] })),
          }}
        />
        <Typed
          view={view}
          name="item"
          label={d.item}
          hint={d.itemHint}
          raw={raw}
          faults={faults}
          words={d.faults}
          offered={offered.map(({ title }) => title)}
        />
        {meant.length > 0 && (
          <Field
            view={view}
            field={{
              kind: 'radio',
              name: 'subject',
              label: d.whichItem,
              plain: true,
              value: raw.subject ?? '',
              options: meant.map(({ id, title }) => ({ value: id, label: title, lang: 'ja' })),
            }}
          />
        )}
        <Field
          view={view}
          field={{
            kind: 'select',
            name: 'locale',
            label: d.locale,
            required: true,
            value: raw.locale ?? 'ja',
            options: tongues.map((value) => ({ value, label: me.tongues[value] })),
          }}
        />
        <ReachFields view={view} raw={raw} faults={faults} />
      </Ask>
    </CounterFrame>
  )
}

export interface SlipProps {
  readonly view: View
  readonly receipt: Receipt
  readonly phrase: string
  readonly title: string
}

/** To be printed and handed over, or read out on the telephone. */
export function SlipPage({ view, receipt, phrase, title }: SlipProps) {
  const d = deskOf(view)
  return (
    <CounterFrame view={view} title={d.slip} lead={d.slipLead}>
      <Facts
        pairs={[
          [d.owner, `${spokenNumber(receipt)} ${title}`],
          [d.number, <strong>{receipt.number}</strong>],
          [d.phrase, <strong lang="ja">{phrase}</strong>],
        ]}
      />
      <p>
        <a href={at(view, urls.deskDo('slip.pdf'))}>{d.slipPdf}</a>
      </p>
    </CounterFrame>
  )
}
