import type { GroupId, ItemId, PlanId, Translations } from './plan.ts'

/** 主体: who leads. ★ citizens, ● the city, ◎ both. */
export const leads = ['citizens', 'city', 'both'] as const
export type Lead = (typeof leads)[number]
export const marks = { citizens: '★', city: '●', both: '◎' } as const satisfies Record<Lead, string>

/** 取組段階: how far the city commits itself, as the verb of the sentence says. Lowest first. */
export const commitments = ['consider', 'prepare', 'trial', 'implement', 'enhance'] as const
export type Commitment = (typeof commitments)[number]

/** Which way an indicator should move. */
export const directions = ['up', 'down', 'keep'] as const
export type Direction = (typeof directions)[number]

/** 指標. Values are decimal numbers in `unit`; null while nobody has set them. */
export interface Indicator {
  readonly name: string
  readonly unit: string
  readonly baseline: number | null
  readonly target: number | null
  readonly direction: Direction
}

/** 四半期: 4–6月, 7–9月, 10–12月, 1–3月. */
export const quarters = ['q1', 'q2', 'q3', 'q4'] as const
export type Schedule = Readonly<Record<(typeof quarters)[number], string>>
export const emptySchedule: Schedule = { q1: '', q2: '', q3: '', q4: '' }

/** What an item says: everything that its editor may change and that an amendment records. */
export interface ItemContent {
  readonly lead: Lead | null
  readonly title: string
  readonly description: string
  /** Names of departments, in the order of the plan. */
  readonly departments: readonly string[]
  /** 担当者: one person answers for the item, one more stands in. Names of posts or people. */
  readonly owner: string
  readonly deputy: string
  readonly commitment: Commitment | null
  /** ISO date until which a 検討 is to come to its conclusion. */
  readonly considerUntil: string | null
  readonly citizenRole: string
  readonly cityRole: string
  readonly indicators: readonly Indicator[]
  readonly schedule: Schedule
  readonly budgetYen: number | null
  /** 条文: as cited, 第9条第2項. */
  readonly articles: readonly string[]
  readonly translations: Translations<'title' | 'description' | 'citizenRole' | 'cityRole'>
}

export type ContentField = keyof ItemContent

/** The fields of an item's content in the order in which people read them. */
export const contentFields = [
  'lead',
  'title',
  'description',
  'departments',
  'owner',
  'deputy',
  'commitment',
  'considerUntil',
  'citizenRole',
  'cityRole',
  'indicators',
  'schedule',
  'budgetYen',
  'articles',
  'translations',
] as const satisfies readonly ContentField[]

export interface PlanItem extends ItemContent {
  readonly id: ItemId
  readonly version: number
  readonly planId: PlanId
  readonly groupId: GroupId
  /** 1-3: the measure's number and the item's place within the measure. */
  readonly code: string
}

/** 版: the item as one save left it. */
export interface Revision {
  readonly version: number
  readonly at: Date
  readonly actorId: string
  readonly content: ItemContent
}

export const emptyContent: ItemContent = {
  lead: null,
  title: '',
  description: '',
  departments: [],
  owner: '',
  deputy: '',
  commitment: null,
  considerUntil: null,
  citizenRole: '',
  cityRole: '',
  indicators: [],
  schedule: emptySchedule,
  budgetYen: null,
  articles: [],
  translations: {},
}
