import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, FieldSet } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { channels, type Receipt, spokenNumber } from '../../receipt.ts'
import { tongues } from '../../resident.ts'
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
import { Account } from './owner.tsx'

interface Hit {
  readonly owner: string
  readonly label: string | null
  readonly nickname: string
  readonly at: Date
}

export interface FindProps {
  readonly view: View
  readonly raw: Raw
  readonly hits?: readonly Hit[]
  readonly reason?: string | undefined
}

export function FindPage({ view, raw, hits, reason }: FindProps) {
  const d = deskOf(view)
  const line = { view, raw, required: false }
  return (
    <CounterFrame view={view} title={d.title} lead={d.lead} reason={reason}>
      <Ask view={view} action={urls.deskDo('find')} go={d.find}>
        <FieldSet legend={d.byReceipt} hint={d.byReceiptHint}>
          <Typed {...line} name="number" label={d.number} width="medium" />
          <Typed {...line} name="phrase" label={d.phrase} raw={{}} />
        </FieldSet>
        <FieldSet legend={d.byMark} hint={d.markHint}>
          <Typed {...line} name="mail" label={d.mail} type="email" />
          <Typed {...line} name="name" label={d.name} />
        </FieldSet>
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
                {
                  label: d.owner,
                  role: 'heading',
                  cell: (hit) => hit.label ?? <Account view={view} nickname={hit.nickname} />,
                },
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
