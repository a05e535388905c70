import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import { at } from '#design/view.ts'
import type { Filled } from '#platform/form.ts'
import type { endForm, nameForm, reasonForm } from '../forms.ts'
import type { Appointment, Task } from '../liaison.ts'
import { deskWords, inJapanese, toldIn } from '../messages/desk.ts'
import type { OpenHandover, Seat, SectionYear } from '../section-year.ts'
import { urls } from '../urls.ts'
import type { LiaisonAction } from '../workflow.ts'
import { type Desk, Frame, TaskBadge } from './frame.tsx'
import { Waiting } from './overview.tsx'

export interface Candidate {
  readonly user: string
  readonly name: string
  readonly post: string
}

export interface SectionProps extends Desk {
  readonly year: number
  readonly line: SectionYear
  readonly past: readonly { readonly appointment: Appointment; readonly name: string }[]
  readonly handovers: readonly OpenHandover[]
  readonly posts: string
  readonly candidates: readonly Candidate[]
  readonly nameOf: (id: string | null) => string
  readonly offers: (of: { readonly state: string }) => ReadonlySet<LiaisonAction>
  readonly naming: Filled<typeof nameForm>
  readonly sendingBack: Filled<typeof reasonForm>
  readonly ending: Filled<typeof endForm>
  /** What the action refused. */
  readonly fault?: { readonly field: string; readonly text: string }
}

/** One section: who is its liaison, who is asked and named, and the duties of the year. */
export function SectionPage(props: SectionProps) {
  const { view, line, year } = props
  const w = deskWords(view)
  const { section, head, seats, next, pending } = line
  const waiting = pending.some((a) => a.fiscalYear === year)
  const mayAsk = props.offers({ state: 'nothing' }).has('ask') && !waiting
  return (
    <Frame {...props} title={section.name} over={w.yearName(year)}>
      <Facts
        pairs={[
          [w.head, head ? <span lang="ja">{`${head.name} ${head.post}`}</span> : w.noHead],
          [w.phone, section.phone || '—'],
        ]}
      />
      <Part view={view} id="liaisons" title={w.liaisons}>
        {seats.length === 0 && (
          <p>
            {w.withoutHere} <Waiting view={view} line={line} />
          </p>
        )}
        {[...seats, ...next].map((seat) => (
          <SeatLine {...props} seat={seat} />
        ))}
        {pending.map((a) =>
          a.state === 'asked' ? <Asked {...props} a={a} /> : <Named {...props} a={a} />,
        )}
        {mayAsk && (
          <Form view={view} action={urls.ask} hidden={{ year: String(year), section: section.id }}>
            <Actions>
              <Button kind={seats.length ? 'secondary' : 'primary'}>{w.askOne}</Button>
            </Actions>
          </Form>
        )}
      </Part>
      <Part view={view} id="duties" title={w.duties} lead={w.dutiesLead}>
        {line.tasks.length ? <Duties {...props} tasks={line.tasks} /> : <p>{w.dutiesNone}</p>}
      </Part>
      {props.handovers.length > 0 && (
        <Part view={view} id="handovers" title={w.handovers} lead={w.handoversLead}>
          <Table
            view={view}
            caption={w.handovers}
            quietCaption
            columns={[
              {
                label: w.handovers,
                role: 'heading',
                cell: (one: OpenHandover) => toldIn(view, one.title),
              },
              { label: w.due, cell: (one) => w.day(one.on) },
              { label: w.state, cell: (one) => (one.late ? w.handoverLate : w.handoverDue) },
            ]}
            rows={props.handovers}
            to={({ path }) => path}
          />
        </Part>
      )}
      {props.past.length > 0 && (
        <Part view={view} id="past" title={w.past}>
          <ul class="bullets">
            {props.past.map(({ appointment: a, name }) => (
              <li>
                <span {...inJapanese(view)}>{name || '—'}</span>{' '}
                {w.termOf(w.day(a.from), w.day(a.until))} {w.states[a.state]}{' '}
                {a.reason && <span {...inJapanese(view)}>{a.reason}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Frame>
  )
}

function SeatLine(props: SectionProps & { readonly seat: Seat }) {
  const { view, seat, today } = props
  const w = deskWords(view)
  const a = seat.appointment
  const offers = props.offers(a)
  const step = (name: string) => urls.appointment(a.id, name)
  return (
    <section class="stack-tight" id={a.id}>
      <h3 {...inJapanese(view)}>{[seat.name, seat.post].filter(Boolean).join(' ')}</h3>
      <p class="soft">
        {w.termOf(w.day(a.from), w.day(a.until))} {seat.phone}
      </p>
      {offers.has('cancel') && a.from > today && (
        <Form view={view} action={step('cancel')}>
          <Actions>
            <Button kind="quiet">{w.cancel}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('end') && a.from <= today && <Ending {...props} path={step('end')} a={a} />}
    </section>
  )
}

function Ending(props: SectionProps & { readonly path: string; readonly a: Appointment }) {
  const { view, ending, path, fault } = props
  const w = deskWords(view)
  const at = (field: string) => (fault?.field === field ? { fault: fault.text } : {})
  const fields = [
    asked(view, ending, 'lastDay', { label: w.endDay, ...at('lastDay') }),
    asked(view, ending, 'reason', { label: w.reason, ...at('endReason') }),
  ].map((field) => onlyOnce(field, 'end'))
  return (
    <details open={fault?.field === 'lastDay' || fault?.field === 'endReason'}>
      <summary>{w.endTitle}</summary>
      <Faults view={view} fields={fields} />
      <Form view={view} action={path}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind="danger">{w.end}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** Several small forms stand on this page: each field has the name of its form before its own. */
const onlyOnce = (field: AskedField, form: string): AskedField => ({
  ...field,
  name: `${form}.${field.name}`,
})

function Asked(props: SectionProps & { readonly a: Appointment }) {
  const { view, a, candidates, posts, naming, fault } = props
  const w = deskWords(view)
  const offers = props.offers(a)
  const options = candidates.map((c) => ({ value: c.user, label: `${c.name} ${c.post}` }))
  const field = onlyOnce(
    asked(view, naming, 'user', {
      label: w.nameWho,
      options,
      open: true,
      ...(fault?.field === 'user' && { fault: fault.text }),
    }),
    'name',
  )
  return (
    <section class="stack" id={a.id}>
      <h3>{w.nameTitle}</h3>
      <p class="soft">
        {w.askedSince(w.day(a.askedOn))} {a.remindedOn && w.remindedOn(w.day(a.remindedOn))}{' '}
        {a.reason && <span {...inJapanese(view)}>{a.reason}</span>}
      </p>
      {offers.has('name') && options.length === 0 && <p>{w.nobodyHere}</p>}
      {offers.has('name') && options.length > 0 && (
        <Form view={view} action={urls.appointment(a.id, 'name')}>
          <Faults view={view} fields={[field]} />
          <p>{w.nameLead(posts)}</p>
          <AskedFields view={view} fields={[field]} />
          <Actions>
            <Button>{w.name}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('remind') && (
        <Form view={view} action={urls.appointment(a.id, 'remind')}>
          <Actions>
            <Button kind="secondary">{w.remind}</Button>
            <Button kind="quiet" action={at(view, urls.appointment(a.id, 'withdraw'))}>
              {w.withdraw}
            </Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

function Named(props: SectionProps & { readonly a: Appointment }) {
  const { view, a, nameOf, sendingBack, fault, today } = props
  const w = deskWords(view)
  const offers = props.offers(a)
  const field = onlyOnce(
    asked(view, sendingBack, 'reason', {
      label: w.reason,
      ...(fault?.field === 'reason' && { fault: fault.text }),
    }),
    'back',
  )
  return (
    <section class="stack" id={a.id}>
      <p {...inJapanese(view)}>{w.namedWaits(nameOf(a.user))}</p>
      {offers.has('appoint') && (
        <Form view={view} action={urls.appointment(a.id, 'appoint')}>
          <p>{w.appointWhat(w.day(a.from > today ? a.from : today), w.day(a.until))}</p>
          <Actions>
            <Button>{w.appoint}</Button>
          </Actions>
        </Form>
      )}
      {offers.has('sendBack') && (
        <details open={fault?.field === 'reason'}>
          <summary>{w.sendBack}</summary>
          <Form view={view} action={urls.appointment(a.id, 'send-back')}>
            <AskedFields view={view} fields={[field]} />
            <Actions>
              <Button kind="secondary">{w.sendBack}</Button>
              <Button kind="quiet" action={at(view, urls.appointment(a.id, 'withdraw'))}>
                {w.withdraw}
              </Button>
            </Actions>
          </Form>
        </details>
      )}
    </section>
  )
}

function Duties({ view, today, tasks }: SectionProps & { readonly tasks: readonly Task[] }) {
  const w = deskWords(view)
  return (
    <Table
      view={view}
      caption={w.duties}
      quietCaption
      columns={[
        { label: w.duty, role: 'heading', cell: (t: Task) => toldIn(view, t.title) },
        { label: w.due, cell: (t) => w.day(t.dueOn) },
        { label: w.shown, cell: (t) => w.proofs[t.proof] },
        { label: w.state, cell: (t) => <TaskBadge view={view} task={t} today={today} /> },
      ]}
      rows={tasks}
      to={(t) => urls.duty(t.id)}
    />
  )
}
