import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { longDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { MarkedReading } from '#design/marked.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import type { Cover } from '#domains/moderation/index.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { Mark } from '#platform/personal.ts'
import type { askGroupForm } from '../forms.ts'
import { type Hearing, tongues } from '../group.ts'
import { urls } from '../group-urls.ts'
import { inJapanese } from '../messages/desk.ts'
import { groupDesk } from '../messages/group-desk.ts'
import type { Report, Round } from '../progress.ts'
import { hasOtherSide } from '../rules/groups.ts'
import type { ProgressAction } from '../workflow.ts'
import { type DeskEvidence, EvidencePart } from './desk/evidence.tsx'
import { type Desk, Frame, ReportBadge } from './desk/frame.tsx'
import { DoneNotice, Hidden } from './group-notices.tsx'
import { InJapanese } from './public/words.tsx'
import { TwoSides, type TwoSidesProps } from './two-sides.tsx'

export interface AskedGroup {
  readonly report: Report
  readonly withdrawn: boolean
  readonly byMail: boolean
}

export interface AskingProps extends Desk {
  readonly round: Round
  readonly item: PlanItem
  readonly groups: readonly AskedGroup[]
  readonly known: readonly string[]
  readonly form: Filled<typeof askGroupForm>
  readonly refused?: { readonly place: string; readonly reason: string } | undefined
}

/** Who is asked about an item beside the city. */
export function AskingPage(props: AskingProps) {
  const { view, round, item, groups, known, form, refused } = props
  const w = groupDesk(view)
  const fault = (place: string) =>
    refused?.place === place ? { fault: w.refusals[refused.reason] ?? refused.reason } : {}
  const fields = [
    asked(view, form, 'name', { label: w.name, hint: w.nameHint, ...fault('name') }),
    asked(view, form, 'mail', { label: w.mail, hint: w.mailHint, mail: true, ...fault('mail') }),
    asked(view, form, 'language', {
      label: w.language,
      open: true,
      options: optionsOf(tongues, w.languages),
    }),
  ]
  const mayAsk = hasOtherSide(item) && round.state === 'open'
  return (
    <Frame
      {...props}
      title={w.asking(item.code)}
      lead={w.askingLead}
      over={<InJapanese view={view} text={item.title} />}
    >
      <DoneNotice view={view} />
      <Part view={view} id="asked" title={w.asked}>
        {groups.length === 0 && <p>{w.nobody}</p>}
        {groups.length > 0 && (
          <Table
            view={view}
            caption={w.asked}
            quietCaption
            rows={groups}
            to={({ report }) => urls.one(report.id)}
            columns={[
              {
                label: w.group,
                role: 'heading',
                cell: ({ report }) => <span {...inJapanese(view)}>{report.asked}</span>,
              },
              {
                label: w.state,
                cell: ({ report, withdrawn }) =>
                  withdrawn ? w.withdrawnState : <ReportBadge view={view} report={report} />,
              },
              { label: w.reach, cell: ({ byMail }) => (byMail ? w.byMail : w.byHand) },
            ]}
          />
        )}
      </Part>
      {!hasOtherSide(item) && <p>{w.noOther}</p>}
      {mayAsk && (
        <Part view={view} id="ask" title={w.askTitle}>
          <Faults view={view} fields={fields} />
          {known.length > 0 && <p class="soft">{w.known(known.join('、'))}</p>}
          <Form view={view} action={urls.asking(round.id, item.id)}>
            <AskedFields view={view} fields={fields} />
            <Actions>
              <Button>{w.ask}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </Frame>
  )
}

export interface GroupReportProps extends Desk, DeskEvidence {
  readonly report: Report
  readonly round: Round
  readonly item: PlanItem
  readonly sides: Omit<TwoSidesProps, 'view'>
  /** Texts of the report with what to look at in them. */
  readonly marked: readonly {
    readonly label: string
    readonly text: string
    readonly spans: readonly Mark[]
  }[]
  readonly hearing: (Hearing & { readonly typist: string }) | null
  readonly withdrawn: boolean
  readonly byMail: boolean
  readonly offers: ReadonlySet<ProgressAction>
  /** What stands in its place in public, while moderation hides it. */
  readonly cover: Cover | null
  /** The person typed it, and so does not publish it. */
  readonly own: boolean
  readonly refused?: { readonly place: string; readonly reason: string } | undefined
}

/** What a group said, beside what the city said, with what to do about it. */
export function GroupReportPage(props: GroupReportProps) {
  const { view, report, item, sides, marked, hearing, withdrawn, offers, own, cover } = props
  const w = groupDesk(view)
  const isIn = report.state === 'submitted' || report.state === 'confirmed'
  const marks = marked.filter(({ spans }) => spans.length > 0)
  return (
    <Frame
      {...props}
      title={w.title}
      over={<InJapanese view={view} text={`${item.code} ${item.title}`} />}
      lead={<InJapanese view={view} text={report.asked} />}
      marks={<ReportBadge view={view} report={report} />}
      crumbs={[{ text: w.asking(item.code), path: urls.asking(props.round.id, item.id) }]}
    >
      <DoneNotice view={view} />
      {withdrawn && (
        <Notice view={view} kind="warning">
          <p>{w.withdrawnState}</p>
        </Notice>
      )}
      {cover && (
        <Hidden view={view} cover={cover}>
          {offers.has('renewAppeal') && <Step {...props} step="slip" label={w.hiddenSlip} />}
        </Hidden>
      )}
      {hearing && (
        <Notice view={view}>
          <p>
            {w.heard(
              w.ways[hearing.way],
              longDate(view.locale, dayStart(hearing.on)),
              hearing.typist,
            )}
          </p>
        </Notice>
      )}
      {report.state === 'returned' && (
        <Facts pairs={[[w.reason, <span class="lines">{report.returnReason}</span>]]} />
      )}
      <Part view={view} id="both" title={w.both} lead={w.bothLead}>
        <TwoSides view={view} {...sides} />
        {!isIn && <p class="soft">{w.notIn}</p>}
      </Part>
      <EvidencePart {...props} />
      {report.state === 'submitted' && (
        <Part view={view} id="marks" title={w.marks} lead={w.marksLead}>
          {marks.length === 0 && <p>{w.noMarks}</p>}
          {marks.map(({ label, text, spans }) => (
            <>
              <h3>{label}</h3>
              <MarkedReading view={view} text={text} spans={spans} />
            </>
          ))}
        </Part>
      )}
      {report.state === 'submitted' && (
        <Part view={view} id="decide" title={w.decide}>
          {own && <p>{w.own}</p>}
          {offers.has('confirm') && (
            <Step {...props} step="confirm" label={w.confirm} hint={w.confirmHint} kind="primary" />
          )}
          {offers.has('giveBack') && <Step {...props} step="back" label={w.back} text={w.reason} />}
        </Part>
      )}
      {offers.has('noteDifference') && (
        <Part view={view} id="note" title={w.note} lead={w.noteHint}>
          <Step {...props} step="note" label={w.noteGo} text={w.note} />
        </Part>
      )}
      {(offers.has('typeForGroup') || offers.has('renewLink')) && (
        <Part view={view} id="link" title={w.link} lead={w.linkLead}>
          {offers.has('renewLink') && (
            <>
              <Step {...props} step="again" label={w.again} mail={w.newMail} />
              <Step {...props} step="slip" label={w.slip} />
            </>
          )}
          <Actions>
            {offers.has('typeForGroup') && (
              <ButtonLink view={view} path={urls.step(report.id, 'paper')} kind="secondary">
                {w.paper}
              </ButtonLink>
            )}
            <ButtonLink view={view} path={urls.step(report.id, 'sheet')} kind="secondary">
              {w.sheet}
            </ButtonLink>
          </Actions>
          {offers.has('withdrawAsking') && !withdrawn && (
            <Step {...props} step="withdraw" label={w.withdraw} />
          )}
        </Part>
      )}
    </Frame>
  )
}

interface StepProps extends GroupReportProps {
  readonly step: 'confirm' | 'back' | 'again' | 'slip' | 'withdraw' | 'note'
  readonly label: string
  readonly hint?: string
  readonly kind?: 'primary'
  /** A text that goes with it. */
  readonly text?: string
  readonly mail?: string
}

function Step({ view, report, refused, step, label, hint, kind, text, mail }: StepProps) {
  const w = groupDesk(view)
  const name = step === 'note' ? 'text' : 'reason'
  const errorAt = (place: string) => {
    if (refused?.place !== place) return {}
    return { error: w.refusals[refused.reason] ?? refused.reason }
  }
  return (
    <Form
      view={view}
      action={urls.step(report.id, step)}
      hidden={{ version: String(report.version) }}
    >
      {hint && <p class="hint">{hint}</p>}
      {text && (
        <AskedFields
          view={view}
          fields={[
            {
              kind: 'textarea',
              name,
              label: text,
              required: true,
              plain: true,
              rows: 3,
              ...errorAt(name),
            },
          ]}
        />
      )}
      {mail && (
        <AskedFields
          view={view}
          fields={[
            {
              kind: 'text',
              type: 'email',
              name: 'mail',
              label: mail,
              plain: true,
              ...errorAt('mail'),
            },
          ]}
        />
      )}
      <Actions>
        <Button kind={kind ?? 'secondary'}>{label}</Button>
      </Actions>
    </Form>
  )
}
