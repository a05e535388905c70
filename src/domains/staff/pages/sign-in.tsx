import type { Child } from 'hono/jsx'
import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import type { SignInMessages } from '../messages/sign-in.ts'
import { urls } from '../urls.ts'
import { UsePasskey } from './passkey.tsx'

export type SignInSaid =
  | 'wrong'
  | 'over'
  | 'ssoUnknown'
  | 'ssoFailed'
  | 'passkeyWrong'
  | 'passwordSet'

export interface SignInProps {
  readonly view: View
  readonly t: SignInMessages
  /** What was typed as the address; the password is never sent back. */
  readonly email: string
  readonly onward: string
  readonly said?: SignInSaid
  /** Minutes to wait after too many attempts. */
  readonly wait?: number
  /** As the button calls the city's own directory. */
  readonly sso?: string
  readonly factorOff: boolean
}

export const SignInPage = (props: SignInProps) => {
  const { view, t, email, onward, said, wait, sso, factorOff } = props
  return (
    <Page view={view} title={t.signIn}>
      <Masthead title={t.signIn} lead={t.signInLead} />
      {said && (
        <Notice view={view} kind={said === 'passwordSet' ? 'success' : 'danger'} live>
          <p>{t[said]}</p>
        </Notice>
      )}
      {wait !== undefined && (
        <Notice view={view} kind="danger" live>
          <p>{t.tooMany(wait)}</p>
        </Notice>
      )}
      {factorOff && (
        <Notice view={view} kind="warning">
          <p>{t.factorOff}</p>
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
            <a href={at(view, urls.forgot)}>{t.forgot}</a>
          </Actions>
        </div>
      </Form>
      {sso !== undefined && (
        <Form view={view} action={urls.sso} hidden={{ onward }}>
          <Actions>
            <Button kind="secondary">{t.withSso(sso)}</Button>
          </Actions>
        </Form>
      )}
      <Part view={view} id="passkey" title={t.passkeyTitle}>
        <UsePasskey view={view} t={t} onward={onward} />
      </Part>
    </Page>
  )
}

export interface ForgotProps {
  readonly view: View
  readonly t: SignInMessages
  readonly email?: string
  readonly fault?: string
  readonly wait?: number
}

export const ForgotPage = ({ view, t, email = '', fault, wait }: ForgotProps) => (
  <Page view={view} title={t.ask} breadcrumbs={[{ text: t.signIn, path: urls.signIn }]}>
    <ErrorSummary
      view={view}
      faults={fault === undefined ? [] : [{ name: 'email', label: t.email, text: fault }]}
    />
    <Masthead title={t.ask} lead={t.askLead} />
    {wait !== undefined && (
      <Notice view={view} kind="danger" live>
        <p>{t.tooMany(wait)}</p>
      </Notice>
    )}
    <Form view={view} action={urls.forgot}>
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
            ...(fault !== undefined && { error: fault }),
          }}
        />
        <Actions>
          <Button>{t.send}</Button>
        </Actions>
      </div>
    </Form>
  </Page>
)

export interface SaidProps {
  readonly view: View
  readonly t: SignInMessages
  readonly title: string
  readonly lead: string
  readonly children?: Child
}

/** A page that only says something, and leads back to the entrance. */
export const SaidPage = ({ view, t, title, lead, children }: SaidProps) => (
  <Page view={view} title={title} breadcrumbs={[{ text: t.signIn, path: urls.signIn }]}>
    <Masthead title={title} lead={lead} />
    {children}
  </Page>
)

export interface PasswordProps {
  readonly view: View
  readonly t: SignInMessages
  readonly action: string
  readonly lead: string
  readonly faults: Partial<Readonly<Record<'password' | 'repeat', string>>>
}

/** Choosing a password: by a link, or in the place of a temporary one. */
export const PasswordPage = ({ view, t, action, lead, faults }: PasswordProps) => (
  <Page view={view} title={t.choose} breadcrumbs={[{ text: t.signIn, path: urls.signIn }]}>
    <ErrorSummary
      view={view}
      faults={Object.entries(faults).map(([name, text]) => ({
        name,
        label: name === 'password' ? t.newPassword : t.repeat,
        text,
      }))}
    />
    <Masthead title={t.choose} lead={lead} />
    <p>{t.chooseLead}</p>
    <Form view={view} action={action}>
      <div class="stack">
        <NewPassword view={view} t={t} faults={faults} />
        <Actions>
          <Button>{t.set}</Button>
        </Actions>
      </div>
    </Form>
  </Page>
)

export const NewPassword = ({ view, t, faults }: Pick<PasswordProps, 'view' | 't' | 'faults'>) => (
  <>
    <Field
      view={view}
      field={{
        kind: 'text',
        type: 'password',
        name: 'password',
        label: t.newPassword,
        hint: t.newPasswordHint,
        required: true,
        autocomplete: 'new-password',
        ...(faults.password !== undefined && { error: faults.password }),
      }}
    />
    <Field
      view={view}
      field={{
        kind: 'text',
        type: 'password',
        name: 'repeat',
        label: t.repeat,
        required: true,
        autocomplete: 'new-password',
        ...(faults.repeat !== undefined && { error: faults.repeat }),
      }}
    />
  </>
)
