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
import type { View } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { answerForm, reasonForm, sectionForm } from '../forms.ts'
import { type Remark, stances } from '../judging.ts'
import { deskWords } from '../messages/desk.ts'
import type { Named } from '../rules/missing.ts'
import { urls } from '../urls.ts'
import type { JudgingAction } from '../workflow.ts'
import { Carry, type CarryTo } from './carry.tsx'
import { Done } from './parts.tsx'
import { Between, type Pair, type Wrong } from './wrong.tsx'

const answerTones: Readonly<Record<Remark['state'], StateTone>> = {
  open: 'quiet',
  drafted: 'draft',
  submitted: 'care',
  returned: 'care',
  approved: 'good',
}

interface Line {
  readonly remark: Remark
  readonly item: Named
}
export interface AnswersProps {
  readonly view: View
  readonly list: readonly Line[]
  /** Adopted, and in no plan yet. */
  readonly uncarried: readonly Line[]
  readonly done: string | null
}

/** Every comment that waits, of one's own section or, for the secretariat, of all. */
export function AnswersPage({ view, list, uncarried, done }: AnswersProps) {
  const d = deskWords(view)
  return (
    <DeskPage view={view} title={d.answers} breadcrumbs={[{ text: d.title, path: urls.desk }]}>
      <Masthead title={d.answers} lead={d.answersLead} />
      <Done view={view} done={done} />
      {list.length === 0 ? (
        <EmptyState title={d.answersNone} />
      ) : (
        <Remarks view={view} list={list} caption={d.answers} />
      )}
      {uncarried.length > 0 && (
        <Part view={view} id="carry" title={d.uncarried} lead={d.carryLead}>
          <Remarks view={view} list={uncarried} caption={d.uncarried} />
        </Part>
      )}
    </DeskPage>
  )
}

interface RemarksProps {
  readonly view: View
  readonly list: readonly Line[]
  readonly caption: string
}

function Remarks({ view, list, caption }: RemarksProps) {
  const d = deskWords(view)
  return (
    <Table
      view={view}
      caption={caption}
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
  /** Why it is given back, and to whom it is passed. */
  readonly back: Filled<typeof reasonForm>
  readonly to: Filled<ReturnType<typeof sectionForm>>
  readonly carry: CarryTo
  readonly wrong?: Wrong
  readonly wroteIt: boolean
  readonly done: string | null
}

/** One comment of the committee and the city's answer to it. */
export function AnswerPage(props: AnswerProps) {
  const { view, remark, item, offers, form, follows, sections, wrong, wroteIt, done } = props
  const ofAnswer = wrong?.of === undefined
  const faults = ofAnswer ? (wrong?.faults ?? {}) : {}
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
  const why = asked(view, props.back, 'reason', {
    label: d.reason,
    among: 'back',
    fault: wrong?.of === 'back' ? wrong.faults.reason : undefined,
  })
  const where = asked(view, props.to, 'section', {
    label: d.section,
    options: sections.map((value) => ({ value, label: value })),
    fault: wrong?.of === 'to' ? wrong.faults.section : undefined,
  })
  const stanceWord = (value: string) => {
    const known = stances.find((one) => one === value)
    return known ? d.stances[known] : ''
  }
  const followWord = (value: string) => follows.find((one) => one.value === value)?.label ?? ''
  const { follow } = remark.answer
  const pairs: readonly Pair[] = ofAnswer
    ? [
        [d.stance, stanceWord(stance ?? ''), stanceWord(form.raw.stance)],
        [d.reason, reason, form.raw.reason],
        [
          d.follow,
          followWord(follow ? `${follow.kind}:${follow.id}` : ''),
          followWord(form.raw.follow),
        ],
      ]
    : [[d.reason, '', props.back.raw.reason]]
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
      <Faults view={view} fields={[...fields, why, where]} />
      <Masthead
        over={<span lang="ja">{`${item.code} ${item.title}`}</span>}
        title={d.kinds[remark.kind]}
        marks={<StateBadge tone={answerTones[remark.state]} word={d.answerStates[remark.state]} />}
      />
      <Done view={view} done={done} />
      <Between
        view={view}
        words={d}
        wrong={wrong}
        isOpen={offers.has(ofAnswer ? 'submitAnswer' : 'giveBack')}
        pairs={pairs}
      />
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
      <Carry {...props} />
      {offers.has('giveBack') && (
        <Part view={view} id="back" title={d.giveBack}>
          <Form view={view} action={urls.answerStep(remark.id, 'give-back')} hidden={{ version }}>
            <AskedFields view={view} fields={[why]} />
            <Actions>
              <Button kind="danger">{d.giveBack}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('reassign') && (
        <Part view={view} id="reassign" title={d.reassign}>
          <Form view={view} action={urls.answerStep(remark.id, 'reassign')} hidden={{ version }}>
            <AskedFields view={view} fields={[where]} />
            <Actions>
              <Button kind="secondary">{d.reassign}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </DeskPage>
  )
}
