import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { languageOf } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { FoldedStep, PlainStep } from '../../../pages/work/steps.tsx'
import type { CommentCase } from '../../case.ts'
import {
  type Comment,
  type CommentOriginal,
  type CommentSender,
  type Opinion,
  paperChannels,
  ties,
} from '../../comment.ts'
import type { takeForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import { publicWords } from '../../messages/public.ts'
import { urls } from '../../urls.ts'
import { type Desk, dayIn, Frame } from './frame.tsx'

export interface TakeProps extends Desk {
  readonly one: CommentCase
  readonly form: Filled<typeof takeForm>
  readonly refused: Readonly<Record<string, string>>
}

const tiesOf = (desk: Desk) => publicWords[desk.view.locale === 'en' ? 'en' : 'ja'].ties

/** 紙などの意見を入力する: the same fields as on the web, and how and when it came. */
export function TakePage(props: TakeProps) {
  const { view, one, form, refused } = props
  const w = deskWords(view)
  const field = (key: keyof typeof takeForm, label: string, more: object = {}) =>
    asked(view, form, key, { label, fault: refused[key], ...more })
  const fields = [
    field('channel', w.channel, { options: optionsOf(paperChannels, w.channels), open: true }),
    { ...field('receivedOn', w.receivedOn, { hint: w.receivedHint }), required: true },
    field('passage', w.passage, { plain: false }),
    field('place', w.place, { plain: false }),
    field('text', w.written, { rows: 10 }),
    field('tie', w.tie, { options: optionsOf(ties, tiesOf(props)), open: true }),
    field('name', w.personName),
    field('address', w.address),
    field('mail', w.mail, { plain: false }),
  ]
  return (
    <Frame
      {...props}
      narrow
      title={w.take}
      lead={w.takeLead}
      crumbs={[{ text: one.title, path: urls.work(one.id), ...inJapanese(view) }]}
    >
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.take(one.id)}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{w.takeIn}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface TakenProps extends Desk {
  readonly one: CommentCase
  readonly number: string
  readonly phrase: string
}

/** The receipt, in the answer itself: the phrase is at no address. */
export function TakenPage(props: TakenProps) {
  const { view, one, number, phrase } = props
  const w = deskWords(view)
  return (
    <Frame
      {...props}
      narrow
      title={w.taken(number)}
      lead={w.phraseHint}
      crumbs={[{ text: one.title, path: urls.work(one.id), ...inJapanese(view) }]}
    >
      <Facts
        pairs={[
          [w.number, <strong>{number}</strong>],
          [w.phrase, <strong lang="ja">{phrase}</strong>],
        ]}
      />
      <Actions>
        <ButtonLink view={view} path={urls.take(one.id)}>
          {w.takeNext}
        </ButtonLink>
      </Actions>
    </Frame>
  )
}

export interface CommentProps extends Desk {
  readonly one: CommentCase
  readonly comment: Comment
  readonly original: CommentOriginal
  readonly opinions: readonly Opinion[]
  readonly mayAnswer: boolean
  readonly mayOpen: boolean
  readonly form: Filled<Fields>
  /** After it was opened, in this answer only. */
  readonly sender?: CommentSender
}

/** 届いた意見: the words as they came; who sent them is opened with a purpose. */
export function CommentPage(props: CommentProps) {
  const { view, one, comment, original, opinions, mayAnswer, mayOpen, form, sender } = props
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
      <Facts
        pairs={[
          [w.place, <span {...inJapanese(view)}>{original.place || w.nothingGiven}</span>],
          [w.by, `${w.channels[comment.channel]} ${dayIn(view, comment.receivedOn)}`],
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
