import { AskedFields, asked, Faults } from '#design/asked.tsx'
import { Actions, Button, ButtonLink } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Field } from '#design/field.tsx'
import { Form } from '#design/form.tsx'
import { href } from '#design/href.ts'
import { EmptyState, Entries } from '#design/list.tsx'
import { Part } from '#design/masthead.tsx'
import { at } from '#design/view.ts'
import type { Department } from '#domains/staff/index.ts'
import type { Filled } from '#platform/form.ts'
import type { dutyForm, excuseForm } from '../forms.ts'
import { isOverdue, type Task } from '../liaison.ts'
import { deskWords, inJapanese, toldIn } from '../messages/desk.ts'
import { urls } from '../urls.ts'
import type { LiaisonAction } from '../workflow.ts'
import { type Desk, Frame, TaskBadge } from './frame.tsx'

export interface MineProps extends Desk {
  readonly sections: readonly {
    readonly section: Department
    readonly year: number
    readonly tasks: readonly Task[]
  }[]
}

/** What to do now, what comes next, what was done: of each section whose liaison one is. */
export function MinePage(props: MineProps) {
  const { view, sections, today } = props
  const w = deskWords(view)
  if (!sections.length)
    return (
      <Frame {...props} title={w.mineTitle} here="mine">
        <EmptyState title={w.mineNone}>
          <p>{w.mineNoneTodo}</p>
        </EmptyState>
      </Frame>
    )
  const names = sections.map((one) => one.section.name).join('、')
  const all = sections.flatMap((one) => one.tasks)
  const open = all.filter((t) => t.state === 'open')
  /** Overdue, or the next one that is due: what comes later does not press. */
  const first = open[0]?.dueOn ?? ''
  const now = open.filter((t) => isOverdue(t, today) || t.dueOn === first)
  const next = open.filter((t) => !now.includes(t))
  const was = all.filter((t) => t.state !== 'open')
  return (
    <Frame {...props} title={w.mineTitle} lead={w.mineLead(names)} here="mine">
      <Part view={view} id="now" title={w.now}>
        {now.length ? <List {...props} tasks={now} /> : <p>{w.nowNone}</p>}
      </Part>
      {next.length > 0 && (
        <Part view={view} id="next" title={w.next}>
          <List {...props} tasks={next} />
        </Part>
      )}
      {was.length > 0 && (
        <Part view={view} id="was" title={w.was}>
          <List {...props} tasks={was} />
        </Part>
      )}
    </Frame>
  )
}

function List({ view, today, tasks }: MineProps & { readonly tasks: readonly Task[] }) {
  const w = deskWords(view)
  return (
    <Entries>
      {tasks.map((task) => (
        <li class="entry">
          <div class="entry-text">
            <h3>
              <a href={at(view, urls.duty(task.id))}>{toldIn(view, task.title)}</a>
            </h3>
            <p>{toldIn(view, task.how)}</p>
          </div>
          <div class="entry-side">
            <div class="cluster">
              <TaskBadge view={view} task={task} today={today} />
            </div>
            <p class="entry-fact">
              <span class="soft">{w.due}</span> {w.day(task.dueOn)}
            </p>
          </div>
        </li>
      ))}
    </Entries>
  )
}

export interface DutyProps extends Desk {
  readonly task: Task
  readonly section: Department
  readonly offers: ReadonlySet<LiaisonAction>
  readonly nameOf: (id: string | null) => string
  readonly form: Filled<typeof dutyForm>
  readonly excusing: Filled<typeof excuseForm>
  /** What a rule found, by field. */
  readonly faults: Partial<Record<'note' | 'count' | 'link' | 'file' | 'reason', string>>
}

/** One duty, one form; where it is shown elsewhere, the way there. */
export function DutyPage(props: DutyProps) {
  const { view, task, section, offers, nameOf, today } = props
  const w = deskWords(view)
  const crumbs = [{ text: section.name, path: urls.section(section.id) }]
  const done = task.doneOn && w.doneBy(nameOf(task.doneBy), w.day(task.doneOn))
  const facts: (readonly [string, string])[] = [
    [w.due, w.day(task.dueOn)],
    ...(task.owner ? [[w.liaisons, w.ownerIs(nameOf(task.owner))] as const] : []),
    ...(done ? [[w.taskStates.done, done] as const] : []),
    ...(task.note ? [[w.note, task.note] as const] : []),
    ...(task.count === null ? [] : [[w.count, String(task.count)] as const]),
    ...(task.state === 'excused'
      ? [[w.taskStates.excused, w.excusedFor(task.reason)] as const]
      : []),
  ]
  return (
    <Frame
      {...props}
      title={toldIn(view, task.title)}
      over={<span {...inJapanese(view)}>{section.name}</span>}
      lead={toldIn(view, task.how)}
      crumbs={crumbs}
      narrow
    >
      <p>
        <TaskBadge view={view} task={task} today={today} />
      </p>
      <Facts
        pairs={facts.map(([name, text]) => [name, <span {...inJapanese(view)}>{text}</span>])}
      />
      {task.link && (
        <p>
          <a href={href(task.link)} rel="noopener noreferrer">
            {task.link}
          </a>
        </p>
      )}
      {task.file && (
        <p>
          <a href={at(view, urls.dutyStep(task.id, 'file'))}>{w.fileThere(task.file.name)}</a>
        </p>
      )}
      <Doing {...props} />
      {offers.has('excuse') && <Excusing {...props} />}
      {offers.has('reopen') && (
        <Form view={view} action={urls.dutyStep(task.id, 'reopen')}>
          <Actions>
            <Button kind="secondary">{w.reopen}</Button>
          </Actions>
        </Form>
      )}
    </Frame>
  )
}

function Doing(props: DutyProps) {
  const { view, task, offers, form, faults, section } = props
  const w = deskWords(view)
  if (!offers.has('record')) return null
  if (task.proof === 'inventory')
    return (
      <Actions>
        <ButtonLink view={view} path={urls.inventory(section.id, task.fiscalYear)}>
          {w.inventory}
        </ButtonLink>
      </Actions>
    )
  if (task.proof === 'training')
    return (
      <Actions>
        <ButtonLink view={view} path={urls.trainings}>
          {w.trainings}
        </ButtonLink>
      </Actions>
    )
  const said = (key: 'note' | 'count' | 'link') =>
    faults[key] === undefined ? {} : { fault: faults[key] }
  const { proof } = task
  const fields = [
    ...(proof === 'count'
      ? [asked(view, form, 'count', { label: w.count, ...said('count') })]
      : []),
    ...(proof === 'link' ? [asked(view, form, 'link', { label: w.link, ...said('link') })] : []),
    asked(view, form, 'note', { label: w.note, hint: w.noteHint, ...said('note') }),
  ]
  const file = {
    kind: 'file',
    name: 'file',
    label: w.file,
    plain: true,
    ...(faults.file !== undefined && { error: faults.file }),
  } as const
  return (
    <Form view={view} action={urls.duty(task.id)} multipart={proof === 'file'}>
      <Faults view={view} fields={proof === 'file' ? [file, ...fields] : fields} />
      <div class="stack">
        {proof === 'file' && <Field view={view} field={file} />}
        <AskedFields view={view} fields={fields} />
      </div>
      <Actions>
        <Button>{task.state === 'done' ? w.change : w.save}</Button>
      </Actions>
    </Form>
  )
}

function Excusing({ view, task, excusing, faults }: DutyProps) {
  const w = deskWords(view)
  const fault = faults.reason === undefined ? {} : { fault: faults.reason }
  const fields = [asked(view, excusing, 'reason', { label: w.reason, ...fault })]
  return (
    <details open={fields.some((field) => field.error !== undefined)}>
      <summary>{w.excuseTitle}</summary>
      <Form view={view} action={urls.dutyStep(task.id, 'excuse')}>
        <Faults view={view} fields={fields} />
        <AskedFields view={view} fields={fields} />
        <Actions>
          <Button kind="secondary">{w.excuse}</Button>
        </Actions>
      </Form>
    </details>
  )
}
