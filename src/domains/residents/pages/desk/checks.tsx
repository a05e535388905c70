import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Check, Opening, ReadCheck } from '../../resident.ts'
import { urls } from '../../urls.ts'
import { Ask } from '../ask.tsx'
import { deskOf, type Faults, Press, type Raw, summary, Typed, wordsOf } from '../fields.tsx'
import { moment } from '../seen.tsx'
import { CounterFrame } from './frame.tsx'
import { Account } from './owner.tsx'

export interface ChecksProps {
  readonly view: View
  readonly checks: readonly (Check & { readonly nickname: string })[]
  readonly sheets: readonly {
    readonly title: string
    readonly expiresOn: string
    readonly all: number
    readonly used: number
  }[]
  readonly register?: { readonly size: number; readonly at: Date }
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
  readonly good?: string | undefined
  /** A line of the file that could not be read. */
  readonly badLine?: number
}

export function ChecksPage(props: ChecksProps) {
  const { view, checks, sheets, register, raw, faults, reason, good } = props
  const d = deskOf(view)
  const { check: t } = wordsOf(view)
  return (
    <CounterFrame
      view={view}
      title={d.sections.checks}
      lead={d.checksLead}
      reason={reason}
      good={good}
    >
      <ErrorSummary
        view={view}
        faults={summary(
          d.faults,
          { title: d.sheetTitle, count: d.sheetCount, file: d.registerFile },
          faults,
        )}
      />
      <Part view={view} id="pending" title={d.pending}>
        {checks.length === 0 ? (
          <p>{d.noPending}</p>
        ) : (
          <Table
            view={view}
            caption={d.pending}
            quietCaption
            rows={checks}
            columns={[
              {
                label: d.owner,
                role: 'heading',
                cell: (c) => <Account view={view} nickname={c.nickname} />,
              },
              { label: d.state, cell: (c) => t.states[c.state] },
              { label: d.way, cell: (c) => d.ways[c.way] },
              { label: d.asked, cell: (c) => longDate(view.locale, c.askedAt) },
              {
                label: d.printed,
                cell: (c) =>
                  c.way === 'letter' ? (c.printedAt ? d.printedYes : d.printedNo) : '−',
              },
            ]}
            to={(c) => urls.deskDo(`checks/${c.id}`)}
          />
        )}
        <p class="soft">{d.lettersLead}</p>
        <Press view={view} action={urls.deskDo('checks/letters.pdf')} text={d.letters} />
      </Part>
      <Part view={view} id="sheets" title={d.sheets} lead={d.sheetHint}>
        {sheets.length > 0 && (
          <Facts
            pairs={sheets.map(
              (s) =>
                [
                  s.title,
                  `${d.sheetUsed(s.used, s.all)} (${d.expires}: ${longDate(view.locale, dayStart(s.expiresOn))})`,
                ] as const,
            )}
          />
        )}
        <Ask view={view} action={urls.deskDo('checks/sheet.pdf')} go={d.sheetGo} kind="secondary">
          <Typed
            view={view}
            name="title"
            label={d.sheetTitle}
            raw={raw}
            faults={faults}
            words={d.faults}
          />
          <Typed
            view={view}
            name="count"
            label={d.sheetCount}
            raw={raw}
            faults={faults}
            words={d.faults}
            inputmode="numeric"
            width="short"
          />
        </Ask>
      </Part>
      <Part view={view} id="register" title={d.register} lead={d.registerLead}>
        <p>
          {register
            ? d.registerNow(
                register.size.toLocaleString('ja-JP'),
                longDate(view.locale, register.at),
              )
            : d.registerNone}
        </p>
        <Ask
          view={view}
          action={urls.deskDo('checks/register')}
          multipart
          go={d.registerGo}
          kind="secondary"
        >
          <Field
            view={view}
            field={{
              kind: 'file',
              name: 'file',
              label: d.registerFile,
              required: true,
              accept: '.csv',
              ...(props.badLine !== undefined && { error: d.registerBad(props.badLine) }),
            }}
          />
        </Ask>
      </Part>
    </CounterFrame>
  )
}

export interface CheckProps {
  readonly view: View
  readonly check: ReadCheck
  readonly nickname: string
  readonly offers: ReadonlySet<string>
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string | undefined
}

export function CheckPage({ view, check, nickname, offers, raw, faults, reason }: CheckProps) {
  const d = deskOf(view)
  const { check: t } = wordsOf(view)
  const path = (what: string) => urls.deskDo(`checks/${check.id}/${what}`)
  const why = offers.has('refuseCheck') ? 'refuse' : offers.has('revokeCheck') ? 'revoke' : null
  return (
    <CounterFrame view={view} title={d.sections.checks} reason={reason}>
      <Facts
        pairs={[
          [d.owner, <Account view={view} nickname={nickname} />],
          [d.state, t.states[check.state]],
          [d.way, d.ways[check.way]],
          [d.asked, longDate(view.locale, check.askedAt)],
          [d.until, check.until ? longDate(view.locale, dayStart(check.until)) : '−'],
          ...(check.reason ? [[t.reason, check.reason] as const] : []),
        ]}
      />
      {why && (
        <Part view={view} id="decide" title={d.decide}>
          <ErrorSummary view={view} faults={summary(d.faults, { reason: d.why }, faults)} />
          <Ask view={view} action={path(why)} go={d[why]} kind="danger">
            <Typed
              view={view}
              name="reason"
              label={d.why}
              area={300}
              raw={raw}
              faults={faults}
              words={d.faults}
            />
          </Ask>
        </Part>
      )}
      {offers.has('renewCheck') && <Press view={view} action={path('renew')} text={d.renew} />}
    </CounterFrame>
  )
}

export interface OpeningsProps {
  readonly view: View
  readonly openings: readonly Opening[]
}

export function OpeningsPage({ view, openings }: OpeningsProps) {
  const d = deskOf(view)
  const kinds: Readonly<Record<string, string>> = d.kinds
  return (
    <CounterFrame view={view} title={d.openings} lead={d.openingsLead}>
      {openings.length === 0 ? (
        <p>{d.noOpenings}</p>
      ) : (
        <>
          <p>
            <a href={at(view, urls.deskDo('openings.csv'))}>{d.csv}</a>
          </p>
          <Table
            view={view}
            caption={d.openings}
            quietCaption
            rows={openings}
            columns={[
              { label: d.when, cell: (o) => moment(view, o.at) },
              { label: d.who, cell: (o) => o.who },
              { label: d.whose, cell: (o) => o.owner },
              { label: d.purpose, cell: (o) => d.purposes[o.purpose] },
              { label: d.reason, cell: (o) => o.reason },
              {
                label: d.fields,
                cell: (o) => o.fields.map((field) => kinds[field] ?? field).join(d.and),
              },
            ]}
          />
        </>
      )}
    </CounterFrame>
  )
}
