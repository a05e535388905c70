import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import type { StaffMessages } from './messages.ts'
import { urls } from './urls.ts'

export interface SignInProps {
  readonly view: View
  readonly t: StaffMessages
  /** What was typed as the address; the password is never sent back. */
  readonly email: string
  readonly onward: string
  readonly fault?: 'wrong' | 'tooMany'
}

export const SignInPage = ({ view, t, email, onward, fault }: SignInProps) => (
  <Page view={view} title={t.signIn}>
    <Masthead title={t.signIn} lead={t.signInLead} />
    {fault && (
      <Notice view={view} kind="danger" live>
        <p>{t[fault]}</p>
      </Notice>
    )}
    <Form view={view} action={urls.signIn} hidden={{ onward }}>
      <div class="stack">
        <Field
          view={view}
          field={{
            kind: 'text',
            type: 'email',
            name: 'email',
            label: t.email,
            required: true,
            value: email,
            autocomplete: 'username',
          }}
        />
        <Field
          view={view}
          field={{
            kind: 'text',
            type: 'password',
            name: 'password',
            label: t.password,
            required: true,
            autocomplete: 'current-password',
          }}
        />
        <Actions>
          <Button>{t.enter}</Button>
        </Actions>
        <p class="soft">{t.forgot}</p>
      </div>
    </Form>
  </Page>
)
