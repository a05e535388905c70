import type { Child } from 'hono/jsx'
import { longDate } from '#design/dates.ts'
import { DeskPage } from '#design/desk-page.tsx'
import { Masthead } from '#design/masthead.tsx'
import { Notice } from '#design/notice.tsx'
import type { Crumb } from '#design/page.tsx'
import { Day } from '#design/timeline.tsx'
import type { View } from '#design/view.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'
import { deskWords } from '../../messages/desk.ts'
import { sinceEver } from '../../staff.ts'
import { deskUrls } from '../../urls.ts'

/** What every page of this part of the desk knows of the person who looks at it. */
export interface Desk {
  readonly view: View
  readonly department?: string
}

interface FrameProps extends Desk {
  readonly title: string
  readonly lead?: Child
  readonly over?: Child
  readonly marks?: Child
  readonly crumbs?: readonly Crumb[]
  readonly lang?: 'ja'
  readonly children?: Child
}

/** A page of 組織と職員: its head, and what has just been done. */
export function StaffFrame(props: FrameProps) {
  const { view, department, title, lead, over, marks, crumbs, lang, children } = props
  const { d } = deskWords(view)
  const own = { text: d.organisation, path: deskUrls.organisation }
  return (
    <DeskPage
      view={view}
      title={title}
      section="desk-staff"
      breadcrumbs={crumbs ? [own, ...crumbs] : []}
      {...(department !== undefined && { department })}
    >
      <Done view={view} />
      <Masthead
        title={title}
        {...(lead && { lead })}
        {...(over && { over })}
        {...(lang && { lang })}
        {...(marks && { marks })}
      />
      {children}
    </DeskPage>
  )
}

/** `?done=assigned`: only known keys say anything. */
function Done({ view }: { readonly view: View }) {
  const { d } = deskWords(view)
  const key = new URLSearchParams(view.query).get('done') ?? ''
  const known: Readonly<Record<string, string>> = d.done
  if (!Object.hasOwn(known, key)) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{known[key]}</p>
    </Notice>
  )
}

export const dayWords = (view: View, day: IsoDate): string => longDate(view.locale, dayStart(day))

/** From a first to a last day; 決まっていません while no end is in sight. */
export function Span({
  view,
  from,
  until,
}: {
  readonly view: View
  readonly from: IsoDate
  readonly until: IsoDate | null
}) {
  const { d } = deskWords(view)
  return (
    <>
      {from === sinceEver ? d.ever : <Day view={view} date={dayStart(from)} />} –{' '}
      {until ? <Day view={view} date={dayStart(until)} /> : <span class="soft">{d.open}</span>}
    </>
  )
}
