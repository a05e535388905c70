import { Actions, Button } from './button.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { words } from './messages.ts'
import { readerChoices } from './reader.ts'
import { frame } from './sections.ts'
import { readerOf, type View } from './view.ts'

export interface ReaderFormProps {
  readonly view: View
  /** Where to go back to, kept in the form. */
  readonly from: string
}

/** 読みやすさの設定: four questions; the server writes the cookie and leads back with 303. */
export function ReaderForm({ view, from }: ReaderFormProps) {
  const { reader: t } = words(view)
  const now = readerOf(view)
  const labels = { size: t.sizes, ruby: t.rubies, contrast: t.contrasts, font: t.fonts } as const
  const question = (name: keyof typeof readerChoices) => {
    const named: Readonly<Record<string, string>> = labels[name]
    return (
      <Field
        view={view}
        field={{
          kind: 'radio',
          name,
          label: t[name],
          plain: true,
          value: now[name],
          options: readerChoices[name].map((value) => ({ value, label: named[value] ?? value })),
        }}
      />
    )
  }
  return (
    <Form view={view} action={frame.reader} hidden={{ from }}>
      {question('size')}
      {question('ruby')}
      {question('contrast')}
      {question('font')}
      <Actions>
        <Button>{t.save}</Button>
      </Actions>
    </Form>
  )
}
