import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import { fiscalYearOf, localDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { createForm } from '../../forms.ts'
import { applyAnswers } from '../../intake/questions.ts'
import type { StoredIntake } from '../../intake/stored.ts'
import { contentLang, deskWords } from '../../messages/desk.ts'
import type { Plan } from '../../plan.ts'
import { urls } from '../../urls.ts'
import { PlanStateBadge } from '../entry.tsx'
import { type Desk, DeskFrame } from './frame.tsx'

export interface PlansProps extends Desk {
  readonly plans: readonly { readonly plan: Plan; readonly items: number }[]
  readonly intakes: readonly StoredIntake[]
  readonly nameOf: (id: string) => string
  /** Nothing where this person may not make a plan. */
  readonly form: Filled<typeof createForm> | null
  /** What the action refused, at the year. */
  readonly yearFault?: string
}

/** All plans, and what is to be done with each. */
export function DeskPlansPage(props: PlansProps) {
  const { view, department, plans, form } = props
  const { d } = deskWords(view)
  return (
    <DeskFrame
      view={view}
      title={d.plans}
      lead={d.plansLead}
      {...(department !== undefined && { department })}
    >
      {form && (
        <Actions>
          <ButtonLink view={view} path={urls.intake}>
            {d.takeInShort}
          </ButtonLink>
          <ButtonLink view={view} path="#create" kind="secondary">
            {d.create}
          </ButtonLink>
        </Actions>
      )}
      <div class="desk-gap" />
      {plans.length > 0 ? (
        <PlansTable {...props} />
      ) : (
        <EmptyState title={d.none}>
          <p>{d.noneTodo}</p>
        </EmptyState>
      )}
      <OpenIntakes {...props} />
      {form && <Create {...props} form={form} />}
    </DeskFrame>
  )
}

function PlansTable({ view, plans }: PlansProps) {
  const { d } = deskWords(view)
  type Line = PlansProps['plans'][number]
  return (
    <Table
      view={view}
      caption={d.plans}
      quietCaption
      columns={[
        { label: d.year, role: 'heading', cell: ({ plan }: Line) => d.planOf(plan.fiscalYear) },
        {
          label: d.planTitle,
          cell: ({ plan }) => <span {...contentLang(view)}>{plan.title}</span>,
        },
        { label: d.items, role: 'number', cell: ({ items }) => d.itemsCount(items) },
        { label: d.state, cell: ({ plan }) => <PlanStateBadge view={view} state={plan.state} /> },
        { label: d.next, cell: ({ plan }) => d.nextOf[plan.state] },
      ]}
      rows={plans}
      to={({ plan }) => urls.deskYear(plan.fiscalYear)}
    />
  )
}

function OpenIntakes({ view, intakes, nameOf }: PlansProps) {
  const { d } = deskWords(view)
  if (!intakes.length) return null
  return (
    <Part view={view} id="intakes" title={d.openIntakes} lead={d.openIntakesLead}>
      <ul class="desk-lines">
        {intakes.map((intake) => (
          <li>
            <p>
              <a href={at(view, urls.intakeOne(intake.id))}>
                {d.planOf(intake.fiscalYear)} — {intake.fileName || d.intake.pastedName}
              </a>
            </p>
            <p class="soft">
              {d.unanswered(applyAnswers(intake.reading, intake.answers).open.length)}・
              {d.received(longDate(view.locale, intake.receivedAt), nameOf(intake.receivedBy))}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Create({ view, form, yearFault }: PlansProps & { form: Filled<typeof createForm> }) {
  const { d } = deskWords(view)
  const coming = fiscalYearOf(localDate(view.now)) + 1
  const fields = [
    asked(view, form, 'year', {
      label: d.year,
      hint: d.yearHint,
      ...(yearFault !== undefined && { fault: yearFault }),
    }),
    asked(view, form, 'title', { label: d.planTitle, hint: d.planTitleHint(coming) }),
  ].map((field) => ({ ...field, required: true, plain: false }))
  return (
    <Part view={view} id="create" title={d.create} lead={d.createLead}>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.desk}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary">{d.createGo}</Button>
        </Actions>
      </Form>
    </Part>
  )
}
