import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Plan } from '#domains/plan/index.ts'
import type { Filled } from '#platform/form.ts'
import type { giveBackForm } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import { evidenceWords } from '../../messages/evidence.ts'
import { emptyReport, type Round, type Scale } from '../../progress.ts'
import { type Line, type ReportField, reportFields } from '../../rules/desk.ts'
import type { Where } from '../../rules/where.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'
import { spoken } from './spoken.tsx'

export interface QueueProps extends Desk {
  readonly plan: Plan
  readonly round: Round
  readonly scale: Scale
  readonly where: Where
  readonly section: string
  readonly lines: readonly (Line & {
    /** How many pictures and papers prove it. */
    readonly files: number
    readonly mayConfirm: boolean
    readonly mayGiveBack: boolean
  })[]
  readonly chosen: readonly string[]
  readonly form: Filled<typeof giveBackForm>
  readonly faults: readonly { readonly name: string; readonly text: string }[]
  /** Those that could not be done, each with its reason. */
  readonly failed: readonly { readonly code: string; readonly text: string }[]
}

/** Everything of a section that waits for its head: this time beside last time, one by one or several. */
export function QueuePage(props: QueueProps) {
  const { view, plan, round, section, lines, chosen, form, faults, failed } = props
  const w = deskWords(view)
  const faultAt = (name: string) => faults.find((one) => one.name === name)?.text
  const reason = asked(view, form, 'reason', {
    label: w.reason,
    rows: 2,
    plain: true,
    fault: faultAt('reason'),
  })
  const mayAny = lines.some(({ mayConfirm, mayGiveBack }) => mayConfirm || mayGiveBack)
  const waiting = lines.map((line, i) => (
    <Waiting {...props} line={line} first={i === 0} ticked={chosen.includes(line.report.id)} />
  ))
  return (
    <Frame
      {...props}
      title={w.queueTitle(section)}
      over={w.yearName(plan.fiscalYear)}
      lead={w.queueLead}
      crumbs={[
        { text: w.periods[round.period], path: urls.round(round.id) },
        { text: section, path: urls.section(round.id, section) },
      ]}
    >
      {failed.length > 0 && (
        <Notice view={view} kind="warning" live title={w.notDone}>
          <ul class="bullets">
            {failed.map(({ code, text }) => (
              <li>
                {code} {text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ErrorSummary
        view={view}
        faults={faults.map(({ name, text }) => ({
          name,
          label: name === 'reason' ? w.reason : w.queue,
          text,
        }))}
      />
      {lines.length === 0 && <EmptyState title={w.queueEmpty} />}
      {/* Whoever only reads has nothing to send. */}
      {!mayAny && waiting}
      {mayAny && (
        <Form view={view} action={urls.queue(round.id, section)}>
          {waiting}
          <div class="desk-save queue-decide">
            <AskedFields view={view} fields={[reason]} />
            <Actions>
              <Button name="do" value="confirm">
                {w.confirmChosen}
              </Button>
              <Button name="do" value="giveBack" kind="secondary">
                {w.giveBackChosen}
              </Button>
            </Actions>
            <p class="hint">{w.confirmWhat}</p>
          </div>
        </Form>
      )}
    </Frame>
  )
}

interface WaitingProps extends QueueProps {
  readonly line: QueueProps['lines'][number]
  readonly ticked: boolean
  readonly first: boolean
}

function Waiting({ view, scale, where, line, ticked, first }: WaitingProps) {
  const w = deskWords(view)
  const { report, item, last, mayConfirm, mayGiveBack } = line
  const before = last?.content ?? emptyReport
  const text = (field: ReportField, content: typeof before) =>
    spoken({ view, scale, item, content, where }, field)
  const rows = reportFields.filter((f) => text(f, report.content) || text(f, before))
  const side = report.side === 'group' ? `${w.sides.group}: ${report.asked}` : report.asked
  return (
    <section class="part part-2" aria-labelledby={`${report.id}-title`}>
      <h2 id={`${report.id}-title`}>
        <a href={at(view, urls.report(report.id))} {...inJapanese(view)}>
          {item.code} {item.title}
        </a>
      </h2>
      <p class="soft" {...inJapanese(view)}>
        {side}
      </p>
      <p class="soft">{last ? w.fromLast(w.periods[last.round.period]) : w.firstTime}</p>
      {report.content.unchanged && (
        <p>
          {w.fields.unchanged}: <span {...inJapanese(view)}>{report.content.unchanged}</span>
        </p>
      )}
      <Table
        view={view}
        caption={`${item.code} ${w.report}`}
        quietCaption
        columns={[
          { label: '', role: 'heading', cell: (f: ReportField) => w.fields[f] },
          {
            label: w.before,
            cell: (f) => (
              <span class="lines" {...inJapanese(view)}>
                {text(f, before) || '—'}
              </span>
            ),
          },
          {
            label: w.now,
            cell: (f) => (
              <span class="lines" {...inJapanese(view)}>
                {text(f, report.content) || '—'}
              </span>
            ),
          },
        ]}
        rows={rows}
      />
      {line.files > 0 && (
        <p>
          <a href={at(view, `${urls.report(report.id)}#files`)}>
            {evidenceWords[view.locale].count(line.files)}
          </a>
        </p>
      )}
      <input type="hidden" name={`${report.id}.version`} value={String(report.version)} />
      {mayConfirm || mayGiveBack ? (
        <div class="choice" id={first ? 'f-report' : undefined}>
          <input
            type="checkbox"
            id={`choose-${report.id}`}
            name="report"
            value={report.id}
            checked={ticked}
          />
          <label for={`choose-${report.id}`}>{w.choose(item.code)}</label>
        </div>
      ) : null}
      {!mayConfirm && <p class="hint">{w.ownReport}</p>}
    </section>
  )
}
