import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { listWords } from '../messages/list.ts'
import { type Cadence, cadences, type Habit, type Kind } from '../notice.ts'
import type { Frame } from './frame.ts'

export interface NoticeSettingsProps {
  readonly view: View
  readonly frame: Frame
  readonly base: string
  readonly kinds: readonly { readonly kind: Kind; readonly cadence: Cadence }[]
  readonly habit: Habit
  readonly saved: boolean
}

/** 受け取り方: per kind, and what holds for all mails. */
export function NoticeSettingsPage(props: NoticeSettingsProps) {
  const { view, frame: Around, base, kinds, habit, saved } = props
  const w = listWords(view)
  const urgent = kinds.filter(({ kind }) => kind.urgent)
  const options = cadences.map((value) => ({ value, label: w.cadences[value] }))
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
          {kinds
            .filter(({ kind }) => !kind.urgent)
            .map(({ kind, cadence }) => (
              <Field
                view={view}
                field={{
                  kind: 'select',
                  name: `kind.${kind.name}`,
                  label: kind.title[view.locale],
                  plain: true,
                  value: cadence,
                  options,
                }}
              />
            ))}
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
