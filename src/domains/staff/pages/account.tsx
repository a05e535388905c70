import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate, plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import { deviceOf } from '../device.ts'
import { accountWords } from '../messages/account.ts'
import type { SignInMessages } from '../messages/sign-in.ts'
import { roleWords } from '../role-words.ts'
import { isRoleName } from '../roles.ts'
import type { Factors, Session } from '../session.ts'
import { urls } from '../urls.ts'
import { MakePasskey } from './passkey.tsx'
import { AddApp } from './second.tsx'
import { NewPassword } from './sign-in.tsx'

/** A duty of today, and where it comes from. */
export interface DutyLine {
  readonly role: string
  readonly place: string
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly post: string | null
  readonly reason: string
}

export interface AccountProps {
  readonly view: View
  readonly s: SignInMessages
  readonly name: string
  readonly duties: readonly DutyLine[]
  readonly factors: Factors
  readonly sessions: readonly Session[]
  readonly current: string
  /** Proved within ten minutes: only then a way in is added. */
  readonly isFresh: boolean
  readonly said?: 'saved' | 'ended' | 'lastFactor' | 'keyFailed'
}

export const AccountPage = (props: AccountProps) => {
  const { view, s, name, said } = props
  const { t } = accountWords(view)
  const words = said === 'keyFailed' ? s.keyFailed : said && t[said]
  const good = said === 'saved' || said === 'ended'
  return (
    <DeskPage view={view} title={t.account}>
      <Masthead title={t.account} lead={t.accountLead} over={name} />
      {words && (
        <Notice view={view} kind={good ? 'success' : 'danger'} live>
          <p>{words}</p>
        </Notice>
      )}
      <Duties {...props} />
      <Ways {...props} />
      <Devices {...props} />
    </DeskPage>
  )
}

const dayIn = (view: View, day: IsoDate) => plainDate(view.locale, dayStart(day))

const Duties = ({ view, duties }: AccountProps) => {
  const { t, tongue, roles } = accountWords(view)
  const names: Readonly<Record<string, string>> = roleWords[tongue]
  const nameOf = (role: string) => (isRoleName(role) ? (names[role] ?? role) : role)
  return (
    <Part view={view} id="duties" title={t.duties}>
      {duties.length ? (
        <Table
          view={view}
          caption={t.duties}
          quietCaption
          rows={duties}
          columns={[
            {
              label: t.duty,
              role: 'heading',
              cell: (d) => [nameOf(d.role), d.place && `(${d.place})`].filter(Boolean).join(' '),
            },
            { label: t.may, cell: (d) => roles[d.role]?.[1] ?? '' },
            {
              label: t.term,
              cell: (d) => `${dayIn(view, d.from)} – ${d.until ? dayIn(view, d.until) : t.open}`,
            },
            {
              label: t.why,
              cell: (d) => (d.post === null ? d.reason : t.byAssignment(d.place, d.post)),
            },
          ]}
        />
      ) : (
        <p>{t.dutiesNone}</p>
      )}
    </Part>
  )
}

const Ways = ({ view, s, factors, isFresh }: AccountProps) => {
  const { t } = accountWords(view)
  const { hasPassword, totpSince, backupCodes, passkeys } = factors
  const remove = (what: string, label: string) => (
    <Form view={view} action={urls.ownFactor} hidden={{ what }}>
      <Button kind="quiet">{t.removeNamed(label)}</Button>
    </Form>
  )
  return (
    <Part view={view} id="factors" title={t.factors}>
      <Facts
        pairs={[
          [
            t.password,
            <>
              {hasPassword ? t.hasPassword : t.noPassword}{' '}
              <ButtonLink view={view} path={urls.ownPassword} kind="quiet">
                {t.changePassword}
              </ButtonLink>
            </>,
          ],
          [
            t.app,
            <>
              {totpSince ? t.appSince(plainDate(view.locale, totpSince)) : t.none}{' '}
              <ButtonLink view={view} path={urls.ownTotp} kind="quiet">
                {t.addApp}
              </ButtonLink>
              {totpSince && remove('totp', t.app)}
            </>,
          ],
          ...passkeys.map(
            ({ id, name, addedAt }) =>
              [
                name || t.unnamed,
                <>
                  {addedAt && t.appSince(plainDate(view.locale, addedAt))}
                  {remove(id, name || t.unnamed)}
                </>,
              ] as const,
          ),
          [
            t.sheet,
            <>
              {t.sheetLeft(backupCodes)}
              <Form view={view} action={urls.ownCodes}>
                <Button kind="quiet">{t.renew}</Button>
              </Form>
            </>,
          ],
        ]}
      />
      <Part view={view} id="passkey" title={s.keyTitle} lead={s.keyLead} level={3}>
        {isFresh ? (
          <MakePasskey view={view} t={s} onward={urls.account} />
        ) : (
          <p>
            <a href={at(view, `${urls.again}?onward=${encodeURIComponent(urls.account)}`)}>
              {t.proveFirst}
            </a>
          </p>
        )}
      </Part>
    </Part>
  )
}

const Devices = ({ view, sessions, current }: AccountProps) => {
  const { t, ways } = accountWords(view)
  const moment = (at: Date) =>
    `${longDate(view.locale, at)} ${at.toLocaleTimeString('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' })}`
  return (
    <Part view={view} id="sessions" title={t.sessions} lead={t.sessionsLead}>
      <Table
        view={view}
        caption={t.sessions}
        quietCaption
        rows={sessions}
        columns={[
          {
            label: t.device,
            role: 'heading',
            cell: ({ userAgent }) => {
              const { browser, system } = deviceOf(userAgent)
              return [system, browser].filter(Boolean).join(' ') || t.otherDevice
            },
          },
          { label: t.network, cell: ({ network }) => network },
          { label: t.way, cell: ({ way }) => ways[way] },
          { label: t.since, cell: ({ startedAt }) => moment(startedAt) },
          { label: t.lastUsed, cell: ({ seenAt }) => moment(seenAt) },
          {
            label: t.end,
            cell: ({ id }) =>
              id === current ? (
                t.thisOne
              ) : (
                <Form view={view} action={urls.ownSessions} hidden={{ which: id }}>
                  <Button kind="secondary">{t.end}</Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form view={view} action={urls.ownSessions} hidden={{ which: 'others' }}>
          <Actions>
            <Button kind="danger">{t.endOthers}</Button>
          </Actions>
        </Form>
      )}
    </Part>
  )
}

export interface OwnPasswordProps {
  readonly view: View
  readonly s: SignInMessages
  readonly hasPassword: boolean
  readonly faults: Partial<Readonly<Record<'old' | 'password' | 'repeat', string>>>
}

export const OwnPasswordPage = ({ view, s, hasPassword, faults }: OwnPasswordProps) => {
  const { t } = accountWords(view)
  const labels = { old: t.oldPassword, password: s.newPassword, repeat: s.repeat }
  const crumbs = [{ text: t.account, path: urls.account }]
  return (
    <DeskPage view={view} title={t.changePassword} breadcrumbs={crumbs} narrow>
      <ErrorSummary
        view={view}
        faults={(['old', 'password', 'repeat'] as const).flatMap((name) =>
          faults[name] === undefined ? [] : [{ name, label: labels[name], text: faults[name] }],
        )}
      />
      <Masthead title={t.changePassword} lead={s.chooseLead} />
      <Form view={view} action={urls.ownPassword}>
        <div class="stack">
          {hasPassword && (
            <Field
              view={view}
              field={{
                kind: 'text',
                type: 'password',
                name: 'old',
                label: t.oldPassword,
                required: true,
                autocomplete: 'current-password',
                ...(faults.old !== undefined && { error: faults.old }),
              }}
            />
          )}
          <NewPassword view={view} t={s} faults={faults} />
          <Actions>
            <Button>{t.changePassword}</Button>
          </Actions>
        </div>
      </Form>
    </DeskPage>
  )
}

export interface OwnTotpProps {
  readonly view: View
  readonly s: SignInMessages
  readonly address: string
  readonly secret: string
  readonly fault?: string | undefined
}

export const OwnTotpPage = ({ view, s, address, secret, fault }: OwnTotpProps) => {
  const { t } = accountWords(view)
  const crumbs = [{ text: t.account, path: urls.account }]
  return (
    <DeskPage view={view} title={s.appTitle} breadcrumbs={crumbs} narrow>
      <ErrorSummary
        view={view}
        faults={fault === undefined ? [] : [{ name: 'code', label: s.code, text: fault }]}
      />
      <Masthead title={s.appTitle} />
      <AddApp
        view={view}
        t={s}
        action={urls.ownTotp}
        onward={urls.account}
        address={address}
        secret={secret}
        fault={fault}
      />
    </DeskPage>
  )
}
