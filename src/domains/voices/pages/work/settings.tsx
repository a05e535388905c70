import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { termsForm } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface SettingsProps extends Desk {
  readonly form: Filled<typeof termsForm>
  readonly past: readonly { readonly from: string; readonly by: string }[]
  /** What a rule refused, each at its field: several at once. */
  readonly refused: Readonly<Partial<Record<keyof typeof termsForm, string>>>
}

/** 条件: as they hold now, to be changed from a day on; what came before keeps its own. */
export function SettingsPage(props: SettingsProps) {
  const { view, form, past, refused } = props
  const w = workWords(view)
  const field = (key: keyof typeof termsForm, more: object = {}) =>
    asked(view, form, key, { label: w.terms[key], fault: refused[key], ...more })
  const named = { hint: w.hints.named, rows: 10 }
  const fields = [
    field('from'),
    field('days'),
    field('count', { options: optionsOf(['calendar', 'working'], w.counts), open: true }),
    field('begins', { options: optionsOf(['receipt', 'next-day'], w.begin), open: true }),
    field('closedOn', { hint: w.hints.closedOn, rows: 4 }),
    field('topics', named),
    field('routing', { hint: w.hints.routing, rows: 6 }),
    field('dispositions', { hint: w.hints.dispositions, rows: 8 }),
    field('grounds', named),
    field('outside', { ...named, rows: 6 }),
    field('secondCheck', {
      hint: w.hints.secondCheck,
      options: optionsOf(['no', 'yes'], w.checking),
      open: true,
    }),
    field('smallest', { hint: w.hints.smallest }),
  ]
  return (
    <Frame {...props} title={w.settings} lead={w.settingsLead} here="settings">
      <p>
        <a href={at(view, urls.population)}>{w.toPopulation}</a>
      </p>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.settings}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{w.saveTerms}</Button>
        </Actions>
      </Form>
      {past.length > 0 && (
        <Part view={view} id="past" title={w.termsPast}>
          <ul class="bullets">
            {past.map(({ from, by }) => (
              <li>{w.termsSet(w.day(from), by)}</li>
            ))}
          </ul>
        </Part>
      )}
    </Frame>
  )
}
