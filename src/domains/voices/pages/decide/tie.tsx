import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import type { ItemId } from '#domains/plan/index.ts'
import type { Filled } from '#platform/form.ts'
import type { linkForm, linkPointForm } from '../../forms/decide.ts'
import { decideWords } from '../../messages/decide.ts'
import type { PointId } from '../../point.ts'
import { urls } from '../../urls.ts'
import { type Desk, Frame } from '../work/frame.tsx'
import { ToldNotice } from './told.tsx'

/** An item as the desk names it: 1-3, in which year. */
export interface NamedItem {
  readonly id: ItemId
  readonly code: string
  readonly title: string
  readonly fiscalYear: number
}

export interface PointItemsProps extends Desk {
  readonly point: {
    readonly id: PointId
    readonly version: number
    readonly no: number
    readonly gist: string
  }
  readonly number: string
  readonly items: readonly NamedItem[]
  readonly years: readonly number[]
  readonly mayLink: boolean
  readonly form: Filled<typeof linkForm>
  readonly fault?: string | undefined
}

/** The items to which one point is tied, and the way to tie one more. */
export function PointItemsPage(props: PointItemsProps) {
  const { view, point, number, items, years, mayLink, form, fault } = props
  const w = decideWords(view)
  const fields = [
    asked(view, form, 'year', {
      label: w.plan,
      options: years.map((year) => ({ value: String(year), label: String(year) })),
    }),
    asked(view, form, 'item', { label: w.item, hint: w.itemHint, fault }),
  ]
  return (
    <Frame
      {...props}
      title={w.items}
      lead={w.itemsLead}
      over={w.point(number, point.no)}
      crumbs={[{ text: w.point(number, point.no), path: urls.point(point.id) }]}
    >
      <ToldNotice view={view} />
      <p {...inJapanese(view)}>{point.gist}</p>
      <Part view={view} id="now" title={w.itemsNow}>
        {items.length === 0 ? (
          <p>{w.itemsNone}</p>
        ) : (
          <ul class="stack">
            {items.map((item) => (
              <li>
                <p>
                  <a href={at(view, urls.ofItem(item.id))} {...inJapanese(view)}>
                    {item.fiscalYear} {item.code} {item.title}
                  </a>
                </p>
                {mayLink && <Unlink view={view} point={point} item={item} />}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {mayLink && (
        <Part view={view} id="link" title={w.link}>
          <Faults view={view} fields={fields} />
          <Form
            view={view}
            action={urls.items(point.id)}
            hidden={{ version: String(point.version), do: 'link' }}
          >
            <div class="stack">
              <AskedFields view={view} fields={fields} />
            </div>
            <Actions>
              <Button>{w.link}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </Frame>
  )
}

interface UnlinkProps {
  readonly view: View
  readonly point: { readonly id: PointId; readonly version: number }
  readonly item: Pick<NamedItem, 'id'>
}

const Unlink = ({ view, point, item }: UnlinkProps) => (
  <Form
    view={view}
    action={urls.items(point.id)}
    hidden={{ version: String(point.version), do: 'unlink', id: item.id }}
  >
    <Button kind="quiet">{decideWords(view).unlink}</Button>
  </Form>
)

export interface ItemPointsProps extends Desk {
  readonly item: NamedItem
  readonly rows: readonly {
    readonly id: PointId
    readonly no: number
    readonly number: string
    readonly gist: string
    readonly section: string
  }[]
  readonly mayLink: boolean
  readonly form: Filled<typeof linkPointForm>
  readonly fault?: string | undefined
}

/** The voices of one item of the plan, from the item's side. */
export function ItemPointsPage(props: ItemPointsProps) {
  const { view, item, rows, mayLink, form, fault } = props
  const w = decideWords(view)
  const fields = [
    asked(view, form, 'point', { label: w.pointNo, hint: w.pointHint, fault, width: 'medium' }),
  ]
  return (
    <Frame
      {...props}
      title={w.ofItem(item.code)}
      lead={w.ofItemLead}
      over={
        <span {...inJapanese(view)}>
          {item.fiscalYear} {item.title}
        </span>
      }
    >
      <ToldNotice view={view} />
      {rows.length === 0 ? (
        <p>{w.ofItemNone}</p>
      ) : (
        <Table
          view={view}
          caption={w.ofItem(item.code)}
          quietCaption
          to={(row) => urls.items(row.id)}
          columns={[
            { label: w.number, role: 'heading', cell: (row) => w.point(row.number, row.no) },
            { label: w.gist, cell: (row) => <span {...inJapanese(view)}>{row.gist}</span> },
            { label: w.section, cell: (row) => <span {...inJapanese(view)}>{row.section}</span> },
          ]}
          rows={rows}
        />
      )}
      {mayLink && (
        <Part view={view} id="link" title={w.linkPoint}>
          <Faults view={view} fields={fields} />
          <Form view={view} action={urls.ofItem(item.id)}>
            <div class="stack">
              <AskedFields view={view} fields={fields} />
            </div>
            <Actions>
              <Button>{w.linkPoint}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </Frame>
  )
}
