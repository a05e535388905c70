import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Difference } from '#design/difference.tsx'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { Round, Scale, SheetId } from '../../progress.ts'
import type { RowChange, SheetFault, SheetReading } from '../../rules/sheet.ts'
import type { Where } from '../../rules/where.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from './frame.tsx'
import { spoken } from './spoken.tsx'

export interface SheetCheckProps extends Desk {
  readonly round: Round
  readonly scale: Scale
  readonly where: Where
  readonly section: string
  readonly reading: SheetReading
  /** What was handed in: the page is drawn from it anew, and nothing of it is in any report yet. */
  readonly sheet: SheetId
}

/** What a file would change, before anything is changed; or what has to be mended in it, cell by cell. */
export function SheetCheckPage(props: SheetCheckProps) {
  const { view, round, section, reading } = props
  const w = deskWords(view)
  const { faults, changes } = reading
  return (
    <Frame
      {...props}
      title={faults.length ? w.sheetFaults : w.sheetCheck}
      lead={faults.length ? w.sheetFaultsLead : w.sheetCheckLead}
      over={`${section} ${w.periods[round.period]}`}
      crumbs={[{ text: section, path: urls.section(round.id, section) }]}
    >
      {faults.length > 0 ? (
        <Faults {...props} />
      ) : changes.length === 0 ? (
        <EmptyState title={w.sheetSame} />
      ) : (
        <Changes {...props} />
      )}
      <ButtonLink view={view} path={urls.section(round.id, section)} kind="quiet">
        {w.sectionTitle(section)}
      </ButtonLink>
    </Frame>
  )
}

function Faults({ view, reading }: SheetCheckProps) {
  const w = deskWords(view)
  return (
    <Table
      view={view}
      caption={w.sheetFaults}
      quietCaption
      columns={[
        {
          label: w.cell,
          role: 'heading',
          cell: ({ sheet, cell }: SheetFault) => `${sheet} ${cell}`.trim(),
        },
        { label: w.reason, cell: ({ reason }) => w.sheetFaultReasons[reason] },
        {
          label: w.now,
          cell: ({ found }) => <span {...inJapanese(view)}>{found.slice(0, 80) || '—'}</span>,
        },
      ]}
      rows={reading.faults}
    />
  )
}

function Changes(props: SheetCheckProps) {
  const { view, round, section, reading, sheet } = props
  const w = deskWords(view)
  const stale = reading.changes.some((one) => one.stale && !one.fixed)
  const can = reading.changes.some(({ fixed }) => !fixed)
  return (
    <Form view={view} action={`${urls.check(round.id, sheet)}?name=${encodeURIComponent(section)}`}>
      {stale && (
        <Notice view={view} kind="warning">
          <p>{w.sheetStale}</p>
        </Notice>
      )}
      {reading.changes.map((one) => (
        <Change {...props} change={one} />
      ))}
      {can && (
        <Actions>
          <Button name="do" value="draft">
            {w.sheetAccept}
          </Button>
          <Button name="do" value="submit" kind="secondary">
            {w.sheetSubmit}
          </Button>
        </Actions>
      )}
    </Form>
  )
}

function Change(props: SheetCheckProps & { readonly change: RowChange }) {
  const { view, scale, where, change } = props
  const { line, content, fields, stale, fixed } = change
  const { item, report } = line
  const w = deskWords(view)
  const text = (said: typeof content, field: (typeof fields)[number]) =>
    spoken({ view, scale, item, where, content: said }, field)
  return (
    <Part view={view} id={report.id} title={`${item.code} ${item.title}`} {...inJapanese(view)}>
      {fixed && <p class="hint">{w.sheetFixed}</p>}
      <Facts
        pairs={fields.map((field) => [
          w.fields[field],
          <Difference
            view={view}
            before={text(report.content, field)}
            after={text(content, field)}
          />,
        ])}
      />
      {stale && !fixed && (
        <div class="choice">
          <input type="checkbox" id={`over-${report.id}`} name="over" value={report.id} />
          <label for={`over-${report.id}`}>{`${w.sheetTakeStale}(${item.code})`}</label>
        </div>
      )}
    </Part>
  )
}
