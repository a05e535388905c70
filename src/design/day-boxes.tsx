import { type AskedField, describedBy, fieldId } from './field-kinds.ts'
import { words } from './messages.ts'
import type { View } from './view.ts'

export interface DayBoxesProps {
  readonly view: View
  readonly field: Extract<AskedField, { kind: 'day' }>
}

const eras = ['昭和', '平成', '令和', '大正', '明治'] as const
const boxes = ['year', 'month', 'day'] as const

/**
 * A birth date as people know it by heart. A calendar to click through would take them back eighty years month by
 * month; an era and three boxes take a number each, and a phone shows its figures.
 * Digital Agency's design system (日付ピッカー) and the GOV.UK Design System (Date input) advise the same.
 */
export function DayBoxes({ view, field }: DayBoxesProps) {
  const { day: t } = words(view).form
  const { name, own, error } = field
  const id = fieldId(field)
  const [first = '', ...rest] = (field.value ?? '').split('/')
  const era = eras.find((one) => first.startsWith(one)) ?? ''
  const typed = [first.slice(era.length), ...rest]
  const wrong = error === undefined ? undefined : ('true' as const)
  return (
    <div class="day-boxes">
      <div>
        <label for={`${id}-era`}>{t.era}</label>
        <select class="input" id={`${id}-era`} name={`${name}.era`}>
          <option value="">{t.western}</option>
          {eras.map((one) => (
            <option value={one} selected={one === era} lang="ja">
              {one}
            </option>
          ))}
        </select>
      </div>
      {boxes.map((box, i) => (
        <div>
          <label for={`${id}-${box}`}>{t[box]}</label>
          <input
            class={`input ${box}`}
            id={`${id}-${box}`}
            name={`${name}.${box}`}
            type="text"
            inputmode="numeric"
            autocomplete={own ? `bday-${box}` : 'off'}
            value={typed[i] ?? ''}
            required={field.required}
            aria-describedby={describedBy(field)}
            aria-invalid={wrong}
          />
        </div>
      ))}
    </div>
  )
}
