import { Checkboxes, Radios } from './choices.tsx'
import { Control } from './control.tsx'
import { DayBoxes } from './day-boxes.tsx'
import { type AskedField, describedBy, type FieldProps, fieldId } from './field-kinds.ts'
import { Icon } from './icon.tsx'
import { words } from './messages.ts'
import type { View } from './view.ts'

export interface FieldViewProps {
  readonly view: View
  readonly field: FieldProps
}

/** Label, hint, fault, field: in this order, so that all is known before one types. */
export function Field({ view, field }: FieldViewProps) {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />
  const frame = field.error === undefined ? 'field' : 'field wrong'
  if (field.kind === 'radio' || field.kind === 'checkboxes' || field.kind === 'day')
    return (
      <fieldset class={frame} id={fieldId(field)} aria-describedby={describedBy(field)}>
        <legend>
          {field.label} <Need view={view} field={field} />
        </legend>
        <Before view={view} field={field} />
        {field.kind === 'radio' && <Radios field={field} />}
        {field.kind === 'checkboxes' && <Checkboxes field={field} />}
        {field.kind === 'day' && <DayBoxes view={view} field={field} />}
      </fieldset>
    )
  return (
    <div class={frame}>
      <label for={fieldId(field)}>
        {field.label} <Need view={view} field={field} />
      </label>
      <Before view={view} field={field} />
      <Control view={view} field={field} />
    </div>
  )
}

interface AskedProps {
  readonly view: View
  readonly field: AskedField
}

/** Required is said in words. */
function Need({ view, field }: AskedProps) {
  const { form } = words(view)
  if (field.plain) return null
  return field.required ? (
    <span class="need">{form.required}</span>
  ) : (
    <span class="need free">{form.optional}</span>
  )
}

function Before({ view, field }: AskedProps) {
  const id = fieldId(field)
  const { form } = words(view)
  const always =
    field.kind === 'file'
      ? field.multiple
        ? form.filesHint
        : form.fileHint
      : field.kind === 'day'
        ? form.day.hint
        : undefined
  return (
    <>
      {(field.hint !== undefined || always) && (
        <p
          class="hint"
          id={`${id}-hint`}
          data-most={field.counted?.most}
          data-within={field.counted?.within}
          data-over={field.counted?.over}
        >
          {field.hint} {always}
        </p>
      )}
      {field.error !== undefined && (
        <p class="error" id={`${id}-error`}>
          <Icon name="danger" /> <span class="unseen">{form.fault}: </span>
          {field.error}
        </p>
      )}
    </>
  )
}
