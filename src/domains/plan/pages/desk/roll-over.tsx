import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Icon } from '#design/icon.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { fateForm } from '../../forms.ts'
import type { PlanItem } from '../../item.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { type PlanDesk, PlanFrame } from './frame.tsx'

export interface RollOverProps extends PlanDesk {
  readonly lines: readonly { readonly item: PlanItem; readonly form: Filled<typeof fateForm> }[]
  /** What was refused, and for which item. */
  readonly fault?: { readonly code: string; readonly text: string }
  /** Next year's plan is there already. */
  readonly exists: boolean
}

const fates = ['continued', 'renamed', 'merged', 'split', 'ended'] as const

/** 年度更新: what becomes of every item, one by one. */
export function RollOverPage(props: RollOverProps) {
  const { view, plan, lines, fault, exists } = props
  const { d } = deskWords(view)
  const next = plan.fiscalYear + 1
  const named = fault && lines.find(({ item }) => item.code === fault.code)
  return (
    <PlanFrame
      {...props}
      title={d.rollOver.title(next)}
      lead={d.rollOver.lead}
      tab="roll-over"
      narrow
    >
      {exists && (
        <Notice view={view} kind="warning">
          <p>
            {d.rollOver.exists(next)} <a href={at(view, urls.deskYear(next))}>{d.planOf(next)}</a>
          </p>
        </Notice>
      )}
      {fault && (
        <ErrorSummary
          view={view}
          faults={[
            {
              name: `${named?.item.id ?? ''}.relation`,
              label: named ? `${named.item.code} ${named.item.title}` : d.rollOver.fate,
              text: fault.text,
            },
          ]}
        />
      )}
      {!exists && <p class="soft">{d.rollOver.carried}</p>}
      {!exists && (
        <Form view={view} action={urls.deskPath(plan.fiscalYear, 'roll-over')}>
          {lines.map((line) => (
            <Fate {...props} {...line} />
          ))}
          <div class="desk-save">
            <Actions>
              <Button>{d.rollOver.go}</Button>
            </Actions>
          </div>
        </Form>
      )}
    </PlanFrame>
  )
}

function Fate(props: RollOverProps & RollOverProps['lines'][number]) {
  const { view, lines, item, form, fault } = props
  const { d } = deskWords(view)
  const own = fault?.code === item.code
  const prefix = item.id
  const { into: _into, ...rest } = form.fields
  const more = { ...form, fields: { ...rest, into: { ..._into, control: 'select' as const } } }
  const relation = asked(view, form, 'relation', {
    prefix,
    label: d.rollOver.fate,
    plain: true,
    options: fates.map((one) => ({ value: one, label: d.rollOver.fates[one] })),
    ...(own && fault && { fault: fault.text }),
  })
  const fields = [
    asked(view, form, 'titles', {
      prefix,
      label: d.rollOver.titles,
      hint: d.rollOver.titlesHint,
      rows: 2,
      plain: true,
    }),
    asked(view, more, 'into', {
      prefix,
      label: d.rollOver.into,
      hint: d.rollOver.intoHint,
      plain: true,
      options: lines.map((one) => ({
        value: one.item.id,
        label: `${one.item.code} ${one.item.title}`,
      })),
    }),
    asked(view, form, 'reason', { prefix, label: d.reason, rows: 2, plain: true }),
  ]
  const opened = own || form.raw.relation !== 'continued' || Boolean(form.raw.reason)
  return (
    <fieldset class="fieldset desk-fate">
      <legend>
        <span class="code">{item.code}</span> {item.title}
      </legend>
      <div class="stack">
        <AskedFields view={view} fields={[relation]} />
        <details class="desk-fold" open={opened}>
          <summary>
            <Icon name="open" size={16} /> {d.rollOver.more}
          </summary>
          <div class="stack">
            <AskedFields view={view} fields={fields} />
          </div>
        </details>
      </div>
    </fieldset>
  )
}
