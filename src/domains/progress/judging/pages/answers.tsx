import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Facts } from '#design/facts.tsx'
import type { Option } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { planUrls } from '#domains/plan/index.ts'
import { blank, type Filled } from '#platform/form.ts'
import { type answerForm, reasonForm, sectionForm } from '../forms.ts'
import { type Remark, stances } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { Named } from '../rules/missing.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { Done } from './parts.tsx'

const answerTones: Readonly<Record<Remark['state'], StateTone>> = {
  open: 'quiet',
  drafted: 'draft',
  submitted: 'care',
  returned: 'care',
  approved: 'good',
}

export interface AnswersProps {
  readonly view: View
  readonly list: readonly { readonly remark: Remark; readonly item: Named }[]
  readonly done: string | null
}

/** Every comment that waits, of one's own section or, for the secretariat, of all. */
export function AnswersPage({ view, list, done }: AnswersProps) {
  const d = deskWords(view)
  return (
    <DeskPage view={view} title={d.answers} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Masthead title={d.answers} lead={d.answersLead} />
      <Done view={view} done={done} />
      {list.length === 0 ? (
        <EmptyState title={d.answersNone} />
      ) : (
        <Table
          view={view}
          caption={d.answers}
          quietCaption
          columns={[
            {
              label: d.comment,
              role: 'heading',
              cell: ({ remark }) => <span lang="ja">{remark.text}</span>,
            },
            {
              label: d.item,
              cell: ({ item }) => <span lang="ja">{`${item.code} ${item.title}`}</span>,
            },
            { label: d.section, cell: ({ remark }) => <span lang="ja">{remark.section}</span> },
            {
              label: d.state,
              cell: ({ remark: { state } }) => (
                <StateBadge tone={answerTones[state]} word={d.answerStates[state]} />
              ),
            },
          ]}
          rows={list}
          to={({ remark }) => urls.answer(remark.id)}
        />
      )}
    </DeskPage>
  )
}

export interface AnswerProps {
  readonly view: View
  readonly remark: Remark
  readonly item: Named
  readonly fiscalYear: number
  readonly offers: ReadonlySet<JudgingAction>
  readonly form: Filled<ReturnType<typeof answerForm>>
  readonly follows: readonly Option[]
  readonly sections: readonly string[]
  readonly faults?: Readonly<Record<string, string>>
  readonly refused?: string
  readonly wroteIt: boolean
  readonly done: string | null
}

/** One comment of the committee and the city's answer to it. */
export function AnswerPage(props: AnswerProps) {
  const { view, remark, item, fiscalYear, offers, form, follows, sections, wroteIt, done } = props
  const { faults = {}, refused } = props
  const d = deskWords(view)
  const version = String(remark.version)
  const fields = [
    asked(view, form, 'stance', {
      label: d.stance,
      open: true,
      options: optionsOf(stances, d.stances),
      fault: faults.stance,
    }),
    asked(view, form, 'reason', { label: d.reason, rows: 6, fault: faults.reason }),
    asked(view, form, 'follow', {
      label: d.follow,
      hint: d.followHint,
      empty: d.followNone,
      options: follows,
      fault: faults.follow,
    }),
  ]
  const { stance, reason } = remark.answer
  return (
    <DeskPage
      view={view}
      title={d.answers}
      narrow
      breadcrumbs={[
        { text: d.title, path: urls.desk },
        { text: d.answers, path: urls.answers },
      ]}
    >
      <Faults view={view} fields={fields} />
      <Masthead
        over={<span lang="ja">{`${item.code} ${item.title}`}</span>}
        title={d.kinds[remark.kind]}
        marks={<StateBadge tone={answerTones[remark.state]} word={d.answerStates[remark.state]} />}
      />
      <Done view={view} done={done} />
      {refused && (
        <Notice view={view} kind="danger" live>
          <p>{refused}</p>
        </Notice>
      )}
      <blockquote lang="ja">
        <p>{remark.text}</p>
      </blockquote>
      <p>
        {d.section}: <span lang="ja">{remark.section}</span>
      </p>
      {remark.state === 'returned' && (
        <Notice view={view} kind="warning" title={d.returned}>
          <p lang="ja">{remark.returnReason}</p>
        </Notice>
      )}
      {(remark.state === 'submitted' || remark.state === 'approved') && (
        <Facts
          pairs={[
            [d.stance, stance ? d.stances[stance] : d.nothingSaid],
            [d.reason, <span lang="ja">{reason}</span>],
          ]}
        />
      )}
      {offers.has('submitAnswer') && (
        <Form view={view} action={urls.answer(remark.id)} hidden={{ version }}>
          <AskedFields view={view} fields={fields} />
          <p>
            <a href={at(view, planUrls.deskItem(fiscalYear, item.id))}>{d.proposeAmendment}</a>
          </p>
          <Actions>
            <Button name="does" value="submit">
              {d.submitAnswer}
            </Button>
            <Button kind="secondary" name="does" value="save" unchecked>
              {d.keep}
            </Button>
          </Actions>
        </Form>
      )}
      {offers.has('approve') && (
        <Form view={view} action={urls.answerStep(remark.id, 'approve')} hidden={{ version }}>
          <Actions>
            <Button>{d.approve}</Button>
          </Actions>
        </Form>
      )}
      {remark.state === 'submitted' && wroteIt && <p>{d.approveOwn}</p>}
      {offers.has('giveBack') && (
        <Part view={view} id="back" title={d.giveBack}>
          <Form view={view} action={urls.answerStep(remark.id, 'give-back')} hidden={{ version }}>
            <AskedFields
              view={view}
              fields={[asked(view, blank(reasonForm), 'reason', { label: d.reason })]}
            />
            <Actions>
              <Button kind="danger">{d.giveBack}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('reassign') && (
        <Part view={view} id="reassign" title={d.reassign}>
          <Form view={view} action={urls.answerStep(remark.id, 'reassign')} hidden={{ version }}>
            <AskedFields
              view={view}
              fields={[
                asked(view, blank(sectionForm(sections)), 'section', {
                  label: d.section,
                  options: sections.map((value) => ({ value, label: value })),
                }),
              ]}
            />
            <Actions>
              <Button kind="secondary">{d.reassign}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </DeskPage>
  )
}
