import { Actions, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Entries, Entry } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { Receipt } from '../receipt.ts'
import type { ActiveResident, Assist, Level, Opening } from '../resident.ts'
import { urls } from '../urls.ts'
import { Ask, AskCode } from './ask.tsx'
import { type Faults, Press, type Raw, Typed, wordsOf } from './fields.tsx'
import { fromMe, Sheet } from './frame.tsx'
import { Seen } from './seen.tsx'

export interface MeProps {
  readonly view: View
  readonly resident: ActiveResident
  /** With what was asked, in the reader's words. */
  readonly receipts: readonly (Receipt & { readonly title: string })[]
  readonly openings: readonly Opening[]
  readonly assists: readonly Assist[]
  readonly level: Level
  /** Notices that nobody has read yet. */
  readonly unread: number
  readonly raw?: Raw
  readonly faults?: Faults
  readonly reason?: string | undefined
  readonly good?: string | undefined
}

/** わたしのページ: what goes on, and the doors to everything that is kept. */
export function MePage(props: MeProps) {
  const { view, resident, receipts, raw = {}, faults = {} } = props
  const { me: t, receipt: r, check, account } = wordsOf(view)
  const { nickname } = resident.profile
  const line = { view, raw, faults }
  const doors = [
    { path: urls.notices, title: t.notices, text: t.unread(props.unread) },
    { path: urls.meDo('profile'), title: t.profile, text: t.profileDoor },
    {
      path: urls.meDo('contacts'),
      title: t.contacts,
      text: props.level === 'mail' ? t.levels.mail : t.contactsDoor,
    },
    {
      path: urls.meDo('residence'),
      title: check.title,
      text: t.levels[props.level === 'resident' ? 'resident' : 'none'],
    },
    { path: urls.meDo('security'), title: t.security, text: t.securityDoor },
  ]
  return (
    <Sheet
      view={view}
      name={t.title}
      title={nickname ? t.hello(nickname) : t.title}
      lead={t.dataLead}
      reason={props.reason}
      good={props.good}
    >
      <Entries>
        {doors.map((door) => (
          <Entry view={view} level={2} {...door} />
        ))}
      </Entries>
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
              { label: r.title, role: 'heading', cell: (one) => one.title },
              { label: r.number, cell: (one) => one.number },
              { label: r.received, cell: (one) => longDate(view.locale, one.at) },
              { label: r.status, cell: (one) => (one.endedAt ? r.done : r.going) },
            ]}
            to={(one) => urls.meDo(`receipts/${one.id}`)}
          />
        )}
      </Part>
      <Part view={view} id="claim" title={r.claim} lead={t.claimLead} level={3}>
        <Ask view={view} action={urls.meDo('claim')} go={r.claim} kind="secondary">
          <Typed {...line} name="number" label={r.number} hint={r.numberHint} width="medium" />
          <Typed {...line} name="phrase" label={r.phrase} hint={r.phraseHint} />
        </Ask>
      </Part>
      <Seen view={view} openings={props.openings} assists={props.assists} />
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
    </Sheet>
  )
}

export interface CloseProps {
  readonly view: View
  readonly code?: string
  readonly hasMail: boolean
  readonly reason?: string | undefined
}

export function ClosePage({ view, code, hasMail, reason }: CloseProps) {
  const { me: t } = wordsOf(view)
  const last = { view, action: urls.meDo('close'), go: t.closeGo, kind: 'danger' } as const
  const byCode = code === undefined ? undefined : { hint: t.closeCode, hidden: { id: code } }
  return (
    <Sheet view={view} title={t.close} lead={t.closeLead} trail={[fromMe(view)]} reason={reason}>
      {!hasMail && <Ask {...last} />}
      {hasMail && byCode && <AskCode {...last} {...byCode} />}
      {hasMail && !byCode && (
        <Press view={view} action={urls.meDo('close/code')} text={t.closeAsk} kind="primary" />
      )}
    </Sheet>
  )
}
