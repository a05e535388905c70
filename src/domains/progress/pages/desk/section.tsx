import { Actions, Button, ButtonLink } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { ErrorSummary, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import type { Plan } from '#domains/plan/index.ts'
import { urls as groupUrls } from '../../group-urls.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import { groupDesk } from '../../messages/group-desk.ts'
import type { Round, Scale } from '../../progress.ts'
import type { Line } from '../../rules/desk.ts'
import { hasOtherSide } from '../../rules/groups.ts'
import type { Where } from '../../rules/where.ts'
import { urls } from '../../urls.ts'
import { TheirChanges, whoChose } from './conflict.tsx'
import { type Desk, doneIn, Frame, ReportBadge } from './frame.tsx'
import { allFields, reportFieldsOf } from './report-fields.tsx'
import { SheetPart } from './section-sheet.tsx'
import { type Entered, type Shown, Writing } from './section-writing.tsx'
import { Said } from './spoken.tsx'

export interface SectionProps extends Desk {
  readonly plan: Plan
  readonly round: Round
  readonly scale: Scale
  readonly where: Where
  readonly section: string
  readonly entries: readonly Entered[]
  /** What was typed came back: newer than anything kept on the device. */
  readonly cameBack: boolean
  readonly mayConfirm: boolean
  readonly mayExplain: boolean
  readonly fileFault?: string
}

/** All items of a section on one screen: written in one form, saved at once, handed in one by one or together. */
export function SectionPage(props: SectionProps) {
  const { view, plan, round, section, entries } = props
  const w = deskWords(view)
  const period = w.periods[round.period]
  const waiting = entries.filter(({ line }) => line.report.state === 'submitted').length
  // Whoever may write one of them may bring a sheet.
  const writes = entries.some(({ typed }) => typed)
  const lead =
    round.state === 'closed' ? w.closedLead(period) : w.sectionLead(period, w.day(round.dueOn))
  return (
    <Frame
      {...props}
      title={w.sectionTitle(section)}
      over={w.yearName(plan.fiscalYear)}
      lead={lead}
      crumbs={[{ text: period, path: urls.round(round.id) }]}
    >
      {round.note && (
        <Notice view={view}>
          <p {...inJapanese(view)}>{round.note}</p>
        </Notice>
      )}
      <Actions>
        {waiting > 0 && (
          <ButtonLink
            view={view}
            path={urls.queue(round.id, section)}
            kind={props.mayConfirm ? 'primary' : 'secondary'}
          >
            {w.waiting(waiting)}
          </ButtonLink>
        )}
        {writes && <a href="#sheet">{w.sheet}</a>}
      </Actions>
      {entries.length === 0 ? <EmptyState title={w.nothingAsked} /> : <Whole {...props} />}
      {writes && <SheetPart {...props} />}
    </Frame>
  )
}

function Whole(props: SectionProps) {
  const { view, round, scale, where, section, entries, cameBack } = props
  const w = deskWords(view)
  const shown = entries.map((entry): Shown => {
    const { typed, refused, line } = entry
    if (!typed) return entry
    const prefilled = line.last !== null && line.report.state === 'requested'
    const fields = reportFieldsOf({
      view,
      typed,
      scale,
      where,
      item: line.item,
      prefix: line.report.id,
      prefilled,
      ...(refused && { refused }),
    })
    return { ...entry, fields }
  })
  const writes = shown.some(({ fields }) => fields)
  const items = shown.map((one) => <Item {...props} shown={one} />)
  return (
    <div
      data-draft={`progress:${round.id}:${section}`}
      data-fresh={cameBack ? '' : undefined}
      data-done={doneIn(view) ? '' : undefined}
      data-kept={w.draft.kept}
      data-found={w.draft.found}
      data-restore={w.draft.restore}
      data-discard={w.draft.discard}
      data-full={w.draft.full}
    >
      <ErrorSummary view={view} faults={shown.flatMap((one) => faultsOf(props, one))} />
      {writes ? (
        <Form view={view} id="item" action={urls.section(round.id, section)}>
          {/* Enter in a field presses the first button of a form: it may save, and never hand in. */}
          <button class="unseen" type="submit" name="do" value="save" tabindex={-1}>
            {w.save}
          </button>
          {items}
          <div class="desk-save">
            <Actions>
              <Button name="do" value="save">
                {w.save}
              </Button>
              <Button name="do" value="submit" kind="secondary">
                {w.submitAll}
              </Button>
            </Actions>
            <p class="soft draft-note" role="status" />
          </div>
        </Form>
      ) : (
        items
      )}
    </div>
  )
}

function faultsOf({ view }: SectionProps, { fields, conflict, line }: Shown) {
  const w = deskWords(view)
  const code = line.item.code
  const named = (one: Pick<AskedField, 'name' | 'label'>, text: string) => ({
    name: one.name,
    label: `${code} ${one.label}`,
    text,
  })
  const missing = (conflict?.missing ?? []).map((field) =>
    named({ name: whoChose(line.report.id, field), label: w.fields[field] }, w.conflict.required),
  )
  const own = fields ? allFields(fields) : []
  return [
    ...missing,
    ...own.flatMap((one) => (one.error === undefined ? [] : [named(one, one.error)])),
  ]
}

function Item(props: SectionProps & { readonly shown: Shown }) {
  const { view, scale, where, shown } = props
  const { line, fields, conflict, lost } = shown
  const { report, item } = line
  const w = deskWords(view)
  const title = (
    <span {...inJapanese(view)}>
      {item.code} {item.title}
    </span>
  )
  return (
    <section class="part part-2" id={report.id} aria-labelledby={`${report.id}-title`}>
      <div class="part-head between">
        <h2 id={`${report.id}-title`}>{title}</h2>
        <ReportBadge view={view} report={report} />
      </div>
      <p class="soft" {...inJapanese(view)}>
        {item.description}
      </p>
      {report.state === 'returned' && (
        <Notice view={view} kind="warning" title={w.returnedBecause}>
          <p {...inJapanese(view)}>{report.returnReason}</p>
        </Notice>
      )}
      {lost?.content && (
        <Notice view={view} kind="warning" live title={w.conflict.gone}>
          <Said view={view} scale={scale} where={where} item={item} content={lost.content} />
        </Notice>
      )}
      {conflict && (
        <TheirChanges view={view} scale={scale} where={where} item={item} conflict={conflict} />
      )}
      {fields ? (
        <Writing view={view} scale={scale} where={where} shown={shown} fields={fields} />
      ) : (
        <Said view={view} scale={scale} where={where} item={item} content={report.content} />
      )}
      <More {...props} line={line} />
    </section>
  )
}

/** What can be done beside writing: the report's own page, and a word on an alarm. */
function More({ view, line, mayExplain }: SectionProps & { readonly line: Line }) {
  const w = deskWords(view)
  return (
    <p class="cluster">
      <a href={at(view, urls.report(line.report.id))}>{w.openReport(line.item.code)}</a>{' '}
      {mayExplain && (
        <a href={at(view, urls.explain(line.item.id))}>{w.explainItem(line.item.code)}</a>
      )}{' '}
      {hasOtherSide(line.item) && (
        <a href={at(view, groupUrls.asking(line.report.roundId, line.item.id))}>
          {groupDesk(view).asking(line.item.code)}
        </a>
      )}
    </p>
  )
}
