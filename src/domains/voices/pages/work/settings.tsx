import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { termsForm } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import type { TermsPart } from '../../rules/terms-changes.ts'
import {
  type Nameable,
  type RouteRow,
  type WordList,
  type WordRow,
  wordLists,
} from '../../rules/terms-rows.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'
import { RouteRows, routeAsked, WordRows, wordAsked } from './terms-rows.tsx'

/** The lines of the lists, as they are or as they were typed, and empty ones for what is new. */
export interface TermsRows {
  readonly words: Readonly<Record<WordList, readonly WordRow[]>>
  readonly routing: readonly RouteRow[]
}

export interface SettingsProps extends Desk {
  readonly form: Filled<typeof termsForm>
  /** Newest first, with what was changed then. */
  readonly past: readonly {
    readonly from: string
    readonly by: string
    readonly days: number
    readonly changed: readonly TermsPart[]
  }[]
  readonly rows: TermsRows
  readonly known: Nameable
  /** What a rule refused, in words, by the name of the field: several at once. */
  readonly refused: Readonly<Record<string, string>>
}

/** 条件: as they hold now, to be changed from a day on; what came before keeps its own. */
export function SettingsPage(props: SettingsProps) {
  const { view, form, past, refused, rows } = props
  const w = workWords(view)
  const field = (key: keyof typeof termsForm, more: object = {}) =>
    asked(view, form, key, { label: w.terms[key], fault: refused[key], ...more })
  const above = [
    field('from'),
    field('days'),
    field('count', { options: optionsOf(['calendar', 'working'], w.counts), open: true }),
    field('begins', { options: optionsOf(['receipt', 'next-day'], w.begin), open: true }),
    field('closedOn', { hint: w.hints.closedOn, rows: 4 }),
  ]
  const below = [
    field('secondCheck', {
      hint: w.hints.secondCheck,
      options: optionsOf(['no', 'yes'], w.checking),
      open: true,
    }),
    field('smallest', { hint: w.hints.smallest }),
  ]
  const lists = wordLists.map((list) => ({ view, list, rows: rows.words[list], faults: refused }))
  const rules = { view, rows: rows.routing, known: props.known, faults: refused }
  const faulty = [
    ...above,
    ...lists.flatMap((one) => named(w.terms[one.list], wordAsked(one))),
    ...named(w.terms.routing, routeAsked(rules)),
    ...below,
  ]
  return (
    <Frame {...props} title={w.settings} lead={w.settingsLead} here="settings">
      <p>
        <a href={at(view, urls.population)}>{w.toPopulation}</a>
      </p>
      <Faults view={view} fields={faulty} />
      <Form view={view} action={urls.settings}>
        <div class="stack">
          <AskedFields view={view} fields={above} />
          {lists.map((one) => (
            <WordRows {...one} />
          ))}
          <RouteRows {...rules} />
          <AskedFields view={view} fields={below} />
        </div>
        <Actions>
          <Button>{w.saveTerms}</Button>
        </Actions>
      </Form>
      {past.length > 0 && (
        <Part view={view} id="past" title={w.termsPast}>
          <ul class="bullets">
            {past.map(({ from, by, days, changed }) => (
              <li>
                {w.termsSet(w.day(from), by)}
                <br />
                <span class="soft">
                  {changed.length
                    ? w.termsChanged(changed.map((part) => w.terms[part]))
                    : w.termsSame}
                  {changed.includes('days') && w.termsDays(days)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Frame>
  )
}

/** In the summary a field is called by its list as well: several lines have the same labels. */
const named = (list: string, fields: readonly AskedField[]): readonly AskedField[] =>
  fields.map((field) => ({ ...field, label: `${list}: ${field.label}` }))
