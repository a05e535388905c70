import type { IsoDate } from '#platform/calendar.ts'
import type { Id } from '#platform/id.ts'

/** 根拠の写真と資料: a file that was handed in with a report. */
export type FileId = Id<'evf'>

interface Named {
  readonly id: FileId
  /** What one sees in it, or what it is: a picture is read aloud by this. */
  readonly title: string
  /** As it is saved under: safe, and ending as what it is. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** As anyone sees it once its report is public. */
export type ShownFile =
  | (Named & {
      readonly kind: 'picture'
      readonly width: number
      readonly height: number
      readonly takenOn: IsoDate | null
    })
  | (Named & { readonly kind: 'paper' })

export type ShownPicture = Extract<ShownFile, { kind: 'picture' }>

/** With where it lies, and who added it to which report. */
export type ReportFile = ShownFile & {
  readonly reportId: Id<'rpt'>
  readonly key: string
  /** The smaller of two, of pictures; else empty. */
  readonly smallKey: string
  readonly addedAt: Date
  readonly addedBy: string
}

/** A picture of a report that is public, for whoever prints it. */
export interface PlacedPicture {
  readonly id: FileId
  readonly itemId: Id<'itm'>
  readonly title: string
  readonly key: string
  readonly smallKey: string
  readonly width: number
  readonly height: number
  /** The section or group whose report it belongs to. */
  readonly by: string
}

/** The shelf of the store on which they lie. */
export const shelf = 'evidence'

/** Of each kind a report has at most so many: a reader looks through six. */
export const mostFiles = { picture: 6, paper: 6 } as const
/** So many are handed in at once. */
export const fileRows = 3

/** How wide a small picture is shown; its height follows. */
export function smallSize(
  { width, height }: { readonly width: number; readonly height: number },
  longest: number,
) {
  const share = Math.min(1, longest / Math.max(width, height))
  return { width: Math.round(width * share), height: Math.round(height * share) }
}
