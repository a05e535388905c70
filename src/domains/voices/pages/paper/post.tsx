import { Actions, Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { languageOf, type View } from '#design/view.ts'
import { paperWords } from '../../messages/paper.ts'
import type { Dispatch } from '../../post.ts'
import { paperUrls } from '../../urls.ts'
import type { Sender, Voice, VoiceId } from '../../voice.ts'
import { type Desk, Frame } from './frame.tsx'

export interface PostProps extends Desk {
  /** All that wait, also those that cannot be printed: a change of their number is noticed. */
  readonly letters: readonly Dispatch[]
  /** Voices whose letter has no name or no address. */
  readonly without: ReadonlySet<VoiceId>
  readonly calls: readonly Dispatch[]
  /** Mails whose address nobody has proven. */
  readonly mails: readonly Dispatch[]
  readonly sent: readonly Dispatch[]
  readonly names: ReadonlyMap<string, string>
}

const day = (view: View, at: Date | null) => (at ? plainDate(view.locale, at) : '—')

/** 回答を送る: a day's letters, the calls, and what went out. */
export function PostPage(props: PostProps) {
  const { view, letters, without, calls, mails, sent, names } = props
  const w = paperWords(view)
  const number = { label: w.number, role: 'heading', cell: (one: Dispatch) => one.number } as const
  const since = { label: w.repliedOn, cell: (one: Dispatch) => day(view, one.since) }
  const addressed = letters.filter(({ voice }) => !without.has(voice))
  const printed = letters.filter(({ printedAt }) => printedAt).length
  return (
    <Frame {...props} title={w.post} here="post" lead={w.postLead}>
      <Part view={view} id="letters" title={w.letters} lead={w.lettersLead}>
        {addressed.length ? (
          <>
            <div class="prose">
              <ol>
                {w.lettersHow.map((one) => (
                  <li>{one}</li>
                ))}
              </ol>
            </div>
            <Table
              view={view}
              caption={w.letters}
              quietCaption
              columns={[
                number,
                since,
                { label: w.printedAt, cell: ({ printedAt }) => day(view, printedAt) },
              ]}
              rows={addressed}
            />
            <Form
              view={view}
              action={paperUrls.letters}
              hidden={{ letters: String(letters.length) }}
            >
              <Actions>
                <Button>{w.print}</Button>
              </Actions>
            </Form>
            {printed > 0 && (
              <Form view={view} action={paperUrls.posted} hidden={{ letters: String(printed) }}>
                <Actions>
                  <Button kind="secondary">{w.posted}</Button>
                </Actions>
              </Form>
            )}
          </>
        ) : (
          <p>{w.noLetters}</p>
        )}
      </Part>
      {without.size > 0 && (
        <Part view={view} id="unaddressed" title={w.unaddressed} lead={w.unaddressedLead}>
          <Calls
            view={view}
            caption={w.unaddressed}
            rows={letters.filter(({ voice }) => without.has(voice))}
          />
        </Part>
      )}
      <Part view={view} id="calls" title={w.calls}>
        {calls.length ? <Calls view={view} caption={w.calls} rows={calls} /> : <p>{w.noCalls}</p>}
      </Part>
      {mails.length > 0 && (
        <Part view={view} id="mails" title={w.mails} lead={w.mailsLead}>
          <Calls view={view} caption={w.mails} rows={mails} />
        </Part>
      )}
      {sent.length > 0 && (
        <details class="desk-fold">
          <summary>{w.sent}</summary>
          <Table
            view={view}
            caption={w.sent}
            quietCaption
            columns={[
              number,
              { label: w.way, cell: ({ way }) => w.ways[way] },
              { label: w.sentAt, cell: ({ doneAt }) => day(view, doneAt) },
              { label: w.sentBy, cell: ({ doneBy }) => names.get(doneBy ?? '') ?? '—' },
            ]}
            rows={sent}
          />
        </details>
      )}
    </Frame>
  )
}

interface CallsProps {
  readonly view: View
  readonly caption: string
  readonly rows: readonly Dispatch[]
}

function Calls({ view, caption, rows }: CallsProps) {
  const w = paperWords(view)
  return (
    <Table
      view={view}
      caption={caption}
      quietCaption
      columns={[
        { label: w.number, role: 'heading', cell: ({ number }: Dispatch) => number },
        { label: w.repliedOn, cell: ({ since }) => day(view, since) },
        {
          label: w.call,
          cell: ({ voice }) => (
            <Form view={view} action={paperUrls.call(voice)}>
              <Button kind="secondary">{w.openCall}</Button>
            </Form>
          ),
        },
      ]}
      rows={rows}
    />
  )
}

export interface CallProps extends Desk {
  readonly voice: Voice
  readonly person: Sender
  /** The answer, as it is said. */
  readonly said: readonly string[]
}

/** 電話で回答を伝える: who, under which number, what to say; then what came of it. */
export function CallPage(props: CallProps) {
  const { view, voice, person, said } = props
  const w = paperWords(view)
  const known = (['name', 'phone', 'mail', 'postcode', 'address'] as const).filter(
    (key) => person[key],
  )
  return (
    <Frame {...props} title={w.call} here="post" over={voice.number} lead={w.callLead} narrow>
      <Facts pairs={known.map((key) => [w.fields[key], <strong>{person[key]}</strong>])} />
      <Part view={view} id="say" title={w.say}>
        {said.map((text) => (
          <p class="lines" lang={languageOf(voice.language)}>
            {text}
          </p>
        ))}
      </Part>
      <Form view={view} action={paperUrls.called(voice.id)}>
        <Field
          view={view}
          field={{
            kind: 'textarea',
            name: 'note',
            label: w.calledNote,
            hint: w.calledNoteHint,
            rows: 3,
            max: 1000,
          }}
        />
        <Actions>
          <Button>{w.called}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
