import { Actions, Button } from '#design/button.tsx'
import { Part } from '#design/masthead.tsx'
import type { Crumb } from '#design/page.tsx'
import { PasskeyForm } from '#design/passkey.tsx'
import { at, type View } from '#design/view.ts'
import { urls } from '../urls.ts'
import { Ask, AskCode } from './ask.tsx'
import { type Faults, type Raw, Typed, wordsOf } from './fields.tsx'
import { Sheet } from './frame.tsx'

/** The way back to the entrance. */
const fromEntrance = (view: View): Crumb => ({
  text: wordsOf(view).account.title,
  path: urls.account,
})

export interface AccountProps {
  readonly view: View
  readonly raw: Raw
  readonly faults: Faults
  readonly services: readonly { readonly name: string; readonly title: string }[]
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

export function AccountPage({ view, raw, faults, services, reason, good }: AccountProps) {
  const { account: t, passkey } = wordsOf(view)
  return (
    <Sheet view={view} title={t.title} lead={t.lead} reason={reason} good={good}>
      <Ask view={view} action={urls.accountDo('mail')} go={t.send}>
        <Typed
          view={view}
          name="mail"
          label={t.mail}
          type="email"
          autocomplete="email"
          raw={raw}
          faults={faults}
        />
      </Ask>
      <Part view={view} id="passkey" title={passkey.enter}>
        <PasskeyForm
          view={view}
          does="get"
          ask={urls.accountDo('passkey/ask')}
          action={urls.accountDo('passkey')}
          needs={passkey.needs}
          failed={passkey.failed}
        >
          <Actions>
            <Button kind="secondary">{passkey.enter}</Button>
          </Actions>
        </PasskeyForm>
      </Part>
      {services.length > 0 && (
        <Part view={view} id="services" title={t.services}>
          {services.map(({ name, title }) => (
            <p>
              <a href={at(view, urls.service(name))}>{t.by(title)}</a>
            </p>
          ))}
        </Part>
      )}
      <p>
        <a href={at(view, urls.accountDo('password'))}>{t.byPassword}</a>
      </p>
    </Sheet>
  )
}

export interface CodeProps {
  readonly view: View
  readonly id: string
  readonly reason?: string | undefined
}

/** The address is not said here: whoever has the address of this page learns nothing. */
export function CodePage({ view, id, reason }: CodeProps) {
  const { account: t, receipt } = wordsOf(view)
  return (
    <Sheet
      view={view}
      title={t.codeTitle}
      lead={t.codeLead}
      trail={[fromEntrance(view)]}
      reason={reason}
    >
      <AskCode view={view} action={urls.accountDo('code')} hidden={{ id }} go={t.enter} />
      <p>
        <a href={at(view, urls.account)}>{receipt.again}</a>
      </p>
    </Sheet>
  )
}

export interface PasswordProps {
  readonly view: View
  readonly raw: Raw
  readonly reason?: string | undefined
}

export function PasswordPage({ view, raw, reason }: PasswordProps) {
  const { account: t } = wordsOf(view)
  return (
    <Sheet view={view} title={t.byPassword} trail={[fromEntrance(view)]} reason={reason}>
      <Ask view={view} action={urls.accountDo('password')} go={t.enter}>
        <Typed
          view={view}
          name="mail"
          label={t.mail}
          type="email"
          autocomplete="username"
          raw={raw}
        />
        <Typed
          view={view}
          name="password"
          label={t.password}
          type="password"
          autocomplete="current-password"
        />
      </Ask>
    </Sheet>
  )
}
