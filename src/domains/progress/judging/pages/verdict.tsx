import { asked } from '#design/asked.tsx'
import { faultsIn } from '#design/messages/faults.ts'
import type { View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { Scale } from '../../progress.ts'
import { stepOf } from '../../rules/report.ts'
import type { verdictForm } from '../forms.ts'
import { courses, type Verdict } from '../judging.ts'
import type { MemberWords } from '../messages/member.ts'
import type { Faults, Pair } from './wrong.tsx'

type VerdictForm = Filled<ReturnType<typeof verdictForm>>

/** The fields of a verdict; the choices lie open, so that a keyboard or a finger is enough. */
export function verdictFields(
  view: View,
  d: MemberWords,
  form: VerdictForm,
  scale: Scale,
  faults: Faults,
  comment: string,
) {
  const { 'too-long': tooLong } = faultsIn({ locale: view.locale, path: '' })
  const fault = (name: 'value' | 'comment' | 'course') => ({
    fault: faults[name] ?? (form.faults[name] === 'too-long' ? tooLong : undefined),
  })
  return [
    asked(view, form, 'value', {
      label: d.value,
      open: true,
      options: scale.steps.map(({ code, label, meaning }) => ({
        value: code,
        label,
        hint: meaning,
        lang: 'ja' as const,
      })),
      ...fault('value'),
    }),
    asked(view, form, 'comment', { label: comment, rows: 5, ...fault('comment') }),
    asked(view, form, 'course', {
      label: d.course,
      open: true,
      options: courses.map((value) => ({ value, label: d.courses[value] })),
      ...fault('course'),
    }),
  ]
}

/** What was typed of a verdict, beside what stands now: for `Between`. */
export function verdictPairs(
  d: MemberWords,
  scale: Scale,
  now: Verdict,
  form: VerdictForm,
  comment: string,
): readonly Pair[] {
  const label = (value: string) => stepOf(scale, value)?.label ?? ''
  const course = (value: string) => courses.find((one) => one === value)
  const said = (value: string) => {
    const known = course(value)
    return known ? d.courses[known] : ''
  }
  const { value, comment: text, course: way } = form.raw
  return [
    [d.value, label(now.value), label(value)],
    [comment, now.comment, text],
    [d.course, said(now.course ?? ''), said(way)],
  ]
}
