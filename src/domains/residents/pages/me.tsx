import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Receipt } from '../receipt.ts'
import {
  type ActiveResident,
  type Assist,
  ageBands,
  type ContactKind,
  type Level,
  type Opening,
  tongues,
} from '../resident.ts'
import { urls } from '../urls.ts'
import { type Faults, Good, Press, type Raw, Said, Typed, wordsOf } from './fields.tsx'
import { Seen } from './seen.tsx'

export interface MeProps {
  readonly view: View
  readonly resident: ActiveResident
  readonly contacts: readonly {
    readonly kind: ContactKind
    readonly text: string
    readonly isConfirmed: boolean
  }[]
  readonly receipts: readonly Receipt[]
  readonly openings: readonly Opening[]
  readonly assists: readonly Assist[]
  readonly level: Level
  readonly sessions: number
  /** A new address waits for its code. */
  readonly code?: string
  readonly raw: Raw
  readonly faults: Faults
  readonly reason?: string
  readonly good?: string
}

export function MePage(props: MeProps) {
  const { view, resident, contacts, receipts, level, raw, faults, code } = props
  const { me: t, receipt: r, check, account } = wordsOf(view)
  const { profile } = resident
  const line = { view, raw, faults }
  return (
    <Page view={view} title={t.title}>
      <Masthead title={profile.nickname ? t.hello(profile.nickname) : t.title} lead={t.dataLead} />
      <Said view={view} reason={props.reason} />
      <Good view={view} text={props.good} />
      <Part view={view} id="receipts" title={t.receipts}>
        {receipts.length === 0 ? (
          <p>{t.noReceipts}</p>
        ) : (
          <Table
            view={view}
            caption={t.receipts}
            quietCaption
            rows={receipts}
            columns={[
              { label: r.number, role: 'heading', cell: (one) => one.number },
              { label: r.received, cell: (one) => longDate(view.locale, one.at) },
              { label: r.status, cell: (one) => (one.endedAt ? r.done : r.going) },
            ]}
            to={(one) => urls.meDo(`receipts/${one.id}`)}
          />
        )}
        <Form view={view} action={urls.meDo('claim')}>
          <div class="stack">
            <Typed {...line} name="number" label={r.number} hint={r.numberHint} width="medium" />
            <Typed {...line} name="phrase" label={r.phrase} hint={r.phraseHint} />
            <Actions>
              <Button kind="secondary">{r.claim}</Button>
            </Actions>
          </div>
        </Form>
      </Part>
      <Part view={view} id="profile" title={t.profile} lead={t.profileLead}>
        <Form view={view} action={urls.meDo('profile')}>
          <div class="stack">
            <Typed
              {...line}
              name="nickname"
              label={t.nickname}
              hint={t.nicknameHint}
              raw={{ nickname: raw.nickname ?? profile.nickname }}
              required={false}
            />
            <Typed
              {...line}
              name="district"
              label={t.district}
              hint={t.districtHint}
              raw={{ district: raw.district ?? profile.district ?? '' }}
              required={false}
            />
            <Field
              view={view}
              field={{
                kind: 'select',
                name: 'ageBand',
                label: t.ageBand,
                hint: t.ageBandHint,
                value: profile.ageBand ?? '',
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
            <Actions>
              <Button>{t.save}</Button>
            </Actions>
          </div>
        </Form>
      </Part>
      <Part view={view} id="contacts" title={t.contacts}>
        <Facts
          pairs={contacts.map(
            (c) => [t.contactKinds[c.kind], c.text.replaceAll('\n', ' ')] as const,
          )}
        />
        {contacts.map(
          (c) =>
            c.kind !== 'mail' && (
              <Press
                view={view}
                action={urls.meDo('forget')}
                hidden={{ kind: c.kind }}
                text={`${t.contactKinds[c.kind]}: ${t.forget}`}
              />
            ),
        )}
        {code ? (
          <Form view={view} action={urls.meDo('mail/code')} hidden={{ id: code }}>
            <div class="stack">
              <Typed
                {...line}
                name="code"
                label={r.code}
                inputmode="numeric"
                autocomplete="one-time-code"
                width="short"
              />
              <Actions>
                <Button>{r.confirmGo}</Button>
              </Actions>
            </div>
          </Form>
        ) : (
          <Form view={view} action={urls.meDo('mail')}>
            <div class="stack">
              <Typed {...line} name="mail" label={t.newMail} type="email" />
              <Actions>
                <Button kind="secondary">{t.changeMail}</Button>
              </Actions>
            </div>
          </Form>
        )}
      </Part>
      <Part
        view={view}
        id="level"
        title={t.level}
        more={{ text: check.title, path: urls.meDo('residence') }}
      >
        <p>{t.levels[level]}</p>
      </Part>
      <Seen view={view} openings={props.openings} assists={props.assists} />
      <Part view={view} id="security" title={t.security}>
        <p>{resident.hasPassword ? t.hasPassword : t.noPassword}</p>
        <Form view={view} action={urls.meDo('password')}>
          <div class="stack">
            <Typed
              {...line}
              name="password"
              label={t.newPassword}
              type="password"
              autocomplete="new-password"
            />
            <Actions>
              <Button kind="secondary">{t.setPassword}</Button>
            </Actions>
          </div>
        </Form>
        <p>{t.sessions(props.sessions)}</p>
        {props.sessions > 1 && (
          <Press view={view} action={urls.meDo('elsewhere')} text={t.elsewhere} />
        )}
      </Part>
      <Part view={view} id="data" title={t.data}>
        <ul class="bullets">
          <li>
            <a href={at(view, urls.meDo('data.json'))}>{t.json}</a>
          </li>
          <li>
            <a href={at(view, urls.meDo('data.pdf'))}>{t.pdf}</a>
          </li>
        </ul>
        <Actions>
          <ButtonLink view={view} path={urls.meDo('close')} kind="quiet">
            {t.close}
          </ButtonLink>
        </Actions>
      </Part>
      <Press view={view} action={urls.accountDo('leave')} text={account.leave} />
    </Page>
  )
}

export interface CloseProps {
  readonly view: View
  readonly code?: string
  readonly hasMail: boolean
  readonly reason?: string
}

export function ClosePage({ view, code, hasMail, reason }: CloseProps) {
  const { me: t, receipt } = wordsOf(view)
  return (
    <Page view={view} title={t.close}>
      <Masthead title={t.close} lead={t.closeLead} />
      <Said view={view} reason={reason} />
      {hasMail && !code ? (
        <Press view={view} action={urls.meDo('close/code')} text={t.closeAsk} kind="primary" />
      ) : (
        <Form view={view} action={urls.meDo('close')} hidden={{ id: code ?? '' }}>
          <div class="stack">
            {hasMail && (
              <Typed
                view={view}
                name="code"
                label={receipt.code}
                hint={t.closeCode}
                inputmode="numeric"
                autocomplete="one-time-code"
                width="short"
              />
            )}
            <Actions>
              <Button kind="danger">{t.closeGo}</Button>
            </Actions>
          </div>
        </Form>
      )}
    </Page>
  )
}
