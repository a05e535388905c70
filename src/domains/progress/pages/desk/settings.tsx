import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import type { scaleNameForm, stepForm } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import { kinds, periods, type Scale, type ScaleStep } from '../../progress.ts'
import type { Preset } from '../../scales.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface SettingsProps extends Desk {
  readonly scales: readonly { readonly scale: Scale; readonly rounds: number }[]
  /** Those that the city has not taken over yet. */
  readonly presets: readonly Preset[]
  readonly name: Filled<typeof scaleNameForm>
  readonly steps: readonly Filled<typeof stepForm>[]
  readonly stepsFault?: string
  readonly terms: Filled<Fields>
  readonly past: readonly { readonly from: string; readonly by: string }[]
}

/** What the city sets for itself: its scales, when it asks, and when it sounds an alarm. */
export function SettingsPage(props: SettingsProps) {
  const { view, scales, presets } = props
  const w = deskWords(view)
  return (
    <Frame {...props} title={w.settings} lead={w.settingsLead} here="settings">
      {scales.map(({ scale, rounds }) => (
        <Part view={view} id={scale.id} title={scale.name} lead={w.inUse(rounds)}>
          <Steps {...props} steps={scale.steps} caption={scale.name} />
        </Part>
      ))}
      {scales.length > 0 && (
        <p>
          <a href={at(view, urls.scalesFile)}>
            {w.scale} {w.csv}
          </a>
        </p>
      )}
      {presets.length > 0 && (
        <Part view={view} id="presets" title={w.presets} lead={w.presetsLead}>
          {presets.map((preset) => (
            <details class="desk-fold" open={scales.length === 0}>
              <summary {...inJapanese(view)}>
                {preset.name} <span class="soft">{preset.source}</span>
              </summary>
              <Steps {...props} steps={preset.steps} caption={preset.name} />
              <Form view={view} action={urls.presets} hidden={{ preset: preset.key }}>
                <Actions>
                  <Button kind="secondary">{w.takeOver}</Button>
                </Actions>
              </Form>
            </details>
          ))}
        </Part>
      )}
      <OwnScale {...props} />
      <Terms {...props} />
    </Frame>
  )
}

function Steps(
  props: Omit<SettingsProps, 'steps'> & {
    readonly steps: readonly ScaleStep[]
    readonly caption: string
  },
) {
  const { view, steps, caption } = props
  const w = deskWords(view)
  const said = (text: string) => <span {...inJapanese(view)}>{text}</span>
  return (
    <Table
      view={view}
      caption={view.locale === 'ja' ? caption : `“${caption}”`}
      quietCaption
      columns={[
        { label: w.code, role: 'heading', cell: (s: ScaleStep) => said(s.code) },
        { label: w.label, cell: (s) => said(s.label) },
        { label: w.meaning, cell: (s) => said(s.meaning) },
        { label: w.kind, cell: (s) => w.kinds[s.kind] },
        { label: w.rank, role: 'number', cell: (s) => s.rank ?? '—' },
      ]}
      rows={steps}
    />
  )
}

function OwnScale({ view, name, steps, stepsFault }: SettingsProps) {
  const w = deskWords(view)
  const title = asked(view, name, 'name', { label: w.scaleName, fault: stepsFault })
  const rows = steps.map((row, i) => {
    const ask = { plain: true, prefix: `step${i}` }
    return [
      asked(view, row, 'code', { ...ask, label: w.code, width: 'short' }),
      asked(view, row, 'label', { ...ask, label: w.label }),
      asked(view, row, 'meaning', { ...ask, label: w.meaning }),
      asked(view, row, 'kind', { ...ask, label: w.kind, options: optionsOf(kinds, w.kinds) }),
      asked(view, row, 'rank', {
        ...ask,
        label: w.rank,
        empty: w.noRank,
        options: ['4', '3', '2', '1', '0'].map((one) => ({ value: one, label: one })),
      }),
    ]
  })
  const all = [title, ...rows.flat()]
  return (
    <Part view={view} id="own" title={w.ownScale} lead={w.ownScaleLead}>
      <details class="desk-fold" open={all.some(({ error }) => error !== undefined)}>
        <summary>{w.ownScale}</summary>
        <Faults view={view} fields={all} />
        <Form view={view} action={urls.scales}>
          <AskedFields view={view} fields={[title]} />
          {rows.map((row, i) => (
            <FieldSet legend={w.step(i + 1)}>
              <div class="desk-figure-row">
                <AskedFields view={view} fields={row} />
              </div>
            </FieldSet>
          ))}
          <Actions>
            <Button kind="secondary">{w.addScale}</Button>
          </Actions>
        </Form>
      </details>
    </Part>
  )
}

function Terms({ view, terms, past }: SettingsProps) {
  const w = deskWords(view)
  const yesNo = [
    { value: 'yes', label: w.yes },
    { value: 'no', label: w.no },
  ]
  const numbers = [
    'daysToReport',
    'remindDaysBefore',
    'headAfterDays',
    'secretariatAfterDays',
    'silentAfterDays',
    'lagPercent',
  ] as const
  const first = [asked(view, terms, 'from', { label: w.termsFrom })]
  const asks = periods.map((one) =>
    asked(view, terms, `period.${one}`, { label: w.asks(w.periods[one]), options: yesNo }),
  )
  const days = numbers.map((one) => asked(view, terms, one, { label: w[one] }))
  return (
    <Part view={view} id="terms" title={w.terms}>
      <Faults view={view} fields={[...first, ...asks, ...days]} />
      <Form view={view} action={urls.terms}>
        <div class="stack">
          <AskedFields view={view} fields={first} />
        </div>
        <FieldSet legend={w.period}>
          <div class="desk-quarters">
            <AskedFields view={view} fields={asks} />
          </div>
        </FieldSet>
        <div class="stack">
          <AskedFields view={view} fields={days} />
        </div>
        <Actions>
          <Button>{w.saveTerms}</Button>
        </Actions>
      </Form>
      {past.length > 0 && (
        <>
          <h3>{w.termsPast}</h3>
          <ul class="bullets">
            {past.map(({ from, by }) => (
              <li>{w.termsSet(w.day(from), by)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={at(view, urls.termsFile)}>
          {w.terms} {w.csv}
        </a>
      </p>
    </Part>
  )
}
