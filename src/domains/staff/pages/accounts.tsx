import { Actions, Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState, Filters, ResultCount } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { accountWords } from '../messages/account.ts'
import type { Factors } from '../session.ts'
import type { StaffId } from '../staff.ts'
import { urls } from '../urls.ts'

/** One account as the personnel office reads it. */
export interface AccountRow {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly leftOn: string | null
  readonly hasPassword: boolean
  readonly hasSecond: boolean
  readonly lastAt: Date | null
}

export interface AccountsProps {
  readonly view: View
  readonly rows: readonly AccountRow[]
  readonly all: number
  readonly q: string
}

export const AccountsPage = ({ view, rows, all, q }: AccountsProps) => {
  const { t } = accountWords(view)
  return (
    <DeskPage view={view} title={t.accounts}>
      <Masthead title={t.accounts} lead={t.accountsLead} />
      <Filters view={view} action={urls.accounts} active={q ? 1 : 0}>
        <Field
          view={view}
          field={{
            kind: 'text',
            type: 'search',
            name: 'q',
            label: t.search,
            value: q,
            plain: true,
          }}
        />
      </Filters>
      <ResultCount view={view} count={rows.length} of={all} />
      {rows.length === 0 ? (
        <EmptyState title={t.nobody}>
          <p>{t.nobodyTodo}</p>
        </EmptyState>
      ) : (
        <Table
          view={view}
          caption={t.accounts}
          quietCaption
          rows={rows}
          to={(row) => urls.accountOf(row.id)}
          columns={[
            { label: t.name, role: 'heading', cell: (row) => row.name },
            { label: t.email, cell: (row) => row.email },
            { label: t.password, cell: (row) => (row.hasPassword ? t.registered : t.notYet) },
            { label: t.second, cell: (row) => (row.hasSecond ? t.registered : t.notYet) },
            {
              label: t.lastSignIn,
              cell: (row) =>
                row.leftOn
                  ? `${t.left} ${row.leftOn}`
                  : row.lastAt
                    ? plainDate(view.locale, row.lastAt)
                    : t.never,
            },
          ]}
        />
      )}
    </DeskPage>
  )
}

export interface AccessProps {
  readonly view: View
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly factors: Factors
  readonly mayManage: boolean
  /** Shown this once. */
  readonly password?: string
  readonly said?: 'invited' | 'resetDone'
  /** The form whose reason is missing. */
  readonly missing?: { readonly form: 'reset' | 'issue'; readonly text: string }
}

export const AccessPage = (props: AccessProps) => {
  const { view, id, name, email, factors, mayManage, password, said } = props
  const { t } = accountWords(view)
  const { hasPassword, totpSince, passkeys, backupCodes } = factors
  return (
    <DeskPage
      view={view}
      title={name}
      breadcrumbs={[{ text: t.accounts, path: urls.accounts }]}
      narrow
    >
      <Masthead title={name} over={t.accounts} lead={email} />
      {said && (
        <Notice view={view} kind="success" live>
          <p>{t[said]}</p>
        </Notice>
      )}
      {password !== undefined && (
        <Notice view={view} kind="warning" title={t.issued} live>
          <p>
            <code>{password}</code>
          </p>
          <p>{t.issuedLead}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [t.password, hasPassword ? t.registered : t.notYet],
          [t.app, totpSince ? t.appSince(plainDate(view.locale, totpSince)) : t.none],
          [t.passkeys, String(passkeys.length)],
          [t.sheet, t.sheetLeft(backupCodes)],
        ]}
      />
      {mayManage ? (
        <>
          <Part view={view} id="invite" title={t.invite} lead={t.inviteLead}>
            <Form view={view} action={`${urls.accountOf(id)}/invite`}>
              <Actions>
                <Button kind="secondary">{t.invite}</Button>
              </Actions>
            </Form>
          </Part>
          <WithReason {...props} form="issue" title={t.issue} lead={t.issueLead} />
          <WithReason {...props} form="reset" title={t.reset} lead={t.resetLead} />
        </>
      ) : (
        <p>{t.ownCase}</p>
      )}
    </DeskPage>
  )
}

interface WithReasonProps extends AccessProps {
  readonly form: 'reset' | 'issue'
  readonly title: string
  readonly lead: string
}

const WithReason = ({ view, id, form, title, lead, missing }: WithReasonProps) => {
  const { t } = accountWords(view)
  return (
    <Part view={view} id={form} title={title} lead={lead}>
      <Form view={view} action={`${urls.accountOf(id)}/${form}`} id={`form-${form}`}>
        <div class="stack">
          <Field
            view={view}
            field={{
              kind: 'text',
              name: `${form}.reason`,
              label: t.reason,
              hint: t.reasonHint,
              required: true,
              max: 200,
              ...(missing?.form === form && { error: missing.text }),
            }}
          />
          <Actions>
            <Button kind={form === 'reset' ? 'danger' : 'secondary'}>{title}</Button>
          </Actions>
        </div>
      </Form>
    </Part>
  )
}
