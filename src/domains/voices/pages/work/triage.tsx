import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { fieldId } from '#design/field-kinds.ts'
import { FieldSet, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at, languageOf, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { RowFields } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import { pointKinds } from '../../point.ts'
import type { Routed } from '../../rules/route.ts'
import type { Suggestion } from '../../rules/suggest.ts'
import type { Named } from '../../terms.ts'
import { urls } from '../../urls.ts'
import type { Original, Voice } from '../../voice.ts'
import { type Desk, Frame } from './frame.tsx'

/** What was put into a row for somebody to look at, and why. */
export interface RowHints {
  readonly topic?: Suggestion | undefined
  readonly section?: Suggestion | undefined
  readonly route?: (Routed & { readonly topic: string }) | undefined
}

export interface TriageProps extends Desk {
  readonly voice: Voice
  readonly original: Original
  readonly rows: readonly {
    readonly form: Filled<RowFields>
    readonly hints: RowHints
    /** Why the rules refused it, by field. */
    readonly refused?: Readonly<Record<string, string>> | undefined
  }[]
  readonly topics: readonly Named[]
  readonly sections: readonly string[]
  /** One more to a voice that was split before. */
  readonly isMore: boolean
}

/** Splitting a voice: the words beside the rows. Suggestions stand in the fields, and say that they are some. */
export function TriagePage(props: TriageProps) {
  const { view, voice, original, rows, isMore } = props
  const w = workWords(view)
  const fields = rows.map((row, i) => rowFields(props, row, i))
  return (
    <Frame
      {...props}
      title={isMore ? w.addPoint : w.triage}
      over={voice.number}
      lead={w.triageLead}
      crumbs={[{ text: voice.number, path: urls.work(voice.id) }]}
    >
      <Faults
        view={view}
        fields={fields.flatMap((row, i) =>
          row.map((field) => ({ ...field, label: `${w.point(i + 1)} ${field.label}` })),
        )}
      />
      <div class="editor">
        <div class="paper">
          <Part view={view} id="original" title={w.original}>
            <p class="lines" lang={languageOf(voice.language)}>
              {original.text}
            </p>
          </Part>
        </div>
        <Form
          view={view}
          action={urls.workStep(voice.id, 'triage')}
          hidden={{ version: String(voice.version), rows: String(rows.length) }}
        >
          {fields.map((row, i) => (
            <FieldSet legend={w.point(i + 1)}>
              <AskedFields view={view} fields={row} />
            </FieldSet>
          ))}
          <Actions>
            <Button name="do" value="save">
              {isMore ? w.addPoint : w.saveTriage}
            </Button>
            {!isMore && (
              <Button
                name="do"
                value="add"
                kind="secondary"
                action={at(
                  view,
                  `${urls.workStep(voice.id, 'triage')}#${fieldId({ name: `point${rows.length}.gist` })}`,
                )}
              >
                {w.addRow}
              </Button>
            )}
            <Button name="do" value="suggest" kind="quiet">
              {w.suggestRows}
            </Button>
          </Actions>
        </Form>
      </div>
    </Frame>
  )
}

function rowFields(
  { view, topics, sections }: TriageProps,
  { form, hints, refused }: TriageProps['rows'][number],
  at: number,
) {
  const w = workWords(view)
  const prefix = `point${at}`
  const fault = (field: string) => (refused?.[field] ? { fault: refused[field] } : {})
  return [
    asked(view, form, 'gist', { prefix, label: w.gist, rows: 2, ...fault('gist') }),
    asked(view, form, 'kind', {
      prefix,
      label: w.kind,
      options: optionsOf(pointKinds, w.kinds),
      empty: '—',
      ...fault('kind'),
    }),
    asked(view, form, 'topic', {
      prefix,
      label: w.topic,
      options: topicOptions(view, topics),
      empty: '—',
      ...hintOf(topicHint(view, hints, topics)),
      ...fault('topic'),
    }),
    asked(view, form, 'section', {
      prefix,
      label: w.section,
      options: sections.map((one) => ({ value: one, label: one, ...inJapanese(view) })),
      empty: '—',
      ...hintOf(sectionHint(view, hints)),
      ...fault('section'),
    }),
  ]
}

const hintOf = (hint: string) => (hint ? { hint } : {})

export const topicOptions = (view: View, topics: readonly Named[]) =>
  topics.map((one) => ({ value: one.key, label: topicName(view, topics, one.key) }))

export function topicName(view: View, topics: readonly Named[], key: string): string {
  const one = topics.find((topic) => topic.key === key)
  return (view.locale === 'en' || view.locale === 'ko' ? one?.en : one?.ja) ?? key
}

function topicHint(view: View, { topic }: RowHints, topics: readonly Named[]): string {
  const w = workWords(view)
  return topic ? w.suggestedBy(topicName(view, topics, topic.key), topic.words.join('」「')) : ''
}

function sectionHint(view: View, { section, route }: RowHints): string {
  const w = workWords(view)
  if (route?.insteadOf) return w.routedDeputy(route.insteadOf)
  if (route) return w.routedBy(route.topic)
  return section ? w.suggestedBy(section.key, section.words.join('」「')) : ''
}
