import type { Child } from 'hono/jsx'
import { Field } from '#design/field.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import type { View } from '#design/view.ts'
import { workWords } from '../../messages/work.ts'
import { termsWords } from '../../messages/work-terms.ts'
import {
  longestWord,
  type Nameable,
  type RouteRow,
  routeFields,
  type WordList,
  type WordRow,
  wordFields,
} from '../../rules/terms-rows.ts'

interface RowsProps {
  readonly view: View
  /** In words, by the name of the field. */
  readonly faults: Readonly<Record<string, string>>
}

const withFault = (name: string, faults: RowsProps['faults']) => {
  const error = faults[name]
  return error === undefined ? {} : { error }
}

const isFaulty = ({ error }: AskedField) => error !== undefined

interface FoldedProps {
  readonly legend: string
  readonly hint: string
  readonly isOpen: boolean
  readonly children: Child
}

/** A list is long: whoever sets another term does not scroll through it. What has to be corrected lies open. */
const Folded = ({ legend, hint, isOpen, children }: FoldedProps) => (
  <details class="voice-fold" open={isOpen}>
    <summary>{legend}</summary>
    <p class="hint">{hint}</p>
    <div class="stack">{children}</div>
  </details>
)

export interface WordsProps extends RowsProps {
  readonly list: WordList
  readonly rows: readonly WordRow[]
}

/** The fields of one list of words, line by line. */
export const wordAsked = ({ view, list, rows, faults }: WordsProps): readonly AskedField[] =>
  rows.flatMap((_, at) => {
    const w = termsWords(view).words
    return wordFields.map((field): AskedField => {
      const name = `${list}.${at}.${field}`
      const value = rows[at]?.[field] ?? ''
      const label = w.fields[field]
      return {
        kind: 'text',
        name,
        label,
        value,
        max: longestWord,
        plain: true,
        ...withFault(name, faults),
      }
    })
  })

/** 分野, 対応区分, 理由: each line by its four languages; whoever empties a line takes it out. */
export function WordRows(props: WordsProps) {
  const { view, list, rows } = props
  const { terms, hints } = workWords(view)
  const { words: w } = termsWords(view)
  const fields = wordAsked(props)
  return (
    <Folded legend={terms[list]} hint={hints.words} isOpen={fields.some(isFaulty)}>
      {rows.map(({ key, ja, promises }, at) => (
        <fieldset class="voice-row">
          <legend lang={ja ? 'ja' : undefined}>{ja || w.fresh}</legend>
          <input type="hidden" name={`${list}.${at}.key`} value={key} />
          <div class="voice-cells">
            {fields.slice(at * wordFields.length, (at + 1) * wordFields.length).map((field) => (
              <Field view={view} field={field} />
            ))}
          </div>
          {list === 'dispositions' && (
            <label class="choice">
              <input
                type="checkbox"
                name={`${list}.${at}.promises`}
                value="yes"
                checked={promises}
              />
              <span>{w.promises}</span>
            </label>
          )}
        </fieldset>
      ))}
    </Folded>
  )
}

export interface RoutesProps extends RowsProps {
  readonly rows: readonly RouteRow[]
  readonly known: Nameable
}

/** The fields of the rules, line by line. */
export const routeAsked = ({ view, rows, known, faults }: RoutesProps): readonly AskedField[] =>
  rows.flatMap((row, at) => {
    const w = termsWords(view).routes
    const japanese = view.locale === 'en' ? 'en' : 'ja'
    const sections = known.sections.map((name) => ({ value: name, label: name }))
    const options = {
      topic: known.topics.map((one) => ({ value: one.key, label: one[japanese] })),
      district: known.districts,
      section: sections,
      deputy: sections,
    }
    return routeFields.map((field): AskedField => {
      const name = `routing.${at}.${field}`
      const common = {
        name,
        label: w.fields[field],
        value: row[field],
        plain: true,
        ...withFault(name, faults),
      } as const
      if (field === 'awayFrom' || field === 'awayUntil') return { ...common, kind: 'date' }
      return { ...common, kind: 'select', options: options[field], empty: w.empty[field] }
    })
  })

/** 振り分けのきまり: who answers for what, and who while they are away. */
export function RouteRows(props: RoutesProps) {
  const { view, rows } = props
  const { terms, hints } = workWords(view)
  const { routes: w, words } = termsWords(view)
  const fields = routeAsked(props)
  return (
    <Folded legend={terms.routing} hint={hints.routing} isOpen={fields.some(isFaulty)}>
      {rows.map(({ topic }, at) => (
        <fieldset class="voice-row">
          <legend>{topic ? w.rule(at + 1) : words.fresh}</legend>
          <div class="voice-cells">
            {fields.slice(at * routeFields.length, (at + 1) * routeFields.length).map((field) => (
              <Field view={view} field={field} />
            ))}
          </div>
        </fieldset>
      ))}
    </Folded>
  )
}
