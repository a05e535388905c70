import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import type { Option } from '#design/field-kinds.ts'
import { Part } from '#design/masthead.tsx'
import { at, type View } from '#design/view.ts'
import {
  type ActiveResident,
  ageBands,
  type ContactKind,
  otherDistrict,
  tongues,
} from '../resident.ts'
import { urls } from '../urls.ts'
import { Ask, AskCode } from './ask.tsx'
import { type Faults, Press, type Raw, said, summary, Typed, wordsOf } from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'
import { ProveFirst } from './prove.tsx'

/** How a form of one's own pages came back. */
export interface BackProps {
  readonly view: View
  readonly raw?: Raw
  readonly faults?: Faults
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

/** わたしについて */
export interface ProfileProps extends BackProps {
  readonly resident: ActiveResident
  /** The city's districts; none, and it is written in words. */
  readonly choices: readonly Option[]
  /** The one that was chosen, as it is today. */
  readonly district: string
}

export function ProfilePage(props: ProfileProps) {
  const { view, raw = {}, faults = {}, reason, good, choices } = props
  const district = raw.district ?? props.district
  const isOwn =
    district !== '' &&
    district !== otherDistrict &&
    !choices.some(({ value }) => value === district)
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
        {choices.length === 0 ? (
          <Typed
            {...line}
            name="district"
            label={t.district}
            hint={t.districtHint}
            raw={{ district }}
          />
        ) : (
          <Field
            view={view}
            field={{
              kind: 'select',
              name: 'district',
              label: t.district,
              hint: t.districtHint,
              value: district,
              empty: t.districtUnsaid,
              options: [
                ...choices,
                // What somebody wrote before there was a list stays theirs until they choose.
                ...(isOwn ? [{ value: district, label: district }] : []),
                { value: otherDistrict, label: t.districtOther },
              ],
              ...(faults.district && { error: said(words, faults.district) }),
            }}
          />
        )}
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
  /** Shown to be the owner just now: only then the address is changed. */
  readonly isFresh: boolean
  /** A new address waits for its code. */
  readonly code?: string | undefined
}

/** 連絡先 */
export function ContactsPage(props: ContactsProps) {
  const { view, contacts, code, isFresh, raw = {}, faults = {} } = props
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
        ) : !isFresh ? (
          <ProveFirst view={view} onward={urls.meDo('contacts')} />
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
  /** As for the contacts. */
  readonly isFresh: boolean
  readonly passkeys: number
  readonly sessions: number
}

/** 入り方: passkeys, a password, and where the account is open. */
export function SecurityPage(props: SecurityProps) {
  const { view, hasPassword, isFresh, passkeys, sessions } = props
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
        {isFresh ? (
          <Ask view={view} action={urls.meDo('password')} go={t.setPassword} kind="secondary">
            <Typed
              view={view}
              name="password"
              label={t.newPassword}
              type="password"
              autocomplete="new-password"
            />
          </Ask>
        ) : (
          <ProveFirst view={view} onward={urls.meDo('security')} />
        )}
      </Part>
      <Part view={view} id="sessions" title={t.sessionsTitle}>
        <p>{t.sessions(sessions)}</p>
        {sessions > 1 && <Press view={view} action={urls.meDo('elsewhere')} text={t.elsewhere} />}
      </Part>
    </Sheet>
  )
}
