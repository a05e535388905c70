import { AskedFields, asked } from '#design/asked.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet } from '#design/form.tsx'
import { Icon } from '#design/icon.tsx'
import type { View } from '#design/view.ts'
import { type ItemTyped, indicatorName } from '../../forms.ts'
import { tongues } from '../../intake/columns.ts'
import { suggestCommitment } from '../../intake/commitment.ts'
import { commitments, directions, leads, marks, quarters } from '../../item.ts'
import { deskWords } from '../../messages/desk.ts'
import { TranslationsHint } from './fields.tsx'

interface ItemFormProps {
  readonly view: View
  readonly typed: ItemTyped
  /** Names of the departments that there are. */
  readonly roster: readonly string[]
}

/** Every field of an item, by the questions that its editor asks. */
export function itemFields({ view, typed, roster }: ItemFormProps) {
  const { d, t } = deskWords(view)
  const w = d.item
  const { main } = typed
  const { departments: chosen } = main.chosen
  const suggestion = suggestCommitment(main.raw.description)
  const suggested =
    suggestion && w.suggested(suggestion.words, t.commitments[suggestion.commitment])
  return {
    what: [
      asked(view, main, 'title', { label: t.fields.title, hint: w.titleHint }),
      asked(view, main, 'description', {
        label: t.fields.description,
        hint: w.descriptionHint,
        rows: 6,
      }),
    ],
    who: [
      asked(view, main, 'lead', {
        label: t.fields.lead,
        hint: w.leadHint,
        open: true,
        options: [
          ...leads.map((lead) => ({ value: lead, label: `${marks[lead]} ${t.leads[lead]}` })),
          { value: '', label: w.leadNone },
        ],
      }),
      // Those that are chosen stand first, in their order: a browser sends them as they stand.
      asked(view, main, 'departments', {
        label: t.fields.departments,
        hint: w.departmentsHint,
        options: [...new Set([...chosen.filter(Boolean), ...roster])].map((name) => ({
          value: name,
          label: roster.includes(name) ? name : `${name}(${w.unlisted})`,
        })),
      }),
      asked(view, main, 'otherDepartments', {
        label: w.otherDepartments,
        hint: w.otherDepartmentsHint,
      }),
      asked(view, main, 'owner', { label: t.fields.owner, hint: w.ownerHint, width: 'medium' }),
      asked(view, main, 'deputy', { label: t.fields.deputy, hint: w.deputyHint, width: 'medium' }),
      asked(view, main, 'citizenRole', { label: t.fields.citizenRole, hint: w.roleHint }),
      asked(view, main, 'cityRole', { label: t.fields.cityRole, hint: w.roleHint }),
    ],
    howFar: [
      asked(view, main, 'commitment', {
        label: t.fields.commitment,
        hint: [w.commitmentHint, suggested].filter(Boolean).join(' '),
        open: true,
        options: [
          ...commitments.map((one, i) => ({
            value: one,
            label: `${i + 1} ${t.commitments[one]} — ${w.commitments[one]}`,
          })),
          { value: '', label: w.commitmentNone },
        ],
      }),
      asked(view, main, 'considerUntil', {
        label: t.fields.considerUntil,
        hint: w.considerUntilHint,
      }),
    ],
    when: quarters.map((q) => asked(view, main, q, { label: t.quarters[q], rows: 2, plain: true })),
    ground: [
      asked(view, main, 'budgetYen', {
        label: t.fields.budgetYen,
        hint: w.budgetHint,
        width: 'medium',
      }),
      asked(view, main, 'articles', { label: t.fields.articles, hint: w.articlesHint }),
    ],
    figures: typed.indicators.map((row, i) => {
      const ask = { prefix: indicatorName(i), plain: true }
      return [
        asked(view, row, 'name', { ...ask, label: w.indicatorName }),
        asked(view, row, 'unit', { ...ask, label: w.unit }),
        asked(view, row, 'baseline', { ...ask, label: t.baseline }),
        asked(view, row, 'target', { ...ask, label: t.target }),
        asked(view, row, 'direction', {
          ...ask,
          label: t.direction,
          options: directions.map((one) => ({ value: one, label: t.directions[one] })),
        }),
      ]
    }),
    words: tongues.map((tongue) => {
      const ask = { prefix: tongue }
      const form = typed.words[tongue]
      return [
        asked(view, form, 'title', { ...ask, label: t.fields.title }),
        asked(view, form, 'description', { ...ask, label: t.fields.description }),
        asked(view, form, 'citizenRole', { ...ask, label: t.fields.citizenRole, rows: 2 }),
        asked(view, form, 'cityRole', { ...ask, label: t.fields.cityRole, rows: 2 }),
      ]
    }),
  } satisfies Record<string, readonly (AskedField | readonly AskedField[])[]>
}

export type ItemFields = ReturnType<typeof itemFields>

export const allFields = (f: ItemFields): readonly AskedField[] => [
  ...f.what,
  ...f.who,
  ...f.howFar,
  ...f.when,
  ...f.figures.flat(),
  ...f.ground,
  ...f.words.flat(),
]

interface SectionsProps {
  readonly view: View
  readonly fields: ItemFields
}

/** The fields of an item, section by section; other languages lie folded beneath. */
export function ItemSections({ view, fields }: SectionsProps) {
  const { d } = deskWords(view)
  const w = d.item
  return (
    <>
      <FieldSet legend={w.what}>
        <AskedFields view={view} fields={fields.what} />
      </FieldSet>
      <FieldSet legend={w.howFar}>
        <AskedFields view={view} fields={fields.howFar} />
      </FieldSet>
      <FieldSet legend={w.who}>
        <AskedFields view={view} fields={fields.who} />
      </FieldSet>
      <FieldSet legend={w.when} hint={w.quarterHint}>
        <div class="desk-quarters">
          <AskedFields view={view} fields={fields.when} />
        </div>
      </FieldSet>
      <FieldSet legend={w.figures} hint={`${w.indicatorsHint} ${w.unit}: ${w.unitHint}`}>
        {fields.figures.map((row, i) => (
          <fieldset class="desk-figure">
            <legend>{w.indicatorRow(i + 1)}</legend>
            <div class="desk-figure-row">
              <AskedFields view={view} fields={row} />
            </div>
          </fieldset>
        ))}
      </FieldSet>
      <FieldSet legend={w.ground}>
        <AskedFields view={view} fields={fields.ground} />
      </FieldSet>
      <section class="stack-tight">
        <h2 class="desk-legend">{d.translations}</h2>
        <TranslationsHint view={view} />
        {fields.words.map((words, i) => (
          <Words view={view} fields={words} tongue={tongues[i] ?? 'easy'} />
        ))}
      </section>
    </>
  )
}

function Words(props: {
  readonly view: View
  readonly fields: readonly AskedField[]
  readonly tongue: (typeof tongues)[number]
}) {
  const { view, fields, tongue } = props
  const { d } = deskWords(view)
  const filled = fields.filter((f) => 'value' in f && f.value).length
  return (
    <details class="desk-fold" open={fields.some((f) => f.error !== undefined)}>
      <summary>
        <Icon name="open" size={16} /> {d.tongues[tongue]}{' '}
        <span class="soft">
          {filled}/{fields.length}
        </span>
      </summary>
      <div class="stack">
        <AskedFields view={view} fields={fields} />
      </div>
    </details>
  )
}
