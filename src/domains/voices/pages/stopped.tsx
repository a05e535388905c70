import { longDate } from '#design/dates.ts'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import { moderationWords } from '#domains/moderation/index.ts'
import { residentUrls } from '#domains/residents/index.ts'
import { dayStart, type IsoDate } from '#platform/calendar.ts'

/** Whoever was stopped from writing on the site reads until when, where the reason stands, and which ways are open. */
export function Stopped({ view, until }: { readonly view: View; readonly until: IsoDate }) {
  const t = moderationWords[view.locale]
  return (
    <Notice view={view} kind="warning" live>
      <p>{t.blocked(longDate(view.locale, dayStart(until)))}</p>
      <p>{t.blockedWays}</p>
      <p>
        <a href={at(view, residentUrls.receipt)}>{t.blockedWhy}</a>
      </p>
    </Notice>
  )
}
