import type { Child } from 'hono/jsx'
import { type AskedField, fieldId, type Option } from './field-kinds.ts'

export interface RadiosProps {
  readonly field: Extract<AskedField, { kind: 'radio' }>
}

export function Radios({ field }: RadiosProps) {
  const { name, options, value, required } = field
  return (
    <div class="choices">
      {options.map((option, i) => (
        <Choice name={name} option={option} place={i}>
          <input
            type="radio"
            id={`${fieldId(name)}-${i}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            required={required}
          />
        </Choice>
      ))}
    </div>
  )
}

export interface CheckboxesProps {
  readonly field: Extract<AskedField, { kind: 'checkboxes' }>
}

export function Checkboxes({ field }: CheckboxesProps) {
  const { name, options, values = [] } = field
  return (
    <div class="choices">
      {options.map((option, i) => (
        <Choice name={name} option={option} place={i}>
          <input
            type="checkbox"
            id={`${fieldId(name)}-${i}`}
            name={name}
            value={option.value}
            checked={values.includes(option.value)}
          />
        </Choice>
      ))}
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly option: Option
  readonly place: number
  readonly children?: Child
}

/** The whole line can be pressed: 48 px high. */
function Choice({ name, option, place, children }: ChoiceProps) {
  return (
    <div class="choice">
      {children}
      <label for={`${fieldId(name)}-${place}`}>
        {option.label}
        {option.hint !== undefined && <span class="hint">{option.hint}</span>}
      </label>
    </div>
  )
}
