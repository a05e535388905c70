import { Actions, Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import type { FieldProps } from '../field-kinds.ts'
import { ConfirmPanel, ErrorSummary, FieldSet, Form } from '../form.tsx'
import { Part } from '../masthead.tsx'
import { ReaderForm } from '../reader-form.tsx'
import type { View } from '../view.ts'
import { Specimen } from './specimen.tsx'

const districts = [
  { value: 'izuhara', label: '厳原' },
  { value: 'mitsushima', label: '美津島' },
  { value: 'toyotama', label: '豊玉' },
] as const

const faults = [
  { name: 'title', label: '題名', text: '題名を書いてください。' },
  { name: 'body', label: 'ご意見', text: '2,000字までにしてください。' },
] as const

const fields: readonly FieldProps[] = [
  {
    kind: 'text',
    name: 'title',
    label: '題名',
    required: true,
    hint: '何についてのご意見か、一言で。',
    error: '題名を書いてください。',
  },
  {
    kind: 'textarea',
    name: 'body',
    label: 'ご意見',
    required: true,
    max: 2000,
    value: 'バス停に屋根をつけてほしいです。',
  },
  { kind: 'select', name: 'district', label: 'お住まいの地区', options: districts },
  {
    kind: 'radio',
    name: 'reply',
    label: 'お返事',
    required: true,
    value: 'letter',
    options: [
      { value: 'letter', label: '手紙で受け取る', hint: '10日ほどで届きます。' },
      { value: 'none', label: 'いらない' },
    ],
  },
  {
    kind: 'checkboxes',
    name: 'about',
    label: '関わること',
    hint: 'いくつでも。',
    error: '1つ以上選んでください。',
    options: districts,
  },
  { kind: 'number', name: 'budget', label: '予算', unit: '円', min: 0, value: '120000' },
  { kind: 'date', name: 'until', label: '期限', value: '2027-03-31' },
  { kind: 'day', name: 'born', label: '生年月日', value: '昭和23/8/8' },
  { kind: 'file', name: 'photo', label: '写真', accept: 'image/jpeg,image/png', multiple: true },
  { kind: 'hidden', name: 'version', value: '3' },
]

/** What is written. */
export function FormSpecimens({ view }: { readonly view: View }) {
  return (
    <Part view={view} id="forms" title="書くもの" over="Forms">
      <Specimen
        name="Form, Field, ErrorSummary"
        file="form.tsx, field.tsx"
        use="書いたものは失われません。422 で同じ形に戻します。Faults on top and at the field."
      >
        <ErrorSummary view={view} faults={faults} />
        <Form view={view} action="/voices">
          <FieldSet legend="ご意見" hint="分かるところだけでかまいません。">
            {fields.map((field) => (
              <Field view={view} field={field} />
            ))}
          </FieldSet>
          <Actions>
            <Button>送る</Button>
            <Button kind="secondary" name="then" value="later" unchecked>
              あとで続ける
            </Button>
            <Button kind="danger">取り下げる</Button>
            <ButtonLink view={view} path="/voices" kind="quiet">
              やめる
            </ButtonLink>
          </Actions>
        </Form>
      </Specimen>
      <Specimen
        name="ConfirmPanel"
        file="form.tsx"
        use="元に戻せないことの前に。Before what cannot be undone."
      >
        <ConfirmPanel
          view={view}
          title="この計画を公開しますか。"
          action="/desk/plans/1/publish"
          confirm="公開する"
          back="/desk/plans/1"
          hidden={{ revision: '4' }}
        >
          <p>公開すると、15の取り組みがだれでも読めるようになります。</p>
        </ConfirmPanel>
      </Specimen>
      <Specimen
        name="ReaderForm"
        file="reader-form.tsx"
        use="読みやすさの設定のページの中身。POST /reader が cookie を書きます。"
      >
        <ReaderForm view={view} from="/design" />
      </Specimen>
    </Part>
  )
}
