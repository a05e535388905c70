import type { ItemStanding } from '#domains/progress/index.ts'
import { standings } from '#domains/progress/index.ts'
import { eraDate, eraFiscalYear, localDate } from '#platform/calendar.ts'
import { plain } from '#platform/ruby.ts'
import type { Bar, Code, Counted, Photo, Tone } from '#platform/sheet.ts'
import type { SiteProfile } from '#platform/site.ts'
import type { ChosenPicture, Figures, Issue, ItemFigure } from '../publication.ts'
import { shortened } from '../rules/shorten.ts'
import { ja as t } from './ja.ts'

/** What stands around an edition and is not of its record. */
export interface Around {
  readonly site: SiteProfile
  readonly code: Code
}

export const tones: Readonly<Record<ItemStanding, Tone>> = {
  done: 'done',
  'on-track': 'good',
  behind: 'care',
  'not-started': 'idle',
  stopped: 'stop',
  'not-assessable': 'unsure',
  unreported: 'silent',
}

/** The states that occur, in their order; none is left out that has an item. */
export const counted = (counts: Figures['counts']): Counted[] =>
  standings.flatMap((one) =>
    counts[one] > 0 ? [{ tone: tones[one], word: t.standings[one], count: counts[one] }] : [],
  )

export const bars = ({ measures }: Figures): Bar[] =>
  measures.map(({ number, title, total, counts }) => ({
    lead: `${t.measure}${number}`,
    label: title,
    total,
    parts: counted(counts),
  }))

export const shapes = { citizens: 'star', city: 'disc', both: 'ring' } as const
export const day = (date: string) => eraDate(date).replace(/\(.\)$/, '')
export const issued = ({ at }: Issue) => localDate(at)
export const nameOf = (issue: Issue) =>
  `${eraFiscalYear(issue.fiscalYear)} ${plain(issue.content.title)}`
export const numbered = (issue: Issue) =>
  issue.corrects
    ? `${t.edition(issue.number)}(${t.edition(issue.corrects.number)}の訂正)`
    : t.edition(issue.number)
export const contactOf = (site: SiteProfile) =>
  `${site.unit.ja}${site.phone ? ` 電話 ${site.phone}` : ''}`
export const proof = (issue: Issue) => (issue.isProof ? { stamp: '校正' } : {})

export const photoOf = ({ title, caption, by }: ChosenPicture): Photo => ({
  alt: title,
  caption,
  credit: by ? t.credit(by) : '',
})

export const alarmLines = (items: readonly ItemFigure[]): readonly string[] =>
  items.flatMap(({ code, title, alarms, explanations }) =>
    alarms.length === 0
      ? []
      : [
          `${code} ${title}: ${alarms.map(({ kind, measure }) => t.alarm[kind](measure)).join('、')}${explanations[0] ? `。担当から: ${explanations[0]}` : ''}`,
        ],
  )

export const resultOf = (item: ItemFigure, most: number) =>
  item.result ? shortened(item.result, most) : item.standing === 'unreported' ? t.unreported : ''
