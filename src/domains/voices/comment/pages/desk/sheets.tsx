import { AskedFields, asked, Faults, optionsOf } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import { channelName, namesOf, paperWords } from '../../../messages/paper.ts'
import type { CommentCase } from '../../case.ts'
import { paperChannels } from '../../comment.ts'
import type { sheetsForm } from '../../forms.ts'
import { deskWords } from '../../messages/desk.ts'
import type { Sheet } from '../../sheet.ts'
import { urls } from '../../urls.ts'
import { type Desk, dayIn, Frame } from './frame.tsx'

const acceptScans = 'image/*,application/pdf,.heic'

export interface BeginProps extends Desk {
  readonly one: CommentCase
  readonly form: Filled<typeof sheetsForm>
  readonly refused: Readonly<Record<string, string>>
}

const crumbsOf = ({ view, one }: Desk & { readonly one: CommentCase }) => [
  { text: one.title, path: urls.work(one.id), ...inJapanese(view) },
]

/** 紙などの意見を入力する: how and when it came, and its scans, if there are any. */
export function BeginPage(props: BeginProps) {
  const { view, one, form, refused } = props
  const w = deskWords(view)
  const p = paperWords(view)
  const field = (key: keyof typeof sheetsForm, label: string, more: object = {}) =>
    asked(view, form, key, { label, fault: refused[key], ...more })
  const files: AskedField = {
    kind: 'file',
    name: 'files',
    label: p.scan,
    hint: w.scanHint,
    accept: acceptScans,
    multiple: true,
    ...(refused.files !== undefined && { error: refused.files }),
  }
  const fields = [
    field('channel', w.channel, {
      options: optionsOf(paperChannels, namesOf(view).channels),
      open: true,
    }),
    {
      ...field('receivedOn', w.receivedOn, { hint: w.receivedHint }),
      required: true,
      plain: false,
    },
    files,
    field('as', w.as, { options: optionsOf(['one', 'each'], w.asOf), open: true }),
  ]
  return (
    <Frame {...props} narrow title={w.take} lead={w.takeLead} crumbs={crumbsOf(props)}>
      <Faults view={view} fields={fields} />
      <Form view={view} action={urls.take(one.id)} multipart>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button>{p.begin}</Button>
          <ButtonLink view={view} path={urls.sheets(one.id)} kind="quiet">
            {w.sheets}
          </ButtonLink>
        </Actions>
      </Form>
    </Frame>
  )
}

export interface SheetsProps extends Desk {
  readonly one: CommentCase
  readonly sheets: readonly Sheet[]
  readonly mayTake: boolean
  /** Who looks: nobody checks what they typed themselves. */
  readonly me: string
}

/** 届いた紙: what is still to be typed, to be handed over and to be checked, and what is done. */
export function SheetsPage(props: SheetsProps) {
  const { view, one, sheets, mayTake } = props
  const w = deskWords(view)
  const p = paperWords(view)
  return (
    <Frame {...props} title={w.sheets} lead={w.sheetsLead} crumbs={crumbsOf(props)}>
      {mayTake && (
        <Actions>
          <ButtonLink view={view} path={urls.take(one.id)}>
            {w.take}
          </ButtonLink>
        </Actions>
      )}
      {sheets.length === 0 ? (
        <EmptyState title={w.noSheets} />
      ) : (
        <Table
          view={view}
          caption={w.sheets}
          quietCaption
          rows={sheets}
          columns={[
            {
              label: w.by,
              role: 'heading',
              cell: (sheet) =>
                `${channelName(view, sheet.channel)} ${dayIn(view, sheet.receivedOn)}`,
            },
            {
              label: w.number,
              cell: (sheet) => (sheet.state === 'taken' ? sheet.number : '—'),
            },
            { label: w.state, cell: ({ state }) => p.states[state] },
            { label: w.next, cell: (sheet) => <Next {...props} sheet={sheet} /> },
          ]}
        />
      )}
    </Frame>
  )
}

/** What is to be done with a sheet, for this person. */
function Next({ view, one, sheet, mayTake, me }: SheetsProps & { readonly sheet: Sheet }) {
  const p = paperWords(view)
  if (!mayTake) return <>—</>
  if (sheet.state === 'waiting')
    return (
      <a href={at(view, urls.sheet(one.id, sheet.id))}>
        {sheet.sealed ? p.goOn : deskWords(view).type}
      </a>
    )
  if (sheet.state === 'left-out') return <span {...inJapanese(view)}>{sheet.why}</span>
  return (
    <div class="cluster">
      {sheet.phrase && <a href={at(view, urls.sheetStep(one.id, sheet.id, 'taken'))}>{p.slip}</a>}
      {sheet.check === 'wanted' && sheet.typedBy !== me && (
        <Form view={view} action={urls.sheetStep(one.id, sheet.id, 'check')}>
          <Button name="do" value="open" kind="secondary">
            {p.compare}
          </Button>
        </Form>
      )}
      {!sheet.phrase && sheet.check !== 'wanted' && '—'}
    </div>
  )
}
