import type { Child } from 'hono/jsx'
import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import type { View } from '#design/view.ts'
import { blank, type Filled } from '#platform/form.ts'
import { reasonForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { faultsOf, type Wrong } from './wrong.tsx'

interface UndoFormProps {
  readonly view: View
  readonly forms: { readonly undo: Filled<typeof reasonForm> }
  readonly wrong?: Wrong
}

/** The reason for which one line is undone; among several only the one that came back holds its words. */
export const undoField = ({ view, forms, wrong }: UndoFormProps, of: string, hint?: string) =>
  asked(view, wrong?.of === of ? forms.undo : blank(reasonForm), 'reason', {
    label: deskWords(view).reason,
    among: of,
    fault: faultsOf(wrong, of).reason,
    ...(hint !== undefined && { hint }),
  })

interface FoldProps {
  readonly open: boolean
  readonly summary: string
  readonly children?: Child
}

/** Forms that are needed rarely lie folded, unless one came back. */
export const Fold = ({ open, summary, children }: FoldProps) => (
  <details class="desk-fold" open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
)

interface UndoProps extends UndoFormProps {
  /** Which line. */
  readonly of: string
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly go: string
  readonly hint: string
}

/** The way back, folded: it is taken rarely, and never without a reason. */
export function Undo(props: UndoProps) {
  const { view, of, action, hidden, go, hint, wrong } = props
  return (
    <Fold open={wrong?.of === of} summary={go}>
      <Form view={view} action={action} hidden={hidden}>
        <AskedFields view={view} fields={[undoField(props, of, hint)]} />
        <Actions>
          <Button kind="secondary">{go}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}
