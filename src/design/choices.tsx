import type { Child } from 'hono/jsx'
import { type AskedField, fieldId, type Option } from './field-kinds.ts'
import { href } from './href.ts'

export interface RadiosProps {
  readonly field: Extract<AskedField, { kind: 'radio' }>
}

export function Radios({ field }: RadiosProps) {
  const { name, options, value, required } = field
  return (
    <div class="choices">
      {options.map((option, i) => (
        <Choice field={field} option={option} place={i}>
          <input
            type="radio"
            id={`${fieldId(field)}-${i}`}
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
        <Choice field={field} option={option} place={i}>
          <input
            type="checkbox"
            id={`${fieldId(field)}-${i}`}
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
  readonly field: AskedField
  readonly option: Option
  readonly place: number
  readonly children?: Child
}

/** The whole line can be pressed: 48 px high. */
function Choice({ field, option, place, children }: ChoiceProps) {
  return (
    <div class="choice">
      {children}
      <label for={`${fieldId(field)}-${place}`} lang={option.lang}>
        {option.picture && <img src={href(option.picture)} alt="" loading="lazy" />}
        {option.label}
        {option.hint !== undefined && <span class="hint">{option.hint}</span>}
      </label>
    </div>
  )
}
