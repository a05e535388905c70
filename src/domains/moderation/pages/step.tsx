import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Icon } from '#design/icon.tsx'
import type { View } from '#design/view.ts'
import type { Body, Fields, Filled } from '#platform/form.ts'
import { blank } from '#platform/form.ts'
import type { Mark } from '#platform/personal.ts'
import {
  type Block,
  type Case,
  type Decision,
  type Flag,
  type Opening,
  type OpenWords,
  purposes,
} from '../case.ts'
import { blockForm, decisionForm, purposeForm, reasonForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import type { ShownGuidelines } from './guideline-text.tsx'

/** The steps of the desk, and which form each needs. */
export const deskSteps = {
  claim: 'none',
  unclaim: 'none',
  open: 'purpose',
  keep: 'why',
  hide: 'why',
  restore: 'reason',
  warn: 'why',
  block: 'block',
  unblock: 'reason',
  uphold: 'reason',
  overturn: 'reason',
} as const
export type DeskStep = keyof typeof deskSteps

export interface CaseProps {
  readonly view: View
  readonly of: Case
  readonly kind: string
  readonly excerpt: string | null
  /** Places that the machine found in it: of a person, or a word that the city avoids. */
  readonly marks: readonly Mark[]
  readonly path: string | null
  readonly author: string | null
  readonly block: Block | undefined
  readonly flags: readonly Flag[]
  readonly decisions: readonly Decision[]
  /** What this person has opened and may still read. */
  readonly words: OpenWords | undefined
  readonly openings: readonly Opening[]
  readonly nameOf: (id: string) => string
  readonly grounds: readonly string[]
  readonly reasonLength: number
  readonly guidelines: ShownGuidelines
  readonly offers: readonly DeskStep[]
  /** The appeal is there, and this person is who decided first. */
  readonly decidedFirst: boolean
  /** What was typed for one step, and what a rule says to it. */
  readonly tried?: {
    readonly step: DeskStep
    readonly form: Filled<Fields>
    readonly body: Body
    readonly refusal?: string
  }
  readonly done: string | null
}

function fieldsOf(props: CaseProps, step: DeskStep, open: boolean): readonly AskedField[] {
  const { view, grounds, reasonLength, tried } = props
  const { d, t } = deskWords(view)
  const need = deskSteps[step]
  const refusal = open ? tried?.refusal : undefined
  const choices = optionsOf(grounds, t.grounds)
  const hint = { label: d.reason, hint: d.reasonHint, rows: 4 }
  if (need === 'none') return []
  const known = open && tried ? tried.form : null
  const reason = known ?? blank(reasonForm(reasonLength))
  const why = known ?? blank(decisionForm(grounds, reasonLength))
  const block = known ?? blank(blockForm(grounds, reasonLength))
  const fault = refusal === undefined ? {} : { fault: refusal }
  if (need === 'purpose') {
    const form = known ?? blank(purposeForm)
    return [
      asked(view, form, 'purpose', {
        label: d.purpose,
        options: optionsOf(purposes, d.purposes),
        prefix: step,
      }),
      asked(view, form, 'reason', {
        label: d.openReason,
        hint: d.openReasonHint,
        rows: 2,
        prefix: step,
        ...fault,
      }),
    ]
  }
  if (need === 'reason') return [asked(view, reason, 'reason', { ...hint, prefix: step, ...fault })]
  const ground = asked(view, why, 'ground', {
    label: d.ground,
    options: choices,
    prefix: step,
    ...(need === 'why' && fault),
  })
  const text = asked(view, why, 'reason', { ...hint, prefix: step })
  if (need === 'why') return [ground, text]
  const until = asked(view, block, 'until', {
    label: d.until,
    hint: d.untilHint,
    prefix: step,
    ...fault,
  })
  return [ground, text, until]
}

/** One thing that can be done to a case: what it does, what it asks for, its button. */
export function Step(props: CaseProps & { readonly step: DeskStep }) {
  const { view, of, step, tried } = props
  const { d } = deskWords(view)
  const open = tried?.step === step
  const fields = fieldsOf(props, step, open)
  const severe = step === 'hide' || step === 'block'
  const form = (
    <Form view={view} action={urls.act(of.id, step)} id={`step-${step}`}>
      {open && <Faults view={view} fields={fields} />}
      <p class="hint">{d.what[step]}</p>
      <div class="stack">
        <AskedFields view={view} fields={fields} />
      </div>
      <Actions>
        <Button kind={severe ? 'danger' : step === 'claim' ? 'primary' : 'secondary'}>
          {d.actions[step]}
        </Button>
      </Actions>
    </Form>
  )
  if (fields.length === 0) return form
  return (
    <details class="fold" open={open}>
      <summary>
        <Icon name="open" />
        <span>{d.actions[step]}</span>
      </summary>
      {form}
    </details>
  )
}
