import { asked, optionsOf } from '#design/asked.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import type { AskedField } from '#design/field-kinds.ts'
import type { Fields, Filled } from '#platform/form.ts'
import type { answerForm } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import { type Point, pointKinds } from '../../point.ts'
import type { VoiceTerms } from '../../terms.ts'
import { urls } from '../../urls.ts'
import type { Original, Voice } from '../../voice.ts'
import type { VoiceAction } from '../../workflow.ts'
import type { Placing } from '../chosen.tsx'
import type { Desk, Next } from './frame.tsx'
import { FoldedStep } from './steps.tsx'
import { topicOptions } from './triage.tsx'

/** The forms of a point that ask for something, by the step that they take. */
export const askingSteps = [
  'give-back',
  'reassign',
  'circulate',
  'transfer',
  'decline',
  'correct',
  'settle',
] as const
export type AskingStep = (typeof askingSteps)[number]

export interface PointProps extends Desk {
  readonly point: Point
  readonly voice: Voice
  readonly original: Original | null
  /** The city's map, where the sender chose a place on it. */
  readonly placing?: Placing | undefined
  readonly offers: ReadonlySet<VoiceAction>
  readonly terms: VoiceTerms
  readonly sections: readonly string[]
  readonly answer: Filled<typeof answerForm>
  /** What a rule refused, at its field. */
  readonly refused?: { readonly field: string; readonly text: string } | undefined
  readonly forms: Readonly<Record<AskingStep, Filled<Fields>>>
  readonly among?: AskingStep | undefined
  readonly similar: readonly {
    readonly number: string
    readonly gist: string
    readonly answer: string
  }[]
  readonly templates: readonly { readonly id: string; readonly name: string }[]
  readonly objection: { readonly id: string; readonly text: string } | null
  /** The answer stands as somebody typed it, and not yet as it was saved. */
  readonly isTyped: boolean
  readonly upNext?: Next | undefined
}

/** What a step has to know of the page on which its maker saw the point. */
export const versionOf = ({ point }: PointProps) => ({ version: String(point.version) })

interface AskingProps extends PointProps {
  readonly step: AskingStep
  readonly title: string
  readonly hint?: string
}

/** A step of a point that asks for something first. */
export function Asking(props: AskingProps) {
  const { view, point, step, title, hint, among } = props
  return (
    <FoldedStep
      view={view}
      action={urls.pointStep(point.id, step)}
      title={title}
      hidden={versionOf(props)}
      fields={fieldsOf(props, step)}
      {...(hint !== undefined && { hint })}
      isOpen={among === step}
    />
  )
}

export function fieldsOf(props: PointProps, step: AskingStep): readonly AskedField[] {
  const { view, terms, sections, forms, refused, among } = props
  const w = workWords(view)
  const tongue = view.locale === 'en' || view.locale === 'ko' ? 'en' : 'ja'
  const form = forms[step]
  const one = (key: string, label: string, more: Parameters<typeof asked>[3] | object = {}) =>
    asked(view, form, key, {
      label,
      among: step,
      ...more,
      ...(among === step && refused?.field === key && { fault: refused.text }),
    })
  const bySection = sections.map((name) => ({ value: name, label: name, ...inJapanese(view) }))
  const reason = () => one('reason', w.reason, { rows: 3 })
  switch (step) {
    case 'give-back':
    case 'circulate':
      return [reason()]
    case 'reassign':
      return [one('section', w.section, { options: bySection, empty: '—' })]
    case 'transfer':
      return [one('to', w.transferTo), reason()]
    case 'decline':
      return [
        one('ground', w.ground, {
          options: terms.outside.map(({ key, ...named }) => ({ value: key, label: named[tongue] })),
          empty: '—',
        }),
        reason(),
      ]
    case 'correct':
      return [
        one('gist', w.gist, { rows: 2 }),
        one('kind', w.kind, { options: optionsOf(pointKinds, w.kinds) }),
        one('topic', w.topic, { options: topicOptions(view, terms.topics) }),
        one('section', w.section, { options: bySection }),
      ]
    case 'settle':
      return [
        one('outcome', w.settleOutcome, {
          open: true,
          options: [
            { value: 'changed', label: w.settleChanged },
            { value: 'kept', label: w.settleKept },
          ],
        }),
        one('gist', w.newGist, { rows: 2 }),
        reason(),
      ]
  }
}
