import type { IsoDate } from '#platform/calendar.ts'
import type { Committee, GivenMark, Mark, Share } from '../judging.ts'

/** Who looks, at marks. */
export interface Viewer {
  readonly id: string
  readonly isMember: boolean
  readonly isSecretariat: boolean
}

const afterMarking: ReadonlySet<string> = new Set(['meeting', 'settled', 'answering', 'published'])
const afterMeeting: ReadonlySet<string> = new Set(['settled', 'answering', 'published'])

/** Whether the marks lie open to the whole committee: once their last day is over, or the meeting has begun. */
export const liesOpen = ({ state, marksDueOn }: Committee, today: IsoDate): boolean =>
  afterMarking.has(state) || (state === 'marking' && today > marksDueOn)

/**
 * The only way from the marks of an item to a page, a file or an answer. Before one's own mark is in, the
 * others' are not there: neither their values nor their words. Drafts are their writer's alone. Whoever had
 * to leave an item to the others reads what they said once it is settled.
 */
export function seenMarks(
  viewer: Viewer,
  committee: Committee,
  marks: readonly Mark[],
  shares: readonly Share[],
  today: IsoDate,
): readonly Mark[] {
  const open = liesOpen(committee, today)
  return marks.filter((mark) => {
    if (mark.userId === viewer.id) return true
    if (mark.state !== 'given') return false
    if (viewer.isSecretariat) return open || mark.enteredBy === viewer.id
    if (!viewer.isMember) return false
    const mine = shares.find((s) => s.itemId === mark.itemId && s.userId === viewer.id)
    if (mine?.recused) return afterMeeting.has(committee.state)
    return open || hasGiven(viewer, marks, mark.itemId)
  })
}

const hasGiven = ({ id }: Viewer, marks: readonly Mark[], item: string) =>
  marks.some((one) => one.userId === id && one.itemId === item && one.state === 'given')

/** Who has handed in, without what: for the secretariat's list of who is still to come. */
export const handedIn = (marks: readonly Mark[], item: string): ReadonlySet<string> =>
  new Set(marks.filter((m) => m.itemId === item && m.state === 'given').map(({ userId }) => userId))

/** How often each value was given; never a mean of them. */
export function spread(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const given = marks.filter((mark): mark is GivenMark => mark.state === 'given')
  for (const { verdict } of given) counts.set(verdict.value, (counts.get(verdict.value) ?? 0) + 1)
  return counts
}
