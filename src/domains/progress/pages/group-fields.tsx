import { AskedFields, asked } from '#design/asked.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet } from '#design/form.tsx'
import type { View } from '#design/view.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import type { ReportTyped } from '../forms.ts'
import { messages } from '../messages/group.ts'
import type { Scale } from '../progress.ts'
import { nowIn, type Where } from '../rules/where.ts'
import { FigureRows } from './figure-rows.tsx'
import { InJapanese, japaneseOf } from './public/words.tsx'

export interface GroupFieldsProps {
  readonly view: View
  readonly typed: ReportTyped
  readonly scale: Scale
  readonly where: Where
  readonly item: Pick<PlanItem, 'indicators'>
  /** Said at a field when it was handed in: value, result, issues, readings.0, unchanged. */
  readonly refused?: { readonly reason: string; readonly place: string } | undefined
}

/** What a group is asked: the same report as the city's, without what only the city counts. */
export function groupFieldsOf({ view, typed, scale, where, item, refused }: GroupFieldsProps) {
  const g = messages[view.locale]
  const { main, faults } = typed
  const at = (place: string) =>
    refused?.place === place ? { fault: g.reasons[refused.reason] ?? refused.reason } : {}
  const found = (name: string) => {
    const fault = faults[name]
    return fault ? { fault: g.reasons[fault] ?? fault } : {}
  }
  const plain = { plain: true } as const
  return {
    value: asked(view, main, 'value', {
      label: g.value,
      hint: g.valueHint,
      open: true,
      options: scale.steps.map(({ code, label, meaning }) => ({
        value: code,
        label: code === label ? label : `${code} ${label}`,
        hint: meaning,
        ...(japaneseOf(view) && { lang: 'ja' as const }),
      })),
      ...at('value'),
    }),
    districts: where.choices.length
      ? [
          asked(view, nowIn(main, where), 'districts', {
            label: g.districts,
            hint: g.districtsHint,
            options: where.choices,
            ...at('districts'),
          }),
        ]
      : [],
    result: asked(view, main, 'result', {
      label: g.result,
      hint: g.resultHint,
      rows: 6,
      ...at('result'),
    }),
    figures: typed.figures.map((row, i) => {
      const ask = { ...plain, prefix: `figure${i}` }
      return [
        asked(view, row, 'name', { ...ask, label: g.figureName, ...found(`figure${i}.name`) }),
        asked(view, row, 'value', { ...ask, label: g.figureValue, ...found(`figure${i}.value`) }),
        asked(view, row, 'unit', { ...ask, label: g.figureUnit, width: 'short' }),
      ]
    }),
    readings: typed.readings.map((row, i) => {
      const ask = { ...plain, prefix: `reading${i}` }
      const unit = item.indicators[i]?.unit ?? ''
      return [
        asked(view, row, 'actual', { ...ask, label: g.actual(unit), ...at(`readings.${i}`) }),
        asked(view, row, 'unmeasured', { ...ask, label: g.unmeasured }),
      ]
    }),
    issues: asked(view, main, 'issues', { label: g.issues, rows: 3, ...at('issues') }),
    next: asked(view, main, 'next', { label: g.next, rows: 3 }),
    unchanged: asked(view, main, 'unchanged', {
      label: g.sameReason,
      hint: g.sameReasonHint,
      ...at('unchanged'),
    }),
  } satisfies Record<string, AskedField | readonly (AskedField | readonly AskedField[])[]>
}

export type GroupFields = ReturnType<typeof groupFieldsOf>

/** Without 前と同じです, which only stands where there was an earlier report. */
export const allGroupFields = (f: GroupFields): readonly AskedField[] => [
  f.value,
  ...f.districts,
  f.result,
  ...f.figures.flat(),
  ...f.readings.flat(),
  f.issues,
  f.next,
]

interface ShownProps {
  readonly view: View
  readonly fields: GroupFields
  readonly item: Pick<PlanItem, 'indicators'>
}

export function GroupFieldset({ view, fields, item }: ShownProps) {
  const g = messages[view.locale]
  return (
    <>
      <AskedFields view={view} fields={[fields.value, ...fields.districts, fields.result]} />
      {fields.readings.map((row, i) => {
        const indicator = item.indicators[i]
        return (
          indicator && (
            <fieldset class="fieldset">
              <legend>
                {g.readings}: <InJapanese view={view} text={indicator.name} />
              </legend>
              {indicator.target !== null && (
                <p class="hint">{g.target(`${indicator.target}${indicator.unit}`)}</p>
              )}
              <div class="stack">
                <AskedFields view={view} fields={row} />
              </div>
            </fieldset>
          )
        )
      })}
      <FieldSet legend={g.figures} hint={g.figuresHint}>
        <FigureRows view={view} rows={fields.figures} class="figure-row" more={g.moreFigures} />
      </FieldSet>
      <AskedFields view={view} fields={[fields.issues, fields.next]} />
    </>
  )
}
