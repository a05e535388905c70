import type { IsoDate } from '#platform/calendar.ts'
import { no, type Result, yes } from '#platform/result.ts'
import type { Reach } from '../roles.ts'
import { overlap } from '../rules.ts'
import type { Assignment, Department, Person } from '../staff.ts'
import { periodOn } from './tree.ts'

const refused = (reason: string, place?: string): Result<never> =>
  no({ kind: 'refused', reason, ...(place !== undefined && { place }) })

interface Span {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** From a first to a last day, in that order, and not beyond the day on which the person leaves. */
export function soundSpan({ from, until }: Span, { leftOn }: Pick<Person, 'leftOn'>): Result<null> {
  if (until !== null && until < from) return refused('end-before-begin', `${from} – ${until}`)
  if (leftOn !== null && (until === null || until > leftOn)) return refused('person-left', leftOn)
  return yes(null)
}

/** A post in a section that is there on its first day, and one main post at a time. */
export function soundPost(
  tree: readonly Department[],
  others: readonly Assignment[],
  post: Pick<Assignment, 'department' | 'isMain' | 'from' | 'until' | 'post'>,
): Result<null> {
  const section = periodOn(tree, post.department, post.from)
  if (!section || section.kind === 'collective') return refused('section-not-there', post.from)
  const shared = others.filter((other) => overlap(other, post))
  const main = post.isMain && shared.find((other) => other.isMain)
  if (main) return refused('two-main-posts', `${main.post} ${main.from} – ${main.until ?? ''}`)
  const twice = shared.find((o) => o.department === post.department && o.post === post.post)
  return twice ? refused('already-held', `${twice.post} ${twice.from}`) : yes(null)
}

/** A role of a section, district or scheme names it, and no role names what it does not reach. */
export function soundPlace(
  reach: Reach,
  place: { readonly department: string | null; readonly district: string | null } & {
    readonly scheme: string | null
  },
): Result<null> {
  const given = { section: place.department, district: place.district, scheme: place.scheme }
  if (reach !== 'city' && !given[reach]) return refused('role-needs-place', reach)
  const foreign = (['section', 'district', 'scheme'] as const).find(
    (one) => one !== reach && given[one],
  )
  return foreign ? refused('role-without-place', foreign) : yes(null)
}
