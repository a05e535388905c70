import { Difference } from '#design/difference.tsx'
import { Facts } from '#design/facts.tsx'
import { fieldId } from '#design/field-kinds.ts'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { ReportContent, Scale } from '../../progress.ts'
import type { ReportField } from '../../rules/desk.ts'
import type { Where } from '../../rules/where.ts'
import { spoken } from './spoken.tsx'

/** Two people wrote on one report: what the other one did, and which places both changed. */
export interface Conflict {
  readonly base: ReportContent
  readonly theirs: ReportContent
  readonly mine: ReportContent
  readonly theirChanges: readonly ReportField[]
  /** Both changed these: a person has to choose. */
  readonly fields: readonly ReportField[]
  readonly chosen: Readonly<Record<string, string>>
  /** Nobody has chosen yet, after the form was sent. */
  readonly missing: readonly ReportField[]
}

interface ConflictProps {
  readonly view: View
  readonly scale: Scale
  readonly item: Pick<PlanItem, 'indicators'>
  readonly conflict: Conflict
  readonly where: Where
}

/** The name of the choice between two wordings of one field. */
export const whoChose = (report: string, field: ReportField) => `${report}.choose.${field}`

/** Above the item: nothing is lost, and here is what the other person wrote. */
export function TheirChanges({ view, scale, item, conflict, where }: ConflictProps) {
  const w = deskWords(view)
  const { base, theirs, theirChanges } = conflict
  const text = (content: ReportContent, field: ReportField) =>
    spoken({ view, scale, item, content, where }, field)
  return (
    <Notice view={view} kind="warning" live title={w.conflict.title}>
      <p>{w.conflict.lead}</p>
      <Facts
        pairs={theirChanges.map((field) => [
          w.fields[field],
          <Difference view={view} before={text(base, field)} after={text(theirs, field)} />,
        ])}
      />
      <p>{w.conflict.merged}</p>
    </Notice>
  )
}

/** Where both changed one place, nothing is chosen for them. */
export function Choose(props: ConflictProps & { readonly report: string }) {
  const { view, scale, item, conflict, report, where } = props
  const w = deskWords(view)
  const { fields, chosen, missing } = conflict
  if (!fields.length) return null
  const sides = [
    ['mine', w.conflict.mine, conflict.mine],
    ['theirs', w.conflict.theirs, conflict.theirs],
  ] as const
  return (
    <fieldset class="fieldset">
      <legend>{w.conflict.choose}</legend>
      {fields.map((field) => {
        const name = whoChose(report, field)
        const wrong = missing.includes(field)
        return (
          <fieldset class={wrong ? 'field wrong' : 'field'} id={fieldId(name)}>
            <legend>{w.fields[field]}</legend>
            {wrong && <p class="error">{w.conflict.required}</p>}
            {sides.map(([side, label, content]) => (
              <div class="choice">
                <input
                  type="radio"
                  id={`${fieldId(name)}-${side}`}
                  name={name}
                  value={side}
                  checked={chosen[field] === side}
                />
                <label for={`${fieldId(name)}-${side}`}>
                  {label}
                  <span class="conflict-text lines" {...inJapanese(view)}>
                    {spoken({ view, scale, item, content, where }, field) || w.conflict.empty}
                  </span>
                </label>
              </div>
            ))}
          </fieldset>
        )
      })}
    </fieldset>
  )
}
