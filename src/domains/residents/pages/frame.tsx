import type { Child } from 'hono/jsx'
import { ErrorSummary, type FieldFault } from '#design/form.tsx'
import { Masthead, type MastheadProps } from '#design/masthead.tsx'
import { type Crumb, Page } from '#design/page.tsx'
import type { View } from '#design/view.ts'
import { urls } from '../urls.ts'
import { Good, Said, wordsOf } from './fields.tsx'

export interface SheetProps extends Omit<MastheadProps, 'lead' | 'aside'> {
  readonly view: View
  readonly lead?: string | undefined
  /** In the window's title, where the page's own heading says something else. */
  readonly name?: string
  /** The way here. */
  readonly trail?: readonly Crumb[]
  readonly reason?: string | undefined
  readonly good?: string | undefined
  readonly faults?: readonly FieldFault[]
  readonly children?: Child
}

/** A page of residents: its head, then what was just done or refused and what is wrong with the form. */
export function Sheet(props: SheetProps) {
  const { view, name, trail = [], reason, good, faults = [], lead, children, ...head } = props
  return (
    <Page view={view} title={name ?? head.title} breadcrumbs={trail}>
      <Masthead {...head} {...(lead !== undefined && { lead })} />
      <Said view={view} reason={reason} />
      <Good view={view} text={good} />
      <ErrorSummary view={view} faults={faults} />
      {children}
    </Page>
  )
}

/** The way to a page of one's own account. */
export const fromMe = (view: View): Crumb => ({ text: wordsOf(view).me.title, path: urls.me })

export interface OwnFrameProps {
  readonly view: View
  readonly title: string
  readonly children?: Child
}

/** Around what other chapters show to a resident, with a head of their own. */
export const OwnFrame = ({ view, title, children }: OwnFrameProps) => (
  <Page view={view} title={title} breadcrumbs={[fromMe(view)]}>
    {children}
  </Page>
)
