import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { paperWords } from '../../messages/paper.ts'
import type { CellFault } from '../../rules/rows.ts'

/** Pieces of the pages on which a table is handed in, looked through and taken in. */

interface HandInProps {
  readonly view: View
  readonly action: string
  readonly template: string
  readonly hint: string
  readonly fault?: string | undefined
}

/** The form to download, and the field for the filled-in one. */
export function SheetHandIn({ view, action, template, hint, fault }: HandInProps) {
  const w = paperWords(view)
  return (
    <>
      {fault && (
        <ErrorSummary view={view} faults={[{ name: 'file', label: w.file, text: fault }]} />
      )}
      <p>
        <a href={at(view, template)}>{w.template}</a>
      </p>
      <Form view={view} action={action} multipart>
        <Field
          view={view}
          field={{
            kind: 'file',
            name: 'file',
            label: w.file,
            hint,
            accept: '.xlsx,.csv',
            required: true,
            ...(fault && { error: fault }),
          }}
        />
        <Actions>
          <Button>{w.look}</Button>
        </Actions>
      </Form>
    </>
  )
}

interface FaultsProps<Reason extends string> {
  readonly view: View
  readonly faults: readonly CellFault<Reason>[]
  readonly sayReason: (reason: CellFault<Reason>['reason']) => string
  /** Where the mended table is handed in. */
  readonly back: string
  readonly backText: string
}

/** What has to be mended, cell by cell. */
export function SheetFaults<Reason extends string>(props: FaultsProps<Reason>) {
  const { view, faults, sayReason, back, backText } = props
  const w = paperWords(view)
  return (
    <>
      <Table
        view={view}
        caption={w.sheetFaults}
        quietCaption
        columns={[
          {
            label: w.cell,
            role: 'heading',
            cell: ({ sheet, cell }: CellFault<Reason>) => `${sheet} ${cell}`.trim(),
          },
          { label: w.reason, cell: ({ reason }) => sayReason(reason) },
          {
            label: w.found,
            cell: ({ found }) => <span {...inJapanese(view)}>{found.slice(0, 80) || '—'}</span>,
          },
        ]}
        rows={faults}
      />
      <ButtonLink view={view} path={back} kind="secondary">
        {backText}
      </ButtonLink>
    </>
  )
}

interface FreshProps {
  readonly view: View
  /** What it would add, in words of its chapter. */
  readonly counts: readonly (readonly [label: string, text: string])[]
  readonly isNew: boolean
  readonly nothingNew: string
  readonly accept: string
  readonly action: string
  readonly back: string
  readonly backText: string
}

/** What the table would add, and the button that adds it. */
export function SheetFresh(props: FreshProps) {
  const { view, counts, isNew, nothingNew, accept, action, back, backText } = props
  return (
    <>
      <Facts pairs={counts} />
      {isNew ? (
        <Form view={view} action={action}>
          <Actions>
            <Button>{accept}</Button>
            <ButtonLink view={view} path={back} kind="secondary">
              {backText}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <EmptyState title={nothingNew} />
      )}
    </>
  )
}
