import { asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { intakeForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { type Desk, DeskFrame } from './frame.tsx'

export interface IntakePageProps extends Desk {
  readonly form: Filled<typeof intakeForm>
  readonly faults?: { readonly file?: string; readonly year?: string }
}

/** Handing something in: a file or a pasted text, of whichever kind. */
export function IntakePage({ view, department, form, faults = {} }: IntakePageProps) {
  const { d } = deskWords(view)
  const w = d.intake
  const file = {
    kind: 'file' as const,
    name: 'file',
    label: w.file,
    hint: w.fileHint,
    plain: true,
    accept: '.xlsx,.docx,.csv,.tsv,.json,.txt',
    ...(faults.file !== undefined && { error: faults.file }),
  }
  const pasted = asked(view, form, 'pasted', { label: w.pasted, hint: w.pastedHint, rows: 8 })
  const year = asked(view, form, 'year', {
    label: d.year,
    hint: w.yearHint,
    ...(faults.year !== undefined && { fault: faults.year }),
  })
  const { max: _max, ...box } = pasted as typeof pasted & { max?: number }
  return (
    <DeskFrame
      view={view}
      title={w.title}
      lead={w.lead}
      narrow
      crumbs={[{ text: d.plans, path: urls.desk }]}
      {...(department !== undefined && { department })}
    >
      <Faults view={view} fields={[file, year, pasted]} />
      <Form view={view} action={urls.intake} multipart>
        <div class="stack">
          <Field view={view} field={file} />
          <Field view={view} field={box} />
          <Field view={view} field={year} />
        </div>
        <Actions>
          <Button>{w.go}</Button>
        </Actions>
      </Form>
      <p class="desk-gap">
        <a href={at(view, urls.template)}>{w.template}</a>
        <br />
        <span class="soft">{w.templateWhy}</span>
      </p>
    </DeskFrame>
  )
}
