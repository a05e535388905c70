import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'

interface GuidelinesProps {
  readonly view: View
  readonly form: Filled<Fields>
  readonly version: number
  readonly done: boolean
  readonly stale: boolean
}

export function GuidelinesPage({ view, form, version, done, stale }: GuidelinesProps) {
  const { d } = deskWords(view)
  const fields = (['ja', 'easy', 'en', 'ko'] as const).map((key) =>
    asked(view, form, key, {
      label: d.languages[key],
      rows: 10,
      ...(key !== 'ja' && { hint: d.languagesHint }),
    }),
  )
  return (
    <DeskPage
      view={view}
      title={d.guidelinesEdit}
      section="desk-moderation"
      breadcrumbs={[{ text: d.title, path: urls.queue }]}
      narrow
    >
      <Masthead title={d.guidelinesEdit} lead={d.guidelinesLead} />
      {(done || stale) && (
        <Notice view={view} kind={done ? 'success' : 'warning'} live>
          <p>{done ? d.done.saved : d.refusals.stale}</p>
        </Notice>
      )}
      <p>{d.guidelinesNow(String(version))}</p>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.guidelines} hidden={{ version: String(version) }}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{d.save}</Button>
          <ButtonLink view={view} path={urls.queue} kind="secondary">
            {d.title}
          </ButtonLink>
        </Actions>
      </Form>
    </DeskPage>
  )
}
