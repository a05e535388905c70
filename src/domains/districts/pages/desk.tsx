import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { plainDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table, type TableColumn } from '#design/table.tsx'
import { at, type View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { District } from '../district.ts'
import type { newForm } from '../forms.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import { mapWords } from '../messages/map.ts'
import { becameBy, districtsOn } from '../rules/districts.ts'
import type { FaultAt } from '../rules/list.ts'
import { urls } from '../urls.ts'

export interface DistrictsProps {
  readonly view: View
  /** Every one that ever was. */
  readonly all: readonly District[]
  readonly today: IsoDate
  readonly mayKeep: boolean
  readonly done: string | null
  readonly form: Filled<typeof newForm>
  /** There is one of this name already. */
  readonly fault?: string
  readonly fileFault?: string
  readonly lineFaults?: readonly FaultAt[]
}

export const day = (view: View, date: IsoDate) => plainDate(view.locale, dayStart(date))

/** The list in the city's order, what it was before, and below it how it grows. */
export function DistrictsPage(props: DistrictsProps) {
  const { view, all, today, mayKeep } = props
  const d = deskWords(view)
  const now = districtsOn(all, today)
  const ahead = all.filter((one) => one.from > today)
  const past = all.filter((one) => one.to !== null && one.to < today)
  const to = ({ id }: District) => (mayKeep ? urls.one(id) : null)
  return (
    <DeskPage view={view} title={d.title}>
      <Done view={view} done={props.done} />
      <Masthead title={d.title} lead={d.lead} />
      {now.length === 0 ? (
        <EmptyState title={d.none}>{mayKeep && <p>{d.noneTodo}</p>}</EmptyState>
      ) : (
        <>
          <p class="soft">{d.count(now.length)}</p>
          {mayKeep && <Form view={view} id="order" action={urls.list} />}
          <Table
            view={view}
            caption={d.today}
            quietCaption
            columns={[
              ...nameColumns(view),
              ...(mayKeep ? [orderColumn(view, now)] : []),
              {
                label: d.from,
                cell: (one) =>
                  one.to === null
                    ? day(view, one.from)
                    : d.span(day(view, one.from), day(view, one.to)),
              },
            ]}
            rows={now}
            to={to}
          />
          <Actions>
            <ButtonLink view={view} path={urls.file} kind="secondary">
              {d.csv}
            </ButtonLink>
          </Actions>
        </>
      )}
      {ahead.length > 0 && (
        <Part view={view} id="ahead" title={d.ahead}>
          <Table
            view={view}
            caption={d.ahead}
            quietCaption
            columns={[
              ...nameColumns(view),
              { label: d.from, cell: (one) => d.since(day(view, one.from)) },
            ]}
            rows={ahead}
            to={to}
          />
        </Part>
      )}
      {past.length > 0 && (
        <Part view={view} id="past" title={d.past}>
          <Table
            view={view}
            caption={d.past}
            quietCaption
            columns={[
              nameColumn(view),
              {
                label: d.last,
                cell: (one) => one.to !== null && d.span(day(view, one.from), day(view, one.to)),
              },
              {
                label: d.into,
                cell: (one) => <Became view={view} all={all} one={one} today={today} />,
              },
            ]}
            rows={past}
            to={to}
          />
        </Part>
      )}
      <p>
        <a href={at(view, urls.map)}>{mapWords(view).link}</a>
      </p>
      {mayKeep && <Growing {...props} />}
    </DeskPage>
  )
}

const nameColumn = (view: View): TableColumn<District> => ({
  label: deskWords(view).name,
  role: 'heading',
  cell: ({ name }) => <span {...inJapanese(view)}>{name}</span>,
})

const nameColumns = (view: View): readonly TableColumn<District>[] => {
  const d = deskWords(view)
  return [
    nameColumn(view),
    {
      label: d.reading,
      cell: ({ reading }) => <span {...inJapanese(view)}>{reading || '—'}</span>,
    },
    { label: d.en, cell: ({ en }) => (en ? <span lang="en">{en}</span> : '—') },
    { label: d.ko, cell: ({ ko }) => (ko ? <span lang="ko">{ko}</span> : '—') },
  ]
}

/** Up and down, as buttons of one small form: they work by keyboard and without any script. */
const orderColumn = (view: View, list: readonly District[]): TableColumn<District> => {
  const d = deskWords(view)
  return {
    label: d.order,
    cell: (one) => {
      const to = at(view, urls.step(one.id, 'move'))
      const arrow = (way: 'up' | 'down', sign: string, name: string) => (
        <button type="submit" form="order" formaction={to} name="to" value={way} aria-label={name}>
          {sign}
        </button>
      )
      return (
        <span class="arrows">
          {one !== list[0] && arrow('up', '↑', d.upOf(one.name))}
          {one !== list.at(-1) && arrow('down', '↓', d.downOf(one.name))}
        </span>
      )
    },
  }
}

export function Became(props: {
  readonly view: View
  readonly all: readonly District[]
  readonly one: District
  readonly today: IsoDate
}) {
  const { view, all, one, today } = props
  const d = deskWords(view)
  const now = becameBy(all, one.id, today)
  return now && now.id !== one.id ? (
    <span {...inJapanese(view)}>{d.became(now.name)}</span>
  ) : (
    <span class="soft">{d.ended}</span>
  )
}

function Growing({ view, form, fault, fileFault, lineFaults = [] }: DistrictsProps) {
  const d = deskWords(view)
  const fields = [
    asked(view, form, 'name', { label: d.name, hint: d.nameHint, fault }),
    asked(view, form, 'reading', { label: d.reading, hint: d.readingHint }),
    asked(view, form, 'en', { label: d.en }),
    asked(view, form, 'ko', { label: d.ko }),
    asked(view, form, 'from', { label: d.from, hint: d.fromHint }),
  ]
  return (
    <>
      <Part view={view} id="add" title={d.add}>
        <Faults view={view} fields={fields} />
        <Form view={view} action={urls.list}>
          <AskedFields view={view} fields={fields} />
          <Actions>
            <Button>{d.addGo}</Button>
          </Actions>
        </Form>
      </Part>
      <Part view={view} id="take-in" title={d.takeIn}>
        {lineFaults.length > 0 && (
          <Notice view={view} kind="danger" live>
            <ul class="bullets">
              {lineFaults.slice(0, 50).map(({ line, fault: kind, found }) => (
                <li>{d.faultAt(line, (d.faults[kind] as (f: string) => string)(found))}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Form view={view} action={urls.takeIn} multipart>
          <Field
            view={view}
            field={{
              kind: 'file',
              name: 'file',
              label: d.file,
              hint: d.fileHint,
              required: true,
              accept: '.csv,.xlsx',
              ...(fileFault !== undefined && { error: fileFault }),
            }}
          />
          <Actions>
            <Button kind="secondary">{d.takeIn}</Button>
          </Actions>
        </Form>
      </Part>
    </>
  )
}

function Done({ view, done }: { readonly view: View; readonly done: string | null }) {
  const all = deskWords(view).done
  if (done === null || !Object.hasOwn(all, done)) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{all[done]}</p>
    </Notice>
  )
}
