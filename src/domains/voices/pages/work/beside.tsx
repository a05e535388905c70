import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { languageOf } from '#design/view.ts'
import { channelName } from '../../messages/paper.ts'
import { workWords } from '../../messages/work.ts'
import { urls } from '../../urls.ts'
import type { Sender, Voice } from '../../voice.ts'
import { type Desk, Frame, VoiceBadge } from './frame.tsx'

interface OfVoice extends Desk {
  readonly voice: Voice
}
const crumb = ({ voice }: OfVoice) => [{ text: voice.number, path: urls.work(voice.id) }]

export interface SenderProps extends OfVoice {
  readonly person: Sender
  readonly mail: string | null
}

/** Who sent it: shown once, to whoever wrote down why. */
export function SenderPage(props: SenderProps) {
  const { view, voice, person, mail } = props
  const w = workWords(view)
  const said = (text: string | null) => text || <span class="soft">{w.notGiven}</span>
  return (
    <Frame {...props} title={w.opened} over={voice.number} crumbs={crumb(props)}>
      <Notice view={view}>
        <p>{w.openedOnce}</p>
      </Notice>
      <Facts
        pairs={[
          [w.name, said(person.name)],
          [w.postcode, said(person.postcode)],
          [w.address, said(person.address)],
          [w.phone, said(person.phone)],
          [w.mail, said(person.mail || mail)],
        ]}
      />
      <p>
        <ButtonLink view={view} path={urls.work(voice.id)} kind="secondary">
          {voice.number}
        </ButtonLink>
      </p>
    </Frame>
  )
}

export interface SameProps extends OfVoice {
  readonly same: readonly Voice[]
}

/** 同じ内容の声: a campaign, to be joined in one go. */
export function SamePage(props: SameProps) {
  const { view, voice, same } = props
  const w = workWords(view)
  const open = same.filter(({ state }) => state === 'received')
  return (
    <Frame {...props} title={w.same} over={voice.number} crumbs={crumb(props)}>
      {same.length === 0 && <EmptyState title={w.sameLead(0)} />}
      {open.length > 0 && (
        <Form view={view} action={urls.workStep(voice.id, 'join-all')}>
          <p>{w.joinHint}</p>
          <Actions>
            <Button>{w.joinAll(open.length)}</Button>
          </Actions>
        </Form>
      )}
      {same.length > 0 && (
        <Table
          view={view}
          caption={w.same}
          quietCaption
          to={(one: Voice) => urls.work(one.id)}
          columns={[
            { label: w.number, role: 'heading', cell: (one) => one.number },
            { label: w.channel, cell: (one) => channelName(view, one.channel) },
            { label: w.received, cell: (one) => w.day(one.receivedOn) },
            { label: w.state, cell: (one) => <VoiceBadge view={view} state={one.state} /> },
          ]}
          rows={same.slice(0, 100)}
        />
      )}
    </Frame>
  )
}

export interface ReplyProps extends OfVoice {
  readonly subject: string
  readonly body: readonly string[]
  /** Points without answer and reason, by their numbers. */
  readonly missing: readonly number[]
  readonly others: number
}

/** The very words that the sender gets, before they go out. */
export function ReplyPage(props: ReplyProps) {
  const { view, voice, subject, body, missing, others } = props
  const w = workWords(view)
  return (
    <Frame
      {...props}
      title={w.replyPreview}
      over={voice.number}
      lead={w.replyLead}
      crumbs={crumb(props)}
    >
      {missing.length > 0 && (
        <Notice view={view} kind="warning" live>
          <p>{w.replyMissing(missing.map(w.point).join('、'))}</p>
        </Notice>
      )}
      <Facts
        pairs={[
          [w.replyBy, w.ways[voice.replyBy]],
          [w.replySubject, <span lang={languageOf(voice.language)}>{subject}</span>],
        ]}
      />
      <div class="prose" lang={languageOf(voice.language)}>
        {body.map((text) => (
          <p class="lines">{text}</p>
        ))}
      </div>
      {others > 0 && <p>{w.replyJoined(others)}</p>}
      {missing.length === 0 && (
        <Form
          view={view}
          action={urls.workStep(voice.id, 'reply')}
          hidden={{ version: String(voice.version) }}
        >
          <Actions>
            <Button>{w.reply}</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}
