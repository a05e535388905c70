import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Form } from '#design/form.tsx'
import { Masthead, Part } from '#design/masthead.tsx'
import { frame } from '#design/sections.ts'
import { at, type View } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Filled } from '#platform/form.ts'
import type { District } from '../district.ts'
import type { closeForm, nameForm, renameForm } from '../forms.ts'
import { deskWords, fieldOf } from '../messages/desk.ts'
import { districtsOn } from '../rules/districts.ts'
import { urls } from '../urls.ts'
import { Became, day } from './desk.tsx'

export type DistrictStep = 'correct' | 'rename' | 'close'

export interface DistrictProps {
  readonly view: View
  readonly one: District
  readonly all: readonly District[]
  readonly today: IsoDate
  readonly correct: Filled<typeof nameForm>
  readonly rename: Filled<typeof renameForm>
  readonly close: Filled<typeof closeForm>
  /** The form that came back, and why. */
  readonly came?: DistrictStep
  readonly reason?: string
}

/** One district: what it is called, what it becomes, and when it ends. */
export function DistrictPage(props: DistrictProps) {
  const { view, one, all, today } = props
  const d = deskWords(view)
  const fields = fieldsOf(props)
  const form = (step: DistrictStep, action: string, go: string, kind?: 'secondary') => (
    <Form view={view} action={action} hidden={{ version: String(one.version) }}>
      <AskedFields view={view} fields={fields[step]} />
      <Actions>
        <Button {...(kind && { kind })}>{go}</Button>
      </Actions>
    </Form>
  )
  return (
    <DeskPage
      view={view}
      title={`${d.title}: ${one.name}`}
      breadcrumbs={[{ text: d.title, path: urls.list }]}
    >
      {props.came && <Faults view={view} fields={fields[props.came]} />}
      <Masthead over={d.title} title={one.name} lang="ja" />
      <p>
        {one.to === null
          ? d.since(day(view, one.from))
          : d.span(day(view, one.from), day(view, one.to))}{' '}
        {one.to !== null && <Became view={view} all={all} one={one} today={today} />}
      </p>
      <p>
        {d.history}: <a href={at(view, `${frame.ledger}?subject=${one.id}`)}>{d.historyLink}</a>
      </p>
      <Part view={view} id="correct" title={d.correct} lead={d.correctWhat}>
        {form('correct', urls.one(one.id), d.save)}
      </Part>
      {one.to === null && (
        <>
          <Part view={view} id="rename" title={d.rename} lead={d.renameWhat}>
            {form('rename', urls.step(one.id, 'rename'), d.renameGo, 'secondary')}
          </Part>
          <Part view={view} id="close" title={d.close} lead={d.closeWhat}>
            {form('close', urls.step(one.id, 'close'), d.closeGo, 'secondary')}
          </Part>
        </>
      )}
    </DeskPage>
  )
}

function fieldsOf({ view, one, all, today, correct, rename, close, came, reason }: DistrictProps) {
  const d = deskWords(view)
  /** A refusal stands at its field; one that belongs to none at the first. */
  const at = (step: DistrictStep, field: string, first = false) => {
    if (came !== step || reason === undefined) return {}
    const place = fieldOf[reason] === 'last' && step === 'rename' ? 'on' : fieldOf[reason]
    return place === field || (first && place === undefined)
      ? { fault: d.refused[reason] ?? reason }
      : {}
  }
  const names = (step: 'correct' | 'rename', form: Filled<typeof nameForm>) => [
    asked(view, form, 'name', { among: step, label: d.name, ...at(step, 'name', true) }),
    asked(view, form, 'reading', { among: step, label: d.reading, hint: d.readingHint }),
    asked(view, form, 'en', { among: step, label: d.en }),
    asked(view, form, 'ko', { among: step, label: d.ko }),
  ]
  return {
    correct: names('correct', correct),
    rename: [
      ...names('rename', rename),
      asked(view, rename, 'on', { among: 'rename', label: d.on, ...at('rename', 'on') }),
    ],
    close: [
      asked(view, close, 'last', { among: 'close', label: d.last, ...at('close', 'last', true) }),
      asked(view, close, 'into', {
        among: 'close',
        label: d.into,
        empty: d.intoNone,
        options: districtsOn(all, today)
          .filter(({ id }) => id !== one.id)
          .map(({ id, name }) => ({ value: id, label: name })),
        ...at('close', 'into'),
      }),
    ],
  }
}
