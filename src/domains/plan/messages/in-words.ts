import { type ContentField, type ItemContent, quarters } from '../item.ts'
import type { PlanMessages } from './ja.ts'

/** The value of a field as a sentence or a few lines, for histories, comparisons and amendments. */
export function inWords(
  t: PlanMessages,
  field: ContentField,
  content: Partial<ItemContent>,
  dayIn: (date: string) => string,
): string {
  switch (field) {
    case 'lead':
      return content.lead ? t.leads[content.lead] : ''
    case 'commitment':
      return content.commitment ? t.commitments[content.commitment] : ''
    case 'considerUntil':
      return content.considerUntil ? dayIn(content.considerUntil) : ''
    case 'departments':
      return (content.departments ?? []).join('、')
    case 'articles':
      return (content.articles ?? []).join('\n')
    case 'budgetYen':
      return typeof content.budgetYen === 'number' ? t.yen(content.budgetYen) : ''
    case 'schedule':
      return quarters
        .flatMap((q) => (content.schedule?.[q] ? [`${t.quarters[q]}: ${content.schedule[q]}`] : []))
        .join('\n')
    case 'indicators':
      return (content.indicators ?? [])
        .map((i) => {
          const value = (n: number | null) => (n === null ? t.notSet : `${n}${i.unit}`)
          return `${i.name}: ${value(i.baseline)} → ${value(i.target)} (${t.directions[i.direction]})`
        })
        .join('\n')
    case 'translations':
      return Object.entries(content.translations ?? {})
        .flatMap(([locale, texts]) =>
          Object.entries(texts ?? {}).flatMap(([name, text]) =>
            text ? [`${locale} ${name}: ${text}`] : [],
          ),
        )
        .join('\n')
    default:
      return content[field] ?? ''
  }
}
