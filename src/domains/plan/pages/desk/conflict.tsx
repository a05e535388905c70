import { Difference } from '#design/difference.tsx'
import { Facts } from '#design/facts.tsx'
import { fieldId } from '#design/field-kinds.ts'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import type { ContentField, ItemContent } from '../../item.ts'
import { deskWords } from '../../messages/desk.ts'
import { spoken } from '../spoken.ts'

/** Two people saved one item: what the other one did, and which places both changed. */
export interface Conflict {
  readonly base: ItemContent
  readonly theirs: ItemContent
  /** The version from which this person had started. */
  readonly baseVersion: number
  readonly who: string
  readonly when: string
  readonly theirChanges: readonly ContentField[]
  readonly fields: readonly ContentField[]
  readonly mine: ItemContent
  readonly chosen: Readonly<Record<string, string>>
  /** Places for which nobody has chosen yet, after the form was sent. */
  readonly missing: readonly ContentField[]
}

interface ConflictProps {
  readonly view: View
  readonly conflict: Conflict
}

/** Above the form: nothing is lost, and here is what the other person wrote. */
export function TheirChanges({ view, conflict }: ConflictProps) {
  const { d, t } = deskWords(view)
  const { base, theirs, theirChanges, who, when } = conflict
  return (
    <Notice view={view} kind="warning" live title={d.conflict.title}>
      <p>{d.conflict.lead}</p>
      <h2 class="desk-legend">{d.conflict.theirs(who, when)}</h2>
      <Facts
        pairs={theirChanges.map((field) => [
          t.fields[field],
          <Difference
            view={view}
            before={spoken(view, t, field, base)}
            after={spoken(view, t, field, theirs)}
          />,
        ])}
      />
      <p>{d.conflict.merged}</p>
    </Notice>
  )
}

/** Where both changed one place, nothing is chosen for them. */
export function Choose({ view, conflict }: ConflictProps) {
  const { d, t } = deskWords(view)
  const { fields, theirs, mine, chosen, missing } = conflict
  if (!fields.length) return null
  return (
    <section class="confirm stack" aria-labelledby="choose">
      <h2 id="choose">{d.conflict.choose}</h2>
      {fields.map((field) => {
        const name = `choose.${field}`
        const one = (value: 'theirs' | 'mine', label: string, text: string) => (
          <div class="choice">
            <input
              type="radio"
              id={`${fieldId(name)}-${value}`}
              name={name}
              value={value}
              checked={chosen[field] === value}
            />
            <label for={`${fieldId(name)}-${value}`}>
              {label}
              <span class="conflict-text lines">{text || d.conflict.empty}</span>
            </label>
          </div>
        )
        const wrong = missing.includes(field)
        return (
          <fieldset class={wrong ? 'field wrong' : 'field'} id={fieldId(name)}>
            <legend>{t.fields[field]}</legend>
            {wrong && <p class="error">{d.conflict.required}</p>}
            <div class="choices">
              {one('mine', d.conflict.mine, spoken(view, t, field, mine))}
              {one('theirs', d.conflict.their, spoken(view, t, field, theirs))}
            </div>
          </fieldset>
        )
      })}
    </section>
  )
}
