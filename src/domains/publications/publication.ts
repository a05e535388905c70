import type { PlanId } from '#domains/plan/index.ts'
import type { Counts, ItemStanding, Period } from '#domains/progress/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 版 — a year's progress as it was published on a day, in every form from one record. */
export type EditionId = Id<'edn'>

export const tongues = ['ja', 'easy', 'en', 'ko'] as const
export type Tongue = (typeof tongues)[number]
/** Short versions are written by people, one for each of these. */
export const shortTongues = ['easy', 'en', 'ko'] as const
export type ShortTongue = (typeof shortTongues)[number]

/** What an edition may show beside its lead story. */
export const parts = ['measures', 'items', 'alarms', 'voices'] as const
export type Part = (typeof parts)[number]

type Titles = Readonly<Partial<Record<ShortTongue, string>>>

/** One item of the year, frozen. */
export interface ItemFigure {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly titles: Titles
  readonly measure: number
  readonly lead: 'citizens' | 'city' | 'both' | null
  readonly section: string
  readonly standing: ItemStanding
  /** The value on the city's own scale: 実施中. */
  readonly value: string
  readonly result: string
  readonly period: Period | null
  readonly on: IsoDate | null
  readonly alarms: readonly { readonly kind: AlarmKind; readonly measure: number | string }[]
  readonly explanations: readonly string[]
  /** What the other side says of its own part, where it leads or shares. */
  readonly group: {
    readonly name: string
    readonly standing: ItemStanding
    readonly value: string
    readonly result: string
  } | null
}
export type AlarmKind = 'silent' | 'stalled' | 'off-line' | 'no-owner'

export interface MeasureFigure {
  readonly number: number
  readonly title: string
  readonly titles: Titles
  readonly total: number
  readonly counts: Counts
}

/** Every figure of an edition, taken once from the reports; no form counts anything itself. */
export interface Figures {
  readonly fiscalYear: number
  readonly plan: string
  /** The day of which this is the picture. */
  readonly asOf: IsoDate
  readonly total: number
  readonly counts: Counts
  readonly measures: readonly MeasureFigure[]
  readonly items: readonly ItemFigure[]
  /** Editions of before there were voices have none. */
  readonly voices?: VoicesOfYear
}

/** 市民の声 of the year, frozen: points by where they are, and answers as they were public. */
export interface VoicesOfYear {
  readonly texts: number
  readonly sums: Readonly<
    Record<'open' | 'deciding' | 'shown' | 'withheld' | 'transferred', number>
  >
  readonly chosen: readonly {
    readonly number: string
    readonly gist: string
    readonly answer: string
    readonly section: string
  }[]
}

/** A picture of the year, as it is kept with what the reports say of it. */
export interface YearPicture {
  readonly id: string
  readonly title: string
  /** Where its bytes lie, by their hash: evidence/3f/3f2a… */
  readonly key: string
  readonly width: number
  readonly height: number
  /** Who handed it in. */
  readonly by: string
}

/** One that an editor may choose, with a smaller copy to choose it by. */
export interface OfferedPicture extends YearPicture {
  readonly smallKey: string
}

/** The one picture that an edition shows. Its key is the hash of its bytes: a record names exactly these. */
export interface ChosenPicture extends YearPicture {
  readonly caption: string
}

/** What people write. Readings are written {漢字|かんじ}. */
export interface Content {
  readonly kicker: string
  readonly title: string
  /** Up to four short lines, set vertically. */
  readonly slogan: readonly string[]
  readonly leadTitle: string
  readonly lead: string
  readonly went: string
  readonly next: string
  readonly call: string
  readonly parts: readonly Part[]
  readonly picture?: ChosenPicture
  readonly short: Readonly<Record<ShortTongue, string>>
}

/** How much has room on the page, in letters without their readings. */
export const room = {
  kicker: 20,
  title: 24,
  sloganLine: 10,
  sloganLines: 4,
  leadTitle: 20,
  lead: 420,
  went: 200,
  next: 200,
  call: 100,
  caption: 40,
  short: 1000,
} as const

/** Items that have room in the table of the bulletin; the report has them all. */
export const tableRoom = 24

export const editionStates = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'published',
  'dropped',
] as const
export type EditionState = (typeof editionStates)[number]

interface Core {
  readonly id: EditionId
  readonly version: number
  readonly planId: PlanId
  readonly fiscalYear: number
  readonly content: Content
  readonly figures: Figures
  readonly authors: readonly string[]
  readonly composedAt: Date
  readonly corrects: EditionId | null
  readonly correctionNote: string
  readonly submittedAt: Date | null
  readonly approvedAt: Date | null
  readonly note: string
}
export type Published = Core & {
  readonly state: 'published'
  readonly number: number
  readonly publishedAt: Date
  readonly hash: string
}
/** Each state holds what is known in it. */
export type Edition =
  | (Core & { readonly state: 'draft' | 'submitted' | 'approved' | 'dropped' })
  | (Core & { readonly state: 'scheduled'; readonly publishAt: Date })
  | Published

/** The forms of one record. `press` is for the printer and is not shown in public. */
export const forms = [
  'bulletin.pdf',
  'press.pdf',
  'report.pdf',
  'slides.pdf',
  'slides.zip',
  'data.csv',
  'data.json',
  'catalogue.jsonld',
] as const
export type FormName = (typeof forms)[number]

export const mediaTypes: Readonly<Record<FormName, string>> = {
  'bulletin.pdf': 'application/pdf',
  'press.pdf': 'application/pdf',
  'report.pdf': 'application/pdf',
  'slides.pdf': 'application/pdf',
  'slides.zip': 'application/zip',
  'data.csv': 'text/csv; charset=utf-8',
  'data.json': 'application/json',
  'catalogue.jsonld': 'application/ld+json',
}

/** What is kept and proved beside the forms, but not offered as one: each slide, and the picture. */
export type Piece = 'picture.jpg' | `slide-${string}.png`
export type KeptName = FormName | Piece
export const isPiece = (name: string): name is Piece =>
  name === 'picture.jpg' || /^slide-\d{2}\.png$/.test(name)

export const mediaTypeOf = (name: KeptName): string =>
  isPiece(name) ? (name === 'picture.jpg' ? 'image/jpeg' : 'image/png') : mediaTypes[name]

export interface Made {
  readonly form: KeptName
  readonly bytes: Uint8Array
}

/** An edition as it is to be made: with the number and moment that it has, or would have. */
export interface Issue {
  readonly id: EditionId
  readonly number: number
  readonly at: Date
  readonly fiscalYear: number
  readonly content: Content
  readonly figures: Figures
  readonly corrects: {
    readonly id: EditionId
    readonly number: number
    readonly note: string
  } | null
  /** Not published yet: every page says 校正. */
  readonly isProof: boolean
}

export interface Finding {
  readonly kind:
    | 'numbers'
    | 'room'
    | 'personal'
    | 'words'
    | 'short-empty'
    | 'text-empty'
    | 'answers'
    | 'figures-old'
    | 'overfull'
    | 'picture-gone'
    | 'words-hidden'
  /** Where: a field of the form, or nothing in particular. */
  readonly place: string
  /** What was found there. */
  readonly text: string
  /** Must be mended before anybody else sees it; else it has to be looked at. */
  readonly must: boolean
}
