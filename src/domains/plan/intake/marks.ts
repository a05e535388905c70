import { type Lead, marks } from '../item.ts'
import { type Audience, audiences } from '../plan.ts'
import { halfWidth } from './written.ts'

/** What scanners and typists put for ★ ● ◎, by look. */
const lookalikes: Readonly<Record<Lead, string>> = {
  citizens: '★☆⭐✩✭',
  city: '●•・∙⚫·･',
  both: '◎0Oo○◯〇⦿◉',
}

/** What a legend says: the sign → who leads. */
export type Legend = ReadonlyMap<string, Lead>

const token = /([^\p{L}\p{N}\s]|[0OoＯ０])?\s{0,20}(\p{L}{1,12}?)が?主体/gu

/** ★市民が主体 ●市が主体 ◎市民と市が主体, on one line or three. Null when the line is no legend. */
export function readLegend(text: string): Legend | null {
  const legend = new Map<string, Lead>()
  let spoken = false
  const rest = text.replace(token, (_, sign: string | undefined, who: string) => {
    const lead = leadOf(who)
    if (lead) spoken = true
    if (sign && lead) legend.set(sign, lead)
    return lead ? '' : who
  })
  return spoken && !/[\p{L}\p{N}]/u.test(rest) ? legend : null
}

const leadOf = (who: string): Lead | null => {
  const citizens = /[市町村区県都府道]民|住民|地域/.test(who)
  const city =
    /^(市|町|村|区|県|行政|市役所)$|[と・及び](市|町|村|区|県|行政)$|^(市|行政)[と・]/.test(who)
  if (citizens) return city ? 'both' : 'citizens'
  return city ? 'city' : null
}

/**
 * A cell that holds a mark and nothing else. The plan's own legend is asked before the lookalikes.
 */
export function readMark(text: string, legend: Legend): Lead | null {
  const mark = text.trim()
  const known = legend.get(mark) ?? legend.get(halfWidth(mark))
  if (known) return known
  const plain = halfWidth(mark)
  if ([...plain].length !== 1) return null
  if (lookalikes.citizens.includes(plain)) return 'citizens'
  if (lookalikes.city.includes(plain)) return 'city'
  return lookalikes.both.includes(plain) ? 'both' : null
}

const leadWords: Readonly<Record<string, Lead>> = {
  citizens: 'citizens',
  citizen: 'citizens',
  city: 'city',
  both: 'both',
  joint: 'both',
  両方: 'both',
  双方: 'both',
  両者: 'both',
  共同: 'both',
}

/** 主体 as a person types it: a mark, a word (市民, 市, 市民と市), or both as in a legend. */
export function readLead(text: string): Lead | null {
  const typed = text.replace(/\s/g, '')
  const word = halfWidth(typed)
    .toLowerCase()
    .replace(/^[★●◎]/, '')
    .replace(/が?主体$/, '')
  return readMark(typed, new Map()) ?? leadWords[word] ?? leadOf(word)
}

export const markOf = (lead: Lead | null): string => (lead ? marks[lead] : '')

export const audienceWords: Readonly<Record<Audience, string>> = { citizens: '市民', staff: '職員' }

/** 対象. `null` is everyone, `undefined` is no word that names an audience. */
export function readAudience(text: string): Audience | null | undefined {
  const word = text.replace(/[\s■()（）【】[\]［］〔〕]/g, '').toLowerCase()
  const exact = audiences.find((audience) => audience === word)
  if (exact) return exact
  if (/^([市町村区県都府道]民|住民)$/.test(word)) return 'citizens'
  if (/^[市町村区県]?職員$/.test(word)) return 'staff'
  if (/^(なし|無し|全員|共通|市民[・と、]職員|none|everyone|-|ー)$/.test(word)) return null
  return undefined
}
