import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Timeline } from '#design/timeline.tsx'
import type { PlanItem } from '#domains/plan/index.ts'
import type { Filled } from '#platform/form.ts'
import type { FileId } from '../../evidence.ts'
import type { giveBackForm, reassignForm } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import { evidenceWords } from '../../messages/evidence.ts'
import type { Report, ReportContent, Round, Scale } from '../../progress.ts'
import { reportChanges } from '../../rules/desk.ts'
import type { Where } from '../../rules/where.ts'
import { urls } from '../../urls.ts'
import type { ProgressAction } from '../../workflow.ts'
import { type DeskEvidence, EvidencePart } from './evidence.tsx'
import { type Desk, Frame, ReportBadge } from './frame.tsx'
import { Said } from './spoken.tsx'

export interface ReportProps extends Desk, DeskEvidence {
  readonly report: Report
  readonly round: Round
  readonly scale: Scale
  readonly where: Where
  readonly item: PlanItem
  readonly offers: ReadonlySet<ProgressAction>
  /** Everything that was handed in, newest first. */
  readonly handedIn: readonly {
    readonly no: number
    readonly content: ReportContent
    readonly files: readonly FileId[]
    readonly at: Date
    readonly by: string
  }[]
  readonly departments: readonly string[]
  readonly givingBack: Filled<typeof giveBackForm>
  readonly reassigning: Filled<typeof reassignForm>
}

/** One report: what it says now, every hand-in of it, and what can be done with it. */
export function ReportPage(props: ReportProps) {
  const { view, report, round, scale, where, item, handedIn } = props
  const w = deskWords(view)
  return (
    <Frame
      {...props}
      title={`${item.code} ${item.title}`}
      titleLang={inJapanese(view).lang}
      over={`${w.yearName(round.fiscalYear)} ${w.periods[round.period]}`}
      marks={<ReportBadge view={view} report={report} />}
      crumbs={[
        { text: w.periods[round.period], path: urls.round(round.id) },
        { text: report.asked, path: urls.section(round.id, report.asked) },
      ]}
    >
      {report.state === 'returned' && (
        <Notice view={view} kind="warning" title={w.returnedBecause}>
          <p {...inJapanese(view)}>{report.returnReason}</p>
        </Notice>
      )}
      <Said view={view} scale={scale} where={where} item={item} content={report.content} />
      <EvidencePart {...props} />
      <Decide {...props} />
      {handedIn.length > 0 && (
        <Part view={view} id="history" title={w.history}>
          <Timeline
            view={view}
            entries={handedIn.map(({ no, content, files, at, by }) => ({
              date: at,
              title: w.handedIn(no),
              by,
              text: (
                <>
                  {saysTheSame(content, report.content) ? (
                    <p class="soft">{w.asAbove}</p>
                  ) : (
                    <Said view={view} scale={scale} where={where} item={item} content={content} />
                  )}
                  {files.length > 0 && (
                    <p class="soft">{evidenceWords[view.locale].count(files.length)}</p>
                  )}
                </>
              ),
            }))}
          />
        </Part>
      )}
    </Frame>
  )
}

const saysTheSame = (one: ReportContent, other: ReportContent) =>
  one.unchanged === other.unchanged && reportChanges(one, other).length === 0

/** What whoever looks may do with it, apart from what was said and shown. */
function Decide(props: ReportProps) {
  const { view, report, offers } = props
  const w = deskWords(view)
  if (!deciding.some((one) => offers.has(one))) return null
  const step = (name: string) => urls.reportStep(report.id, name)
  const hidden = { version: String(report.version) }
  return (
    <Part view={view} id="decide" title={w.decide}>
      {offers.has('confirm') && (
        <Form view={view} action={step('confirm')} hidden={hidden}>
          <p>{w.confirmWhat}</p>
          <Actions>
            <Button>{w.confirm}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('takeBack') && (
        <Form view={view} action={step('take-back')} hidden={hidden}>
          <p>{w.takeBackWhat}</p>
          <Actions>
            <Button kind="secondary">{w.takeBack}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('giveBack') && <GiveBack {...props} />}
      {offers.has('reassign') && report.side === 'city' && <Reassign {...props} />}
    </Part>
  )
}

const deciding = ['confirm', 'takeBack', 'giveBack', 'reassign'] as const

function GiveBack({ view, report, givingBack }: ReportProps) {
  const w = deskWords(view)
  const field = asked(view, givingBack, 'reason', { label: w.reason, rows: 3 })
  return (
    <details class="desk-fold" open={field.error !== undefined}>
      <summary>{w.giveBack}</summary>
      <Faults view={view} fields={[field]} />
      <Form
        view={view}
        action={urls.reportStep(report.id, 'give-back')}
        hidden={{ version: String(report.version) }}
      >
        <AskedFields view={view} fields={[field]} />
        <Actions>
          <Button kind="secondary">{w.giveBack}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Reassign({ view, report, departments, reassigning }: ReportProps) {
  const w = deskWords(view)
  const field = asked(view, reassigning, 'asked', {
    label: w.reassignTo,
    options: departments.map((name) => ({ value: name, label: name })),
  })
  return (
    <details class="desk-fold" open={field.error !== undefined}>
      <summary>{w.reassign}</summary>
      <Faults view={view} fields={[field]} />
      <Form
        view={view}
        action={urls.reportStep(report.id, 'reassign')}
        hidden={{ version: String(report.version) }}
      >
        <AskedFields view={view} fields={[field]} />
        <Actions>
          <Button kind="secondary">{w.reassign}</Button>
        </Actions>
      </Form>
    </details>
  )
}
