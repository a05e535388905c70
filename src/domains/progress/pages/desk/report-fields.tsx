import { AskedFields, asked, optionsOf } from '#design/asked.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet } from '#design/form.tsx'
import type { View } from '#design/view.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import type { ReportTyped } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { Scale } from '../../progress.ts'
import { unchangedReasons } from '../../rules/desk.ts'
import { nowIn, type Where } from '../../rules/where.ts'
import { FigureRows } from '../figure-rows.tsx'

interface ReportFormProps {
  readonly view: View
  readonly typed: ReportTyped
  readonly scale: Scale
  readonly where: Where
  readonly item: Pick<PlanItem, 'indicators'>
  /** Stands before every name: several reports are one form. */
  readonly prefix: string
  /** Said at a field when it was handed in: value, result, readings.0. */
  readonly refused?: { readonly place: string; readonly text: string }
  readonly prefilled: boolean
}

/** Every field of one report, by the questions that its writer is asked. */
export function reportFieldsOf(props: ReportFormProps) {
  const { view, typed, scale, where, item, prefix, refused, prefilled } = props
  const w = deskWords(view)
  const { main, faults } = typed
  const at = (place: string) => (refused?.place === place ? { fault: refused.text } : {})
  const found = (name: string) => {
    const fault = faults[name]
    return fault ? { fault: w.faults[fault] } : {}
  }
  const small = { plain: true } as const
  return {
    value: asked(view, main, 'value', {
      prefix,
      label: w.fields.value,
      open: true,
      options: scale.steps.map(({ code, label, meaning }) => ({
        value: code,
        label: code === label ? label : `${code} ${label}`,
        hint: meaning,
        ...inJapanese(view),
      })),
      ...at('value'),
    }),
    districts: where.choices.length
      ? [
          asked(view, nowIn(main, where), 'districts', {
            prefix,
            label: w.fields.districts,
            hint: w.districtsHint,
            options: where.choices,
            ...at('districts'),
          }),
        ]
      : [],
    result: asked(view, main, 'result', {
      prefix,
      label: w.fields.result,
      hint: prefilled ? w.prefilled : w.resultHint,
      rows: 4,
      ...at('result'),
    }),
    figures: typed.figures.map((row, i) => {
      const ask = { ...small, prefix: `${prefix}.figure${i}` }
      return [
        asked(view, row, 'name', { ...ask, label: w.figureName, ...found(`figure${i}.name`) }),
        asked(view, row, 'value', { ...ask, label: w.figureValue, ...found(`figure${i}.value`) }),
        asked(view, row, 'unit', { ...ask, label: w.figureUnit, width: 'short' }),
      ]
    }),
    readings: typed.readings.map((row, i) => {
      const ask = { ...small, prefix: `${prefix}.reading${i}` }
      const unit = item.indicators[i]?.unit ?? ''
      return [
        asked(view, row, 'actual', { ...ask, label: w.actual(unit), ...at(`readings.${i}`) }),
        asked(view, row, 'unmeasured', { ...ask, label: w.unmeasured }),
      ]
    }),
    evidence: typed.evidence.map((row, i) => {
      const ask = { ...small, prefix: `${prefix}.evidence${i}` }
      return [
        asked(view, row, 'title', {
          ...ask,
          label: w.evidenceTitle,
          ...found(`evidence${i}.title`),
        }),
        asked(view, row, 'url', { ...ask, label: w.evidenceUrl, ...found(`evidence${i}.url`) }),
      ]
    }),
    issues: asked(view, main, 'issues', {
      prefix,
      label: w.fields.issues,
      hint: w.issuesHint,
      rows: 2,
      ...at('issues'),
    }),
    next: asked(view, main, 'next', { prefix, label: w.fields.next, rows: 2 }),
    spent: [
      asked(view, main, 'hours', { prefix, label: w.fields.hours, unit: w.hoursUnit }),
      asked(view, main, 'yen', { prefix, label: w.fields.yen, unit: w.yenUnit }),
    ],
    unchanged: [
      asked(view, main, 'why', {
        prefix,
        label: w.why,
        options: optionsOf(unchangedReasons, w.reasons),
        ...at('unchanged'),
      }),
      asked(view, main, 'unchanged', { prefix, label: w.ownWords }),
    ],
  } satisfies Record<string, AskedField | readonly (AskedField | readonly AskedField[])[]>
}

export type ReportFields = ReturnType<typeof reportFieldsOf>

export const allFields = (f: ReportFields): readonly AskedField[] => [
  f.value,
  ...f.districts,
  f.result,
  ...f.figures.flat(),
  ...f.readings.flat(),
  ...f.evidence.flat(),
  f.issues,
  f.next,
  ...f.spent,
  ...f.unchanged,
]

interface ShownProps {
  readonly view: View
  readonly fields: ReportFields
  readonly item: Pick<PlanItem, 'indicators'>
}

/** The fields as they are written in: what is always asked lies open, the rest folded below. */
export function ReportFieldset({ view, fields, item }: ShownProps) {
  const w = deskWords(view)
  const rest = [...fields.evidence.flat(), fields.issues, fields.next, ...fields.spent]
  const open = rest.some((one) => one.error !== undefined)
  const filled = rest.filter((one) => 'value' in one && one.value).length
  return (
    <div class="stack">
      <AskedFields view={view} fields={[fields.value, ...fields.districts, fields.result]} />
      {fields.readings.length > 0 && (
        <FieldSet legend={w.fields.readings}>
          {fields.readings.map((row, i) => (
            <Reading view={view} row={row} indicator={item.indicators[i]} />
          ))}
        </FieldSet>
      )}
      <FieldSet legend={w.fields.figures}>
        <FigureRows
          view={view}
          rows={fields.figures}
          class="desk-figure-row"
          more={w.moreFigures}
        />
      </FieldSet>
      <details class="desk-fold" open={open}>
        <summary>
          {w.more} <span class="soft">{filled > 0 && filled}</span>
        </summary>
        <div class="stack">
          <FieldSet legend={w.fields.evidence} hint={w.evidenceHint}>
            {fields.evidence.map((row) => (
              <div class="desk-quarters">
                <AskedFields view={view} fields={row} />
              </div>
            ))}
          </FieldSet>
          <AskedFields view={view} fields={[fields.issues, fields.next]} />
          <div class="desk-quarters">
            <AskedFields view={view} fields={fields.spent} />
          </div>
        </div>
      </details>
    </div>
  )
}

function Reading(props: {
  readonly view: View
  readonly row: readonly AskedField[]
  readonly indicator: PlanItem['indicators'][number] | undefined
}) {
  const { view, row, indicator } = props
  const w = deskWords(view)
  if (!indicator) return null
  const { name, unit, baseline, target } = indicator
  const number = (n: number | null) => (n === null ? '—' : `${n}${unit}`)
  return (
    <fieldset class="desk-figure">
      <legend {...inJapanese(view)}>{name}</legend>
      <p class="soft">
        {w.baseline} {number(baseline)} → {w.target} {number(target)}
      </p>
      <div class="desk-quarters">
        <AskedFields view={view} fields={row} />
      </div>
    </fieldset>
  )
}
