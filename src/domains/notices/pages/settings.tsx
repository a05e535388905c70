import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { fieldId } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import { listWords } from '../messages/list.ts'
import {
  type Cadence,
  type ChosenChannel,
  cadences,
  type Habit,
  type Kind,
  type KindGroup,
} from '../notice.ts'
import type { Frame } from './frame.ts'

interface Choice {
  readonly kind: Kind
  readonly cadence: Cadence
}

export interface NoticeSettingsProps {
  readonly view: View
  readonly frame: Frame
  readonly base: string
  readonly kinds: readonly Choice[]
  readonly groups: readonly KindGroup[]
  readonly habit: Habit
  /** What this city can send by; one only, and there is nothing to choose. */
  readonly ways: readonly ChosenChannel[]
  readonly saved: boolean
}

/** 受け取り方: per kind, and what holds for all mails. */
export function NoticeSettingsPage(props: NoticeSettingsProps) {
  const { view, frame: Around, base, kinds, groups, habit, ways, saved } = props
  const w = listWords(view)
  const urgent = kinds.filter(({ kind }) => kind.urgent)
  const chosen = kinds.filter(({ kind }) => !kind.urgent)
  return (
    <Around view={view} title={w.settingsTitle}>
      {saved && (
        <Notice view={view} kind="success" live>
          <p>{w.saved}</p>
        </Notice>
      )}
      <Masthead title={w.settingsTitle} lead={w.settingsLead} />
      <Form view={view} action={`${base}/settings`}>
        <div class="stack">
          {grouped(chosen, groups, view).map(({ title, rows }) => (
            <KindTable view={view} title={title} rows={rows} />
          ))}
          {ways.length > 1 && (
            <Field
              view={view}
              field={{
                kind: 'radio',
                name: 'channel',
                label: w.channel,
                hint: w.channelHint,
                plain: true,
                value: habit.channel,
                options: ways.map((value) => ({ value, label: w.channels[value] })),
              }}
            />
          )}
          <Field
            view={view}
            field={{
              kind: 'select',
              name: 'weekday',
              label: w.weekday,
              plain: true,
              value: String(habit.weekday),
              options: w.weekdays.map((label, i) => ({ value: String(i + 1), label })),
            }}
          />
          <Field
            view={view}
            field={{
              kind: 'radio',
              name: 'charset',
              label: w.charset,
              plain: true,
              value: habit.charset,
              options: (['utf-8', 'iso-2022-jp'] as const).map((value) => ({
                value,
                label: w.charsets[value],
              })),
            }}
          />
          <Actions>
            <Button>{w.save}</Button>
          </Actions>
        </div>
      </Form>
      {urgent.length > 0 && (
        <Part view={view} id="always" title={w.alwaysTitle} lead={w.always}>
          <ul class="bullets">
            {urgent.map(({ kind }) => (
              <li>{kind.title[view.locale]}</li>
            ))}
          </ul>
        </Part>
      )}
    </Around>
  )
}

interface Group {
  readonly title: string
  readonly rows: readonly Choice[]
}

/** Each kind under the heading of its chapter; where there is one heading only, it says nothing. */
function grouped(chosen: readonly Choice[], groups: readonly KindGroup[], view: View): Group[] {
  const { rest, kind } = listWords(view)
  const chapterOf = ({ kind: { name } }: Choice) => name.split('.')[0] ?? ''
  const named = groups.map(({ of, title }) => ({
    title: title[view.locale],
    rows: chosen.filter((one) => of.includes(chapterOf(one))),
  }))
  const others = chosen.filter((one) => !groups.some(({ of }) => of.includes(chapterOf(one))))
  const filled = [...named, { title: rest, rows: others }].filter(({ rows }) => rows.length > 0)
  return filled.length === 1 ? filled.map(({ rows }) => ({ title: kind, rows })) : filled
}

interface KindTableProps extends Group {
  readonly view: View
}

/** A line a kind: its name is the label of its choice. */
function KindTable({ view, title, rows }: KindTableProps) {
  const w = listWords(view)
  const idOf = ({ kind }: Choice) => fieldId(`kind.${kind.name}`)
  return (
    <Table
      view={view}
      caption={title}
      columns={[
        {
          label: w.kind,
          role: 'heading',
          cell: (row) => <label for={idOf(row)}>{row.kind.title[view.locale]}</label>,
        },
        {
          label: w.how,
          cell: (row) => (
            <select class="input medium" id={idOf(row)} name={`kind.${row.kind.name}`}>
              {cadences.map((value) => (
                <option value={value} selected={value === row.cadence}>
                  {w.cadences[value]}
                </option>
              ))}
            </select>
          ),
        },
      ]}
      rows={rows}
    />
  )
}
