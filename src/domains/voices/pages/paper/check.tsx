import { Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { paperWords } from '../../messages/paper.ts'
import type { Entry, Scan } from '../../paper.ts'
import { paperUrls } from '../../urls.ts'
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

type Taken = Extract<Entry, { state: 'taken' }>

export interface CheckLine {
  readonly entry: Taken
  readonly number: string
  readonly typist: string
}

/** 二人目の確認: what others typed. Names are opened one by one, and each opening is recorded. */
export function ChecksPage(props: Desk & { readonly lines: readonly CheckLine[] }) {
  const { view, lines } = props
  const w = paperWords(view)
  return (
    <Frame {...props} title={w.checks} here="checks" lead={w.checksLead}>
      {lines.length ? (
        <Table
          view={view}
          caption={w.checks}
          quietCaption
          columns={[
            { label: w.number, role: 'heading', cell: ({ number }: CheckLine) => number },
            { label: w.typedBy, cell: ({ typist }) => typist },
            { label: w.typedAt, cell: ({ entry }) => plainDate(view.locale, entry.typedAt) },
            {
              label: w.compare,
              cell: ({ entry }) => (
                <Form view={view} action={paperUrls.check(entry.id)}>
                  <Button name="do" value="open" kind="secondary">
                    {w.compare}
                  </Button>
                </Form>
              ),
            },
          ]}
          rows={lines}
        />
      ) : (
        <EmptyState title={w.noChecks}>
          <p>{w.noChecksTodo}</p>
        </EmptyState>
      )}
    </Frame>
  )
}

export interface CompareProps extends Desk, TypedProps {
  readonly entry: Taken
  readonly voice: Voice
  readonly scans: readonly Scan[]
}

/** 見比べる: the paper beside what was typed; right as it is, or corrected. */
export function ComparePage(props: CompareProps) {
  const { view, entry, voice, scans } = props
  const w = paperWords(view)
  const fields = typedFields(props)
  const canCorrect = voice.state === 'received'
  return (
    <Frame {...props} title={w.compare} here="checks" over={voice.number} lead={w.compareLead}>
      <Faults view={view} fields={allFields(fields)} />
      <div class={besides(scans)}>
        <Paper view={view} page={(at) => paperUrls.page(entry.id, at)} scans={scans} />
        <div class="stack">
          {!canCorrect && (
            <Notice view={view} kind="warning">
              <p>{w.onlyConfirm}</p>
            </Notice>
          )}
          <Form
            view={view}
            action={paperUrls.check(entry.id)}
            hidden={{ version: String(entry.version) }}
          >
            <Actions>
              <Button name="do" value="confirm">
                {w.confirm}
              </Button>
            </Actions>
            <TypedFieldsets view={view} fields={fields} />
            {canCorrect && (
              <Actions>
                <Button name="do" value="correct" kind="secondary">
                  {w.correct}
                </Button>
              </Actions>
            )}
          </Form>
        </div>
      </div>
    </Frame>
  )
}
