import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Form } from '#design/form.tsx'
import type { Filled } from '#platform/form.ts'
import { bases, type CommentCase } from '../../case.ts'
import { categorySets } from '../../category.ts'
import type { caseForm, termsForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

type Refused<F> = Readonly<Partial<Record<keyof F & string, string>>>

export interface EditProps extends Desk {
  /** null: a new one. */
  readonly one: CommentCase | null
  readonly form: Filled<typeof caseForm>
  readonly refused: Refused<typeof caseForm>
  readonly sections: readonly string[]
  readonly leastDays: number
}

/** 案件を作る・直す */
export function EditPage(props: EditProps) {
  const { view, one, form, refused, sections, leastDays } = props
  const w = deskWords(view)
  const field = (key: keyof typeof caseForm, more: object = {}) =>
    asked(view, form, key, { label: w.fields[key], fault: refused[key], ...more })
  const fields = [
    field('title'),
    field('basis', { options: optionsOf(bases, w.bases), open: true }),
    field('reason', { hint: w.hints.reason, rows: 4 }),
    field('section', { options: sections.map((value) => ({ value, label: value })) }),
    field('contact', { hint: w.hints.contact, rows: 3 }),
    { ...field('opensOn'), required: true },
    { ...field('closesOn', { hint: w.hints.closesOn(leastDays) }), required: true },
    field('shortReason', { hint: w.hints.shortReason, plain: false }),
    field('planYear', { hint: w.hints.planYear, plain: false }),
  ]
  const title = one ? w.edit : w.make
  return (
    <Frame
      {...props}
      narrow
      title={title}
      lead={w.makeLead}
      crumbs={one ? [{ text: one.title, path: urls.work(one.id), ...inJapanese(view) }] : []}
    >
      <Faults view={view} fields={fields} />
      <Form
        view={view}
        action={one ? urls.step(one.id, 'edit') : urls.make}
        hidden={one ? { version: String(one.version) } : {}}
      >
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{w.save}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface SettingsProps extends Desk {
  readonly form: Filled<typeof termsForm>
  readonly refused: Refused<typeof termsForm>
}

/** 条件: from a day on. */
export function SettingsPage(props: SettingsProps) {
  const { view, form, refused } = props
  const w = deskWords(view)
  const field = (key: keyof typeof termsForm, more: object = {}) =>
    asked(view, form, key, { label: w[key], fault: refused[key], ...more })
  const fields = [
    { ...field('from'), required: true },
    { ...field('leastDays'), required: true },
    field('asksName', { options: optionsOf(['yes', 'no'], w.asks), open: true }),
    field('categorySet', { options: optionsOf(categorySets, w.sets), open: true }),
  ]
  return (
    <Frame {...props} narrow title={w.settings} lead={w.settingsLead} crumbs={[]}>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.settings}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{w.save}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
