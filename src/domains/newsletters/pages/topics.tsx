import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { FieldSet, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { districtUrls } from '#domains/districts/index.ts'
import type { Filled } from '#platform/form.ts'
import type { termsForm, topicForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { tongues } from '../newsletter.ts'
import { urls } from '../urls.ts'

export type TopicRow = Filled<typeof topicForm>

export interface TopicsProps {
  readonly view: View
  readonly form: Filled<typeof termsForm>
  readonly rows: readonly TopicRow[]
  readonly badDay?: boolean
}

/** What people can choose, from a day on: a topic in its four languages each, one more by a button. */
export function TopicsPage({ view, form, rows, badDay = false }: TopicsProps) {
  const d = deskWords(view)
  const from = asked(view, form, 'from', {
    label: d.termsFrom,
    fault: badDay ? d.termsFromFault : undefined,
  })
  const topics = rows.map((row, i) => topicFields(view, row, i))
  // On top of the page a language alone would not say which topic lacks it.
  const named = topics.flatMap((fields, i) =>
    fields.map((field) => ({ ...field, label: `${d.termsTopic(i + 1)} ${field.label}` })),
  )
  const keys = rows.map(({ raw }, i) => [`topic${i}.key`, raw.key] as const)
  return (
    <DeskPage view={view} title={d.terms} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Faults view={view} fields={[from, ...named]} />
      <Masthead title={d.terms} lead={d.termsLead} />
      <Form
        view={view}
        action={urls.terms}
        hidden={{ rows: String(rows.length), ...Object.fromEntries(keys) }}
      >
        <AskedFields view={view} fields={[from]} />
        <Part view={view} id="topics" title={d.termsTopics} lead={d.termsTopicsHint}>
          {topics.map((fields, i) => (
            <FieldSet legend={d.termsTopic(i + 1)}>
              <AskedFields view={view} fields={fields} />
            </FieldSet>
          ))}
        </Part>
        <Actions>
          <Button name="do" value="save">
            {d.form.save}
          </Button>
          <Button name="do" value="add" kind="secondary">
            {d.termsAdd}
          </Button>
        </Actions>
      </Form>
      <p>
        <a href={at(view, districtUrls.list)}>{d.termsDistricts}</a>
      </p>
    </DeskPage>
  )
}

const topicFields = (view: View, row: TopicRow, place: number) => {
  const d = deskWords(view)
  return tongues.map((tongue) =>
    asked(view, row, tongue, {
      prefix: `topic${place}`,
      label: d.form.languages[tongue],
      plain: true,
      ...(tongue === 'easy' && { hint: d.termsEasyHint }),
    }),
  )
}
