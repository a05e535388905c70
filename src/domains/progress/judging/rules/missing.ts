import type { ItemId } from '#domains/plan/index.ts'
import type { Judgement, Layer, Settlement, Share, Waiver } from '../judging.ts'

/** What stands in the way, and of which item. */
export interface Lack {
  readonly kind:
    | 'no-judging'
    | 'not-published'
    | 'report'
    | 'reading'
    | 'section'
    | 'secretariat'
    | 'committee'
    | 'few-members'
    | 'answer'
  readonly itemId: ItemId | null
  readonly code: string
  readonly title: string
  /** Of a reading, the indicator; of few members, how many there are. */
  readonly what: string
}
export interface Named {
  readonly id: ItemId
  readonly code: string
  readonly title: string
}

export const lackOf = (kind: Lack['kind'], item: Named | null, what = ''): Lack => ({
  kind,
  itemId: item?.id ?? null,
  code: item?.code ?? '',
  title: item?.title ?? '',
  what,
})

export const isWaived = (waivers: readonly Waiver[], layer: Layer, item: ItemId): boolean =>
  waivers.some((w) => w.layer === layer && (w.itemId === null || w.itemId === item))

/** The city's own two layers: whatever was neither given nor left out for a reason. */
export const layersMissing = (
  items: readonly Named[],
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
): readonly Lack[] =>
  items.flatMap((item) =>
    (['section', 'secretariat'] as const).flatMap((layer) => {
      const given = judgements.some(
        (j) => j.itemId === item.id && j.layer === layer && j.state === 'given',
      )
      return given || isWaived(waivers, layer, item.id) ? [] : [lackOf(layer, item)]
    }),
  )

/** Items that fewer members look at than the year demands. */
export const sharesMissing = (
  items: readonly Named[],
  shares: readonly Share[],
  waivers: readonly Waiver[],
  least: number,
): readonly Lack[] =>
  items.flatMap((item) => {
    const count = shares.filter((s) => s.itemId === item.id && !s.recused).length
    const enough = count >= least || isWaived(waivers, 'committee', item.id)
    return enough ? [] : [lackOf('few-members', item, String(count))]
  })

export const settlementsMissing = (
  items: readonly Named[],
  settlements: readonly Settlement[],
  waivers: readonly Waiver[],
): readonly Lack[] =>
  items.flatMap((item) =>
    settlements.some(({ itemId }) => itemId === item.id) || isWaived(waivers, 'committee', item.id)
      ? []
      : [lackOf('committee', item)],
  )
