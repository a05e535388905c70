/**
 * A page that is designed rather than flowing: a bulletin of two pages, slides for a screen. Like a
 * document it says what stands there; how it looks is the typesetter's. Text may carry readings (ruby.ts).
 */
export type Sheet = Bulletin | Slides

/** How a thing stands: each has its shape, its colour and its word, and never speaks by one alone. */
export const tones = ['done', 'good', 'care', 'idle', 'stop', 'unsure', 'silent'] as const
export type Tone = (typeof tones)[number]

export interface Counted {
  readonly tone: Tone
  readonly word: string
  readonly count: number
}

/** One bar, whose parts add up to its total. */
export interface Bar {
  readonly lead: string
  readonly label: string
  readonly total: number
  readonly parts: readonly Counted[]
}

interface Printed {
  /** Of the file, for those who do not see the page. */
  readonly name: string
  readonly author: string
  /** BCP 47. */
  readonly lang: string
  /** ISO date: fixes the bytes. */
  readonly date: string
  /** Across the corner while it is not final: 校正. */
  readonly stamp?: string
}

export interface Told {
  readonly title: string
  readonly text: string
}

/** A QR code's modules, row by row, with the address that it says in letters beneath. */
export interface Code {
  readonly rows: readonly (readonly boolean[])[]
  readonly address: string
  readonly says: string
}

/** A photograph. Its bytes, a JPEG, are given beside the sheet: what is said of it here is text. */
export interface Photo {
  /** What one sees, for those who do not. */
  readonly alt: string
  /** Below it, where there is one. */
  readonly caption: string
  /** Whose it is. */
  readonly credit: string
}

export interface Row {
  readonly code: string
  readonly title: string
  readonly section: string
  readonly shape: 'star' | 'disc' | 'ring' | 'none'
  readonly word: string
  readonly tone: Tone
  readonly state: string
  readonly text: string
}

/** 広報紙面: one page, or two where it has a table. */
export interface Bulletin extends Printed {
  readonly kind: 'bulletin'
  readonly kicker: string
  readonly over: string
  readonly title: string
  /** Set vertically, from right to left. */
  readonly slogan: readonly string[]
  readonly sloganName: string
  readonly total: { readonly word: string; readonly count: number; readonly unit: string }
  readonly counts: readonly Counted[]
  readonly asOf: string
  readonly story: Told
  /** Above the story; its height follows the room that the words leave. */
  readonly photo: Photo | null
  readonly told: readonly Told[]
  readonly chart: {
    readonly title: string
    readonly says: string
    readonly bars: readonly Bar[]
  } | null
  readonly table: {
    readonly title: string
    readonly heads: readonly [lead: string, item: string, state: string, text: string]
    readonly rows: readonly Row[]
    /** Said where not all of them have room. */
    readonly rest: string
  } | null
  readonly alarms: { readonly title: string; readonly lines: readonly string[] } | null
  readonly call: Told & { readonly contact: string; readonly code: Code }
  readonly foot: string
  /** For the printer: 3 mm bleed, crop marks, inks instead of light. */
  readonly press: boolean
}

export type Slide =
  | { readonly kind: 'cover'; readonly over: string; readonly title: string; readonly by: string }
  | {
      readonly kind: 'counts'
      readonly title: string
      readonly total: Bulletin['total']
      readonly counts: readonly Counted[]
      readonly foot: string
    }
  | {
      readonly kind: 'bars'
      readonly title: string
      readonly bars: readonly Bar[]
      readonly foot: string
    }
  | { readonly kind: 'photo'; readonly title: string; readonly photo: Photo; readonly foot: string }
  | { readonly kind: 'text'; readonly title: string; readonly text: string; readonly foot: string }
  | {
      readonly kind: 'list'
      readonly title: string
      readonly rows: readonly {
        readonly tone: Tone
        readonly state: string
        readonly text: string
      }[]
      readonly foot: string
    }
  | {
      readonly kind: 'call'
      readonly title: string
      readonly text: string
      readonly contact: string
      readonly code: Code
    }

/** 文字放送: 1920 × 1080, everything within the tenth that an old television cuts off. */
export interface Slides extends Printed {
  readonly kind: 'slides'
  readonly slides: readonly Slide[]
}

/** A sheet as it was set. */
export interface SetSheet {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Places whose text did not fit even in the smallest size: the page is not fit to print. */
  readonly overfull: readonly string[]
}
