import { Actions, Button } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { at } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Amendment } from '../../amendment.ts'
import type { PlanItem } from '../../item.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { AmendmentText } from '../item.tsx'
import { type PlanDesk, PlanFrame } from './frame.tsx'

export interface AmendmentLine {
  readonly amendment: Amendment
  readonly item: PlanItem
  /** Of this person, who therefore cannot approve it. */
  readonly own: boolean
  readonly mayApprove: boolean
  readonly mayWithdraw: boolean
}

export interface DeskAmendmentsProps extends PlanDesk {
  readonly lines: readonly AmendmentLine[]
  readonly nameOf: (id: string) => string
}

/** 計画変更: what waits for another person's approval, and what has been settled. */
export function DeskAmendmentsPage(props: DeskAmendmentsProps) {
  const { view, lines } = props
  const { d } = deskWords(view)
  const settled = ({ amendment: a }: AmendmentLine) => a.withdrawn || a.approvedOn !== null
  const open = lines.filter((line) => !settled(line))
  const done = lines.filter(settled)
  return (
    <PlanFrame {...props} title={d.amend.list} lead={d.amend.lead} tab="amendments">
      <Part view={view} id="open" title={d.amend.open}>
        {open.length === 0 && (
          <p>
            {d.amend.openNone} {d.amend.how}
          </p>
        )}
        {open.map((line) => (
          <Line {...props} line={line} />
        ))}
      </Part>
      {done.length > 0 && (
        <Part view={view} id="settled" title={d.amend.settled}>
          {done.map((line) => (
            <Line {...props} line={line} />
          ))}
        </Part>
      )}
    </PlanFrame>
  )
}

function Line(props: DeskAmendmentsProps & { readonly line: AmendmentLine }) {
  const { view, plan, nameOf, line } = props
  const { d } = deskWords(view)
  const { amendment, item, own, mayApprove, mayWithdraw } = line
  const day = (date: Date) => longDate(view.locale, date)
  const to = (what: string) => urls.deskPath(plan.fiscalYear, `amendments/${amendment.id}/${what}`)
  return (
    <section class="desk-amendment stack-tight" id={amendment.id}>
      <h3>
        <a href={at(view, urls.deskItem(plan.fiscalYear, item.id))}>
          <span class="code">{item.code}</span> <span {...contentLang(view)}>{item.title}</span>
        </a>
      </h3>
      <p class="soft">
        {d.amend.proposed(nameOf(amendment.proposedBy), day(amendment.proposedAt))}
        {amendment.approvedOn &&
          `・${d.amend.approved(nameOf(amendment.approvedBy ?? ''), day(dayStart(amendment.approvedOn)))}`}
        {amendment.withdrawn && `・${d.amend.withdrawn}`}
      </p>
      <AmendmentText view={view} amendment={amendment} />
      {own && mayApprove && <p class="soft">{d.amend.own}</p>}
      {(mayApprove || mayWithdraw) && (
        <Form view={view} action={to('approve')}>
          <Actions>
            {mayApprove && !own && <Button>{d.amend.approve}</Button>}
            {mayWithdraw && (
              <Button kind="secondary" action={at(view, to('withdraw'))}>
                {d.amend.withdraw}
              </Button>
            )}
          </Actions>
        </Form>
      )}
    </section>
  )
}
