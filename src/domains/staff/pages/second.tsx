import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Page } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import { Qr } from '#platform/qr.tsx'
import { plain } from '#platform/ruby.ts'
import type { SignInMessages } from '../messages/sign-in.ts'
import { urls } from '../urls.ts'
import { MakePasskey, UsePasskey } from './passkey.tsx'

interface CodeProps {
  readonly view: View
  readonly t: SignInMessages
  readonly fault?: string | undefined
}

const CodeField = ({ view, t, fault, digits }: CodeProps & { readonly digits?: boolean }) => (
  <Field
    view={view}
    field={{
      kind: 'text',
      name: 'code',
      label: t.code,
      required: true,
      autocomplete: 'one-time-code',
      width: 'short',
      ...(digits ? { inputmode: 'numeric' as const } : { hint: t.codeHint }),
      ...(fault !== undefined && { error: fault }),
    }}
  />
)

const faultOf = ({ t, fault }: CodeProps) =>
  fault === undefined ? [] : [{ name: 'code', label: t.code, text: fault }]

export interface SecondProps extends CodeProps {
  readonly onward: string
  /** Within a full session: who is in proves it once more. */
  readonly again: boolean
  readonly hasCode: boolean
  readonly hasPasskey: boolean
  readonly hasOnlyPassword: boolean
}

export const SecondPage = (props: SecondProps) => {
  const { view, t, fault, onward, again, hasCode, hasPasskey, hasOnlyPassword } = props
  const title = again ? t.again : t.second
  const action = again ? urls.again : urls.second
  return (
    <Page view={view} title={title}>
      <ErrorSummary view={view} faults={faultOf(props)} />
      <Masthead title={title} lead={again ? t.againLead : t.secondLead} />
      {hasCode && (
        <Form view={view} action={action} hidden={{ onward }}>
          <div class="stack">
            <CodeField view={view} t={t} fault={fault} />
            <Actions>
              <Button>{t.check}</Button>
            </Actions>
          </div>
        </Form>
      )}
      {hasOnlyPassword && (
        <Form view={view} action={action} hidden={{ onward }}>
          <div class="stack">
            <Field
              view={view}
              field={{
                kind: 'text',
                type: 'password',
                name: 'password',
                label: t.password,
                required: true,
                autocomplete: 'current-password',
                ...(fault !== undefined && { error: fault }),
              }}
            />
            <Actions>
              <Button>{t.check}</Button>
            </Actions>
          </div>
        </Form>
      )}
      {hasPasskey && (
        <Part view={view} id="passkey" title={t.passkeyTitle}>
          <UsePasskey view={view} t={t} onward={onward} />
        </Part>
      )}
      {!again && <p>{t.lost}</p>}
      {!again && <StartOver view={view} t={t} />}
    </Page>
  )
}

const StartOver = ({ view, t }: Omit<CodeProps, 'fault'>) => (
  <Form view={view} action={urls.signOut}>
    <Actions>
      <Button kind="quiet">{t.startOver}</Button>
    </Actions>
  </Form>
)

export interface EnrolProps extends CodeProps {
  readonly onward: string
  /** otpauth://… */
  readonly address: string
  readonly secret: string
  readonly keyFailed?: boolean
}

export const EnrolPage = (props: EnrolProps) => {
  const { view, t, onward, keyFailed } = props
  return (
    <Page view={view} title={t.enrol}>
      <ErrorSummary view={view} faults={faultOf(props)} />
      <Masthead title={t.enrol} lead={t.enrolLead} />
      {keyFailed && (
        <Notice view={view} kind="danger" live>
          <p>{t.keyFailed}</p>
        </Notice>
      )}
      <Part view={view} id="app" title={t.appTitle}>
        <AddApp {...props} action={urls.second} />
      </Part>
      <Part view={view} id="passkey" title={t.keyTitle} lead={t.keyLead}>
        <MakePasskey view={view} t={t} onward={onward} />
      </Part>
      <StartOver view={view} t={t} />
    </Page>
  )
}

/** The square, the letters, and the first code as the proof that both have the same secret. */
export const AddApp = (props: Omit<EnrolProps, 'keyFailed'> & { readonly action: string }) => {
  const { view, t, fault, onward, address, secret, action } = props
  return (
    <div class="stack">
      <ol>
        {t.appSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        <Qr text={address} label={plain(t.qr)} />
      </p>
      <p>
        {t.secret}: <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form view={view} action={action} hidden={{ onward }}>
        <div class="stack">
          <CodeField view={view} t={t} fault={fault} digits />
          <Actions>
            <Button>{t.register}</Button>
          </Actions>
        </div>
      </Form>
    </div>
  )
}

export interface CodesProps {
  readonly view: View
  readonly t: SignInMessages
  readonly codes: readonly string[]
  readonly onward: string
}

/** Shown once: only what cannot be turned back into them is kept. */
export const CodesPage = ({ view, t, codes, onward }: CodesProps) => (
  <Page view={view} title={t.codes}>
    <Masthead title={t.codes} />
    <Notice view={view} kind="warning">
      <p>{t.codesLead}</p>
    </Notice>
    <ul class="columns">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <Actions>
      <ButtonLink view={{ ...view, locale: 'ja' }} path={onward}>
        {t.goOn}
      </ButtonLink>
    </Actions>
  </Page>
)
