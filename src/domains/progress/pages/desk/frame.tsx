import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Crumb } from '#design/page.tsx'
import { StateBadge, type StateTone } from '#design/state.tsx'
import { at, type View } from '#design/view.ts'
import { type DeskMessages, deskWords } from '../../messages/desk.ts'
import type { Report, Round } from '../../progress.ts'
import { urls } from '../../urls.ts'

/** What every page of the desk knows of the person who looks at it. */
export interface Desk {
  readonly view: View
  readonly department?: string
  readonly today: string
  /** The secretariat, which plans the year and sets the terms. */
  readonly runs: boolean
}

interface FrameProps extends Desk {
  readonly title: string
  /** Where the title is the plan's own words. */
  readonly titleLang?: 'ja' | undefined
  readonly lead?: Child
  readonly over?: Child
  readonly marks?: Child
  readonly crumbs?: readonly Crumb[]
  readonly here?: 'title' | 'settings'
  readonly narrow?: boolean
  readonly children?: Child
}

const isNotice = (key: string, w: DeskMessages): key is keyof DeskMessages['notices'] =>
  Object.hasOwn(w.notices, key)

/** `?done=saved`: only known keys say anything. */
export function doneIn(view: View): keyof DeskMessages['notices'] | null {
  const key = new URLSearchParams(view.query).get('done') ?? ''
  return isNotice(key, deskWords(view)) ? key : null
}

/** A page of the desk: what has just been done, its head, its neighbours. */
export function Frame(props: FrameProps) {
  const { view, department, title, lead, over, marks, crumbs = [], here, narrow, runs } = props
  const w = deskWords(view)
  const done = doneIn(view)
  const n = Number(new URLSearchParams(view.query).get('n') ?? 'x')
  const tabs = { title: urls.desk, ...(runs && { settings: urls.settings }) }
  const own: Crumb[] = here === 'title' ? [] : [{ text: w.title, path: urls.desk }]
  return (
    <DeskPage
      view={view}
      title={title}
      breadcrumbs={[...own, ...crumbs]}
      {...(department !== undefined && { department })}
      {...(narrow && { narrow })}
    >
      {done && (
        <Notice view={view} kind="success" live>
          <p>
            {w.notices[done]} {Number.isInteger(n) && n > 0 && n < 10_000 && w.count(n)}
          </p>
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
          {(Object.keys(tabs) as (keyof typeof tabs & ('title' | 'settings'))[]).map((tab) => (
            <li>
              <a
                href={at(view, urls[tab === 'title' ? 'desk' : 'settings'])}
                aria-current={tab === here ? 'page' : undefined}
              >
                {w[tab]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </DeskPage>
  )
}

const roundTones = { planned: 'quiet', open: 'moving', closed: 'stopped' } as const

export const RoundBadge = ({ view, round }: { readonly view: View; readonly round: Round }) => (
  <StateBadge tone={roundTones[round.state]} word={deskWords(view).roundStates[round.state]} />
)

const tones = {
  requested: 'quiet',
  drafting: 'draft',
  submitted: 'moving',
  returned: 'care',
  confirmed: 'good',
} as const satisfies Record<Report['state'], StateTone>

export const ReportBadge = ({ view, report }: { readonly view: View; readonly report: Report }) => (
  <StateBadge tone={tones[report.state]} word={deskWords(view).states[report.state]} />
)
