import { contentFields, type ItemContent } from '../item.ts'
import type { Audience, FiscalYear, LevelNames, PlanText, Translations } from '../plan.ts'

/**
 * 取込票 — the one row model that every way into a plan ends in: scanned text, workbook, Word table,
 * pasted cells, JSON, CSV. One row is one item, with the measure and heading above it.
 */
export interface Row {
  /** Where it stands in what was handed in, for people: 「シート『計画』6行目」, 「24行目」. */
  readonly place: string
  readonly measure: {
    readonly number: number
    readonly title: string
    readonly translations?: Translations<'title'>
  }
  readonly group: {
    readonly audience: Audience | null
    readonly text: string
    readonly translations?: Translations<'text'>
  }
  /** 1-3; counted by the reader where the input has no number. */
  readonly code: string
  /**
   * The id of the item in a workbook that Tomoni wrote: finds the item again after its title
   * changed.
   */
  readonly id?: string
  readonly content: ItemContent
}

export const questionFields = [
  'aim',
  'purpose',
  'measure',
  'audience',
  'group',
  'lead',
  'title',
  'description',
  'departments',
] as const
export type QuestionField = (typeof questionFields)[number]

/** What cannot be known from the input alone. Never guessed: asked, with the original beside it. */
export interface Question {
  /**
   * Stable over two readings of the same input: `lead:3-1`, `title:1-1`. Answers are keyed by it.
   */
  readonly key: string
  /** The item, or the first item beneath the heading or measure; '' for the head of the plan. */
  readonly code: string
  readonly field: QuestionField
  readonly reason:
    | 'mark-missing'
    | 'title-cut'
    | 'table-head-broken'
    | 'audience-unreadable'
    | 'text-broken'
    | 'department-missing'
  /** The lines as they were handed in. */
  readonly original: string
  readonly place: string
  /** What the reader has seen so far; never taken over without a person's word. */
  readonly seen: string
}

/** A fault of the input itself: must be mended in the file. Names sheet and cell, or line. */
export interface InputFault {
  readonly place: string
  /** A key of the messages, with what was found. */
  readonly fault:
    | 'unknown-lead'
    | 'unknown-commitment'
    | 'unknown-audience'
    | 'unknown-direction'
    | 'unknown-code'
    | 'not-a-number'
    | 'not-a-date'
    | 'too-long'
    | 'required'
    | 'duplicate-code'
    | 'duplicate-id'
    | 'duplicate-column'
    | 'measure-differs'
    | 'unknown-column'
    | 'missing-column'
    | 'unreadable'
    | 'nothing-found'
  readonly found: string
}

/**
 * Worth telling, but nothing needs mending: the rest was read. Every other fault stops the import.
 */
export const isNote = (fault: InputFault): boolean => fault.fault === 'unknown-column'

export interface Head extends PlanText {
  readonly fiscalYear: FiscalYear | null
  readonly goals: readonly string[]
  readonly levels?: LevelNames
  readonly translations?: Translations<keyof PlanText> & {
    readonly [L in 'easy' | 'en' | 'ko']?: { readonly goals?: readonly string[] }
  }
}

/** A whole reading of one input. Head fields are absent where the input does not speak of them. */
export interface Reading {
  readonly head: Partial<Head>
  readonly rows: readonly Row[]
  readonly questions: readonly Question[]
  readonly faults: readonly InputFault[]
  /**
   * Lines that became nothing, shown so that nobody has to trust the reader: noise, page numbers.
   */
  readonly skipped?: readonly { readonly place: string; readonly text: string }[]
  /**
   * What the input speaks of; absent is everything. A list of titles must not empty the budgets.
   */
  readonly fields?: readonly RowField[]
}

/**
 * Everything of a row that can differ between two plans. `code` only where the place of an item in
 * the plan can be told from the input, by its number or by the measures and headings around it.
 */
export const rowFields = ['code', 'measure', 'audience', 'group', ...contentFields] as const
export type RowField = (typeof rowFields)[number]

/**
 * Answers by the key of the question: `departments` as names joined by 、, `lead` as ★ ● ◎,
 * `audience` as 市民, 職員 or なし, all else as text.
 */
export type Answers = Readonly<Record<string, string>>
