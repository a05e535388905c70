import { AskedFields } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { deskWords } from '../../messages/desk.ts'
import type { Round } from '../../progress.ts'
import { urls } from '../../urls.ts'

interface SheetPartProps {
  readonly view: View
  readonly round: Round
  readonly section: string
  readonly fileFault?: string
}

/** A section's reports in Excel, out and in. */
export function SheetPart({ view, round, section, fileFault }: SheetPartProps) {
  const w = deskWords(view)
  const field: AskedField = {
    kind: 'file',
    name: 'file',
    label: w.sheetIn,
    accept: '.xlsx',
    required: true,
    ...(fileFault !== undefined && { error: fileFault }),
  }
  return (
    <Part view={view} id="sheet" title={w.sheet} lead={w.sheetLead}>
      <p>
        <a href={at(view, urls.sheet(round.id, section))}>{w.sheetOut}</a>
      </p>
      <Form view={view} action={urls.takeIn(round.id, section)} multipart>
        <AskedFields view={view} fields={[field]} />
        <Actions>
          <Button kind="secondary">{w.sheetInGo}</Button>
        </Actions>
      </Form>
    </Part>
  )
}
