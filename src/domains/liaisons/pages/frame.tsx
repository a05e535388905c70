import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Crumb } from '#design/page.tsx'
import { StateBadge } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import { isOverdue, type Task } from '../liaison.ts'
import { type DeskMessages, deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'

/** What every page of the desk knows of the person who looks at it. */
export interface Desk {
  readonly view: View
  readonly department?: string
  /** Today, in Japan. */
  readonly today: string
  /** The secretariat, which may ask, appoint and set terms. */
  readonly organises: boolean
}

interface FrameProps extends Desk {
  readonly title: string
  readonly lead?: Child
  readonly over?: Child
  readonly crumbs?: readonly Crumb[]
  readonly here?: keyof typeof tabs
  readonly narrow?: boolean
  readonly children?: Child
}

const tabs = {
  title: urls.desk,
  mine: urls.mine,
  inventories: urls.inventories,
  trainings: urls.trainings,
  terms: urls.terms,
} as const

const isNotice = (key: string, w: DeskMessages): key is keyof DeskMessages['notices'] =>
  Object.hasOwn(w.notices, key)

/** A page of the desk: what has just been done, its head, its neighbours. */
export function Frame(props: FrameProps) {
  const { view, department, title, lead, over, crumbs = [], here, narrow, children } = props
  const w = deskWords(view)
  const done = new URLSearchParams(view.query).get('done') ?? ''
  const own = here === 'title' ? [] : [{ text: w.title, path: urls.desk }]
  return (
    <DeskPage
      view={view}
      title={title}
      breadcrumbs={[...own, ...crumbs]}
      {...(department !== undefined && { department })}
      {...(narrow && { narrow })}
    >
      {isNotice(done, w) && (
        <Notice view={view} kind="success" live>
          <p>{w.notices[done]}</p>
        </Notice>
      )}
      <Masthead title={title} {...(lead && { lead })} {...(over && { over })} />
      <nav class="desk-tabs" aria-label={w.title}>
        <ul>
          {(Object.keys(tabs) as (keyof typeof tabs)[])
            .filter((tab) => tab !== 'terms' || props.organises)
            .map((tab) => (
              <li>
                <a href={at(view, tabs[tab])} aria-current={tab === here ? 'page' : undefined}>
                  {w[tab]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {children}
    </DeskPage>
  )
}

/** To do, overdue, done, excused: by shape, word and colour. */
export function TaskBadge({ view, task, today }: Pick<Desk, 'view' | 'today'> & { task: Task }) {
  const w = deskWords(view)
  if (isOverdue(task, today)) return <StateBadge tone="care" word={w.late} />
  const tones = { open: 'quiet', done: 'good', excused: 'stopped' } as const
  return <StateBadge tone={tones[task.state]} word={w.taskStates[task.state]} />
}
