import { asked } from '#design/asked.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Part } from '#design/masthead.tsx'
import { languageOf } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { channelName } from '../../../messages/paper.ts'
import { Paper } from '../../../pages/paper/typed.tsx'
import { FoldedStep, PlainStep } from '../../../pages/work/steps.tsx'
import type { EntryId, Scan } from '../../../paper.ts'
import type { CommentCase, Passage } from '../../case.ts'
import type { Comment, CommentOriginal, CommentSender, Opinion } from '../../comment.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { type Desk, dayIn, Frame, Pressed, tiesOf } from './frame.tsx'

export interface CommentProps extends Desk {
  readonly one: CommentCase
  readonly comment: Comment
  readonly original: CommentOriginal
  readonly opinions: readonly Opinion[]
  /** The paragraph that was pressed. */
  readonly at: Passage | null
  /** The paper it came on, where there was one. */
  readonly paper: { readonly sheet: EntryId; readonly scans: readonly Scan[] } | null
  readonly mayAnswer: boolean
  readonly mayOpen: boolean
  readonly form: Filled<Fields>
  /** After it was opened, in this answer only. */
  readonly sender?: CommentSender
}

/** 届いた意見: the words as they came; who sent them is opened with a purpose. */
export function CommentPage(props: CommentProps) {
  const { view, one, comment, original, opinions, paper, mayAnswer, mayOpen, form, sender } = props
  const w = deskWords(view)
  const step = (name: string) => `${urls.comment(one.id, comment.id)}/${name}`
  return (
    <Frame
      {...props}
      narrow
      title={`${w.comment} ${comment.number}`}
      crumbs={[
        { text: one.title, path: urls.work(one.id), ...inJapanese(view) },
        { text: w.table, path: urls.table(one.id) },
      ]}
    >
      <Part view={view} id="written" title={w.written}>
        <p class="lines" lang={languageOf(comment.language)}>
          {original.text || w.originalGone}
        </p>
      </Part>
      {paper && (
        <Paper
          view={view}
          page={(page) => urls.page(one.id, paper.sheet, page)}
          scans={paper.scans}
        />
      )}
      <Facts
        pairs={[
          ...(props.at ? [[w.passage, <Pressed view={view} at={props.at} />] as const] : []),
          ...(original.place || !props.at
            ? [
                [
                  w.place,
                  <span {...inJapanese(view)}>{original.place || w.nothingGiven}</span>,
                ] as const,
              ]
            : []),
          [w.by, `${channelName(view, comment.channel)} ${dayIn(view, comment.receivedOn)}`],
          [w.tie, tiesOf(props)[comment.tie]],
          [w.opinions, opinions.map(({ no }) => w.row(no)).join(' ')],
        ]}
      />
      {mayAnswer && <PlainStep view={view} action={step('split')} title={w.split} hidden={{}} />}
      {mayAnswer &&
        opinions.length > 1 &&
        opinions
          .filter(({ gist }) => !gist)
          .map(({ id, no }) => (
            <PlainStep
              view={view}
              action={step('drop')}
              title={`${w.dropRow} (${w.row(no)})`}
              hidden={{ row: id }}
            />
          ))}
      {(mayOpen || sender) && (
        <Part view={view} id="sender" title={w.sender}>
          {sender ? (
            <Facts
              pairs={[
                [w.personName, sender.name || w.nothingGiven],
                [w.address, sender.address || w.nothingGiven],
                [w.mail, sender.mail || w.nothingGiven],
              ]}
            />
          ) : (
            <FoldedStep
              view={view}
              action={step('sender')}
              title={w.openSender}
              hidden={{}}
              hint={w.senderLead}
              fields={[
                asked(view, form, 'purpose', {
                  label: w.purpose,
                  options: Object.entries(w.purposes).map(([value, label]) => ({ value, label })),
                }),
                asked(view, form, 'reason', { label: w.why, rows: 2 }),
              ]}
            />
          )}
        </Part>
      )}
    </Frame>
  )
}
