import type { Id } from '#platform/id.ts'

/** お便り — what the city writes to those who asked for it. */
export type IssueId = Id<'nws'>
export type SubscriberId = Id<'sub'>

export const tongues = ['ja', 'easy', 'en', 'ko'] as const
export type Tongue = (typeof tongues)[number]

export interface PageLink {
  readonly text: string
  /** A page of this site: /plans/2013/items/1-1. */
  readonly path: string
}

/** One issue in one language. */
export interface Written {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Japanese is always there; links are the same in every language, each page speaks for itself. */
export interface Content {
  readonly ja: Written
  readonly easy?: Written
  readonly en?: Written
  readonly ko?: Written
  readonly links: readonly PageLink[]
}

/** To whom: everybody, or those of a district (by its id), or of any of these topics. */
export interface Segment {
  readonly district: string | null
  readonly topics: readonly string[]
}

export const issueStates = ['draft', 'submitted', 'approved', 'sending', 'sent', 'dropped'] as const
export type IssueState = (typeof issueStates)[number]

interface Core {
  readonly id: IssueId
  readonly version: number
  readonly content: Content
  readonly segment: Segment
  readonly authors: readonly string[]
  readonly writtenAt: Date
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  /** Why it was sent back. */
  readonly note: string
  readonly sentAt: Date | null
  /** How many the confirmation promised, and how many were posted so far. */
  readonly counted: number | null
  readonly posted: number
  readonly cursor: string
}

/** 号 */
export type Issue = { [S in IssueState]: Core & { readonly state: S } }[IssueState]

/** What somebody asked for. */
export interface Wish {
  readonly locale: Tongue
  readonly topics: readonly string[]
  readonly district: string | null
}

export interface Topic {
  readonly key: string
  readonly title: Readonly<Record<Tongue, string>>
}

/** 同意の文 by its version: a change of the words is a new version, the old ones stay readable here. */
export const consentVersion = '2026-11'

/** What a reader of this language gets, and in which language it is: Japanese where nobody wrote it. */
export function writtenIn(
  content: Content,
  locale: Tongue,
): { readonly text: Written; readonly tongue: Tongue } {
  const own = content[locale]
  if (own) return { text: own, tongue: locale }
  if (locale === 'ko' && content.en) return { text: content.en, tongue: 'en' }
  return { text: content.ja, tongue: 'ja' }
}
