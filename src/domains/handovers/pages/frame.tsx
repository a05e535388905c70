import type { Child } from 'hono/jsx'
import { DeskPage } from '#design/desk-page.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import { StateBadge } from '#design/state.tsx'
import type { View } from '#design/view.ts'
import type { Handover } from '../handover.ts'
import { deskWords } from '../messages/desk.ts'
import { urls } from '../urls.ts'

export interface Desk {
  readonly view: View
  readonly department?: string
}

export interface FrameProps extends Desk {
  readonly title: string
  readonly lead?: string
  readonly inner?: boolean
  readonly said?: string
  readonly children?: Child
}

export function Frame({ view, department, title, lead, inner, said, children }: FrameProps) {
  const w = deskWords(view)
  return (
    <DeskPage
      view={view}
      title={title}
      breadcrumbs={inner ? [{ text: w.title, path: urls.desk }] : []}
      {...(department !== undefined && { department })}
    >
      {said && (
        <Notice view={view} kind="success" live>
          <p>{said}</p>
        </Notice>
      )}
      <Masthead title={title} {...(lead && { lead })} />
      {children}
    </DeskPage>
  )
}

export function StateOf({
  view,
  of,
  late,
}: {
  view: View
  of: Handover | undefined
  late: boolean
}) {
  const w = deskWords(view)
  if (late) return <StateBadge tone="care" word={w.late} />
  if (!of) return <StateBadge tone="quiet" word={w.notYet} />
  const tones = {
    prepared: 'draft',
    passed: 'moving',
    received: 'good',
    closed: 'stopped',
  } as const
  return <StateBadge tone={tones[of.state]} word={w.states[of.state]} />
}
