import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { blank, type Filled } from '#platform/form.ts'
import { templateForm } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

interface Shown {
  readonly id: string
  readonly version: number
  readonly section: string
  readonly name: string
  readonly text: string
}

export interface TemplatesProps extends Desk {
  readonly templates: readonly Shown[]
  /** For which this person may write. */
  readonly sections: readonly string[]
  /** A form that came back: of a template, or of the new one where the id is empty. */
  readonly typed?: { readonly id: string; readonly form: Filled<typeof templateForm> } | undefined
  readonly refused?: string | undefined
}

/** ひな形, each in a form of its own. */
export function TemplatesPage(props: TemplatesProps) {
  const { view, templates, sections } = props
  const w = workWords(view)
  return (
    <Frame {...props} title={w.templates} lead={w.templatesLead} here="templates">
      {templates.length === 0 && <EmptyState title={w.templatesEmpty} />}
      {templates.map((one) =>
        sections.includes(one.section) ? (
          <TemplateForm {...props} template={one} />
        ) : (
          <Part view={view} id={one.id} title={`${one.section} ${one.name}`} {...inJapanese(view)}>
            <p class="lines" {...inJapanese(view)}>
              {one.text}
            </p>
          </Part>
        ),
      )}
      {sections.length > 0 && <TemplateForm {...props} template={null} />}
    </Frame>
  )
}

function TemplateForm(props: TemplatesProps & { readonly template: Shown | null }) {
  const { view, template, sections, typed, refused } = props
  const w = workWords(view)
  const id = template?.id ?? ''
  const isBack = typed?.id === id
  const known = template ?? { section: sections[0] ?? '', name: '', text: '' }
  const { section, name, text } = known
  const form = isBack ? typed.form : blank(templateForm, { section, name, text })
  const among = id || 'new'
  const fields = [
    asked(view, form, 'section', {
      label: w.section,
      among,
      options: sections.map((one) => ({ value: one, label: one })),
    }),
    asked(view, form, 'name', { label: w.name, among, ...(isBack && { fault: refused }) }),
    asked(view, form, 'text', { label: w.templateText, rows: 5, among }),
  ]
  return (
    <details class="desk-fold" open={isBack || (!template && props.templates.length === 0)}>
      <summary {...(template ? inJapanese(view) : {})}>
        {template ? `${template.section} ${template.name}` : w.newTemplate}
      </summary>
      {isBack && <Faults view={view} fields={fields} />}
      <Form
        view={view}
        action={urls.templates}
        hidden={{ id, version: String(template?.version ?? 0) }}
      >
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button name="do" value="save">
            {w.saveTemplate}
          </Button>
          {template && (
            <Button name="do" value="remove" kind="danger">
              {w.removeTemplate}
            </Button>
          )}
        </Actions>
      </Form>
    </details>
  )
}
