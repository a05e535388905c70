import { AskedFields, asked, optionsOf } from '#design/asked.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { FieldSet } from '#design/form.tsx'
import { at, type View } from '#design/view.ts'
import { ageBands, tongues } from '#domains/residents/index.ts'
import type { TypedForm } from '../../forms/paper.ts'
import { namesOf, paperWords } from '../../messages/paper.ts'
import type { Scan } from '../../paper.ts'
import { replyWays, senderKinds } from '../../voice.ts'

export interface TypedProps {
  readonly view: View
  readonly form: TypedForm
  readonly districts: readonly Option[]
  /** Faults that a rule found, in words, by field. */
  readonly faults: Readonly<Record<string, string>>
}

/** The fields of one voice, in the order of the web form: what, where, who; the last two must be said. */
export function typedFields({ view, form, districts, faults }: TypedProps) {
  const w = paperWords(view)
  const { ages } = namesOf(view)
  const of = (key: Exclude<keyof TypedForm['fields'], 'version'>, more: object = {}): AskedField =>
    asked(view, form, key, {
      label: w.fields[key],
      ...(faults[key] !== undefined && { fault: faults[key] }),
      ...more,
    })
  return {
    what: [
      of('text', { rows: 12, hint: w.textHint, plain: true }),
      of('place', { hint: w.placeHint }),
      of('district', { options: districts, empty: w.unsaid }),
      of('point', { hint: w.pointHint, width: 'medium' }),
      of('ageBand', { options: optionsOf(ageBands, ages), empty: w.unsaid }),
      of('language', { options: optionsOf(tongues, w.languages) }),
    ],
    who: [
      of('sender', { options: optionsOf(senderKinds, w.senders) }),
      of('name', { width: 'medium' }),
      of('postcode', { width: 'short' }),
      of('address'),
      of('phone', { width: 'medium' }),
      of('mail', { width: 'medium' }),
    ],
    last: [
      of('replyBy', { options: optionsOf(replyWays, w.replies), empty: w.choose }),
      of('mayPublish', { options: optionsOf(['yes', 'no'], w.publish), empty: w.choose }),
    ],
  }
}
export type TypedFields = ReturnType<typeof typedFields>

export const allFields = ({ what, who, last }: TypedFields) => [...what, ...who, ...last]

export function TypedFieldsets({
  view,
  fields,
}: {
  readonly view: View
  readonly fields: TypedFields
}) {
  const w = paperWords(view)
  return (
    <>
      <AskedFields view={view} fields={fields.what} />
      <FieldSet legend={w.who} hint={w.whoHint}>
        <AskedFields view={view} fields={fields.who} />
      </FieldSet>
      <AskedFields view={view} fields={fields.last} />
    </>
  )
}

export interface PaperProps {
  readonly view: View
  /** Where a page of it lies. */
  readonly page: (position: number) => string
  readonly scans: readonly Scan[]
}

/** The paper beside what is typed from it: a picture a page. */
export function Paper({ view, page, scans }: PaperProps) {
  const w = paperWords(view)
  const pages = scans.filter(({ kind }) => kind === 'scan')
  const whole = scans.find(({ kind }) => kind === 'attachment')
  if (!pages.length) return null
  return (
    <figure class="paper">
      {pages.map(({ position }) => (
        <img src={at(view, page(position))} alt={w.page(position)} />
      ))}
      {whole && (
        <figcaption>
          <a href={at(view, page(whole.position))}>{w.wholeFile}</a>
        </figcaption>
      )}
    </figure>
  )
}

/** Two columns where there is a picture, and one where there is none. */
export const besides = (scans: readonly Scan[]) =>
  scans.some(({ kind }) => kind === 'scan') ? 'editor' : 'stack'
