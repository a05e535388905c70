import { Actions, Button, ButtonLink } from '#design/button.tsx'
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
import { letterWords } from '../messages/letters.ts'
import type { Kind } from '../notice.ts'
import { terms } from '../terms.ts'
import { urls } from '../urls.ts'
import { kindName, timeOf } from './outbox.tsx'

export interface GroupLine {
  readonly name: string
  readonly kind: Kind | undefined
  readonly count: number
  readonly since: Date
}

export interface BatchLine {
  readonly id: string
  readonly state: 'waiting' | 'sent'
  readonly letters: number
  readonly opened: number
  readonly settledAt: Date | null
}

export interface LettersProps {
  readonly view: View
  readonly groups: readonly GroupLine[]
  readonly batches: readonly BatchLine[]
}

const Badge = ({ view, state }: { readonly view: View; readonly state: BatchLine['state'] }) => (
  <StateBadge tone={state === 'sent' ? 'good' : 'moving'} word={letterWords(view).states[state]} />
)

/** 印刷する手紙 */
export function LettersPage({ view, groups, batches }: LettersProps) {
  const w = letterWords(view)
  return (
    <DeskPage
      view={view}
      title={w.title}
      breadcrumbs={[{ text: deskWords(view).outbox, path: urls.outbox }]}
    >
      <Masthead title={w.title} lead={w.lead} />
      {groups.length === 0 ? (
        <EmptyState title={w.none}>
          <p>{w.noneTodo}</p>
        </EmptyState>
      ) : (
        <Waiting view={view} groups={groups} />
      )}
      {batches.length > 0 && (
        <Part view={view} id="batches" title={w.batches}>
          <Table
            view={view}
            caption={w.batches}
            quietCaption
            columns={[
              { label: w.batch, role: 'heading', cell: ({ id }: BatchLine) => nameOf(id) },
              { label: w.count, role: 'number', cell: ({ letters }) => String(letters) },
              { label: w.state, cell: ({ state }) => <Badge view={view} state={state} /> },
              { label: w.sentAt, cell: ({ settledAt }) => timeOf(view, settledAt) },
            ]}
            rows={batches}
            to={({ id }) => urls.batch(id)}
          />
        </Part>
      )}
    </DeskPage>
  )
}

/** Short enough to be written on a bundle of envelopes. */
const nameOf = (id: string) => id.slice('lb_'.length, 'lb_'.length + 6)

function Waiting({ view, groups }: Pick<LettersProps, 'view' | 'groups'>) {
  const w = letterWords(view)
  return (
    <Part view={view} id="waiting" title={w.waiting}>
      <Table
        view={view}
        caption={w.waiting}
        quietCaption
        columns={[
          {
            label: w.kind,
            role: 'heading',
            cell: ({ kind, name }: GroupLine) => kindName(view, kind, name),
          },
          { label: w.count, role: 'number', cell: ({ count }) => String(count) },
          { label: w.since, cell: ({ since }) => plainDate(view.locale, since) },
        ]}
        rows={groups}
      />
      <Form view={view} action={urls.letters}>
        <Field
          view={view}
          field={{
            kind: 'select',
            name: 'kind',
            label: w.choose,
            hint: w.gatherHint(terms.letters),
            plain: true,
            value: '',
            empty: w.all,
            options: groups.map(({ name, kind, count }) => ({
              value: name,
              label: `${kindName(view, kind, name)} (${w.letters(count)})`,
            })),
          }}
        />
        <Actions>
          <Button>{w.gather}</Button>
        </Actions>
      </Form>
    </Part>
  )
}

export interface BatchProps {
  readonly view: View
  readonly batch: BatchLine
  /** What was typed, when it came back without a reason. */
  readonly fault?: boolean
  /** Nothing of it can be printed any more. */
  readonly nothing?: boolean
}

/** One batch: open, print, fold, done; afterwards once more with a reason. */
export function BatchPage({ view, batch, fault = false, nothing = false }: BatchProps) {
  const w = letterWords(view)
  const { id, state, letters, opened, settledAt } = batch
  return (
    <DeskPage
      view={view}
      title={w.batch}
      breadcrumbs={[
        { text: deskWords(view).outbox, path: urls.outbox },
        { text: w.title, path: urls.letters },
      ]}
    >
      {fault && (
        <ErrorSummary
          view={view}
          faults={[{ name: 'reason', label: w.reason, text: w.reasonNeeded }]}
        />
      )}
      <Masthead over={nameOf(id)} title={w.batch} marks={<Badge view={view} state={state} />} />
      {nothing && (
        <Notice view={view} kind="warning" live>
          <p>{w.nothing}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [w.count, w.letters(letters)],
          [w.opened, String(opened)],
          [w.sentAt, timeOf(view, settledAt)],
        ]}
      />
      {state === 'waiting' ? (
        <Part view={view} id="steps" title={w.steps} lead={w.stepsNote}>
          <ol>
            {w.stepList.map((one) => (
              <li>{one}</li>
            ))}
          </ol>
          <Form view={view} action={`${urls.batch(id)}/letters.pdf`}>
            <Actions>
              <Button kind={opened ? 'secondary' : 'primary'}>{w.open}</Button>
            </Actions>
          </Form>
          {opened > 0 && (
            <ConfirmPanel
              view={view}
              title={w.printedAsk}
              action={`${urls.batch(id)}/printed`}
              confirm={w.printed}
              back={urls.letters}
            >
              <p>{w.printedText}</p>
            </ConfirmPanel>
          )}
          <Form view={view} action={`${urls.batch(id)}/put-back`}>
            <Actions>
              <Button kind="quiet">{w.putBack}</Button>
            </Actions>
          </Form>
        </Part>
      ) : (
        <ConfirmPanel
          view={view}
          title={w.reprintAsk}
          action={`${urls.batch(id)}/again.pdf`}
          confirm={w.reprint}
          kind="secondary"
          back={urls.letters}
        >
          <Field
            view={view}
            field={{
              kind: 'textarea',
              name: 'reason',
              label: w.reason,
              hint: w.reasonHint,
              required: true,
              rows: 2,
              max: 300,
              ...(fault && { error: w.reasonNeeded }),
            }}
          />
        </ConfirmPanel>
      )}
      <p>
        <ButtonLink view={view} path={urls.letters} kind="quiet">
          {w.toList}
        </ButtonLink>
      </p>
    </DeskPage>
  )
}
