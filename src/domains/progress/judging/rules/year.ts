import type { FiscalYear, Plan } from '#domains/plan/index.ts'
import type { Scale, ScaleStep } from '../../progress.ts'
import { stepOf } from '../../rules/report.ts'
import type { ItemProgress } from '../../rules/year.ts'
import {
  type Committee,
  type Course,
  type Judgement,
  type Layer,
  layers,
  type Mark,
  type Member,
  type Remark,
  type Settlement,
  type Share,
  type Verdict,
  type Waiver,
} from '../judging.ts'
import type { Lack, Named } from './missing.ts'
import { differ } from './verdict.ts'

/** What one layer says as it is shown: its value by the scale by which it was chosen. */
export interface Said {
  readonly step: ScaleStep | null
  readonly comment: string
  readonly course: Course | null
}
export interface LastYear {
  readonly fiscalYear: FiscalYear
  readonly said: Readonly<Partial<Record<Layer, Said>>>
}

/** Where an answer led, if what it led to may be seen. */
export interface Led {
  readonly kind: 'amendment' | 'item'
  readonly code: string
  readonly title: string
  readonly fiscalYear: FiscalYear
  readonly isPublic: boolean
}

export interface JudgedItem {
  readonly progress: ItemProgress
  readonly section: Judgement | null
  readonly secretariat: Judgement | null
  readonly settlement: Settlement | null
  /** Why a layer is left out. */
  readonly waived: Readonly<Partial<Record<Layer, string>>>
  readonly shares: readonly Share[]
  /** As far as whoever looks may see them. */
  readonly marks: readonly Mark[]
  /** Who has handed in, without what. */
  readonly handedIn: ReadonlySet<string>
  /** How often each value was given, once the meeting has settled. */
  readonly spread: ReadonlyMap<string, number>
  readonly remarks: readonly Remark[]
  readonly led: ReadonlyMap<string, Led>
  readonly lastYear: LastYear | null
}

export interface JudgingYear {
  readonly committee: Committee
  readonly plan: Plan
  readonly scale: Scale
  readonly members: readonly Member[]
  readonly waivers: readonly Waiver[]
  readonly items: readonly JudgedItem[]
}

export const saidWith = (scale: Scale, verdict: Verdict): Said => ({
  step: stepOf(scale, verdict.value),
  comment: verdict.comment,
  course: verdict.course,
})

/** The words of the layers that have spoken; a draft is not spoken. */
export function layersOf(item: JudgedItem, scale: Scale): Readonly<Partial<Record<Layer, Said>>> {
  const own = (judgement: Judgement | null) =>
    judgement?.state === 'given' ? saidWith(scale, judgement.verdict) : undefined
  const section = own(item.section)
  const secretariat = own(item.secretariat)
  const committee = item.settlement && saidWith(scale, item.settlement.verdict)
  return {
    ...(section && { section }),
    ...(secretariat && { secretariat }),
    ...(committee && { committee }),
  }
}

/** Nothing was said of it by any layer. */
export const passedOver = ({ waived, section, settlement }: JudgedItem): boolean =>
  layers.every((layer) => waived[layer] !== undefined) && !section?.verdict.comment && !settlement

export const whyPassedOver = ({ waived }: JudgedItem): string =>
  [...new Set(layers.flatMap((layer) => waived[layer] ?? []))].join('、')

/** Whether the layers of one year mean different things. */
export const layersDiffer = (said: ReturnType<typeof layersOf>): boolean =>
  differ(Object.values(said).map((one) => one.step?.kind))

export const namedOf = ({ items }: Pick<JudgingYear, 'items'>): readonly Named[] =>
  items.map(({ progress: { item } }) => item)

/** Remarks that have no approved answer yet. */
export const answersMissing = ({ items }: Pick<JudgingYear, 'items'>): readonly Lack[] =>
  items.flatMap(({ progress: { item }, remarks }) =>
    remarks
      .filter(({ state }) => state !== 'approved')
      .map((remark) => ({
        kind: 'answer' as const,
        itemId: item.id,
        code: item.code,
        title: item.title,
        what: remark.id,
      })),
  )
