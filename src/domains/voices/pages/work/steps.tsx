import type { Child } from 'hono/jsx'
import { AskedFields, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import type { View } from '#design/view.ts'

interface StepProps {
  readonly view: View
  readonly action: string
  readonly title: string
  readonly hidden: Readonly<Record<string, string>>
  readonly fields?: readonly AskedField[]
  readonly hint?: string
  readonly isOpen?: boolean
}

/** A step that asks for something first: folded, and open again where it came back with a fault. */
export function FoldedStep(props: StepProps & { readonly children?: Child }) {
  const { view, action, title, hidden, fields = [], hint, isOpen, children } = props
  const open = isOpen || fields.some(({ error }) => error !== undefined)
  return (
    <details class="desk-fold" open={open}>
      <summary>{title}</summary>
      <Faults view={view} fields={fields} />
      {children}
      <Form view={view} action={action} hidden={hidden}>
        {hint !== undefined && <p class="hint">{hint}</p>}
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button kind="secondary">{title}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** A step that asks for nothing. */
export const PlainStep = ({ view, action, title, hidden, hint }: StepProps) => (
  <Form view={view} action={action} hidden={hidden}>
    {hint !== undefined && <p class="hint">{hint}</p>}
    <Actions>
      <Button kind="secondary">{title}</Button>
    </Actions>
  </Form>
)
