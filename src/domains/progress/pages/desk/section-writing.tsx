import type { Child } from 'hono/jsx'
import { AskedFields } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import type { View } from '#design/view.ts'
import type { ReportTyped } from '../../forms.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { Scale } from '../../progress.ts'
import type { Line } from '../../rules/desk.ts'
import type { Where } from '../../rules/where.ts'
import { Choose, type Conflict } from './conflict.tsx'
import { allFields, type ReportFields, ReportFieldset } from './report-fields.tsx'
import { Said, spoken } from './spoken.tsx'

/** One item of the section, with what was typed and what became of it. */
export interface Entered {
  readonly line: Line
  /** Nothing where this person cannot write, or nobody can any more. */
  readonly typed?: ReportTyped
  readonly refused?: { readonly place: string; readonly text: string }
  readonly conflict?: Conflict
  /** Handed in by somebody else while it was being written here. */
  readonly lost?: ReportTyped
}

export interface Shown extends Entered {
  readonly fields?: ReportFields
}

interface WritingProps {
  readonly view: View
  readonly scale: Scale
  readonly where: Where
  readonly shown: Shown
  readonly fields: ReportFields
}

/** Fields at which something has to be mended, or in which somebody has begun, lie open. */
const isBegun = ({ line, refused, conflict, typed, fields }: Shown): boolean =>
  line.report.state !== 'requested' ||
  line.last === null ||
  refused !== undefined ||
  conflict !== undefined ||
  typed?.content === undefined ||
  (fields !== undefined && allFields(fields).some(({ error }) => error !== undefined))

/**
 * One item to write. What nobody has begun is short: what was said last time, 変わりなし, and the form folded. So a
 * section sees all its items at a glance, also on a phone.
 */
export function Writing(props: WritingProps): Child {
  const { view, scale, where, shown, fields } = props
  const { line, conflict } = shown
  const { report, item, last } = line
  const w = deskWords(view)
  const hidden = {
    version: String(report.version),
    base: JSON.stringify(report.content),
    ...(conflict?.fields.length && { conflicts: conflict.fields.join(',') }),
  }
  const begun = isBegun(shown)
  return (
    <>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={`${report.id}.${name}`} value={value} />
      ))}
      {conflict && (
        <Choose
          view={view}
          scale={scale}
          where={where}
          item={item}
          conflict={conflict}
          report={report.id}
        />
      )}
      {last && <LastTime {...props} last={last} brief={!begun} />}
      {last && !begun && <Unchanged view={view} fields={fields} item={item} report={report} />}
      {begun ? (
        <Fields view={view} fields={fields} item={item} report={report} />
      ) : (
        <details class="desk-fold">
          <summary>{w.writeItem(item.code)}</summary>
          <Fields view={view} fields={fields} item={item} report={report} />
        </details>
      )}
      {last && begun && <Unchanged view={view} fields={fields} item={item} report={report} />}
    </>
  )
}

interface OneForm {
  readonly view: View
  readonly fields: ReportFields
  readonly item: Line['item']
  readonly report: Line['report']
}

function Fields({ view, fields, item, report }: OneForm) {
  const w = deskWords(view)
  return (
    <>
      <ReportFieldset view={view} fields={fields} item={item} />
      <Actions>
        <Button name="do" value={`submit:${report.id}`} kind="secondary">
          {`${w.submit}(${item.code})`}
        </Button>
        <Button name="do" value={`files:${report.id}`} kind="quiet">
          {`${w.saveAndAddFiles}(${item.code})`}
        </Button>
      </Actions>
    </>
  )
}

const Unchanged = ({ view, fields, item, report }: OneForm) => (
  <div class="desk-quarters">
    <AskedFields view={view} fields={fields.unchanged} />
    <Actions>
      <Button name="do" value={`unchanged:${report.id}`} kind="secondary">
        {`${deskWords(view).sayUnchanged}(${item.code})`}
      </Button>
    </Actions>
  </div>
)

/** What was said last: its value and text where nobody has begun, else all of it, folded. */
function LastTime(
  props: WritingProps & { readonly last: NonNullable<Line['last']>; readonly brief: boolean },
) {
  const { view, scale, where, shown, last, brief } = props
  const { item } = shown.line
  const title = deskWords(view).fromLast(deskWords(view).periods[last.round.period])
  const said = { view, scale, where, item, content: last.content }
  if (!brief)
    return (
      <details class="desk-fold">
        <summary>{title}</summary>
        <Said {...said} />
      </details>
    )
  const gist = [spoken(said, 'value'), last.content.unchanged || last.content.result]
  return (
    <p>
      <span class="soft">{title}</span>{' '}
      <span {...inJapanese(view)}>{gist.filter(Boolean).join(': ')}</span>
    </p>
  )
}
