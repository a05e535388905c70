import { Actions, Button } from '#design/button.tsx'
import { Facts } from '#design/facts.tsx'
import { Form } from '#design/form.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Page } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import { leaveWords } from '../messages/leave.ts'
import { urls } from '../urls.ts'

export interface LeaveProps {
  readonly view: View
  readonly token: string
  /** What it is called; null is all of it. */
  readonly what: string | null
}

/** Behind the link of a mail. Looking at it changes nothing: mail scanners open every link. */
export function LeavePage({ view, token, what }: LeaveProps) {
  const w = leaveWords[view.locale]
  return (
    <Page view={view} title={w.title}>
      <Masthead title={w.title} lead={w.lead} />
      <Facts pairs={[[w.what, what ?? w.all]]} />
      <Form view={view} action={urls.unsubscribe(token)}>
        <Actions>
          <Button>{w.go}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

export function LeftPage({ view }: { readonly view: View }) {
  const w = leaveWords[view.locale]
  return (
    <Page view={view} title={w.done}>
      <Masthead title={w.done} lead={w.doneLead} />
    </Page>
  )
}
