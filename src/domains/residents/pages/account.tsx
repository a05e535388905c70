import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { urls } from '../urls.ts'
import { type Faults, Good, type Raw, Said, Typed, wordsOf } from './fields.tsx'

export interface AccountProps {
  readonly view: View
  readonly raw: Raw
  readonly faults: Faults
  readonly services: readonly { readonly name: string; readonly title: string }[]
  readonly reason?: string
  readonly good?: string
}

export function AccountPage({ view, raw, faults, services, reason, good }: AccountProps) {
  const { account: t } = wordsOf(view)
  return (
    <Page view={view} title={t.title}>
      <Masthead title={t.title} lead={t.lead} />
      <Said view={view} reason={reason} />
      <Good view={view} text={good} />
      <Form view={view} action={urls.accountDo('mail')}>
        <div class="stack">
          <Typed
            view={view}
            name="mail"
            label={t.mail}
            type="email"
            autocomplete="email"
            raw={raw}
            faults={faults}
          />
          <Actions>
            <Button>{t.send}</Button>
          </Actions>
        </div>
      </Form>
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
    </Page>
  )
}

export interface CodeProps {
  readonly view: View
  readonly id: string
  readonly reason?: string
}

/** The address is not said here: whoever has the address of this page learns nothing. */
export function CodePage({ view, id, reason }: CodeProps) {
  const { account: t, receipt } = wordsOf(view)
  return (
    <Page view={view} title={t.codeTitle}>
      <Masthead title={t.codeTitle} lead={t.codeLead} />
      <Said view={view} reason={reason} />
      <Form view={view} action={urls.accountDo('code')} hidden={{ id }}>
        <div class="stack">
          <Typed
            view={view}
            name="code"
            label={receipt.code}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="short"
          />
          <Actions>
            <Button>{t.enter}</Button>
          </Actions>
        </div>
      </Form>
      <p>
        <a href={at(view, urls.account)}>{receipt.again}</a>
      </p>
    </Page>
  )
}

export interface PasswordProps {
  readonly view: View
  readonly raw: Raw
  readonly reason?: string
}

export function PasswordPage({ view, raw, reason }: PasswordProps) {
  const { account: t } = wordsOf(view)
  return (
    <Page view={view} title={t.byPassword} breadcrumbs={[{ text: t.title, path: urls.account }]}>
      <Masthead title={t.byPassword} />
      <Said view={view} reason={reason} />
      <Form view={view} action={urls.accountDo('password')}>
        <div class="stack">
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
          <Actions>
            <Button>{t.enter}</Button>
          </Actions>
        </div>
      </Form>
    </Page>
  )
}
