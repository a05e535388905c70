import { ButtonLink } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { mayBegin, type Plan, planMessages, planUrls } from '#domains/plan/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'

type Words = (typeof deskWords)['ja']

export interface TodayProps {
  readonly view: View
  readonly w: Words
  readonly actor: Actor
  readonly plans: readonly Plan[]
}

/** 今日やること: for each plan, where it stands and what comes next. */
export function TodayPage({ view, w, actor, plans }: TodayProps) {
  const t = planMessages[view.locale]
  const moving = plans.filter((plan) => plan.state !== 'archived')
  const who = actor.department ? { department: actor.department } : {}
  return (
    <DeskPage view={view} title={w.today} section="desk" {...who}>
      <Masthead title={w.today} lead={w.todayLead(actor.name)} />
      {moving.length === 0 ? (
        <EmptyState title={w.nothing}>
          {mayBegin(actor) && (
            <ButtonLink view={view} path={planUrls.intake}>
              {w.takeIn}
            </ButtonLink>
          )}
        </EmptyState>
      ) : (
        <ul class="entries">
          {moving.map((plan) => (
            <li class="entry">
              <div class="entry-text">
                <h2>
                  <a href={at(view, planUrls.deskYear(plan.fiscalYear))} lang="ja">
                    {plan.title}
                  </a>
                </h2>
                <p>{w.next[plan.state]}</p>
              </div>
              <div class="entry-side">
                <p class="entry-fact">{t.states[plan.state]}</p>
                <p class="entry-fact">
                  <a href={at(view, planUrls.deskPath(plan.fiscalYear, 'check'))}>{w.check}</a>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Part view={view} id="ways" title={w.ways}>
        <ul class="bullets">
          <li>
            <a href={at(view, planUrls.desk)}>{w.allPlans}</a>
          </li>
          {mayBegin(actor) && (
            <li>
              <a href={at(view, planUrls.intake)}>{w.takeIn}</a>
            </li>
          )}
          <li>
            <a href={planUrls.template}>{w.template}</a>
          </li>
          <li>
            <a href={at(view, urls.ledger)}>{w.ledger}</a>
          </li>
        </ul>
      </Part>
    </DeskPage>
  )
}

export interface Entry {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly fact: string
  readonly subject: string
  readonly basis: string
  readonly detail: string
}

export interface LedgerProps {
  readonly view: View
  readonly w: Words
  readonly actor: Actor
  readonly entries: readonly Entry[]
  /** Entries before this one come next. */
  readonly before: number | null
}

/** 台帳: who did what, when, on which basis. Nothing here can be changed. */
export function LedgerPage({ view, w, actor, entries, before }: LedgerProps) {
  const who = actor.department ? { department: actor.department } : {}
  return (
    <DeskPage view={view} title={w.ledger} section="desk-ledger" {...who}>
      <Masthead title={w.ledger} lead={w.ledgerLead} />
      <Table
        view={view}
        caption={w.ledger}
        quietCaption
        columns={[
          { label: w.seq, role: 'number', cell: (e: Entry) => String(e.seq) },
          { label: w.at, cell: (e) => e.at },
          { label: w.who, cell: (e) => e.who },
          { label: w.fact, role: 'heading', cell: (e) => e.fact },
          { label: w.detail, cell: (e) => <span lang="ja">{e.detail}</span> },
          { label: w.basis, cell: (e) => <span lang="ja">{e.basis}</span> },
        ]}
        rows={entries}
      />
      {before !== null && (
        <p>
          <a href={at(view, `${urls.ledger}?before=${before}`)}>{w.older}</a>
        </p>
      )}
    </DeskPage>
  )
}
