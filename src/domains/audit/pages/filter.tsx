import { Field } from '#design/field.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { ErrorSummary } from '#design/form.tsx'
import { Filters } from '#design/list.tsx'
import type { View } from '#design/view.ts'
import { conditionsOf, type LedgerFilter, noFilter } from '../audit.ts'
import type { FilterForm } from '../forms.ts'
import { actorInWords, type DeskWords, factInWords } from '../messages/desk.ts'

export interface FilterProps {
  readonly view: View
  readonly w: DeskWords
  readonly path: string
  readonly form: FilterForm
  readonly filter: LedgerFilter | null
  readonly actors: readonly string[]
  readonly facts: readonly string[]
  readonly names: ReadonlyMap<string, string>
  /** Which kinds of facts can be chosen is said elsewhere. */
  readonly withoutKind?: boolean
}

/** By person, subject, kind and days. */
export function LedgerFilters(props: FilterProps) {
  const { view, path, filter } = props
  const fields = fieldsOf(props)
  return (
    <div class="stack">
      <ErrorSummary
        view={view}
        faults={fields.flatMap(({ name, label, error }) =>
          error === undefined ? [] : [{ name, label, text: error }],
        )}
      />
      <Filters view={view} action={path} active={conditionsOf(filter ?? noFilter)}>
        {fields.map((field) => (
          <Field view={view} field={field} />
        ))}
      </Filters>
    </div>
  )
}

function fieldsOf({ w, form, actors, facts, names, withoutKind }: FilterProps): AskedField[] {
  const { raw, faults } = form
  const common = (name: keyof typeof raw, label: string) => {
    const fault = faults[name]
    return { name, label, value: raw[name], plain: true, ...(fault && { error: w.faults[fault] }) }
  }
  const people = actors
    .map((id) => ({ value: id, label: names.get(id) ?? actorInWords(w, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'ja'))
  const chosen = (options: readonly Option[], value: string, label: string) =>
    value === '' || options.some((one) => one.value === value)
      ? options
      : [...options, { value, label }]
  const person = chosen(people, raw.person, names.get(raw.person) ?? actorInWords(w, raw.person))
  const kinds = chosen(kindsOf(w, facts), raw.kind, factInWords(w, raw.kind))
  const { filters: f } = w
  return [
    { ...common('person', f.person), kind: 'select', options: person, empty: f.everyone },
    ...(withoutKind
      ? []
      : [
          {
            ...common('kind', f.kind),
            kind: 'select' as const,
            options: kinds,
            empty: f.everything,
          },
        ]),
    { ...common('subject', f.subject), kind: 'text', hint: f.subjectHint, autocomplete: 'off' },
    { ...common('from', f.from), kind: 'date' },
    { ...common('until', f.until), kind: 'date' },
  ]
}

/** Each chapter as a whole, and then its facts. */
function kindsOf(w: DeskWords, facts: readonly string[]): Option[] {
  const chapters = Map.groupBy(facts, (fact) => fact.slice(0, fact.indexOf('.') + 1))
  return [...chapters].flatMap(([chapter, own]) => [
    {
      value: chapter,
      label: w.filters.wholeChapter(w.chapters[chapter.slice(0, -1)] ?? chapter.slice(0, -1)),
    },
    ...own.map((fact) => ({ value: fact, label: `— ${factInWords(w, fact)}` })),
  ])
}
