import { en } from './desk-en.ts'
import { ja } from './desk-ja.ts'

export type DeskWords = typeof ja

/** Staff pages are in Japanese and English. */
export const deskWords = { ja, easy: ja, en, ko: en }

/** plan.published → 計画を公表した; a fact that has no words yet shows its name. */
export const factInWords = (w: DeskWords, fact: string): string => w.facts[fact] ?? fact

/** A word that is known, several of them one after the other, or what stands there. */
function valueInWords(w: DeskWords, said: string): string {
  const words = said.split(' ').map((one) => w.values[one])
  return words.every((one) => one !== undefined) ? words.join(w.and) : said
}

/** 件数: 12、年限の後: 消す */
export const detailInWords = (w: DeskWords, detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => {
      const said =
        typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
      return `${w.details[name] ?? name}${w.colon}${valueInWords(w, said)}`
    })
    .join(w.comma)

/** Who acts without being a person of the city hall. */
export function actorInWords(w: DeskWords, id: string): string {
  if (id === 'anonymous') return w.nobody
  if (id === 'sys_cli') return w.system
  if (id === 'sys_clock') return w.clock
  if (id.startsWith('sys_')) return w.otherSystem
  return id.startsWith('res_') ? `${w.resident} ${id}` : id
}
