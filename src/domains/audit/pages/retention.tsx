import { Actions, Button } from '#design/button.tsx'
import { figure } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Field } from '#design/field.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { LedgerEntry } from '#platform/ledger-read.ts'
import { amountOf, type Due, type Kept, keptFor, type Retention } from '#platform/retention.ts'
import type { RetentionTerm } from '../audit.ts'
import type { termForm } from '../forms.ts'
import type { DeskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import { whoIs } from './frame.tsx'
import { dayIn, departmentOf } from './ledger.tsx'

export interface RetentionProps {
  readonly view: View
  readonly w: DeskWords
  readonly actor: Actor
  /** The dry run: one line a class. */
  readonly due: readonly Due[]
  readonly terms: readonly RetentionTerm[]
  /** When it was last done, by class. */
  readonly last: ReadonlyMap<string, LedgerEntry>
  readonly maySet: boolean
  readonly isSaved: boolean
}

const kept = (w: DeskWords, term: Kept) =>
  'years' in term ? w.retention.years(term.years) : w.retention.days(term.days)

const saidOf = (view: View, { said }: Retention) => said[view.locale === 'en' ? 'en' : 'ja']

/** 保存年限: each class with its years, what happens then, how many are due, when it was last done. */
export function RetentionPage(props: RetentionProps) {
  const { view, w, actor, due, terms, last, maySet, isSaved } = props
  const { retention: r } = w
  const ahead = (one: Due) =>
    terms
      .filter(({ name, from }) => name === one.retention.name && from > localDate(view.now))
      .map(({ from, amount }) =>
        r.ahead(dayIn(view, from), kept(w, keptFor(one.retention.kept, amount))),
      )
  const lastSaid = (one: Due) => {
    const entry = last.get(one.retention.name)
    if (!entry) return r.never
    const count = figure(view.locale, Number(entry.detail.count))
    return r.lastCount(dayIn(view, localDate(entry.at)), count)
  }
  return (
    <DeskPage
      view={view}
      title={r.title}
      section="desk-ledger"
      breadcrumbs={[{ text: w.ledger, path: urls.ledger }]}
      {...departmentOf(actor)}
    >
      <Masthead title={r.title} lead={r.lead} />
      {isSaved && (
        <Notice view={view} kind="success" live>
          <p>{r.saved}</p>
        </Notice>
      )}
      {due.length === 0 ? (
        <EmptyState title={r.none} />
      ) : (
        <Table
          view={view}
          caption={r.title}
          quietCaption
          columns={[
            { label: r.name, role: 'heading', cell: (d: Due) => saidOf(view, d.retention).what },
            {
              label: r.kept,
              cell: (d) => (
                <>
                  {r.since(saidOf(view, d.retention).since)} {kept(w, d.kept)}
                  {ahead(d).map((line) => (
                    <p class="soft">{line}</p>
                  ))}
                </>
              ),
            },
            { label: r.afterwardsTitle, cell: (d) => r.afterwards[d.retention.afterwards] },
            {
              label: r.due,
              role: 'number',
              cell: (d) => r.dueCount(figure(view.locale, d.ids.length)),
            },
            { label: r.last, cell: lastSaid },
            { label: w.basis, cell: (d) => <span lang="ja">{d.retention.basis}</span> },
          ]}
          rows={due}
          {...(maySet && { to: (d: Due) => urls.termOf(d.retention.name) })}
        />
      )}
    </DeskPage>
  )
}

export interface TermProps {
  readonly view: View
  readonly w: DeskWords
  readonly actor: Actor
  readonly due: Due
  readonly terms: readonly RetentionTerm[]
  readonly names: ReadonlyMap<string, string>
  readonly form: Filled<typeof termForm>
  /** A fault that the rule found, where the form itself found none. */
  readonly fault?: { readonly field: 'amount' | 'from'; readonly text: string } | undefined
}

/** 期間を変える: one class, what was set before, and the form. */
export function TermPage(props: TermProps) {
  const { view, w, actor, due, terms } = props
  const { retention: r } = w
  const { what } = saidOf(view, due.retention)
  const fields = fieldsOf(props)
  const faults = fields.flatMap(({ name, label, error }) =>
    error === undefined ? [] : [{ name, label, text: error }],
  )
  const first = { from: '', amount: amountOf(due.retention.kept), setBy: '', reason: '' }
  return (
    <DeskPage
      view={view}
      title={what}
      section="desk-ledger"
      narrow
      breadcrumbs={[
        { text: w.ledger, path: urls.ledger },
        { text: r.title, path: urls.retention },
      ]}
      {...departmentOf(actor)}
    >
      <Masthead
        title={what}
        lead={r.dueUnder(figure(view.locale, due.ids.length))}
        over={r.since(saidOf(view, due.retention).since)}
      />
      <Part view={view} id="history" title={r.history}>
        <Table
          view={view}
          caption={r.history}
          quietCaption
          columns={[
            {
              label: r.from,
              role: 'heading',
              cell: (t: typeof first) => (t.from ? dayIn(view, t.from) : r.standard),
            },
            { label: r.kept, cell: (t) => kept(w, keptFor(due.retention.kept, t.amount)) },
            { label: r.by, cell: (t) => (t.setBy ? whoIs(props, t.setBy) : '') },
            {
              label: r.reason,
              cell: (t) => <span lang="ja">{t.reason || due.retention.basis}</span>,
            },
          ]}
          rows={[...terms.filter(({ name }) => name === due.retention.name), first]}
        />
      </Part>
      <Part view={view} id="set" title={r.formTitle} lead={r.formLead}>
        <ErrorSummary view={view} faults={faults} />
        <Form view={view} action={urls.termOf(due.retention.name)}>
          {fields.map((field) => (
            <Field view={view} field={field} />
          ))}
          <Actions>
            <Button>{r.save}</Button>
          </Actions>
        </Form>
      </Part>
    </DeskPage>
  )
}

function fieldsOf({ w, due, form, fault }: TermProps): AskedField[] {
  const { retention: r } = w
  const common = (name: 'amount' | 'from' | 'reason', label: string, hint?: string) => {
    const found = form.faults[name]
    const error = fault?.field === name ? fault.text : found && w.faults[found]
    return {
      name,
      label,
      value: form.raw[name],
      required: true,
      ...(hint !== undefined && { hint }),
      ...(error !== undefined && { error }),
    }
  }
  const label = 'years' in due.retention.kept ? r.amountYears : r.amountDays
  return [
    { ...common('amount', label), kind: 'text', inputmode: 'numeric', width: 'short' },
    { ...common('from', r.from, r.fromHint), kind: 'date' },
    { ...common('reason', r.reason, r.reasonHint), kind: 'textarea', rows: 3, max: 400 },
  ]
}
