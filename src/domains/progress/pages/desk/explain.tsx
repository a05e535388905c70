import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Timeline } from '#design/timeline.tsx'
import type { PlanItem } from '#domains/plan/index.ts'
import type { Filled } from '#platform/form.ts'
import type { explainForm } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { Explanation } from '../../progress.ts'
import type { Alarm } from '../../rules/alarms.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface ExplainProps extends Desk {
  readonly item: PlanItem
  readonly alarms: readonly Alarm[]
  readonly said: readonly Explanation[]
  readonly nameOf: (id: string) => string
  readonly form: Filled<typeof explainForm>
}

/** A word of the section beside what anyone can see is wrong with its item. */
export function ExplainPage(props: ExplainProps) {
  const { view, item, alarms, said, nameOf, form } = props
  const w = deskWords(view)
  const fields = [
    asked(view, form, 'alarm', {
      label: w.alarm,
      open: true,
      options: alarms.map(({ kind, measure }) => ({
        value: kind,
        label: w.alarms[kind],
        hint: w.alarmSays[kind](measure),
      })),
    }),
    asked(view, form, 'text', { label: w.explanation, rows: 4 }),
    asked(view, form, 'untilOn', { label: w.until }),
  ]
  return (
    <Frame
      {...props}
      title={w.explainTitle}
      over={
        <span {...inJapanese(view)}>
          {item.code} {item.title}
        </span>
      }
      lead={w.explainLead}
      narrow
    >
      {alarms.length === 0 ? (
        <EmptyState title={w.noAlarms} />
      ) : (
        <>
          <Faults view={view} fields={fields} />
          <Form view={view} action={urls.explain(item.id)}>
            <div class="stack">
              <AskedFields view={view} fields={fields} />
            </div>
            <Actions>
              <Button>{w.explainGo}</Button>
            </Actions>
          </Form>
        </>
      )}
      {said.length > 0 && (
        <Part view={view} id="said" title={w.saidBefore}>
          <Timeline
            view={view}
            entries={said.map((one) => ({
              date: one.saidAt,
              title: w.alarms[one.alarm],
              by: nameOf(one.saidBy),
              text: (
                <p {...inJapanese(view)}>
                  {one.text} {one.untilOn && `${w.until}: ${w.day(one.untilOn)}`}
                </p>
              ),
            }))}
          />
        </Part>
      )}
    </Frame>
  )
}
