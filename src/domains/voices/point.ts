import type { ItemId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'
import type { VoiceId } from './voice.ts'

/** 論点 — one thing that a voice says; each has a section and an answer, or a reason why it has none. */
export type PointId = Id<'vpt'>

/** By what moderation knows a public point. */
export const pointSubject = 'voice.point'

export const pointKinds = [
  'opinion',
  'proposal',
  'request',
  'complaint',
  'question',
  'thanks',
] as const
export type PointKind = (typeof pointKinds)[number]

/** 検討します: what the city promised, and by when it will say what came of it. */
export interface Promised {
  readonly text: string
  readonly followUpOn: IsoDate
}

/** What a section says to a point. `disposition` is a code of the city's 対応区分. */
export interface Answer {
  readonly text: string
  readonly disposition: string
  readonly promised: Promised | null
}
export const noAnswer: Answer = { text: '', disposition: '', promised: null }

/** What of a point can be read by anyone, before its 伏字. */
export const textsOf = ({
  gist,
  answer,
}: Pick<Point, 'gist' | 'answer'>): Readonly<Record<PublicText, string>> => ({
  gist,
  answer: answer.text,
  promise: answer.promised?.text ?? '',
})

/** The texts of a point that become public. */
export const publicTexts = ['gist', 'answer', 'promise'] as const
export type PublicText = (typeof publicTexts)[number]

/** 伏字: characters `from` until before `to` of one of its texts, counted in UTF-16 units. */
export interface Redaction {
  readonly of: PublicText
  readonly from: number
  readonly to: number
  /** The key of one of the city's grounds. */
  readonly ground: string
}

/** 公表の判断: by point, by a person, with one of the city's dated grounds where it is withheld. */
export type Decision =
  | { readonly kind: 'undecided' }
  | {
      readonly kind: 'shown'
      readonly redactions: readonly Redaction[]
      readonly by: string
      readonly at: Date
    }
  | {
      readonly kind: 'withheld'
      readonly ground: string
      readonly reason: string
      readonly by: string
      readonly at: Date
    }

interface Kept {
  readonly id: PointId
  readonly version: number
  readonly voice: VoiceId
  /** 1, 2, 3 … within the voice. */
  readonly no: number
  /** 要旨, by the city's hand, without persons. */
  readonly gist: string
  readonly kind: PointKind
  /** The key of one of the city's topics. */
  readonly topic: string
  readonly section: string
  readonly answer: Answer
  readonly decision: Decision
  readonly items: readonly ItemId[]
}
interface Submitted {
  readonly submittedBy: string
  readonly submittedAt: Date
}
interface Approved {
  readonly approvedBy: string
  readonly approvedAt: Date
}
interface Reasoned {
  readonly reason: string
}

/** Each state holds what is known in it. */
export type Point = Kept &
  (
    | { readonly state: 'assigned' }
    | { readonly state: 'drafting' }
    | ({ readonly state: 'submitted' } & Submitted)
    | ({ readonly state: 'returned' } & Submitted & Reasoned)
    | ({ readonly state: 'approved' } & Submitted & Approved)
    | ({ readonly state: 'answered' } & Submitted & Approved)
    /** 供覧: read by those it concerns, not answered, and the sender is told why. */
    | ({ readonly state: 'circulated' } & Reasoned)
    /** 移送: a matter of others (県, 国 …), handed over to them. */
    | ({ readonly state: 'transferred'; readonly to: string } & Reasoned)
    /** 対象外, on one of the city's grounds. */
    | ({ readonly state: 'declined'; readonly ground: string } & Reasoned)
  )
export type PointState = Point['state']

/** Nothing more will be said to it: the reply may go out. */
export const settled = ['approved', 'answered', 'circulated', 'transferred', 'declined'] as const
