import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Crumb } from '#design/page.tsx'
import { at, type View } from '#design/view.ts'
import { type DeskMessages, deskWords } from '../../messages/desk.ts'
import { frozenStates, type Plan } from '../../plan.ts'
import { urls } from '../../urls.ts'
import type { PlanAction } from '../../workflow.ts'
import { PlanStateBadge } from '../entry.tsx'

/** What every page of the desk knows of the person who looks at it. */
export interface Desk {
  readonly view: View
  readonly department?: string
}

/** The same on the pages of one plan; `offers` is what this person may do with it now. */
export interface PlanDesk extends Desk {
  readonly plan: Plan
  readonly offers: ReadonlySet<PlanAction>
}

interface DeskFrameProps extends Desk {
  readonly title: string
  readonly lead?: Child
  readonly over?: Child
  readonly marks?: Child
  readonly crumbs?: readonly Crumb[]
  readonly narrow?: boolean
  /** Between the head of the page and its notice. */
  readonly tabs?: Child
  /** The title's own language, where it is not the page's. */
  readonly lang?: 'ja'
  readonly children?: Child
}

/** A page of the desk: its head, and what has just been done. */
export function DeskFrame(props: DeskFrameProps) {
  const {
    view,
    department,
    title,
    lead,
    over,
    marks,
    crumbs = [],
    narrow,
    tabs,
    lang,
    children,
  } = props
  return (
    <DeskPage
      view={view}
      title={title}
      section="desk-plan"
      breadcrumbs={crumbs}
      {...(department !== undefined && { department })}
    >
      <Done view={view} />
      <Masthead
        title={title}
        {...(lead && { lead: lang ? <span lang="en">{lead}</span> : lead })}
        {...(over && !lang && { over })}
        {...(lang && { lang })}
        {...(marks && { marks })}
      />
      {tabs}
      {narrow ? <div class="desk-narrow">{children}</div> : children}
    </DeskPage>
  )
}

const isDone = (key: string, d: DeskMessages): key is keyof DeskMessages['done'] => key in d.done

/** `?done=saved`: only known keys say anything. */
export function doneIn(view: View): string | null {
  const key = new URLSearchParams(view.query).get('done') ?? ''
  return Object.hasOwn(deskWords(view).d.done, key) ? key : null
}

function Done({ view }: { readonly view: View }) {
  const { d } = deskWords(view)
  const key = doneIn(view)
  if (!key || !isDone(key, d)) return null
  const n = Number(new URLSearchParams(view.query).get('n') ?? 'x')
  return (
    <Notice view={view} kind="success" live>
      <p>
        {d.done[key]} {Number.isInteger(n) && n > 0 && n < 10_000 && d.changesOf(n)}
      </p>
    </Notice>
  )
}

export type Tab = 'bench' | 'head' | 'check' | 'amendments' | 'preview' | 'roll-over'

interface PlanFrameProps extends PlanDesk {
  readonly title: string
  readonly tab?: Tab
  readonly lead?: Child
  readonly crumbs?: readonly Crumb[]
  readonly narrow?: boolean
  readonly lang?: 'ja'
  readonly children?: Child
}

/** A page of one plan: its year and state above, its neighbours as tabs. */
export function PlanFrame(props: PlanFrameProps) {
  const { view, plan, title, tab, lead, crumbs = [], narrow, children } = props
  const { d } = deskWords(view)
  const own: Crumb = { text: d.planOf(plan.fiscalYear), path: urls.deskYear(plan.fiscalYear) }
  return (
    <DeskFrame
      view={view}
      {...(props.department !== undefined && { department: props.department })}
      title={title}
      {...(tab !== 'bench' && { over: d.planOf(plan.fiscalYear) })}
      {...(lead && { lead })}
      {...(narrow && { narrow })}
      {...(props.lang && { lang: props.lang })}
      marks={<PlanStateBadge view={view} state={plan.state} />}
      crumbs={[{ text: d.plans, path: urls.desk }, ...(tab === 'bench' ? [] : [own]), ...crumbs]}
      tabs={<Tabs {...props} />}
    >
      {children}
    </DeskFrame>
  )
}

function Tabs({ view, plan, offers, tab }: PlanFrameProps) {
  const { d } = deskWords(view)
  const frozen = (frozenStates as readonly string[]).includes(plan.state)
  const tabs: readonly (readonly [Tab, boolean])[] = [
    ['bench', true],
    ['head', offers.has('edit')],
    ['check', !frozen],
    ['amendments', frozen || plan.state === 'evaluated' || plan.state === 'archived'],
    ['preview', true],
    ['roll-over', offers.has('rollOver')],
  ]
  const pathOf = (one: Tab) =>
    one === 'bench' ? urls.deskYear(plan.fiscalYear) : urls.deskPath(plan.fiscalYear, one)
  return (
    <nav class="desk-tabs" aria-label={d.tabsOf}>
      <ul>
        {tabs.map(
          ([one, shown]) =>
            shown && (
              <li>
                <a href={at(view, pathOf(one))} aria-current={one === tab ? 'page' : undefined}>
                  {d.tabs[one]}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
