import { asked, Faults } from '#design/asked.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ConfirmPanel } from '#design/form.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { reasonForm } from '../../forms.ts'
import { deskWords, type LifeStep } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { workflow } from '../../workflow.ts'
import { type PlanDesk, PlanFrame } from './frame.tsx'

export interface StepProps extends PlanDesk {
  readonly step: LifeStep
  readonly form: Filled<typeof reasonForm>
  /** Names of everyone who wrote on the draft. */
  readonly authors: readonly string[]
  /** This person is one of them. */
  readonly wrote: boolean
  /** Before the plan counts as evaluated: what is missing, and where it can be mended. */
  readonly lacking?: readonly { readonly text: string; readonly path: string | null }[]
  /** What the rule refused, with the item that it names. */
  readonly refused?: { readonly text: string; readonly path: string | null; readonly place: string }
}

/** Before a step of the plan's life: what will happen, who may, and why this person may not. */
export function StepPage(props: StepProps) {
  const { view, plan, step, form, authors, wrote, lacking = [], refused, offers } = props
  const { d } = deskWords(view)
  const { go, ask, what } = d.steps[step]
  const back = urls.deskYear(plan.fiscalYear)
  const { by, basis } = workflow[step]
  const reason = asked(view, form, 'reason', { label: d.reason, hint: d.sendBackHint, rows: 4 })
  return (
    <PlanFrame {...props} title={go} narrow>
      {step === 'sendBack' && <Faults view={view} fields={[reason]} />}
      {refused && (
        <Notice view={view} kind="danger" live title={refused.text}>
          {refused.path && (
            <p>
              <a href={refused.path}>{d.toItem(refused.place)}</a>
            </p>
          )}
        </Notice>
      )}
      <Facts
        pairs={[
          [d.who, by.map((one) => d.standings[one]).join('、')],
          ...(step === 'decide' ? ([[d.authors, authors.join('、') || '—']] as const) : []),
          [d.basis, <span lang="ja">{basis}</span>],
        ]}
      />
      {step === 'decide' && <p>{d.separation}</p>}
      {lacking.length > 0 && (
        <ul class="bullets">
          {lacking.map(({ text, path }) => (
            <li>{path ? <a href={at(view, path)}>{text}</a> : text}</li>
          ))}
        </ul>
      )}
      {offers.has(step) ? (
        <ConfirmPanel
          view={view}
          title={ask}
          action={urls.deskPath(plan.fiscalYear, `steps/${step}`)}
          confirm={go}
          kind={step === 'sendBack' ? 'danger' : 'primary'}
          back={back}
        >
          <ul class="bullets">
            {what.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          {step === 'sendBack' && <Field view={view} field={reason} />}
        </ConfirmPanel>
      ) : (
        <Notice view={view} kind="warning">
          <p>{step === 'decide' && wrote ? d.separationYou : d.notYours}</p>
        </Notice>
      )}
    </PlanFrame>
  )
}
