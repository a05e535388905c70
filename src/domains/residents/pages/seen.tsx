import { longDate } from '#design/dates.ts'
import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { View } from '#design/view.ts'
import type { Assist, Opening } from '../resident.ts'
import { said, wordsOf } from './fields.tsx'

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
})
export const moment = (view: View, at: Date) => `${longDate(view.locale, at)} ${clock.format(at)}`

export interface SeenProps {
  readonly view: View
  readonly openings: readonly Opening[]
  readonly assists: readonly Assist[]
}

/** Opened by whom, when and why; and what was done in one's place. The person sees what the auditor sees. */
export function Seen({ view, openings, assists }: SeenProps) {
  const { seen: t, me, mine, receipt } = wordsOf(view)
  const kinds: Readonly<Record<string, string>> = {
    ...me.contactKinds,
    addition: receipt.additions,
  }
  const and = view.locale === 'ja' || view.locale === 'easy' ? '、' : ', '
  return (
    <>
      <Part view={view} id="seen" title={t.title}>
        {openings.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            view={view}
            caption={t.title}
            quietCaption
            rows={openings}
            columns={[
              { label: t.when, cell: (o) => moment(view, o.at) },
              { label: t.who, cell: (o) => o.who },
              { label: t.purpose, cell: (o) => t.purposes[o.purpose] },
              { label: t.reason, cell: (o) => o.reason },
              {
                label: t.fields,
                cell: (o) => o.fields.map((field) => kinds[field] ?? field).join(and),
              },
            ]}
          />
        )}
      </Part>
      {assists.length > 0 && (
        <Part view={view} id="assists" title={t.assists}>
          <Table
            view={view}
            caption={t.assists}
            quietCaption
            rows={assists}
            columns={[
              { label: t.when, cell: (a) => moment(view, a.startedAt) },
              { label: t.who, cell: (a) => a.who },
              { label: t.purpose, cell: (a) => t.purposes[a.purpose] },
              { label: t.reason, cell: (a) => a.reason },
              {
                label: t.acts,
                cell: (a) =>
                  a.acts.map(({ act }) => said(t.actNames, act)).join(' / ') || mine.none,
              },
            ]}
          />
        </Part>
      )}
    </>
  )
}
