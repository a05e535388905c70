import { AskedFields, asked } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { commitments, leads, marks } from '../../item.ts'
import { deskWords } from '../../messages/desk.ts'
import { itemsOf } from '../../tree.ts'
import { urls } from '../../urls.ts'
import type { BenchProps } from './bench-props.ts'
import { doneIn } from './frame.tsx'

/** Offered once, right after a bulk change; the address says what it was. */
export function Undo({ view, plan }: BenchProps) {
  const { d } = deskWords(view)
  const undo = new URLSearchParams(view.query).get('undo')
  if (!undo || doneIn(view) !== 'bulk') return null
  return (
    <Form view={view} id="undo" action={urls.deskPath(plan.fiscalYear, 'bulk/undo')}>
      <input type="hidden" name="undo" value={undo} />
      <Actions>
        <Button kind="secondary">{d.undo}</Button>
      </Actions>
    </Form>
  )
}

/** One form for the items ticked in the tables above; what is empty changes nothing. */
export function Bulk({ view, plan, tree, roster, bulk, bulkFault }: BenchProps) {
  const { d, t } = deskWords(view)
  const used = [...new Set(itemsOf(tree).flatMap((item) => item.departments))]
  const names = (list: readonly string[]) => list.map((name) => ({ value: name, label: name }))
  const fields = [
    asked(view, bulk, 'owner', { label: t.fields.owner }),
    asked(view, bulk, 'deputy', { label: t.fields.deputy }),
    asked(view, bulk, 'lead', {
      label: t.fields.lead,
      empty: d.keep,
      options: leads.map((lead) => ({ value: lead, label: `${marks[lead]} ${t.leads[lead]}` })),
    }),
    asked(view, bulk, 'commitment', {
      label: t.fields.commitment,
      empty: d.keep,
      options: commitments.map((one) => ({ value: one, label: t.commitments[one] })),
    }),
    asked(view, bulk, 'addDepartment', {
      label: d.addDepartment,
      empty: d.keep,
      options: names([...new Set([...roster, ...used])]),
    }),
    asked(view, bulk, 'removeDepartment', {
      label: d.removeDepartment,
      empty: d.keep,
      options: names(used),
    }),
    asked(view, bulk, 'considerUntil', { label: t.fields.considerUntil }),
  ].map((field) => ({ ...field, plain: true }))
  return (
    <Part view={view} id="bulk-edit" title={d.bulk} lead={d.bulkLead}>
      {bulkFault !== undefined && (
        <Notice view={view} kind="warning" live>
          <p>{bulkFault}</p>
        </Notice>
      )}
      <Form view={view} id="bulk" action={urls.deskPath(plan.fiscalYear, 'bulk')}>
        <div class="desk-grid">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary">{d.bulkGo}</Button>
        </Actions>
      </Form>
    </Part>
  )
}
