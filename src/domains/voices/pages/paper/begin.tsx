import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Progress } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { dayStart } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { beginForm } from '../../forms/paper.ts'
import { channelName, namesOf, paperWords } from '../../messages/paper.ts'
import { type Batch, type BatchCount, paperChannels } from '../../paper.ts'
import { paperUrls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface BeginProps extends Desk {
  readonly form: Filled<typeof beginForm>
  /** A fault that a rule found, at its field. */
  readonly fault?: { readonly name: string; readonly text: string } | undefined
  readonly batches: readonly (readonly [Batch, BatchCount])[]
}

const acceptScans = 'image/*,application/pdf,.heic'

function fieldsOf({ view, form, fault }: BeginProps, isBox: boolean): readonly AskedField[] {
  const w = paperWords(view)
  const ask = (key: 'channel' | 'receivedOn' | 'unscanned', label: string, hint?: string) => ({
    label,
    ...(hint && { hint }),
    ...(fault?.name === key && { fault: fault.text }),
  })
  const files: AskedField = {
    kind: 'file',
    name: 'files',
    label: w.scan,
    hint: isBox ? w.scansHint : w.scanHint,
    accept: acceptScans,
    multiple: true,
    plain: true,
    ...(fault?.name === 'files' && { error: fault.text }),
  }
  return [
    asked(view, form, 'channel', {
      ...ask('channel', w.channel),
      options: optionsOf(paperChannels, namesOf(view).channels),
      empty: w.choose,
    }),
    { ...asked(view, form, 'receivedOn', ask('receivedOn', w.receivedOn, w.receivedOnHint)) },
    files,
    ...(isBox
      ? [
          asked(view, form, 'unscanned', {
            ...ask('unscanned', w.unscanned, w.unscannedHint),
          }),
        ]
      : []),
  ]
}

/** 1通を受け付ける: by which way and when; the paper first, if there is one. */
export function TakePage(props: BeginProps) {
  const { view, batches } = props
  const w = paperWords(view)
  const fields = fieldsOf(props, false)
  return (
    <Frame {...props} title={w.take} here="take" lead={w.takeLead}>
      <Faults view={view} fields={fields} />
      <Form view={view} action={paperUrls.take} multipart>
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button>{w.begin}</Button>
        </Actions>
      </Form>
      {batches.length > 0 && (
        <Part view={view} id="unfinished" title={w.unfinished}>
          <Batches view={view} caption={w.unfinished} batches={batches} />
        </Part>
      )}
    </Frame>
  )
}

/** まとめて受け付ける: a box full, and the boxes before it. */
export function BoxPage(props: BeginProps) {
  const { view, batches } = props
  const w = paperWords(view)
  const fields = fieldsOf(props, true)
  return (
    <Frame {...props} title={w.box} here="box" lead={w.boxLead}>
      <Faults view={view} fields={fields} />
      <Form view={view} action={paperUrls.box} multipart>
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button>{w.beginBox}</Button>
        </Actions>
      </Form>
      <Part view={view} id="batches" title={w.batches}>
        {batches.length ? (
          <Batches view={view} caption={w.batches} batches={batches} />
        ) : (
          <EmptyState title={w.noBatches}>
            <p>{w.noBatchesTodo}</p>
          </EmptyState>
        )}
      </Part>
    </Frame>
  )
}

interface BatchesProps {
  readonly view: View
  readonly caption: string
  readonly batches: BeginProps['batches']
}

function Batches({ view, caption, batches }: BatchesProps) {
  const w = paperWords(view)
  type Line = BatchesProps['batches'][number]
  return (
    <Table
      view={view}
      caption={caption}
      quietCaption
      columns={[
        {
          label: w.channel,
          role: 'heading',
          cell: ([{ channel }]: Line) => channelName(view, channel),
        },
        {
          label: w.receivedOn,
          cell: ([{ receivedOn }]) => plainDate(view.locale, dayStart(receivedOn)),
        },
        {
          label: w.done,
          cell: ([, { all, waiting }]) => (
            <Progress
              label={w.done}
              share={all ? (all - waiting) / all : 0}
              text={w.progress(all - waiting, all)}
            />
          ),
        },
      ]}
      rows={batches}
      to={([{ id }]) => paperUrls.batch(id)}
    />
  )
}
