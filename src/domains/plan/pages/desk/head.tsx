import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Notice } from '#design/notice.tsx'
import type { Filled } from '#platform/form.ts'
import type { headForm, headWordsForm, Tongue } from '../../forms.ts'
import { tongues } from '../../intake/columns.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { TranslationsHint } from './fields.tsx'
import { type PlanDesk, PlanFrame } from './frame.tsx'

export interface HeadProps extends PlanDesk {
  readonly form: Filled<typeof headForm>
  readonly words: Readonly<Record<Tongue, Filled<typeof headWordsForm>>>
  /** Somebody saved in between: what the plan says now is shown beside what was typed. */
  readonly stale?: boolean
}

/** 前書き: the texts before the measures, the names of the levels, and their translations. */
export function HeadPage(props: HeadProps) {
  const { view, plan, form, words, stale } = props
  const { d } = deskWords(view)
  const onePerLine = { hint: d.onePerLine, rows: 4 }
  const texts = [
    asked(view, form, 'title', { label: d.planTitle }),
    asked(view, form, 'subtitle', { label: d.subtitle }),
    asked(view, form, 'purpose', { label: d.purpose, rows: 2 }),
    asked(view, form, 'aim', { label: d.aim, rows: 8 }),
    asked(view, form, 'goals', { label: d.goals, ...onePerLine }),
  ]
  const levels = (['measure', 'group', 'item'] as const).map((level) =>
    asked(view, form, level, { label: d.levelNames[level], width: 'medium' }),
  )
  const others = tongues.map((tongue) => {
    const ask = { prefix: tongue }
    return [
      asked(view, words[tongue], 'title', { ...ask, label: d.planTitle }),
      asked(view, words[tongue], 'subtitle', { ...ask, label: d.subtitle }),
      asked(view, words[tongue], 'purpose', { ...ask, label: d.purpose, rows: 2 }),
      asked(view, words[tongue], 'aim', { ...ask, label: d.aim, rows: 6 }),
      asked(view, words[tongue], 'goals', { ...ask, ...onePerLine, label: d.goals }),
    ]
  })
  return (
    <PlanFrame {...props} title={d.head} lead={d.headLead} tab="head" narrow>
      {stale && <Now {...props} />}
      <Faults view={view} fields={[...texts, ...levels, ...others.flat()]} />
      <Form
        view={view}
        action={urls.deskPath(plan.fiscalYear, 'head')}
        hidden={{ version: stale ? String(plan.version) : form.raw.version }}
      >
        <FieldSet legend={d.head}>
          <AskedFields view={view} fields={texts} />
        </FieldSet>
        <FieldSet legend={d.levels} hint={d.levelsHint}>
          <AskedFields view={view} fields={levels} />
        </FieldSet>
        <section class="stack-tight">
          <h2 class="desk-legend">{d.translations}</h2>
          <TranslationsHint view={view} />
          {others.map((fields, i) => (
            <details class="desk-fold" open={fields.some((f) => f.error !== undefined)}>
              <summary>{d.tongues[tongues[i] ?? 'easy']}</summary>
              <div class="stack">
                <AskedFields view={view} fields={fields} />
              </div>
            </details>
          ))}
        </section>
        <div class="desk-save">
          <Actions>
            <Button>{d.save}</Button>
          </Actions>
        </div>
      </Form>
    </PlanFrame>
  )
}

function Now({ view, plan }: HeadProps) {
  const { d } = deskWords(view)
  return (
    <Notice view={view} kind="warning" live title={d.headStale}>
      <Facts
        pairs={[
          [d.planTitle, plan.title],
          [d.subtitle, plan.subtitle],
          [d.purpose, plan.purpose],
          [d.aim, plan.aim],
          [d.goals, <span class="lines">{plan.goals.join('\n')}</span>],
        ]}
      />
    </Notice>
  )
}
