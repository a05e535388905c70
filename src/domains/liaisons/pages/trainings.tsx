import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { EmptyState } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { StateBadge } from '#design/state.tsx'
import { Table } from '#design/table.tsx'
import type { Department } from '#domains/staff/index.ts'
import type { Filled } from '#platform/form.ts'
import type { reasonForm, reportForm, trainingForm } from '../forms.ts'
import { type Attendance, type Training, trainingLevels } from '../liaison.ts'
import { deskWords, inJapanese } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import type { LiaisonAction } from '../workflow.ts'
import { type Desk, Frame } from './frame.tsx'

export interface TrainingsProps extends Desk {
  readonly year: number
  readonly list: readonly {
    readonly training: Training
    readonly came: number
    readonly asked: number
  }[]
  readonly counts: readonly { readonly section: Department; readonly count: number }[]
  /** Nothing where this person may not plan one. */
  readonly form: Filled<typeof trainingForm> | null
}

/** The trainings of a year, and how often each section was present. */
export function TrainingsPage(props: TrainingsProps) {
  const { view, year, list, counts, form } = props
  const w = deskWords(view)
  type Line = TrainingsProps['list'][number]
  return (
    <Frame
      {...props}
      title={w.trainings}
      lead={w.trainingsLead}
      over={w.yearName(year)}
      here="trainings"
    >
      {list.length === 0 ? (
        <EmptyState title={w.trainingsNone} />
      ) : (
        <Table
          view={view}
          caption={w.trainings}
          quietCaption
          columns={[
            {
              label: w.trainingTitle,
              role: 'heading',
              cell: ({ training }: Line) => <span {...inJapanese(view)}>{training.title}</span>,
            },
            { label: w.level, cell: ({ training }) => w.levels[training.level] },
            { label: w.heldOn, cell: ({ training }) => w.day(training.heldOn) },
            { label: w.attendance, cell: (line) => w.present(line.came, line.asked) },
            { label: w.state, cell: ({ training }) => <TrainingBadge view={view} of={training} /> },
          ]}
          rows={list}
          to={({ training }) => urls.training(training.id)}
        />
      )}
      {counts.length > 0 && (
        <Part view={view} id="counts" title={w.counts}>
          <Table
            view={view}
            caption={w.counts}
            quietCaption
            columns={[
              {
                label: w.section,
                role: 'heading',
                cell: (line: TrainingsProps['counts'][number]) => (
                  <span {...inJapanese(view)}>{line.section.name}</span>
                ),
              },
              { label: w.attendance, role: 'number', cell: ({ count }) => w.countOf(count) },
            ]}
            rows={counts}
          />
          <Actions>
            <ButtonLink view={view} path={urls.trainingsFile(year)} kind="secondary">
              {w.files.csv}
            </ButtonLink>
          </Actions>
        </Part>
      )}
      {form && (
        <Part view={view} id="plan" title={w.plan}>
          <TrainingForm view={view} form={form} action={urls.trainings} button={w.plan} />
        </Part>
      )}
    </Frame>
  )
}

function TrainingBadge({ view, of }: Pick<Desk, 'view'> & { readonly of: Training }) {
  const w = deskWords(view)
  const tones = { planned: 'quiet', held: 'good', cancelled: 'stopped' } as const
  return <StateBadge tone={tones[of.state]} word={w.trainingStates[of.state]} />
}

interface TrainingFormProps extends Pick<Desk, 'view'> {
  readonly form: Filled<typeof trainingForm>
  readonly action: string
  readonly button: string
}

function TrainingForm({ view, form, action, button }: TrainingFormProps) {
  const w = deskWords(view)
  const levels = trainingLevels.map((value) => ({ value, label: w.levels[value] }))
  const fields = [
    asked(view, form, 'title', { label: w.trainingTitle }),
    asked(view, form, 'level', { label: w.level, options: levels }),
    asked(view, form, 'heldOn', { label: w.heldOn }),
    asked(view, form, 'place', { label: w.place }),
    asked(view, form, 'materials', { label: w.materials }),
  ]
  return (
    <>
      <Faults view={view} fields={fields} />
      <Form view={view} action={action}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="secondary">{button}</Button>
        </Actions>
      </Form>
    </>
  )
}

export interface TrainingProps extends Desk {
  readonly training: Training
  readonly people: readonly {
    readonly attendance: Attendance
    readonly name: string
    readonly section: string
  }[]
  readonly offers: ReadonlySet<LiaisonAction>
  readonly form: Filled<typeof trainingForm>
  readonly reporting: Filled<typeof reportForm>
  readonly cancelling: Filled<typeof reasonForm>
}

/** One training: what, when, where; who was invited and came; the reports. */
export function TrainingPage(props: TrainingProps) {
  const { view, training, people, offers, form, reporting, cancelling } = props
  const w = deskWords(view)
  const step = (name: string) => urls.trainingStep(training.id, name)
  const report = asked(view, reporting, 'report', { label: w.reportTitle, hint: w.reportHint })
  const reason = asked(view, cancelling, 'reason', { label: w.reason })
  return (
    <Frame
      {...props}
      title={training.title}
      over={w.levels[training.level]}
      crumbs={[{ text: w.trainings, path: urls.trainings }]}
    >
      <p>
        <TrainingBadge view={view} of={training} />
      </p>
      <Facts
        pairs={[
          [w.heldOn, w.day(training.heldOn)],
          [w.place, <span {...inJapanese(view)}>{training.place || '—'}</span>],
          [w.materials, <span {...inJapanese(view)}>{training.materials || '—'}</span>],
        ]}
      />
      <Part view={view} id="attendance" title={w.attendance}>
        {people.length === 0 && <p>{w.attendanceNone}</p>}
        {offers.has('invite') && (
          <Form view={view} action={step('invite')}>
            <Actions>
              <Button kind={people.length ? 'secondary' : 'primary'}>{w.inviteAll}</Button>
            </Actions>
          </Form>
        )}
        {people.length > 0 && <People {...props} />}
      </Part>
      {offers.has('report') && (
        <Part view={view} id="report" title={w.report}>
          <Faults view={view} fields={[report]} />
          <Form view={view} action={step('report')}>
            <AskedFields view={view} fields={[report]} />
            <Actions>
              <Button>{w.saveReport}</Button>
            </Actions>
          </Form>
        </Part>
      )}
      {offers.has('editTraining') && (
        <Part view={view} id="edit" title={w.saveTraining}>
          <TrainingForm
            view={view}
            form={form}
            action={urls.training(training.id)}
            button={w.saveTraining}
          />
        </Part>
      )}
      {offers.has('cancelTraining') && (
        <Part view={view} id="cancel" title={w.cancelTraining}>
          <Faults view={view} fields={[reason]} />
          <Form view={view} action={step('cancel')}>
            <AskedFields view={view} fields={[reason]} />
            <Actions>
              <Button kind="danger">{w.cancelTraining}</Button>
            </Actions>
          </Form>
        </Part>
      )}
    </Frame>
  )
}

const came = ({ attendance }: TrainingProps['people'][number]) => attendance.state === 'attended'

function People({ view, training, people, offers, today }: TrainingProps) {
  const w = deskWords(view)
  const marks = offers.has('markAttendance') && training.heldOn <= today
  // The boxes below say who came: above them stands only what those people wrote.
  const told = marks ? people.filter(({ attendance }) => attendance.report) : people
  return (
    <>
      {marks && <p>{w.present(people.filter(came).length, people.length)}</p>}
      <ul class="bullets">
        {told.map(({ attendance: a, name, section }) => (
          <li>
            <span {...inJapanese(view)}>
              {section} {name}
            </span>{' '}
            {w.attendances[a.state]}
            {a.report && <blockquote {...inJapanese(view)}>{a.report}</blockquote>}
          </li>
        ))}
      </ul>
      {marks && (
        <Form view={view} action={urls.trainingStep(training.id, 'attendance')}>
          <Field
            view={view}
            field={{
              kind: 'checkboxes',
              name: 'present',
              label: w.attendance,
              hint: w.attendanceHint,
              plain: true,
              values: people.filter(came).map(({ attendance }) => attendance.user),
              options: people.map(({ attendance, name, section }) => ({
                value: attendance.user,
                label: `${section} ${name}`,
              })),
            }}
          />
          <Actions>
            <Button>{w.saveAttendance}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
