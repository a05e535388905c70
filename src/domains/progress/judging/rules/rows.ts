import type { Layer } from '../judging.ts'
import { type JudgedItem, type JudgingYear, layersDiffer, layersOf } from './year.ts'

/** One row an item, the layers side by side. The same rows are the JSON. */
export function judgementRows(year: JudgingYear) {
  return year.items.map((judged) => {
    const { item, measure } = judged.progress
    const said = layersOf(judged, year.scale)
    return {
      fiscalYear: year.committee.fiscalYear,
      occasion: year.committee.occasion,
      measure: measure.number,
      code: item.code,
      title: item.title,
      layers: {
        section: rowOf(judged, said, 'section'),
        secretariat: rowOf(judged, said, 'secretariat'),
        committee: rowOf(judged, said, 'committee'),
      },
      differs: layersDiffer(said),
      spread: Object.fromEntries(judged.spread),
      remarks: judged.remarks
        .filter(({ state }) => state === 'approved')
        .map(({ id, kind, text, section, answer }) => ({
          kind,
          text,
          section,
          stance: answer.stance,
          reason: answer.reason,
          led: ledFrom(judged, id),
        })),
    }
  })
}

function rowOf(judged: JudgedItem, said: ReturnType<typeof layersOf>, layer: Layer) {
  const one = said[layer]
  const waived = judged.waived[layer]
  if (!one) return waived ? { waived } : null
  const { step, course, comment } = one
  return {
    value: step?.code ?? '',
    label: step?.label ?? '',
    kind: step?.kind ?? null,
    course,
    comment,
  }
}

/** What an answer became, as far as anyone may see it. */
function ledFrom({ led }: JudgedItem, remark: string) {
  const found = led.get(remark)
  if (!found?.isPublic) return null
  const { kind, fiscalYear, code } = found
  return { kind, fiscalYear, code }
}
