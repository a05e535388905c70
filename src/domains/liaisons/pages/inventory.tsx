import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { isoDate } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { FieldSet, Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import type { Department } from '#domains/staff/index.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { rowFieldNames } from '../forms.ts'
import { collaborationForms, type Inventory, type InventoryRow } from '../liaison.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import { type Desk, Frame } from './frame.tsx'

export interface InventoryProps extends Desk {
  readonly section: Department
  readonly year: number
  readonly form: Filled<Fields>
  readonly lines: number
  /** The version from which the form started. */
  readonly version: number
  /** The year from which the lines were copied. */
  readonly copied: number | null
  readonly mayWrite: boolean
  /** Handed in without a line. */
  readonly empty: boolean
}

/** What a field says, where it is only read. */
const saidOf = (field: AskedField): string => {
  const value = 'value' in field && typeof field.value === 'string' ? field.value : ''
  const chosen = 'options' in field && field.options?.find((one) => one.value === value)
  return chosen ? chosen.label : value
}

/** 業務の棚卸: one line a piece of work, started from last year's. */
export function InventoryPage(props: InventoryProps) {
  const { view, section, year, form, lines, version, copied, mayWrite, empty } = props
  const w = deskWords(view)
  const forms = collaborationForms.map((value) => ({ value, label: w.forms[value] }))
  const rows = Array.from({ length: lines }, (_, i) =>
    rowFieldNames.map((name) =>
      asked(view, form, `${name}.${i}`, {
        label: w.fields[name],
        width: 'full',
        ...(name === 'form' && { options: forms, empty: w.formNone }),
        ...(empty && i === 0 && name === 'work' && { fault: w.emptyRows }),
      }),
    ),
  )
  return (
    <Frame
      {...props}
      title={w.inventory}
      over={
        <>
          <span {...inJapanese(view)}>{section.name}</span> {w.yearName(year)}
        </>
      }
      lead={w.inventoryLead}
      crumbs={[{ text: section.name, path: urls.section(section.id) }]}
    >
      {copied !== null && (
        <Notice view={view}>
          <p>{w.inventoryFrom(w.yearName(copied))}</p>
        </Notice>
      )}
      <Faults view={view} fields={rows.flat()} />
      {mayWrite ? (
        <Form
          view={view}
          action={urls.inventory(section.id, year)}
          hidden={{ version: String(version), lines: String(lines) }}
        >
          {rows.map((fields, i) => (
            <FieldSet legend={w.row(i + 1)}>
              <AskedFields view={view} fields={fields} />
            </FieldSet>
          ))}
          <Actions>
            <Button name="onward" value="hand-in">
              {w.handIn}
            </Button>
            <Button name="onward" value="keep" kind="secondary">
              {w.keep}
            </Button>
            <Button name="onward" value="more" kind="quiet">
              {w.more}
            </Button>
          </Actions>
        </Form>
      ) : (
        rows
          .filter((fields) => fields.some((field) => saidOf(field) !== ''))
          .map((fields, i) => (
            <Part view={view} id={`row-${i}`} title={w.row(i + 1)}>
              <Facts
                pairs={fields.map((field) => [
                  field.label,
                  <span {...inJapanese(view)}>{saidOf(field)}</span>,
                ])}
              />
            </Part>
          ))
      )}
    </Frame>
  )
}

export interface InventoriesProps extends Desk {
  readonly year: number
  readonly list: readonly { readonly section: Department; readonly inventory: Inventory }[]
  readonly nameOf: (id: string | null) => string
}

/** Every section's inventory together, as far as this person may read it. */
export function InventoriesPage(props: InventoriesProps) {
  const { view, year, list, nameOf } = props
  const w = deskWords(view)
  return (
    <Frame
      {...props}
      title={w.inventories}
      lead={w.inventoriesLead}
      over={w.yearName(year)}
      here="inventories"
    >
      {list.length === 0 ? (
        <EmptyState title={w.inventoriesNone} />
      ) : (
        <Actions>
          <ButtonLink view={view} path={urls.inventoryFile(year, 'xlsx')} kind="secondary">
            {w.files.xlsx}
          </ButtonLink>
          <ButtonLink view={view} path={urls.inventoryFile(year, 'csv')} kind="secondary">
            {w.files.csv}
          </ButtonLink>
        </Actions>
      )}
      {list.map(({ section, inventory }) => (
        <Part
          view={view}
          id={section.id}
          title={section.name}
          {...inJapanese(view)}
          over={w.rowsOf(inventory.rows.length)}
          more={{ text: w.inventory, path: urls.inventory(section.id, year) }}
        >
          <p class="soft" {...inJapanese(view)}>
            {w.savedBy(nameOf(inventory.savedBy), w.day(isoDate(inventory.savedAt)))}
          </p>
          <Table
            view={view}
            caption={`${w.inventory} ${section.name}`}
            quietCaption
            columns={[
              {
                label: w.fields.work,
                role: 'heading',
                cell: (r: InventoryRow) => <span {...inJapanese(view)}>{r.work}</span>,
              },
              ...(['now', 'partner', 'season', 'remark'] as const).map((name) => ({
                label: w.fields[name],
                cell: (r: InventoryRow) => <span {...inJapanese(view)}>{r[name]}</span>,
              })),
              {
                label: w.fields.form,
                cell: (r: InventoryRow) => (r.form ? w.forms[r.form] : w.formNone),
              },
            ]}
            rows={inventory.rows}
          />
        </Part>
      ))}
    </Frame>
  )
}
