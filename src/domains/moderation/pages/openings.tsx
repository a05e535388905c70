import { Timeline } from '#design/timeline.tsx'
import type { View } from '#design/view.ts'
import type { Opening, Purpose } from '../case.ts'

interface ListProps {
  readonly view: View
  readonly openings: readonly Opening[]
  readonly purposes: Readonly<Record<Purpose, string>>
}

/** Who opened, when, for what: for the desk and for whoever appealed. */
export const OpeningList = ({ view, openings, purposes }: ListProps) => (
  <Timeline
    view={view}
    entries={openings.map(({ at: date, who, purpose, reason }) => ({
      date,
      title: purposes[purpose],
      by: who,
      ...(reason && { text: <p class="lines">{reason}</p> }),
    }))}
  />
)
