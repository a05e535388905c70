import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { PasskeyForm } from '#design/passkey.tsx'
import type { View } from '#design/view.ts'
import type { SignInMessages } from '../messages/sign-in.ts'
import { urls } from '../urls.ts'

interface KeyProps {
  readonly view: View
  readonly t: SignInMessages
  readonly onward: string
}

export const UsePasskey = ({ view, t, onward }: KeyProps) => (
  <PasskeyForm
    view={view}
    does="get"
    ask={urls.askPasskey}
    action={urls.passkey}
    hidden={{ onward }}
    needs={t.passkeyNeeds}
    failed={t.passkeyWrong}
  >
    <Actions>
      <Button kind="secondary">{t.withPasskey}</Button>
    </Actions>
  </PasskeyForm>
)

export const MakePasskey = ({ view, t, onward }: KeyProps) => (
  <PasskeyForm
    view={view}
    does="create"
    ask={urls.askNewPasskey}
    action={urls.newPasskey}
    hidden={{ onward }}
    needs={t.keyNeeds}
    failed={t.keyFailed}
  >
    <Field
      view={view}
      field={{
        kind: 'text',
        name: 'name',
        label: t.keyName,
        hint: t.keyNameHint,
        max: 60,
        width: 'medium',
      }}
    />
    <Actions>
      <Button kind="secondary">{t.keyTitle}</Button>
    </Actions>
  </PasskeyForm>
)
