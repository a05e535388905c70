import type { FiscalYear, ItemId, PlanId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { ScaleId } from '../progress.ts'

/** 委員会の年 — one judging of one plan with its committee. Also the scheme for which reviewers are appointed. */
export type CommitteeId = Id<'cmt'>
export type JudgementId = Id<'jdg'>
/** 委員会の意見 — each has an answer of the city. */
export type RemarkId = Id<'rmk'>
export type WaiverId = Id<'wav'>

export const committeeStates = [
  'preparing',
  'papers-out',
  'marking',
  'meeting',
  'settled',
  'answering',
  'published',
] as const
export type CommitteeState = (typeof committeeStates)[number]

/** When a year is judged: 中間点検, or once it is over. */
export const occasions = ['midterm', 'final'] as const
export type Occasion = (typeof occasions)[number]

/** 自己評価、内部評価(推進本部)、外部評価(委員会). Each stands by itself. */
export const layers = ['section', 'secretariat', 'committee'] as const
export type Layer = (typeof layers)[number]

/** 今後の方向性 of an item: 継続・拡充・縮小・統合・完了・廃止. */
export const courses = ['continue', 'expand', 'reduce', 'merge', 'finish', 'abolish'] as const
export type Course = (typeof courses)[number]

/** What one layer, or one member, says of one item. */
export interface Verdict {
  /** The code of a step of the year's scale; empty while nobody has chosen. */
  readonly value: string
  readonly comment: string
  readonly course: Course | null
}
/** What a meeting, or a typist, had before them: when it was last written, or nothing. */
export type Seen = string
export const seenAt = (at: Date | undefined): Seen => at?.toISOString() ?? ''

export const emptyVerdict: Verdict = { value: '', comment: '', course: null }

/** What the secretariat sets for a judging. */
export interface CommitteeText {
  readonly name: string
  readonly scaleId: ScaleId
  readonly papersOn: IsoDate
  /** The last day for marks. From the next day on all members see all marks. */
  readonly marksDueOn: IsoDate
  readonly meetingOn: IsoDate
  /** How many members look at each item at least. */
  readonly leastMembers: number
}

interface Judged extends CommitteeText {
  readonly id: CommitteeId
  readonly version: number
  readonly planId: PlanId
  readonly fiscalYear: FiscalYear
  readonly occasion: Occasion
}
type In<S extends CommitteeState> = S extends S ? Judged & { readonly state: S } : never
export type Committee =
  | In<Exclude<CommitteeState, 'published'>>
  | (Judged & { readonly state: 'published'; readonly publishedOn: IsoDate })

export type OwnLayer = Exclude<Layer, 'committee'>
interface JudgementBase {
  readonly id: JudgementId
  readonly version: number
  readonly committeeId: CommitteeId
  readonly itemId: ItemId
  readonly layer: OwnLayer
  /** The section that is asked, as the plan names it. */
  readonly asked: string
  readonly verdict: Verdict
}
/** The city's own word on one item: of its section, or of the secretariat. */
export type Judgement =
  | (JudgementBase & { readonly state: 'drafting' })
  | (JudgementBase & { readonly state: 'given'; readonly givenAt: Date; readonly givenBy: string })

/** Why a layer is left out: of one item, or of the whole year where no item is named. */
export interface Waiver {
  readonly id: WaiverId
  readonly committeeId: CommitteeId
  readonly layer: Layer
  readonly itemId: ItemId | null
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** 委員 — a person with the role `reviewer` for this committee. */
export interface Member {
  readonly committeeId: CommitteeId
  readonly userId: string
  /** For whom they speak: 公募、学識経験者、団体の推薦. */
  readonly capacity: string
  readonly dutyId: string
  readonly joinedOn: IsoDate
  readonly leftOn: IsoDate | null
}

/** 分担: one item for one member, who may have to leave it to the others. */
export interface Share {
  readonly committeeId: CommitteeId
  readonly itemId: ItemId
  readonly userId: string
  readonly recused: { readonly reason: string; readonly by: string; readonly at: Date } | null
}

interface MarkBase {
  readonly committeeId: CommitteeId
  readonly itemId: ItemId
  readonly userId: string
  readonly verdict: Verdict
  /** The member, or whoever of the secretariat typed it in from paper. */
  readonly enteredBy: string
}
/** 採点 — one member's own. */
export type Mark =
  | (MarkBase & { readonly state: 'drafting' })
  | (MarkBase & { readonly state: 'given'; readonly givenAt: Date })
export type GivenMark = Extract<Mark, { state: 'given' }>

export const onPaper = (mark: Mark): boolean => mark.enteredBy !== mark.userId

/** 外部評価 — what the meeting settled of one item. */
export interface Settlement {
  readonly committeeId: CommitteeId
  readonly itemId: ItemId
  readonly verdict: Verdict & { readonly course: Course }
  readonly settledAt: Date
  readonly settledBy: string
}

/** 採用・一部採用・不採用. */
export const stances = ['adopted', 'partly', 'not-adopted'] as const
export type Stance = (typeof stances)[number]

/** What became of it: an amendment of this plan, or an item of the next one. */
export interface Follow {
  readonly kind: 'amendment' | 'item'
  readonly id: string
}
export interface Answer {
  readonly stance: Stance | null
  readonly reason: string
  readonly follow: Follow | null
}

interface RemarkBase {
  readonly id: RemarkId
  readonly version: number
  readonly committeeId: CommitteeId
  readonly itemId: ItemId
  /** The committee's own comment, or a minority's. */
  readonly kind: 'committee' | 'minority'
  readonly position: number
  readonly text: string
  /** The section that answers. */
  readonly section: string
  readonly answer: Answer
}
interface Answered extends RemarkBase {
  readonly answeredAt: Date
  readonly answeredBy: string
}
export type Remark =
  | (RemarkBase & { readonly state: 'open' | 'drafted' })
  | (Answered & { readonly state: 'submitted' })
  | (Answered & { readonly state: 'returned'; readonly returnReason: string })
  | (Answered & {
      readonly state: 'approved'
      readonly approvedAt: Date
      readonly approvedBy: string
    })
export type RemarkState = Remark['state']
