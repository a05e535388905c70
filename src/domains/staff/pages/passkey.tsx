import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { href } from '#design/href.ts'
import { at, type View } from '#design/view.ts'
import type { SignInMessages } from '../messages/sign-in.ts'
import { urls } from '../urls.ts'

interface KeyProps {
  readonly view: View
  readonly t: SignInMessages
  readonly onward: string
}

/**
 * The one thing that HTML cannot do: asking the device for its key. Without the island the form stays
 * hidden, and the sentence beside it says what to do instead.
 */
export const UsePasskey = ({ view, t, onward }: KeyProps) => (
  <div class="stack">
    <p class="soft" data-passkey-without="">
      {t.passkeyNeeds}
    </p>
    <div hidden data-passkey="get" data-ask={at(view, urls.askPasskey)}>
      <Form view={view} action={urls.passkey} hidden={{ onward, response: '' }}>
        <Actions>
          <Button kind="secondary">{t.withPasskey}</Button>
        </Actions>
      </Form>
      <p class="error" role="status" hidden data-passkey-failed="">
        {t.passkeyWrong}
      </p>
    </div>
    <KeyScript view={view} />
  </div>
)

export const MakePasskey = ({ view, t, onward }: KeyProps) => (
  <div class="stack">
    <p class="soft" data-passkey-without="">
      {t.keyNeeds}
    </p>
    <div hidden data-passkey="create" data-ask={at(view, urls.askNewPasskey)}>
      <Form view={view} action={urls.newPasskey} hidden={{ onward, response: '' }}>
        <div class="stack">
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
        </div>
      </Form>
      <p class="error" role="status" hidden data-passkey-failed="">
        {t.keyFailed}
      </p>
    </div>
    <KeyScript view={view} />
  </div>
)

const KeyScript = ({ view }: { readonly view: View }) =>
  view.scripts?.passkey ? <script type="module" src={href(view.scripts.passkey)} /> : null
