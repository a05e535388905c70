import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { dayStart } from '#platform/calendar.ts'
import { blank, type Filled } from '#platform/form.ts'
import { leaveOutForm } from '../../forms/paper.ts'
import { channelName, paperWords } from '../../messages/paper.ts'
import type { Batch, BatchCount, Entry, Scan } from '../../paper.ts'
import { paperUrls, urls } from '../../urls.ts'
import type { Voice } from '../../voice.ts'
import { type Desk, Frame } from './frame.tsx'
import {
  allFields,
  besides,
  Paper,
  TypedFieldsets,
  type TypedProps,
  typedFields,
} from './typed.tsx'

export interface EntryProps extends Desk, TypedProps {
  readonly entry: Entry
  readonly batch: Batch
  readonly count: BatchCount
  readonly scans: readonly Scan[]
  /** The number of the sheet before, which has just become a voice. */
  readonly before?: string | undefined
  /** The form that leaves the sheet out, as it came back. */
  readonly out?: Filled<typeof leaveOutForm> | undefined
}

/** 声を打ち込む: the paper, and what it says. Nothing is lost when it is not complete, and nothing half is taken in. */
export function EntryPage(props: EntryProps) {
  const { view, entry, batch, count, scans, before } = props
  const w = paperWords(view)
  const fields = typedFields(props)
  const day = plainDate(view.locale, dayStart(batch.receivedOn))
  const done = count.all - count.waiting
  return (
    <Frame
      {...props}
      title={w.typing}
      here={batch.isSingle ? 'take' : 'box'}
      over={`${channelName(view, batch.channel)} ${day}`}
      {...(!batch.isSingle && {
        lead: `${w.sheetNo(entry.position, count.all)} (${w.progress(done, count.all)})`,
      })}
    >
      {before && (
        <Notice view={view} kind="success" live>
          <p>
            {w.notices.taken} {before}
          </p>
        </Notice>
      )}
      <Faults view={view} fields={allFields(fields)} />
      <div class={besides(scans)}>
        <Paper view={view} page={(at) => paperUrls.page(entry.id, at)} scans={scans} />
        <div class="stack">
          <Form
            view={view}
            action={paperUrls.entry(entry.id)}
            hidden={{ version: String(entry.version) }}
          >
            <TypedFieldsets view={view} fields={fields} />
            <Actions>
              <Button name="do" value="take">
                {batch.isSingle ? w.save : w.saveNext}
              </Button>
              <Button name="do" value="keep" kind="secondary">
                {w.keep}
              </Button>
            </Actions>
          </Form>
          <LeaveOut {...props} />
        </div>
      </div>
    </Frame>
  )
}

function LeaveOut({ view, entry, batch, out }: EntryProps) {
  const w = paperWords(view)
  const why = asked(view, out ?? blank(leaveOutForm), 'why', {
    label: w.why,
    hint: w.leaveOutText,
  })
  return (
    <details class="desk-fold" open={out !== undefined}>
      <summary>{w.leaveOut}</summary>
      <Faults view={view} fields={[why]} />
      <Form
        view={view}
        action={paperUrls.entryStep(entry.id, 'out')}
        hidden={{ version: String(entry.version) }}
      >
        <AskedFields view={view} fields={[why]} />
        <Actions>
          <Button kind="secondary">{w.leaveOut}</Button>
          <ButtonLink view={view} path={paperUrls.batch(batch.id)} kind="quiet">
            {w.toBatch}
          </ButtonLink>
        </Actions>
      </Form>
    </details>
  )
}

export interface TakenProps extends Desk {
  readonly entry: Entry
  readonly voice: Voice
  /** null once it was handed over. */
  readonly phrase: string | null
}

/** 受け付けました: the number, the phrase for as long as it may be said, and the next. */
export function TakenPage(props: TakenProps) {
  const { view, entry, voice, phrase } = props
  const w = paperWords(view)
  const due = voice.dueOn && plainDate(view.locale, dayStart(voice.dueOn))
  return (
    <Frame {...props} title={w.taken} here="take" {...(phrase && { lead: w.takenLead })}>
      <Facts
        pairs={[
          [w.number, <strong>{voice.number}</strong>],
          ...(phrase ? [[w.phrase, <strong lang="ja">{phrase}</strong>] as const] : []),
          ...(due ? [[w.due, due] as const] : []),
        ]}
      />
      {phrase ? (
        <Part view={view} id="slip" title={w.slip}>
          <Form view={view} action={paperUrls.entryStep(entry.id, 'slip.pdf')}>
            <Actions>
              <Button>{w.slipPdf}</Button>
            </Actions>
          </Form>
          <Form view={view} action={paperUrls.entryStep(entry.id, 'handed')}>
            <p class="hint">{w.handedText}</p>
            <Actions>
              <Button kind="secondary">{w.handed}</Button>
            </Actions>
          </Form>
        </Part>
      ) : (
        <p>{w.isHanded}</p>
      )}
      <Actions>
        <ButtonLink view={view} path={paperUrls.take}>
          {w.next}
        </ButtonLink>
        <ButtonLink view={view} path={urls.work(voice.id)} kind="quiet">
          {w.toVoice}
        </ButtonLink>
      </Actions>
    </Frame>
  )
}
