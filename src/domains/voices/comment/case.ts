import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { Category } from './category.ts'

export type CaseId = Id<'vcc'>

/** なぜ意見を募るのか: a plan is made or changed, an ordinance, or the city asks of its own accord. */
export const bases = ['plan', 'ordinance', 'other'] as const
export type Basis = (typeof bases)[number]

interface CaseBase {
  readonly id: CaseId
  readonly version: number
  /** 2012-3 */
  readonly number: string
  readonly title: string
  readonly basis: Basis
  /** Why the matter is put before everybody, in the city's words. */
  readonly reason: string
  readonly section: string
  /** Where to send paper and ask: address, fax, telephone. */
  readonly contact: string
  readonly planYear: number | null
  readonly opensOn: IsoDate
  /** The last day, counted. */
  readonly closesOn: IsoDate
  /** Why the period is shorter than the terms say; published with it. */
  readonly shortReason: string
  /** Before it was put off. */
  readonly firstClosesOn: IsoDate | null
  readonly extendedReason: string
  /** 結果に添える言葉 */
  readonly resultNote: string
  /** 反映区分 of its own; null for those of the terms of its first day. */
  readonly categories: readonly Category[] | null
  readonly madeAt: Date
  readonly madeBy: string
}
type In<State extends string, More = object> = CaseBase & { readonly state: State } & More
interface HandedIn {
  readonly submittedBy: string
}
interface Approved extends HandedIn {
  readonly approvedBy: string
  readonly publishedOn: IsoDate
}

/** 意見募集の案件 */
export type CommentCase =
  | In<'planned'>
  | In<'ready'>
  | In<'open'>
  | In<'closed'>
  | In<'result-drafting'>
  | In<'result-submitted', HandedIn>
  | In<'published', Approved>
  | In<'archived', Approved>
export type CaseState = CommentCase['state']

/** Before the first day nobody outside hears of it. */
export const isAnnounced = ({ state }: Pick<CommentCase, 'state'>): boolean =>
  state !== 'planned' && state !== 'ready'

export const hasResult = (one: CommentCase): one is In<'published' | 'archived', Approved> =>
  one.state === 'published' || one.state === 'archived'

/** What somebody may write into a case before it begins. */
export type CasePlan = Pick<
  CommentCase,
  | 'title'
  | 'basis'
  | 'reason'
  | 'section'
  | 'contact'
  | 'planYear'
  | 'opensOn'
  | 'closesOn'
  | 'shortReason'
>

/** One paragraph of the draft or of the final text. */
export interface Passage {
  readonly no: number
  /** Empty before the first heading. */
  readonly chapter: string
  readonly text: string
  /** Where it begins in the printed document, where it came out of one; lines are counted on the page. */
  readonly page: number | null
  readonly line: number | null
}
export type Edition = 'draft' | 'final'

export interface CaseFile {
  readonly id: Id<'vcf'>
  readonly caseId: CaseId
  readonly name: string
  readonly key: string
  readonly mediaType: string
  readonly bytes: number
}
