import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Progress } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import { dayStart } from '#platform/calendar.ts'
import { channelName, paperWords } from '../../messages/paper.ts'
import type { Batch, BatchCount, Entry } from '../../paper.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface BatchLine {
  readonly entry: Entry
  /** Of the voice that it became. */
  readonly number: string
}

export interface BatchProps extends Desk {
  readonly batch: Batch
  readonly count: BatchCount
  readonly lines: readonly BatchLine[]
  readonly fault?: string | undefined
}

const tones = { waiting: 'draft', taken: 'good', 'left-out': 'stopped' } as const

/** 1つの束: how far it is, where to go on, and the slips that are to be handed over. */
export function BatchPage(props: BatchProps) {
  const { view, batch, count, lines, fault } = props
  const w = paperWords(view)
  const day = plainDate(view.locale, dayStart(batch.receivedOn))
  const next = lines.find(({ entry }) => entry.state === 'waiting')?.entry
  const slips = lines.filter(({ entry }) => entry.state === 'taken' && entry.phrase).length
  const done = count.all - count.waiting
  return (
    <Frame
      {...props}
      title={`${channelName(view, batch.channel)} ${day}`}
      here={batch.isSingle ? 'take' : 'box'}
    >
      {fault && (
        <ErrorSummary view={view} faults={[{ name: 'files', label: w.scan, text: fault }]} />
      )}
      <Progress
        label={w.done}
        share={done / Math.max(1, count.all)}
        text={w.progress(done, count.all)}
      />
      {next ? (
        <Actions>
          <ButtonLink view={view} path={`${paperUrls.entry(next.id)}#f-text`}>
            {w.goOn}
          </ButtonLink>
        </Actions>
      ) : (
        <Notice view={view} kind="success">
          <p>{w.finished}</p>
        </Notice>
      )}
      {slips > 0 && (
        <Part view={view} id="slips" title={w.slipsLeft(slips)}>
          <Form view={view} action={paperUrls.batchStep(batch.id, 'slips.pdf')}>
            <Actions>
              <Button>{w.slipsPdf}</Button>
            </Actions>
          </Form>
          <Form view={view} action={paperUrls.batchStep(batch.id, 'handed')}>
            <p class="hint">{w.handedText}</p>
            <Actions>
              <Button kind="secondary">{w.handedAll}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      <Table
        view={view}
        caption={w.batches}
        quietCaption
        columns={[
          {
            label: w.sheet1,
            role: 'heading',
            cell: ({ entry }: BatchLine) => w.sheetNo(entry.position, count.all),
          },
          {
            label: w.state,
            cell: ({ entry }) => (
              <StateBadge tone={tones[entry.state]} word={w.states[entry.state]} />
            ),
          },
          {
            label: w.number,
            cell: ({ entry, number }) => (entry.state === 'left-out' ? entry.why : number),
          },
        ]}
        rows={lines}
        to={({ entry }) =>
          entry.state === 'waiting'
            ? paperUrls.entry(entry.id)
            : entry.state === 'taken'
              ? paperUrls.entryStep(entry.id, 'taken')
              : null
        }
      />
      {!batch.isSingle && (
        <Part view={view} id="more" title={w.addSheets}>
          <Form view={view} action={paperUrls.batchStep(batch.id, 'sheets')} multipart>
            <Field
              view={view}
              field={{
                kind: 'file',
                name: 'files',
                label: w.scan,
                hint: w.scansHint,
                accept: 'image/*,application/pdf,.heic',
                multiple: true,
                plain: true,
                ...(fault && { error: fault }),
              }}
            />
            <Actions>
              <Button kind="secondary">{w.addSheets}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </Frame>
  )
}
