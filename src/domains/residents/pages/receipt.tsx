import type { Child } from 'hono/jsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Day } from '#design/timeline.tsx'
import { at, type View } from '#design/view.ts'
import { type Receipt, type Status, spokenNumber } from '../receipt.ts'
import type { Assist, Opening } from '../resident.ts'
import { urls } from '../urls.ts'
import { Ask, AskCode } from './ask.tsx'
import {
  type Faults,
  Press,
  type Raw,
  ReachFields,
  reachLabels,
  summary,
  Typed,
  wordsOf,
} from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'
import { Seen } from './seen.tsx'

export interface FollowProps {
  readonly view: View
  /** What one would be told about; null where it does not exist. */
  readonly subject: { readonly id: string; readonly title: string } | null
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
}

export function FollowPage({ view, subject, raw, faults, reason }: FollowProps) {
  const { follow, faults: words } = wordsOf(view)
  if (!subject)
    return (
      <Sheet view={view} title={follow.title} lead={follow.missing}>
        <Actions>
          <ButtonLink view={view} path="/plans">
            {follow.toPlan}
          </ButtonLink>
        </Actions>
      </Sheet>
    )
  return (
    <Sheet
      view={view}
      title={follow.title}
      lead={follow.lead}
      reason={reason}
      faults={summary(words, reachLabels(view), faults)}
    >
      <Facts pairs={[[follow.what, subject.title]]} />
      <Ask
        view={view}
        action={urls.follow}
        hidden={{ item: subject.id }}
        trap={follow.trap}
        go={follow.go}
      >
        <ReachFields view={view} raw={raw} faults={faults} />
      </Ask>
    </Sheet>
  )
}

export interface EnterProps {
  readonly view: View
  readonly number: string
  readonly reason?: string | undefined
}

/** 番号と合言葉. The phrase is never sent back. */
export function EnterReceiptPage({ view, number, reason }: EnterProps) {
  const { receipt: t } = wordsOf(view)
  return (
    <Sheet view={view} title={t.look} lead={t.lookLead} reason={reason}>
      <Ask view={view} action={urls.receipt} go={t.enter}>
        <Typed
          view={view}
          name="number"
          label={t.number}
          hint={t.numberHint}
          raw={{ number }}
          width="medium"
          autocomplete="off"
        />
        <Typed view={view} name="phrase" label={t.phrase} hint={t.phraseHint} autocomplete="off" />
      </Ask>
    </Sheet>
  )
}

export interface ReceiptProps {
  readonly view: View
  /** Under which its forms lie: with the phrase, or in the account. */
  readonly base: string
  readonly receipt: Receipt
  readonly status: Status
  /** What its chapter tells of it. */
  readonly story?: Child
  /** Just made: said this once. */
  readonly phrase?: string
  readonly contact: {
    readonly kind: string
    readonly masked: string
    readonly isConfirmed: boolean
  } | null
  readonly additions: readonly {
    readonly text: string
    readonly at: Date
    readonly byStaff: boolean
  }[]
  readonly openings: readonly Opening[]
  readonly assists: readonly Assist[]
  /** The code that waits to be typed in. */
  readonly code?: string
  readonly raw: Raw
  readonly faults: Faults
  /** Of fields that another chapter asks for. */
  readonly labels: Readonly<Record<string, string>>
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

export function ReceiptPage(props: ReceiptProps) {
  const { view, base, receipt, status, phrase, contact, additions, raw, faults, code } = props
  const { receipt: t, reach, faults: words } = wordsOf(view)
  const needsCode = contact?.kind === 'mail' && !contact.isConfirmed && receipt.endedAt === null
  return (
    <Sheet
      view={view}
      name={t.title}
      over={spokenNumber(receipt)}
      title={phrase ? t.thanks : status.title}
      lead={phrase && status.title}
      trail={base === urls.receiptPage ? [] : [fromMe(view)]}
      marks={
        <StateBadge tone={status.done ? 'good' : 'moving'} word={status.done ? t.done : t.going} />
      }
      reason={props.reason}
      good={props.good}
      faults={summary(
        words,
        { ...reachLabels(view), text: t.addText, code: t.code, ...props.labels },
        faults,
      )}
    >
      {phrase && (
        <Notice view={view} kind="warning">
          <p>{t.keep}</p>
          <Facts
            pairs={[
              [t.number, <strong>{receipt.number}</strong>],
              [t.phrase, <strong lang="ja">{phrase}</strong>],
            ]}
          />
          <p>
            <a href={at(view, `${base}/slip.pdf`)}>{t.slip}</a>
          </p>
        </Notice>
      )}
      {needsCode && (
        <Part view={view} id="confirm" title={t.confirm} lead={t.confirmLead}>
          <AskCode
            view={view}
            action={`${base}/confirm`}
            hidden={{ id: code ?? '' }}
            faults={faults}
            go={t.confirmGo}
            beside={
              <Button kind="secondary" action={at(view, `${base}/code`)}>
                {t.again}
              </Button>
            }
          />
        </Part>
      )}
      <Part view={view} id="status" title={t.status}>
        <p>{status.text}</p>
        {status.link && (
          <p>
            <a href={at(view, status.link.path)}>{status.link.text}</a>
          </p>
        )}
        <Facts
          pairs={[
            [t.number, receipt.number],
            [t.received, <Day view={view} date={receipt.at} />],
            [t.via, t.channels[receipt.channel]],
            [
              t.contactNow,
              contact
                ? `${reach.ways[receipt.reach]} ${contact.masked} ${contact.kind === 'mail' ? (contact.isConfirmed ? `(${t.confirmed})` : `(${t.unconfirmed})`) : ''}`
                : reach.ways.none,
            ],
          ]}
        />
      </Part>
      {props.story}
      {!receipt.endedAt && (
        <>
          <Part view={view} id="add" title={t.add} lead={t.addLead}>
            {additions.length > 0 && (
              <Facts
                names="above"
                pairs={additions.map((a) => [
                  longDate(view.locale, a.at),
                  `${a.text}${a.byStaff ? ` (${t.byStaff})` : ''}`,
                ])}
              />
            )}
            <Ask view={view} action={`${base}/add`} go={t.addGo}>
              <Typed
                view={view}
                name="text"
                label={t.addText}
                area={2000}
                raw={raw}
                faults={faults}
              />
            </Ask>
          </Part>
          <Part view={view} id="contact" title={t.contact}>
            <Ask view={view} action={`${base}/contact`} go={t.contactGo} kind="secondary">
              <ReachFields view={view} raw={raw} faults={faults} legend={t.contactGo} />
            </Ask>
          </Part>
          {receipt.act === 'follow' && (
            <Part view={view} id="stop" title={t.stop} lead={t.stopLead}>
              <Press view={view} action={`${base}/stop`} text={t.stop} />
            </Part>
          )}
        </>
      )}
      <Seen view={view} openings={props.openings} assists={props.assists} />
      {!receipt.resident && (
        <Part view={view} id="claim" title={t.claim} lead={t.claimLead}>
          <p>
            <a href={at(view, urls.account)}>{wordsOf(view).account.title}</a>
          </p>
        </Part>
      )}
      {base === urls.receiptPage && (
        <Press view={view} action={urls.receiptDo('leave')} text={t.leave} kind="quiet" />
      )}
    </Sheet>
  )
}
