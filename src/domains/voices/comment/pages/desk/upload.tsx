import { AskedFields, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import type { View } from '#design/view.ts'

interface UploadProps {
  readonly view: View
  readonly action: string
  readonly title: string
  readonly hidden: Readonly<Record<string, string>>
  readonly fields: readonly AskedField[]
  readonly isOpen?: boolean
}

/** A folded step that takes a file along. */
export function UploadStep({ view, action, title, hidden, fields, isOpen }: UploadProps) {
  const open = isOpen || fields.some(({ error }) => error !== undefined)
  return (
    <details class="desk-fold" open={open}>
      <summary>{title}</summary>
      <Faults view={view} fields={fields} />
      <Form view={view} action={action} hidden={hidden} multipart>
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button kind="secondary">{title}</Button>
        </Actions>
      </Form>
    </details>
  )
}
