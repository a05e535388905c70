import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import { paperWords } from '../../messages/paper.ts'
import type { SheetFault } from '../../rules/sheet.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

/** 表から受け付ける: the form to download, and the filled-in one to look through. */
export function SheetPage(props: Desk & { readonly fault?: string | undefined }) {
  const { view, fault } = props
  const w = paperWords(view)
  return (
    <Frame {...props} title={w.sheet} here="sheet" lead={w.sheetLead}>
      {fault && (
        <ErrorSummary view={view} faults={[{ name: 'file', label: w.file, text: fault }]} />
      )}
      <p>
        <a href={at(view, paperUrls.template)}>{w.template}</a>
      </p>
      <Form view={view} action={paperUrls.sheet} multipart>
        <Field
          view={view}
          field={{
            kind: 'file',
            name: 'file',
            label: w.file,
            hint: w.fileHint,
            accept: '.xlsx,.csv',
            required: true,
            ...(fault && { error: fault }),
          }}
        />
        <Actions>
          <Button>{w.look}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface SheetCheckProps extends Desk {
  /** Where the file lies: the page is made from it anew, and nothing of it is a voice yet. */
  readonly file: string
  readonly faults: readonly SheetFault[]
  readonly fresh: number
  readonly known: number
}

/** 受け付ける前の確認: what it would add; or what has to be mended, cell by cell. */
export function SheetCheckPage(props: SheetCheckProps) {
  const { view, file, faults, fresh, known } = props
  const w = paperWords(view)
  if (faults.length)
    return (
      <Frame {...props} title={w.sheetFaults} here="sheet" lead={w.sheetFaultsLead}>
        <Table
          view={view}
          caption={w.sheetFaults}
          quietCaption
          columns={[
            {
              label: w.cell,
              role: 'heading',
              cell: ({ sheet, cell }: SheetFault) => `${sheet} ${cell}`.trim(),
            },
            { label: w.reason, cell: ({ reason }) => w.sheetReasons[reason] },
            {
              label: w.found,
              cell: ({ found }) => <span {...inJapanese(view)}>{found.slice(0, 80) || '—'}</span>,
            },
          ]}
          rows={faults}
        />
        <ButtonLink view={view} path={paperUrls.sheet} kind="secondary">
          {w.sheet}
        </ButtonLink>
      </Frame>
    )
  return (
    <Frame {...props} title={w.checkTitle} here="sheet" lead={w.checkLead}>
      <Facts
        pairs={[[w.sheet, w.fresh(fresh)], ...(known ? [[w.done, w.known(known)] as const] : [])]}
      />
      {fresh ? (
        <Form view={view} action={paperUrls.sheetCheck(file)}>
          <Actions>
            <Button>{w.accept(fresh)}</Button>
            <ButtonLink view={view} path={paperUrls.sheet} kind="secondary">
              {w.sheet}
            </ButtonLink>
          </Actions>
        </Form>
      ) : (
        <EmptyState title={w.nothingNew} />
      )}
    </Frame>
  )
}
