/** What a place in a text gives away about a person. */
export const personalKinds = [
  'name',
  'address',
  'phone',
  'mail',
  'plate',
  'my-number',
  'bank',
  'birth',
  'account',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** A place in a text. Offsets are those of JavaScript strings, never within a character. */
export interface Span {
  readonly from: number
  /** Behind the last character. */
  readonly to: number
  readonly kind: PersonalKind
  /** As it stands in the text. */
  readonly text: string
  /** 0 to 1: how sure the machine is. A person decides. */
  readonly confidence: number
  /** 伏字: what could stand there instead. */
  readonly proposal: string
}

/** A finding in the folded text, before it is carried back to the text as it was written. */
export interface Finding {
  readonly from: number
  readonly to: number
  readonly kind: PersonalKind
  readonly confidence: number
  /** In words of the folded text. */
  readonly proposal: string
}
