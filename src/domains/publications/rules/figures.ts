import { countsOf, type ItemProgress, itemsBy, type YearProgress } from '#domains/progress/index.ts'
import type { Figures, ItemFigure, MeasureFigure, ShortTongue } from '../publication.ts'
import { shortTongues } from '../publication.ts'

type Translations = Readonly<Partial<Record<ShortTongue, { readonly title?: string } | undefined>>>

const titlesOf = (translations: Translations | undefined) =>
  Object.fromEntries(
    shortTongues.flatMap((tongue) => {
      const title = translations?.[tongue]?.title
      return title ? [[tongue, title]] : []
    }),
  )

/** The figures of an edition: counted where every public figure is counted, and kept. */
export function figuresOf(year: YearProgress): Figures {
  return {
    fiscalYear: year.fiscalYear,
    plan: year.title,
    asOf: year.asOf,
    total: year.items.length,
    counts: countsOf(year.items),
    measures: [...itemsBy(year, 'measure').values()].flatMap((items): MeasureFigure[] => {
      const [first] = items
      if (!first) return []
      const { number, title, translations } = first.measure
      return [
        {
          number,
          title,
          titles: titlesOf(translations),
          total: items.length,
          counts: countsOf(items),
        },
      ]
    }),
    items: year.items.map(itemFigure),
  }
}

function itemFigure(one: ItemProgress): ItemFigure {
  const { item, latest } = one
  const group = one.reports.findLast(({ side }) => side === 'group')
  return {
    id: item.id,
    code: item.code,
    title: item.title,
    titles: titlesOf(item.translations),
    measure: one.measure.number,
    lead: item.lead,
    section: one.asked,
    standing: one.standing,
    value: latest?.step?.label ?? '',
    result: latest?.content.result ?? '',
    period: latest?.period ?? null,
    on: latest?.on ?? null,
    alarms: one.alarms.map(({ kind, measure }) => ({ kind, measure })),
    explanations: one.explanations.map(({ text }) => text),
    group: group
      ? {
          name: group.asked,
          standing: group.step?.kind ?? 'unreported',
          value: group.step?.label ?? '',
          result: group.content.result,
        }
      : null,
  }
}
