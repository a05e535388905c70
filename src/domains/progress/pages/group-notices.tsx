import { Notice } from '#design/notice.tsx'
import type { Child } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import { type Cover, coverSaid } from '#domains/moderation/index.ts'
import { groupDesk } from '../messages/group-desk.ts'

type Done = keyof ReturnType<typeof groupDesk>['done']

/** `?done=asked`: only known keys say anything. */
export function DoneNotice({ view }: { readonly view: View }) {
  const { done } = groupDesk(view)
  const key = new URLSearchParams(view.query).get('done') ?? ''
  if (!Object.hasOwn(done, key)) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{done[key as Done]}</p>
    </Notice>
  )
}

interface HiddenProps {
  readonly view: View
  readonly cover: Cover
  readonly children?: Child
}

/** To the section: the report is hidden in public, on which ground, and how its group hears of it. */
export function Hidden({ view, cover, children }: HiddenProps) {
  const w = groupDesk(view)
  return (
    <Notice view={view} kind="warning" title={w.hidden}>
      <p>{coverSaid(view.locale, cover)}</p>
      <p>{w.hiddenLead}</p>
      {children}
    </Notice>
  )
}
