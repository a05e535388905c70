import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import { paperWords } from '../../messages/paper.ts'
import type { PaperWords } from '../../messages/paper-ja.ts'
import { workWords } from '../../messages/work.ts'
import { paperUrls, urls } from '../../urls.ts'

/** What every page of paper knows of the person who looks at it. */
export interface Desk {
  readonly view: View
  readonly department?: string
  /** The secretariat, which sends the answers. */
  readonly isOffice: boolean
}

const tabs = {
  take: paperUrls.take,
  box: paperUrls.box,
  sheet: paperUrls.sheet,
  checks: paperUrls.checks,
  inbox: paperUrls.inbox,
  post: paperUrls.post,
} as const
export type Tab = keyof typeof tabs

interface FrameProps extends Desk {
  readonly title: string
  readonly here: Tab
  readonly lead?: Child
  readonly over?: Child
  readonly narrow?: boolean
  readonly children?: Child
}

type Done = keyof PaperWords['notices']
const isDone = (key: string, w: PaperWords): key is Done => Object.hasOwn(w.notices, key)

/** A page of paper: what has just been done, its head, and the other ways in. */
export function Frame(props: FrameProps) {
  const { view, department, title, here, lead, over, narrow, isOffice, children } = props
  const w = paperWords(view)
  const key = new URLSearchParams(view.query).get('done') ?? ''
  const own = (Object.keys(tabs) as Tab[]).filter((tab) => tab !== 'post' || isOffice)
  const crumbs = [
    { text: workWords(view).title, path: urls.desk },
    ...(title === w[here] ? [] : [{ text: w[here], path: tabs[here] }]),
  ]
  return (
    <DeskPage
      view={view}
      title={title}
      section="desk-voices"
      breadcrumbs={crumbs}
      {...(department !== undefined && { department })}
      {...(narrow && { narrow })}
    >
      {isDone(key, w) && (
        <Notice view={view} kind="success" live>
          <p>{w.notices[key]}</p>
        </Notice>
      )}
      <Masthead title={title} {...(lead && { lead })} {...(over && { over })} />
      <nav class="desk-tabs" aria-label={workWords(view).title}>
        <ul>
          {own.map((tab) => (
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
