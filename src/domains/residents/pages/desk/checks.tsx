import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Check, Opening } from '../../resident.ts'
import { urls } from '../../urls.ts'
import { deskOf, type Faults, Press, type Raw, summary, Typed, wordsOf } from '../fields.tsx'
import { moment } from '../seen.tsx'
import { CounterFrame } from './frame.tsx'

export interface ChecksProps {
  readonly view: View
  readonly checks: readonly Check[]
  readonly sheets: readonly {
    readonly title: string
    readonly expiresOn: string
    readonly all: number
    readonly used: number
  }[]
  readonly register?: { readonly size: number; readonly at: Date }
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string
  readonly good?: string
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
      {...(reason !== undefined && { reason })}
      {...(good !== undefined && { good })}
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
              { label: d.owner, role: 'heading', cell: (c) => c.resident },
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
        <Form view={view} action={urls.deskDo('checks/sheet.pdf')}>
          <div class="stack">
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
            <Actions>
              <Button kind="secondary">{d.sheetGo}</Button>
            </Actions>
          </div>
        </Form>
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
        <Form view={view} action={urls.deskDo('checks/register')} multipart>
          <div class="stack">
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
            <Actions>
              <Button kind="secondary">{d.registerGo}</Button>
            </Actions>
          </div>
        </Form>
      </Part>
    </CounterFrame>
  )
}

export interface CheckProps {
  readonly view: View
  readonly check: Check
  readonly offers: ReadonlySet<string>
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string
}

export function CheckPage({ view, check, offers, raw, faults, reason }: CheckProps) {
  const d = deskOf(view)
  const { check: t } = wordsOf(view)
  const path = (what: string) => urls.deskDo(`checks/${check.id}/${what}`)
  const why = offers.has('refuseCheck') ? 'refuse' : offers.has('revokeCheck') ? 'revoke' : null
  return (
    <CounterFrame view={view} title={d.sections.checks} {...(reason !== undefined && { reason })}>
      <Facts
        pairs={[
          [d.owner, check.resident],
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
          <Form view={view} action={path(why)}>
            <div class="stack">
              <Typed
                view={view}
                name="reason"
                label={d.why}
                area={300}
                raw={raw}
                faults={faults}
                words={d.faults}
              />
              <Actions>
                <Button kind="danger">{d[why]}</Button>
              </Actions>
            </div>
          </Form>
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
              { label: d.fields, cell: (o) => o.fields.join(' ') },
            ]}
          />
        </>
      )}
    </CounterFrame>
  )
}
