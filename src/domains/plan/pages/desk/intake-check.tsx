import { Actions, Button } from '#design/button.tsx'
import { Checkboxes } from '#design/choices.tsx'
import { longDate } from '#design/dates.ts'
import { ConfirmPanel, Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at } from '#design/view.ts'
import { type InputFault, isNote } from '../../intake/sheet.ts'
import { deskWords } from '../../messages/desk.ts'
import { urls } from '../../urls.ts'
import { DeskFrame } from './frame.tsx'
import type { IntakeCheckProps } from './intake-props.ts'
import { Questions } from './questions.tsx'
import { Would } from './would.tsx'

/** 確かめ: everything that an import would do, before it does any of it. */
export function IntakeCheckPage(props: IntakeCheckProps) {
  const { view, department, intake, receivedBy } = props
  const { d } = deskWords(view)
  const w = d.intake
  const { reading, fiscalYear, acceptedAt } = intake
  const year = reading.head.fiscalYear
  const stops = reading.faults.filter((fault) => !isNote(fault))
  return (
    <DeskFrame
      view={view}
      title={w.check(fiscalYear)}
      lead={w.summary(reading.rows.length, reading.questions.length)}
      over={`${intake.fileName || w.pastedName} (${w.sources[intake.source] ?? intake.source})・${d.received(longDate(view.locale, intake.receivedAt), receivedBy)}`}
      crumbs={[
        { text: d.plans, path: urls.desk },
        { text: w.title, path: urls.intake },
      ]}
      {...(department !== undefined && { department })}
    >
      {acceptedAt ? (
        <Notice view={view} kind="success">
          <p>
            {w.accepted} <a href={at(view, urls.deskYear(fiscalYear))}>{d.planOf(fiscalYear)}</a>
          </p>
        </Notice>
      ) : (
        <>
          <Notice view={view}>
            <p>
              {w.checkLead}{' '}
              {intake.original !== null && (
                <a href={at(view, `${urls.intakeOne(intake.id)}/original`)}>{w.originalFile}</a>
              )}
            </p>
          </Notice>
          {year && year !== fiscalYear && (
            <Notice view={view} kind="warning">
              <p>{w.otherYear(year)}</p>
            </Notice>
          )}
          <Stops {...props} faults={stops} />
          <Questions
            view={view}
            id={intake.id}
            questions={reading.questions}
            answers={props.answers}
            invalid={props.invalid}
          />
          <Would {...props} />
          <Skipped {...props} />
          <Accept {...props} stops={stops.length} />
          <Withdraw {...props} />
        </>
      )}
    </DeskFrame>
  )
}

/** What must be mended in the file itself, by its place in the file. */
function Stops(props: IntakeCheckProps & { readonly faults: readonly InputFault[] }) {
  const { view, intake, faults } = props
  const { d } = deskWords(view)
  const w = d.intake
  const notes = intake.reading.faults.filter(isNote)
  const line = ({ place, fault, found }: InputFault) => {
    const say: (found: string) => string = w.faults[fault]
    return (
      <li>
        <strong>{place}</strong> {say(found)}
      </li>
    )
  }
  return (
    <>
      {faults.length > 0 && (
        <Part view={view} id="stops" title={`${w.stop} ${d.remarksOf(faults.length)}`}>
          <Notice view={view} kind="danger">
            <p>{w.stopLead}</p>
            <ul class="bullets">{faults.map(line)}</ul>
            <p>
              <a href={at(view, urls.intake)}>{w.again}</a>
            </p>
          </Notice>
        </Part>
      )}
      {notes.length > 0 && (
        <details class="desk-fold">
          <summary>
            {w.notes} {d.remarksOf(notes.length)}
          </summary>
          <ul class="bullets">{notes.map(line)}</ul>
        </details>
      )}
    </>
  )
}

function Skipped({ view, intake }: IntakeCheckProps) {
  const { d } = deskWords(view)
  const { skipped = [] } = intake.reading
  if (!skipped.length) return null
  return (
    <details class="desk-fold">
      <summary>{d.intake.skipped(skipped.length)}</summary>
      <p class="hint">{d.intake.skippedLead}</p>
      <ul class="desk-lines" lang="ja">
        {skipped.map(({ place, text }) => (
          <li>
            <span class="soft">{place}</span> {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Accept(props: IntakeCheckProps & { readonly stops: number }) {
  const { view, intake, difference, open, stops, bar, refused, chosen = [] } = props
  const { d } = deskWords(view)
  const w = d.intake
  const why = [
    ...(stops ? [w.notYet.faults] : []),
    ...(open ? [w.notYet.questions(open)] : []),
    ...(bar ? [w.notYet[bar]] : []),
  ]
  const options = [
    ...(difference.removed.length
      ? [
          {
            value: 'removeMissing',
            label: w.removeMissing,
            hint: w.removeMissingHint(difference.removed.length),
          },
        ]
      : []),
    ...(difference.unknownDepartments.length
      ? [
          {
            value: 'addDepartments',
            label: w.addDepartments,
            hint: difference.unknownDepartments.map((one) => one.name).join('、'),
          },
        ]
      : []),
  ]
  return (
    <Part view={view} id="accept" title={w.accept}>
      {refused && (
        <Notice view={view} kind="danger" live>
          <p>{w.refused}</p>
        </Notice>
      )}
      {why.length > 0 ? (
        <Notice view={view} kind="warning">
          {why.map((line) => (
            <p>{line}</p>
          ))}
        </Notice>
      ) : (
        <ConfirmPanel
          view={view}
          title={w.acceptAsk(intake.fiscalYear)}
          action={`${urls.intakeOne(intake.id)}/accept`}
          confirm={w.accept}
          back={urls.desk}
        >
          <p>{w.acceptWhat}</p>
          {options.length > 0 && (
            <div class="field">
              <Checkboxes
                field={{ kind: 'checkboxes', name: 'with', label: '', options, values: chosen }}
              />
            </div>
          )}
        </ConfirmPanel>
      )}
    </Part>
  )
}

function Withdraw({ view, intake }: IntakeCheckProps) {
  const { d } = deskWords(view)
  return (
    <details class="desk-fold">
      <summary>{d.intake.withdraw}</summary>
      <p>{d.intake.withdrawWhat}</p>
      <Form view={view} action={`${urls.intakeOne(intake.id)}/withdraw`}>
        <Actions>
          <Button kind="danger">{d.intake.withdraw}</Button>
        </Actions>
      </Form>
    </details>
  )
}
