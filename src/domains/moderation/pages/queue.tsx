import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { figure } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState, Filters, Pager, ResultCount } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { Day } from '#design/timeline.tsx'
import { at, type View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import { type Case, type CaseState, caseStates } from '../case.ts'
import { bulkActions, type bulkForm, type filterForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'

const tones: Readonly<Record<CaseState, StateTone>> = {
  flagged: 'care',
  claimed: 'moving',
  kept: 'good',
  hidden: 'stopped',
  restored: 'good',
  appealed: 'care',
  upheld: 'stopped',
  overturned: 'good',
}

export function CaseBadge({ view, state }: { readonly view: View; readonly state: CaseState }) {
  return <StateBadge tone={tones[state]} word={deskWords(view).d.states[state]} />
}

export interface QueueRow {
  readonly of: Case
  readonly flags: number
  readonly grounds: readonly string[]
  readonly kind: string
  readonly excerpt: string | null
  readonly claimedBy: string | null
}

export interface QueueProps {
  readonly view: View
  readonly rows: readonly QueueRow[]
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly pageTo: (page: number) => string
  readonly filter: Filled<ReturnType<typeof filterForm>>
  readonly active: number
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly grounds: readonly string[]
  readonly bulk: Filled<ReturnType<typeof bulkForm>>
  readonly mayDecide: boolean
  readonly notice?: {
    readonly done: number
    readonly refused: readonly { readonly id: string; readonly text: string }[]
  }
  readonly bulkFault?: string
}

/** What waits for a decision. One form for those ticked in the table, without script. */
export function QueuePage(props: QueueProps) {
  const { view, rows, count, filter, active, kinds, grounds, mayDecide, notice } = props
  const { d, t } = deskWords(view)
  const fields = [
    asked(view, filter, 'q', { label: d.search }),
    asked(view, filter, 'state', {
      label: d.state,
      empty: d.any,
      options: optionsOf(caseStates, d.states),
    }),
    asked(view, filter, 'kind', { label: d.kind, empty: d.any, options: kinds }),
    asked(view, filter, 'about', {
      label: d.ground,
      empty: d.any,
      options: optionsOf(grounds, t.grounds),
    }),
    asked(view, filter, 'whose', {
      label: d.whose,
      empty: d.any,
      options: [
        { value: 'mine', label: d.mine },
        { value: 'nobody', label: d.nobody },
      ],
    }),
  ]
  return (
    <DeskPage view={view} title={d.title} section="desk-moderation">
      <Masthead title={d.title} lead={d.lead} />
      {notice && (
        <Notice view={view} kind={notice.refused.length ? 'warning' : 'success'} live>
          {notice.done > 0 && <p>{d.bulkDone(figure(view.locale, notice.done))}</p>}
          {notice.refused.length > 0 && (
            <>
              <p>{d.bulkRefused(figure(view.locale, notice.refused.length))}</p>
              <ul class="bullets">
                {notice.refused.map(({ id, text }) => (
                  <li>
                    {id.startsWith('mod_') ? <a href={at(view, urls.one(id))}>{id}</a> : id}: {text}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      <div class="stack">
        <Filters view={view} action={urls.queue} active={active}>
          <AskedFields view={view} fields={fields} />
        </Filters>
        <div class="stack">
          <ResultCount view={view} count={count} />
          {rows.length === 0 ? (
            <EmptyState title={d.emptyTitle}>
              <p>{kinds.length === 0 ? d.noKinds : d.emptyText}</p>
            </EmptyState>
          ) : (
            <Rows {...props} />
          )}
          <Pager view={view} page={props.page} pages={props.pages} to={props.pageTo} />
        </div>
      </div>
      {mayDecide && rows.length > 0 && <Bulk {...props} />}
      <Actions>
        {mayDecide && (
          <ButtonLink view={view} path={urls.guidelines} kind="secondary">
            {d.guidelinesEdit}
          </ButtonLink>
        )}
        <ButtonLink view={view} path={urls.figures} kind="quiet">
          {d.figures}
        </ButtonLink>
      </Actions>
    </DeskPage>
  )
}

function Rows({ view, rows, mayDecide, bulk }: QueueProps) {
  const { d, t } = deskWords(view)
  return (
    <Table
      view={view}
      caption={d.title}
      quietCaption
      columns={[
        ...(mayDecide
          ? [
              {
                label: d.select,
                role: 'sign' as const,
                cell: ({ of, excerpt }: QueueRow) => (
                  <input
                    type="checkbox"
                    name="cases"
                    value={of.id}
                    form="bulk"
                    aria-label={`${d.select}: ${(excerpt ?? of.id).slice(0, 40)}`}
                    checked={bulk.chosen.cases.includes(of.id)}
                  />
                ),
              },
            ]
          : []),
        {
          label: d.subject,
          role: 'heading',
          cell: ({ excerpt, kind }) => (
            <span lang="ja">
              {kind}: {excerpt === null ? d.gone : `${[...excerpt].slice(0, 60).join('')}`}
            </span>
          ),
        },
        {
          label: d.state,
          cell: ({ of, claimedBy }) => (
            <>
              <CaseBadge view={view} state={of.state} />
              {claimedBy && (
                <p class="soft">
                  {d.claimedBy}: {claimedBy}
                </p>
              )}
            </>
          ),
        },
        {
          label: d.ground,
          cell: ({ grounds }) => grounds.map((key) => t.grounds[key] ?? key).join('、'),
        },
        { label: d.flags, role: 'number', cell: ({ flags }) => figure(view.locale, flags) },
        { label: d.opened, cell: ({ of }) => <Day view={view} date={of.openedAt} /> },
      ]}
      rows={rows}
      to={({ of }) => urls.one(of.id)}
    />
  )
}

function Bulk({ view, bulk, grounds, bulkFault }: QueueProps) {
  const { d, t } = deskWords(view)
  const fields = [
    asked(view, bulk, 'action', {
      label: d.bulkAction,
      options: optionsOf(bulkActions, d.actions),
    }),
    asked(view, bulk, 'ground', {
      label: d.bulkGround,
      empty: '—',
      options: optionsOf(grounds, t.grounds),
    }),
    asked(view, bulk, 'reason', { label: d.bulkReason, hint: d.reasonHint }),
  ]
  return (
    <Part view={view} id="bulk-part" title={d.bulk} lead={d.bulkLead}>
      {bulkFault !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{bulkFault}</p>
        </Notice>
      )}
      <Faults view={view} fields={fields} />
      <Form view={view} id="bulk" action={urls.bulk}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary">{d.bulkGo}</Button>
        </Actions>
      </Form>
    </Part>
  )
}
