import type { ItemContent } from '../item.ts'
import type { Audience, FiscalYear, LevelNames, PlanText, Translations } from '../plan.ts'

/**
 * 取込票 — the one row model that every way into a plan ends in: scanned text, workbook, Word table,
 * pasted cells, JSON, CSV. One row is one item, with the measure and heading above it.
 */
export interface Row {
  /** Where it stands in what was handed in, for people: 「シート『計画』6行目」, 「24行目」. */
  readonly place: string
  readonly measure: { readonly number: number; readonly title: string; readonly translations?: Translations<'title'> }
  readonly group: { readonly audience: Audience | null; readonly text: string; readonly translations?: Translations<'text'> }
  /** 1-3; counted by the reader where the input has no number. */
  readonly code: string
  /** The id of the item in a workbook that Tomoni wrote: finds the item again after its title changed. */
  readonly id?: string
  readonly content: ItemContent
}

/** What cannot be known from the input alone. Never guessed: asked, with the original beside it. */
export interface Question {
  /** Stable over two readings of the same input: `lead:3-1`, `title:1-1`. Answers are keyed by it. */
  readonly key: string
  readonly code: string
  readonly field: 'lead' | 'title' | 'description' | 'departments' | 'audience' | 'group' | 'measure'
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
    | 'not-a-number'
    | 'not-a-date'
    | 'too-long'
    | 'required'
    | 'duplicate-code'
    | 'unknown-column'
    | 'missing-column'
    | 'unreadable'
    | 'nothing-found'
  readonly found: string
}

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
}

/** Answers by the key of the question; for `departments` names joined by 、, for `lead` ★ ● ◎. */
export type Answers = Readonly<Record<string, string>>
