import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import type { Plan } from '#domains/plan/index.ts'
import type { Filled } from '#platform/form.ts'
import type { roundForm } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { Round, Scale } from '../../progress.ts'
import { urls } from '../../urls.ts'
import type { ProgressAction } from '../../workflow.ts'
import { type Desk, Frame, RoundBadge } from './frame.tsx'
import { type SectionLine, Sections } from './year.tsx'

export interface RoundProps extends Desk {
  readonly plan: Plan
  readonly round: Round
  readonly scale: Scale
  readonly scales: readonly Scale[]
  /** Items of the plan: how many an opening asks about. */
  readonly items: number
  readonly sections: readonly SectionLine[]
  readonly offers: ReadonlySet<ProgressAction>
  readonly form: Filled<typeof roundForm>
  readonly fault?: { readonly field: string; readonly text: string }
}

/** One round: its days and words, what opens and closes it, and the sections. */
export function RoundPage(props: RoundProps) {
  const { view, plan, round, scale, sections, offers, items } = props
  const w = deskWords(view)
  return (
    <Frame
      {...props}
      title={w.periods[round.period]}
      over={w.yearName(plan.fiscalYear)}
      marks={<RoundBadge view={view} round={round} />}
    >
      <Facts
        pairs={[
          [w.opens, w.day(round.opensOn)],
          [w.due, w.day(round.dueOn)],
          [w.scale, <span {...inJapanese(view)}>{scale.name}</span>],
          ...(round.note
            ? ([[w.note, <span {...inJapanese(view)}>{round.note}</span>]] as const)
            : []),
        ]}
      />
      {offers.has('openRound') && (
        <Form view={view} action={urls.roundStep(round.id, 'open')}>
          <p>{w.openRoundWhat(items)}</p>
          <Actions>
            <Button>{w.openRound}</Button>
          </Actions>
        </Form>
      )}
      <Part view={view} id="sections" title={w.sections}>
        {sections.length ? (
          <Sections view={view} lines={sections} />
        ) : (
          <EmptyState title={w.noSections} />
        )}
      </Part>
      {offers.has('editRound') && <Edit {...props} />}
      {offers.has('closeRound') && (
        <details class="desk-fold">
          <summary>{w.closeRound}</summary>
          <Form view={view} action={urls.roundStep(round.id, 'close')}>
            <p>{w.closeRoundWhat}</p>
            <Actions>
              <Button kind="danger">{w.closeRound}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </Frame>
  )
}

function Edit({ view, round, scales, form, fault }: RoundProps) {
  const w = deskWords(view)
  const options = scales.map(({ id, name }) => ({ value: id, label: name }))
  const at = (field: string) => (fault?.field === field ? { fault: fault.text } : {})
  const fields = [
    asked(view, form, 'scaleId', { label: w.scale, options, ...at('scaleId') }),
    asked(view, form, 'opensOn', { label: w.opens, ...at('opensOn') }),
    asked(view, form, 'dueOn', { label: w.due, ...at('dueOn') }),
    asked(view, form, 'note', { label: w.note, hint: w.noteHint, rows: 2 }),
  ]
  return (
    <details class="desk-fold" open={fields.some((one) => one.error !== undefined)}>
      <summary>{w.editRound}</summary>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.round(round.id)}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary">{w.editRoundGo}</Button>
        </Actions>
      </Form>
    </details>
  )
}
