import { figure } from './dates.ts'
import { type AskedField, describedBy, fieldId } from './field-kinds.ts'
import { words } from './messages.ts'
import type { View } from './view.ts'

export type SingleField = Exclude<AskedField, { kind: 'radio' | 'checkboxes' | 'day' }>

export interface ControlProps {
  readonly view: View
  readonly field: SingleField
}

/** What all single fields share. Nothing is cut off while typing: the server says what is too long. */
const shared = (field: SingleField) => ({
  id: fieldId(field),
  name: field.name,
  required: field.required,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error === undefined ? undefined : ('true' as const),
})

/** The element one types into. */
export function Control({ view, field }: ControlProps) {
  const given = shared(field)
  switch (field.kind) {
    case 'text':
      return (
        <>
          <input
            {...given}
            class={`input ${field.width ?? 'full'}`}
            type={field.type ?? 'text'}
            value={field.value}
            autocomplete={field.autocomplete}
            inputmode={field.inputmode}
            list={field.offered ? `${given.id}-offered` : undefined}
          />
          {field.offered && (
            <datalist id={`${given.id}-offered`}>
              {field.offered.map((text) => (
                <option value={text} />
              ))}
            </datalist>
          )}
        </>
      )
    case 'textarea':
      return <LongText view={view} field={field} />
    case 'select':
      return (
        <select {...given} class="input">
          {!(field.required && field.value) && (
            <option value="">{field.empty ?? words(view).form.choose}</option>
          )}
          {field.options.map(({ value, label }) => (
            <option value={value} selected={value === field.value}>
              {label}
            </option>
          ))}
        </select>
      )
    case 'number':
      return (
        <span class="with-unit">
          <input
            {...given}
            class="input short"
            type="number"
            inputmode="decimal"
            value={field.value}
            min={field.min}
            max={field.max}
            step={field.step}
          />
          {field.unit && <span class="unit">{field.unit}</span>}
        </span>
      )
    case 'date':
      return (
        <input
          {...given}
          class="input medium"
          type="date"
          value={field.value}
          min={field.min}
          max={field.max}
        />
      )
    case 'file':
      return (
        <input
          {...given}
          class="input"
          type="file"
          accept={field.accept}
          multiple={field.multiple}
        />
      )
  }
}

interface LongTextProps {
  readonly view: View
  readonly field: Extract<AskedField, { kind: 'textarea' }>
}

/** How much fits is said in words; how much there is, when the form comes back. */
function LongText({ view, field }: LongTextProps) {
  const { form } = words(view)
  const letters = [...(field.value ?? '')].length
  return (
    <>
      <textarea {...shared(field)} class="input" rows={field.rows ?? 6}>
        {field.value ?? ''}
      </textarea>
      {field.max !== undefined && (
        <p class="hint count" id={`${fieldId(field)}-count`}>
          {form.upTo(figure(view.locale, field.max))}
          {letters > 0 && ` (${form.letters(figure(view.locale, letters))})`}
        </p>
      )}
    </>
  )
}
