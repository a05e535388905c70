import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { deskTongue } from '#design/desk-tongue.ts'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import { urls } from '../../urls.ts'
import { deskOf, wordsOf } from '../fields.tsx'

export interface FrameProps {
  readonly view: View
  readonly title: string
  readonly lead?: string
  readonly reason?: string | undefined
  readonly good?: string | undefined
  readonly children?: Child
}

const places = { find: '', take: '/take', checks: '/checks', openings: '/openings' } as const

/** A page of the counter: its head, its four places, what was just done or refused. */
export function CounterFrame({ view, title, lead, reason, good, children }: FrameProps) {
  const d = deskOf(view)
  const refusals: Readonly<Record<string, string>> = wordsOf({
    ...view,
    locale: deskTongue(view),
  }).refusals
  const done: Readonly<Record<string, string>> = d.done
  return (
    <DeskPage
      view={view}
      title={title}
      narrow
      breadcrumbs={title === d.title ? [] : [{ text: d.title, path: urls.desk }]}
    >
      <Masthead title={title} {...(lead !== undefined && { lead })} />
      <nav class="desk-tabs" aria-label={d.title}>
        <ul>
          {(['find', 'take', 'checks', 'openings'] as const)
            .filter((place) => !view.staff?.closed?.includes(`residents-${place}`))
            .map((place) => {
              const path = `${urls.desk}${places[place]}`
              return (
                <li>
                  <a href={at(view, path)} aria-current={path === view.path ? 'page' : undefined}>
                    {d.sections[place]}
                  </a>
                </li>
              )
            })}
        </ul>
      </nav>
      {reason !== undefined && (
        <Notice view={view} kind="danger" live>
          <p>{refusals[reason] ?? reason}</p>
        </Notice>
      )}
      {good !== undefined && Object.hasOwn(done, good) && (
        <Notice view={view} kind="success" live>
          <p>{done[good]}</p>
        </Notice>
      )}
      {children}
    </DeskPage>
  )
}
