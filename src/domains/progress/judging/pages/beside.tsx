import { Part } from '#design/masthead.tsx'
import { Table } from '#design/table.tsx'
import type { TimelineEntry } from '#design/timeline.tsx'
import type { View } from '#design/view.ts'
import { dayStart, fiscalYearIn } from '#platform/calendar.ts'
import { layers } from '../judging.ts'
import { messages } from '../messages/public.ts'
import { type Judged, movedSince, saidIn, yearBefore } from '../rules/course.ts'
import { layersDiffer } from '../rules/year.ts'
import { urls } from '../urls.ts'
import { sayings, ThreeLayers } from './layers.tsx'
import { StepBadge } from './parts.tsx'

export interface JudgedProps {
  readonly view: View
  /** Of this item and those from which it came, newest first. */
  readonly all: readonly Judged[]
}

/** Beside an item of the plan: what the three layers said last, and over the years. */
export function JudgedBeside({ view, all }: JudgedProps) {
  const t = messages[view.locale]
  const [newest] = all
  if (!newest) return null
  const { committee } = newest.year
  return (
    <Part
      view={view}
      id="judgement"
      title={t.title}
      over={whenIn(view, newest)}
      more={{ text: t.toJudgement, path: urls.public(committee.fiscalYear) }}
    >
      <h3 class="unseen">{t.occasions[committee.occasion]}</h3>
      <ThreeLayers view={view} said={saidIn(newest)} waived={newest.judged.waived} />
      {all.length > 1 && <OverYears view={view} all={all} />}
    </Part>
  )
}

/** One row a judgement: the layers, and in words what differs between them and from the year before. */
function OverYears({ view, all }: JudgedProps) {
  const t = messages[view.locale]
  return (
    <Table
      view={view}
      caption={t.overYears}
      columns={[
        { label: t.year, role: 'heading', cell: (one) => whenIn(view, one) },
        ...layers.map((layer) => ({
          label: t.short[layer],
          cell: (one: Judged) => {
            const said = saidIn(one)[layer]
            return said ? <StepBadge step={said.step} /> : '—'
          },
        })),
        { label: t.difference, cell: (one) => <Words view={view} all={all} one={one} /> },
      ]}
      rows={all}
    />
  )
}

function Words({ view, all, one }: JudgedProps & { readonly one: Judged }) {
  const t = messages[view.locale]
  const said = saidIn(one)
  const before = yearBefore(all, one)
  const moved = before ? movedSince(said, saidIn(before)) : []
  const lines = [
    ...(layersDiffer(said) ? [t.differs] : []),
    ...moved.map((m) => t.changed(t.short[m.layer], m.before, m.after)),
  ]
  return lines.length ? (
    <ul class="bullets">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  ) : (
    <span class="soft">{t.noDifference}</span>
  )
}

const whenIn = (view: View, { year: { committee } }: Judged): string =>
  `${fiscalYearIn(view.locale, committee.fiscalYear)} ${messages[view.locale].occasions[committee.occasion]}`

/** What was judged as it stands among all else that happened to the item in this year. */
export const judgedEntries = (
  view: View,
  all: readonly Judged[],
  fiscalYear: number,
): readonly TimelineEntry[] =>
  all.flatMap((one): TimelineEntry[] => {
    const { committee } = one.year
    if (committee.state !== 'published' || committee.fiscalYear !== fiscalYear) return []
    const t = messages[view.locale]
    const said = saidIn(one)
    const answered = one.judged.remarks.filter(({ state }) => state === 'approved').length
    const words = sayings(t, said)
    // An item that no layer judged has its day in the year, and nothing to say.
    const told = [
      words && `${words}${t.stop}`,
      layersDiffer(said) && `${t.differs}${t.stop}`,
      answered > 0 && t.toldRemarks(answered),
    ].filter(Boolean)
    return [
      {
        date: dayStart(committee.publishedOn),
        title: t.told(t.occasions[committee.occasion]),
        ...(told.length > 0 && { text: <p>{told}</p> }),
      },
    ]
  })
