import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import { type ActiveResident, ageBands, type ContactKind, tongues } from '../resident.ts'
import { urls } from '../urls.ts'
import { Ask, AskCode } from './ask.tsx'
import { type Faults, Press, type Raw, summary, Typed, wordsOf } from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'

/** How a form of one's own pages came back. */
export interface BackProps {
  readonly view: View
  readonly raw?: Raw
  readonly faults?: Faults
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

/** わたしについて */
export function ProfilePage(props: BackProps & { readonly resident: ActiveResident }) {
  const { view, raw = {}, faults = {}, reason, good } = props
  const { profile } = props.resident
  const { me: t, faults: words } = wordsOf(view)
  const line = { view, faults, required: false }
  const labels = { nickname: t.nickname, district: t.district }
  return (
    <Sheet
      view={view}
      title={t.profile}
      lead={t.profileLead}
      trail={[fromMe(view)]}
      reason={reason}
      good={good}
      faults={summary(words, labels, faults)}
    >
      <Ask view={view} action={urls.meDo('profile')} go={t.save}>
        <Typed
          {...line}
          name="nickname"
          label={t.nickname}
          hint={t.nicknameHint}
          raw={{ nickname: raw.nickname ?? profile.nickname }}
        />
        <Typed
          {...line}
          name="district"
          label={t.district}
          hint={t.districtHint}
          raw={{ district: raw.district ?? profile.district ?? '' }}
        />
        <Field
          view={view}
          field={{
            kind: 'select',
            name: 'ageBand',
            label: t.ageBand,
            hint: t.ageBandHint,
            value: raw.ageBand ?? profile.ageBand ?? '',
            options: ageBands.map((value) => ({ value, label: t.ageBands[value] })),
          }}
        />
        <Field
          view={view}
          field={{
            kind: 'checkboxes',
            name: 'languages',
            label: t.languages,
            hint: t.languagesHint,
            values: profile.languages,
            options: tongues.map((value) => ({ value, label: t.tongues[value] })),
          }}
        />
      </Ask>
    </Sheet>
  )
}

export interface ContactsProps extends BackProps {
  readonly contacts: readonly {
    readonly kind: ContactKind
    readonly text: string
    readonly isConfirmed: boolean
  }[]
  /** A new address waits for its code. */
  readonly code?: string | undefined
}

/** 連絡先 */
export function ContactsPage(props: ContactsProps) {
  const { view, contacts, code, raw = {}, faults = {} } = props
  const { me: t, receipt: r, faults: words } = wordsOf(view)
  return (
    <Sheet
      view={view}
      title={t.contacts}
      lead={t.contactsLead}
      trail={[fromMe(view)]}
      reason={props.reason}
      good={props.good}
      faults={summary(words, { mail: t.newMail, code: r.code }, faults)}
    >
      <Facts
        pairs={contacts.map((c) => [t.contactKinds[c.kind], c.text.replaceAll('\n', ' ')] as const)}
      />
      {contacts
        .filter(({ kind }) => kind !== 'mail')
        .map(({ kind }) => (
          <Press
            view={view}
            action={urls.meDo('forget')}
            hidden={{ kind }}
            text={`${t.contactKinds[kind]}: ${t.forget}`}
          />
        ))}
      <Part view={view} id="mail" title={t.changeMail}>
        {code ? (
          <AskCode
            view={view}
            action={urls.meDo('mail/code')}
            hidden={{ id: code }}
            go={r.confirmGo}
            hint={t.mailCode}
          />
        ) : (
          <Ask view={view} action={urls.meDo('mail')} go={t.changeMail}>
            <Typed
              view={view}
              name="mail"
              label={t.newMail}
              hint={t.newMailHint}
              type="email"
              raw={raw}
              faults={faults}
            />
          </Ask>
        )}
      </Part>
    </Sheet>
  )
}

export interface SecurityProps extends BackProps {
  readonly hasPassword: boolean
  readonly passkeys: number
  readonly sessions: number
}

/** 入り方: passkeys, a password, and where the account is open. */
export function SecurityPage(props: SecurityProps) {
  const { view, hasPassword, passkeys, sessions } = props
  const { me: t, passkey } = wordsOf(view)
  return (
    <Sheet
      view={view}
      title={t.security}
      lead={t.securityLead}
      trail={[fromMe(view)]}
      reason={props.reason}
      good={props.good}
    >
      <Part view={view} id="passkeys" title={passkey.title}>
        <p>{passkey.count(passkeys)}</p>
        <p>
          <a href={at(view, urls.passkeys)}>{passkey.change}</a>
        </p>
      </Part>
      <Part
        view={view}
        id="password"
        title={t.password}
        lead={hasPassword ? t.hasPassword : t.noPassword}
      >
        <Ask view={view} action={urls.meDo('password')} go={t.setPassword} kind="secondary">
          <Typed
            view={view}
            name="password"
            label={t.newPassword}
            type="password"
            autocomplete="new-password"
          />
        </Ask>
      </Part>
      <Part view={view} id="sessions" title={t.sessionsTitle}>
        <p>{t.sessions(sessions)}</p>
        {sessions > 1 && <Press view={view} action={urls.meDo('elsewhere')} text={t.elsewhere} />}
      </Part>
    </Sheet>
  )
}
