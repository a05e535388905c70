import type { Child } from 'hono/jsx'
import { Difference as Changed } from '#design/difference.tsx'
import { Facts } from '#design/facts.tsx'
import { Part } from '#design/masthead.tsx'
import { columnsFor } from '../../intake/columns.ts'
import type { FieldChange } from '../../intake/difference.ts'
import { headFields, headOf } from '../../intake/rows.ts'
import type { Row } from '../../intake/sheet.ts'
import { deskLocale, deskWords } from '../../messages/desk.ts'
import { same } from '../../rules/content.ts'
import type { IntakeCheckProps } from './intake-props.ts'

/** What an import would do to the plan, and how it stands to the year before. */
export function Would(props: IntakeCheckProps) {
  const { view, intake, plan, difference, since } = props
  const { d } = deskWords(view)
  const w = d.intake
  const { added, changed, headings, moved, removed, unchanged } = difference
  const nothing = ![added, changed, headings, moved, removed].some((list) => list.length)
  return (
    <>
      <Part view={view} id="would" title={w.would}>
        {!plan && <p>{w.wouldNew(intake.fiscalYear)}</p>}
        {nothing && plan && <p>{w.wouldNothing}</p>}
        <HeadChanges {...props} />
        <Gaps {...props} />
        <Fold text={w.added(added.length)} count={added.length} open={added.length < 40}>
          <Rows rows={added} />
        </Fold>
        <Fold text={w.changed(changed.length)} count={changed.length} open>
          <ul class="desk-lines">
            {changed.map(({ code, title, fields }) => (
              <li>
                <p>
                  <span class="code">{code}</span> <strong>{title}</strong>
                </p>
                <Changes {...props} fields={fields} />
              </li>
            ))}
          </ul>
        </Fold>
        <Fold text={w.headings(headings.length)} count={headings.length} open>
          <ul class="desk-lines">
            {headings.map((change) => (
              <li>
                <p class="soft">{change.codes.join('、')}</p>
                <Changes {...props} fields={[change]} />
              </li>
            ))}
          </ul>
        </Fold>
        <Fold text={w.moved(moved.length)} count={moved.length}>
          <ul class="desk-lines">
            {moved.map(({ title, from, to }) => (
              <li>
                {title} — {w.movedLine(from, to)}
              </li>
            ))}
          </ul>
        </Fold>
        <Fold text={w.removed(removed.length)} count={removed.length} open>
          <p class="hint">{w.removedLead}</p>
          <Rows rows={removed} />
        </Fold>
        {unchanged > 0 && <p class="soft">{w.unchanged(unchanged)}</p>}
      </Part>
      {since && <Since {...props} since={since} />}
    </>
  )
}

function HeadChanges(props: IntakeCheckProps) {
  const { view, plan, settled } = props
  const { d } = deskWords(view)
  const known = plan ? headOf(plan) : null
  const text = (value: unknown) => (Array.isArray(value) ? value.join('\n') : String(value ?? ''))
  const names = {
    title: d.planTitle,
    subtitle: d.subtitle,
    purpose: d.purpose,
    aim: d.aim,
    goals: d.goals,
  }
  const fields = headFields.flatMap((field) => {
    if (field === 'levels' || field === 'translations') return []
    const after = settled.head[field]
    const before = known?.[field] ?? ''
    return after === undefined || same(before, after) ? [] : [{ field, before, after }]
  })
  if (!fields.length) return null
  return (
    <Facts
      pairs={fields.map(({ field, before, after }) => [
        names[field],
        plan ? (
          <Changed view={view} before={text(before)} after={text(after)} />
        ) : (
          <span class="lines" lang="ja">
            {text(after)}
          </span>
        ),
      ])}
    />
  )
}

/** Departments nobody knows, and items without a lead. */
function Gaps({ view, difference }: IntakeCheckProps) {
  const { d } = deskWords(view)
  const w = d.intake
  const { unknownDepartments, missingMarks } = difference
  return (
    <>
      <Fold
        text={`${w.unknown} ${d.remarksOf(unknownDepartments.length)}`}
        count={unknownDepartments.length}
        open
      >
        <ul class="desk-lines">
          {unknownDepartments.map(({ name, codes, similar }) => (
            <li>
              <strong>{name}</strong> {w.unknownLine(codes.join('、'))}{' '}
              {similar && <span class="gap">{w.similar(similar)}</span>}
            </li>
          ))}
        </ul>
      </Fold>
      {missingMarks.length > 0 && (
        <p>
          <strong class="gap">{w.missing}</strong> {missingMarks.join('、')}
        </p>
      )}
    </>
  )
}

function Since({
  view,
  intake,
  since,
}: IntakeCheckProps & { since: NonNullable<IntakeCheckProps['since']> }) {
  const { d } = deskWords(view)
  const w = d.intake.sinceLines
  const { continued, renamed, fresh, gone, copied } = since
  return (
    <Part view={view} id="since" title={d.intake.since(intake.fiscalYear - 1)}>
      <p>{w.continued(continued.length)}</p>
      <Fold text={w.renamed(renamed.length)} count={renamed.length} open>
        <ul class="desk-lines">
          {renamed.map(({ before, after }) => (
            <li>
              <span class="code">{after.code}</span>
              <Changed view={view} before={before.content.title} after={after.content.title} />
            </li>
          ))}
        </ul>
      </Fold>
      <Fold text={w.fresh(fresh.length)} count={fresh.length}>
        <Rows rows={fresh} />
      </Fold>
      <Fold text={w.gone(gone.length)} count={gone.length} open>
        <Rows rows={gone} />
      </Fold>
      {copied.length > 0 && (
        <p>
          {w.copied(copied.length)}: {copied.join('、')}
        </p>
      )}
    </Part>
  )
}

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ul class="desk-lines" lang="ja">
    {rows.map(({ code, content }) => (
      <li>
        <span class="code">{code}</span> <strong>{content.title}</strong>
        <br />
        <span class="soft">{content.description}</span>
      </li>
    ))}
  </ul>
)

function Changes(props: IntakeCheckProps & { readonly fields: readonly FieldChange[] }) {
  const { view, fields } = props
  const all = columnsFor(9)
  const name = (key: string) =>
    all.find((one) => one.key === key)?.label[deskLocale(view.locale)] ?? key
  return (
    <Facts
      pairs={fields.map(({ field, before, after }) => [
        name(field),
        <Changed view={view} before={before} after={after} />,
      ])}
    />
  )
}

function Fold(props: { text: string; count: number; open?: boolean; children?: Child }) {
  const { text, count, open, children } = props
  if (!count) return null
  return (
    <details class="desk-fold" open={open}>
      <summary>{text}</summary>
      {children}
    </details>
  )
}
