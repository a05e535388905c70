import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { inJapanese } from '#design/desk-tongue.ts'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Crumb } from '#design/page.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { urls as commentUrls } from '../../comment/urls.ts'
import { type WorkMessages, workWords } from '../../messages/work.ts'
import type { PointState } from '../../point.ts'
import { urls } from '../../urls.ts'
import type { VoiceState } from '../../voice.ts'

/** What every page of this desk knows of the person who looks at it. */
export interface Desk {
  readonly view: View
  readonly department?: string
  readonly today: IsoDate
  readonly isOffice: boolean
  readonly isHead: boolean
}

export type Tab = keyof WorkMessages['tabs']

/** The next of its kind: a day's work goes on without a way back to the list. */
export interface Next {
  readonly text: string
  readonly path: string
}

interface FrameProps extends Desk {
  readonly title: string
  /** Of the title, where it is not the page's: a gist is Japanese on every desk. */
  readonly titleLang?: string | undefined
  readonly lead?: Child
  readonly over?: Child
  readonly marks?: Child
  readonly crumbs?: readonly Crumb[]
  readonly here?: Tab
  /** What waits next, once something was done. */
  readonly upNext?: Next | undefined
  readonly children?: Child
}

const tabUrls: Readonly<Record<Tab, string>> = {
  list: urls.desk,
  take: urls.take,
  approvals: urls.approvals,
  promises: urls.promises,
  templates: urls.templates,
  decisions: urls.decisions,
  post: urls.post,
  comments: commentUrls.desk,
  settings: urls.settings,
}

type Done = keyof WorkMessages['notices']
const isDone = (key: string, w: WorkMessages): key is Done => Object.hasOwn(w.notices, key)

/** `?done=drafted`: only known keys say anything. */
export function doneIn(view: View): Done | null {
  const key = new URLSearchParams(view.query).get('done') ?? ''
  return isDone(key, workWords(view)) ? key : null
}

export function Frame(props: FrameProps) {
  const { view, department, title, lead, over, marks, crumbs = [], here, isOffice, isHead } = props
  const w = workWords(view)
  const done = doneIn(view)
  const office: readonly Tab[] = ['decisions', 'post', 'settings']
  const tabs = (Object.keys(tabUrls) as Tab[]).filter(
    (tab) =>
      (tab !== 'approvals' || isHead) &&
      // An auditor reads, and takes nothing in.
      (tab !== 'take' || isOffice || department !== undefined) &&
      (!office.includes(tab) || isOffice),
  )
  const own: Crumb[] = here === 'list' ? [] : [{ text: w.title, path: urls.desk }]
  return (
    <DeskPage
      view={view}
      title={title}
      section="desk-voices"
      breadcrumbs={[...own, ...crumbs]}
      {...(department !== undefined && { department })}
    >
      {done && (
        <Notice view={view} kind="success" live>
          <p>{w.notices[done]}</p>
          {props.upNext && <NextLine view={view} next={props.upNext} />}
        </Notice>
      )}
      <Masthead
        title={title}
        titleLang={props.titleLang}
        {...(lead && { lead })}
        {...(over && { over })}
        {...(marks && { marks })}
      />
      <nav class="desk-tabs" aria-label={w.title}>
        <ul>
          {tabs.map((tab) => (
            <li>
              <a href={at(view, tabUrls[tab])} aria-current={tab === here ? 'page' : undefined}>
                {w.tabs[tab]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </DeskPage>
  )
}

export function NextLine({ view, next }: { readonly view: View; readonly next: Next }) {
  const w = workWords(view)
  return (
    <p>
      {w.next}{' '}
      <a href={at(view, next.path)} {...inJapanese(view)}>
        {next.text}
      </a>
    </p>
  )
}

const pointTones = {
  assigned: 'quiet',
  drafting: 'draft',
  submitted: 'moving',
  returned: 'care',
  approved: 'moving',
  answered: 'good',
  circulated: 'stopped',
  transferred: 'stopped',
  declined: 'stopped',
} as const satisfies Record<PointState, StateTone>

export const PointBadge = ({
  view,
  state,
}: {
  readonly view: View
  readonly state: PointState
}) => <StateBadge tone={pointTones[state]} word={workWords(view).pointStates[state]} />

const voiceTones = {
  received: 'quiet',
  answering: 'moving',
  replied: 'good',
  closed: 'stopped',
  joined: 'stopped',
} as const satisfies Record<VoiceState, StateTone>

export const VoiceBadge = ({
  view,
  state,
}: {
  readonly view: View
  readonly state: VoiceState
}) => <StateBadge tone={voiceTones[state]} word={workWords(view).states[state]} />

interface DueProps {
  readonly view: View
  readonly today: IsoDate
  readonly dueOn: IsoDate | null
  readonly isWaiting: boolean
}

/** The day by which an answer is due, and that it has passed, in words. */
export function DueDay({ view, today, dueOn, isWaiting }: DueProps) {
  const w = workWords(view)
  if (isWaiting) return <>{w.waitingClock}</>
  if (dueOn === null) return <>{w.noDue}</>
  return (
    <>
      <time datetime={dueOn}>{w.day(dueOn)}</time>
      {dueOn < today && (
        <>
          {' '}
          <StateBadge tone="care" word={w.overdueBy} />
        </>
      )}
    </>
  )
}
