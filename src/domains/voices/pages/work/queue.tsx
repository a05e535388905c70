import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { queueForm } from '../../forms/work.ts'
import { workWords } from '../../messages/work.ts'
import type { Point } from '../../point.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface QueueProps extends Desk {
  readonly lines: readonly {
    readonly point: Point
    readonly number: string
    readonly disposition: string
    readonly mayApprove: boolean
    /** Handed in by whoever looks at the page. */
    readonly isOwn: boolean
  }[]
  readonly form: Filled<typeof queueForm>
  readonly faults: readonly { readonly name: string; readonly text: string }[]
  readonly failed: readonly { readonly what: string; readonly text: string }[]
}

/** 決裁: every answer that waits, with its gist; one by one or several. */
export function QueuePage(props: QueueProps) {
  const { view, lines, form, faults, failed } = props
  const w = workWords(view)
  const fault = (name: string) => faults.find((one) => one.name === name)?.text
  const reason = asked(view, form, 'reason', {
    label: w.giveBackReason,
    rows: 2,
    fault: fault('reason'),
  })
  const mayAny = lines.some(({ mayApprove }) => mayApprove)
  return (
    <Frame {...props} title={w.approvals} lead={w.approvalsLead} here="approvals">
      {failed.length > 0 && (
        <Notice view={view} kind="warning" live title={w.notDone}>
          <ul class="bullets">
            {failed.map(({ what, text }) => (
              <li>
                {what} {text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ErrorSummary
        view={view}
        faults={faults.map((one) => ({
          ...one,
          label: one.name === 'reason' ? w.reason : w.approvals,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={w.approvalsEmpty} />
      ) : (
        <Form view={view} action={urls.approvals}>
          {lines.map((line, i) => (
            <Waiting {...props} line={line} isFirst={i === 0} />
          ))}
          {mayAny && (
            <>
              <AskedFields view={view} fields={[reason]} />
              <Actions>
                <Button name="do" value="approve">
                  {w.approveChosen}
                </Button>
                <Button name="do" value="giveBack" kind="secondary">
                  {w.giveBackChosen}
                </Button>
              </Actions>
            </>
          )}
        </Form>
      )}
    </Frame>
  )
}

interface WaitingProps extends QueueProps {
  readonly line: QueueProps['lines'][number]
  readonly isFirst: boolean
}

function Waiting({ view, line, form, isFirst }: WaitingProps) {
  const w = workWords(view)
  const { point, number, disposition, mayApprove, isOwn } = line
  const { answer } = point
  const name = `${number} ${w.point(point.no)}`
  return (
    <section class="part part-2" aria-labelledby={`${point.id}-title`}>
      <h2 id={`${point.id}-title`}>
        <a href={at(view, urls.point(point.id))}>{name}</a>
      </h2>
      <div {...inJapanese(view)}>
        <Facts
          pairs={[
            [w.gist, point.gist],
            [w.answer, <span class="lines">{answer.text}</span>],
            [w.disposition, disposition],
            ...(answer.promised
              ? [
                  [
                    w.promise,
                    `${answer.promised.text} (${w.day(answer.promised.followUpOn)})`,
                  ] as const,
                ]
              : []),
            [w.section, point.section],
          ]}
        />
      </div>
      <input type="hidden" name={`${point.id}.version`} value={String(point.version)} />
      {mayApprove ? (
        <div class="choice" id={isFirst ? 'f-point' : undefined}>
          <input
            type="checkbox"
            id={`choose-${point.id}`}
            name="point"
            value={point.id}
            checked={form.chosen.point.includes(point.id)}
          />
          <label for={`choose-${point.id}`}>{w.choose(name)}</label>
        </div>
      ) : (
        isOwn && <p class="hint">{w.ownAnswer}</p>
      )}
    </section>
  )
}
