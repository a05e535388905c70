import type { Id } from '#platform/id.ts'

/** 年次計画 — a city's yearly action plan, from its first draft to the archive. */
export type PlanId = Id<'pln'>
/** 施策 — what the city sets out to reach. */
export type MeasureId = Id<'mea'>
/** 項目群 — one sentence of intent (■ in print) with the items beneath it. */
export type GroupId = Id<'grp'>
/** 項目 — one commitment of one year. What it was last year is another item, joined by lineage. */
export type ItemId = Id<'itm'>

/** Fiscal years begin on 1 April and are named by the year in which they begin: 2012 is 平成24年度. */
export type FiscalYear = number

export const planStates = [
  'drafting',
  'public-comment',
  'council-review',
  'decided',
  'published',
  'in-progress',
  'midterm',
  'closing',
  'evaluated',
  'archived',
] as const
export type PlanState = (typeof planStates)[number]

/** States in which anyone may read the plan. A draft out for public comment is public as a draft. */
export const publicStates = [
  'public-comment',
  'published',
  'in-progress',
  'midterm',
  'closing',
  'evaluated',
  'archived',
] as const satisfies readonly PlanState[]

/** States in which the text is being made and may be changed freely. */
export const openStates = ['drafting', 'public-comment', 'council-review'] as const

/** From publication on the text is frozen: it changes by dated amendments only. */
export const frozenStates = ['published', 'in-progress', 'midterm', 'closing'] as const

export const locales = ['ja', 'easy', 'en', 'ko'] as const
export type Locale = (typeof locales)[number]

/** Texts in the languages other than Japanese; a missing one is shown in Japanese and marked so. */
export type Translations<Field extends string> = {
  readonly [L in Exclude<Locale, 'ja'>]?: { readonly [F in Field]?: string }
}

export interface LevelNames {
  readonly measure: string
  readonly group: string
  readonly item: string
}

export interface PlanText {
  readonly title: string
  readonly subtitle: string
  readonly purpose: string
  readonly aim: string
}

interface PlanBase extends PlanText {
  readonly id: PlanId
  readonly version: number
  readonly fiscalYear: FiscalYear
  readonly goals: readonly string[]
  readonly levels: LevelNames
  readonly translations: Translations<keyof PlanText> & {
    readonly [L in Exclude<Locale, 'ja'>]?: { readonly goals?: readonly string[] }
  }
  /** Everyone who wrote on the draft: none of them may decide it (職務分掌). */
  readonly authors: readonly string[]
  /** Last day for comments; set while the draft is, or was, out for public comment. */
  readonly commentUntil: string | null
}

/** 決裁: on which day and by whom. */
interface Decided {
  readonly decidedOn: string
  readonly decidedBy: string
}
interface Published extends Decided {
  readonly publishedOn: string
}

type In<S extends PlanState, Known> = S extends S ? Known & { readonly state: S } : never

/** Each state holds what is known in it: an undecided plan has no day of decision to show. */
export type Plan =
  | In<'drafting' | 'council-review', PlanBase>
  | In<'public-comment', PlanBase & { readonly commentUntil: string }>
  | In<'decided', PlanBase & Decided>
  | In<(typeof frozenStates)[number] | 'evaluated' | 'archived', PlanBase & Published>

/** Whom a heading speaks to: 市民 or 職員, or everyone. */
export const audiences = ['citizens', 'staff'] as const
export type Audience = (typeof audiences)[number]

export interface Measure {
  readonly id: MeasureId
  readonly number: number
  readonly title: string
  readonly translations: Translations<'title'>
}

export interface ItemGroup {
  readonly id: GroupId
  readonly measureId: MeasureId
  readonly audience: Audience | null
  readonly text: string
  readonly translations: Translations<'text'>
}
