import type { Child } from 'hono/jsx'
import { figure } from '#design/dates.ts'
import { Facts } from '#design/facts.tsx'
import type { View } from '#design/view.ts'
import type { PlanItem } from '#domains/plan/index.ts'
import { deskWords, inJapanese } from '../../messages/desk.ts'
import type { ReportContent, Scale } from '../../progress.ts'
import { type ReportField, reportFields } from '../../rules/desk.ts'
import { stepOf } from '../../rules/report.ts'
import type { Where } from '../../rules/where.ts'
import { Links } from '../evidence.tsx'

export interface SpokenProps {
  readonly view: View
  readonly scale: Scale
  readonly item: Pick<PlanItem, 'indicators'>
  readonly content: ReportContent
  readonly where: Where
}

/** One field of a report as people read it; empty where nothing was said. */
export function spoken(
  { view, scale, item, content, where }: SpokenProps,
  field: ReportField,
): string {
  const w = deskWords(view)
  const number = (n: number) => figure(view.locale, n)
  switch (field) {
    case 'value': {
      const step = stepOf(scale, content.value)
      if (!step) return content.value
      return step.code === step.label ? step.label : `${step.code} ${step.label}`
    }
    case 'districts':
      if (content.districts.length) return content.districts.map(where.name).join('、')
      return where.choices.length && (content.value || content.result) ? w.districtsNone : ''
    case 'figures':
      return content.figures
        .map(({ name, value, unit }) => `${name} ${number(value)}${unit}`)
        .join('\n')
    case 'readings':
      return content.readings
        .map(({ name, actual, unmeasured }) => {
          const unit = item.indicators.find((one) => one.name === name)?.unit ?? ''
          return actual === null
            ? unmeasured && `${name}: ${unmeasured}`
            : `${name} ${number(actual)}${unit}`
        })
        .filter(Boolean)
        .join('\n')
    case 'evidence':
      return content.evidence.map(({ title, url }) => `${title} ${url}`).join('\n')
    case 'hours':
      return content.hours === null ? '' : `${number(content.hours)} ${w.hoursUnit}`
    case 'yen':
      return content.yen === null ? '' : `${number(content.yen)} ${w.yenUnit}`
    default:
      return content[field]
  }
}

/** What a report says, field by field; what is empty is left out. */
export function Said(props: SpokenProps & { readonly fields?: readonly ReportField[] }) {
  const { view, content, fields = reportFields } = props
  const w = deskWords(view)
  const pairs = fields.flatMap((field): (readonly [string, Child])[] => {
    if (field === 'evidence')
      return content.evidence.length
        ? [[w.fields.evidence, <Links view={view} links={content.evidence} />]]
        : []
    const text = spoken(props, field)
    return text
      ? [
          [
            w.fields[field],
            <span class="lines" {...inJapanese(view)}>
              {text}
            </span>,
          ],
        ]
      : []
  })
  const same: (readonly [string, Child])[] = content.unchanged
    ? [[w.fields.unchanged, <span {...inJapanese(view)}>{content.unchanged}</span>]]
    : []
  return <Facts pairs={[...same, ...pairs]} />
}
