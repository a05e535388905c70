import type { Finding } from './span.ts'

const number = '[0-9〇一二三四五六七八九十百千]{1,6}'

/** Bounded, all of them: see numbers.ts. A house number first; the place before it is looked at afterwards. */
export const patterns = {
  house: new RegExp(
    `(?<![0-9〇一二三四五六七八九十百千.,:-])${number} ?(?:` +
      `丁目 ?${number} ?(?:番地?|-)? ?(?:の|-)? ?(?:${number})? ?(?:号|(?:-${number}))?` +
      `|番地(?: ?[の-]? ?[0-9]{1,4}(?:号|[の-][0-9]{1,4})?)?` +
      `|番 ?${number} ?号` +
      `|番(?![組線号札手目茶付狂犬外地号])` +
      `|-${number}(?:-${number})?(?:号)?` +
      `)`,
    'gu',
  ),
  /** 厳原町国分1441: a number at the end of a place, without 番地. */
  bare: /(?<=[市区町村字甲乙丙丁][\p{Script=Han}ヶノケツァ-ヶー]{0,8} ?)(?<![\d.,-])[1-9]\d{1,4}(?![\d.,-])/gu,
  place:
    /(?:〒?\d{3}-?\d{4} ?)?(?:[\p{Script=Han}々ヶノケツァ-ヶー]{2,24} ){0,3}[\p{Script=Han}々ヶノケツァ-ヶー]{1,24} ?$/u,
  building: /^ ?[\p{Script=Han}ァ-ヶーA-Za-z]{0,14} ?\d{1,4}号室?/u,
} as const

const marker = /[都道府県市区町村郡字]/u
/** 市民課2-1, 対馬市施策1-3: what a hyphenated number belongs to when it is no house. */
const notPlace =
  /(?:施策|項目|年度|平成|令和|昭和|議案|様式|計画|資料|番号|方針|指針|事業|別表|人口|世帯|件数|定員|目標|内線|[第号課部係条表図会室階問版節章項数約計額費率最全各延同前後年月日期回次冊頁枚券票]) ?$/u
const counter =
  /^ ?(?:[年月日人件円回時分秒個台本名%歳度戸か所ヶ箇隻頭匹項万億千割点校団社位号番世ページ枚冊票番組線]|km|cm|m|k|t|kg|ha|㎡)/u
const year = /^(?:19|20)\d\d-(?:19|20)?\d\d$/

/** 所在 down to the house: a district alone is no address of a person. */
export function findAddresses(text: string): Finding[] {
  const found: Finding[] = []
  const consider = (from: number, house: string, bare: boolean) => {
    const before = /(?:^|\n)([^\n。、「」()]{0,48})$/u.exec(
      text.slice(Math.max(0, from - 48), from),
    )
    const line = before?.[1] ?? text.slice(Math.max(0, from - 48), from)
    const place = patterns.place.exec(line)?.[0] ?? ''
    if (!place || notPlace.test(place)) return
    const named = marker.test(place)
    const after = text.slice(from + house.length, from + house.length + 20)
    const exact = /番地|番.{1,8}号|丁目/u.test(house)
    if (!exact && !named) return
    if (!exact && (counter.test(after) || year.test(house) || house.startsWith('0'))) return
    if (bare && !/[市区町村][\p{Script=Han}ヶノケツァ-ヶー]{1,8} ?$/u.test(place)) return
    const room = patterns.building.exec(after)?.[0] ?? ''
    const kept = /^.{0,40}[都道府県市区町村郡]/u.exec(place.replace(/^〒?\d{3}-?\d{4} ?/, ''))?.[0]
    found.push({
      kind: 'address',
      from: from - place.length,
      to: from + house.length + room.length,
      confidence: bare ? 0.6 : named ? 0.95 : 0.75,
      proposal: `${kept ?? ''}●●●`,
    })
  }
  for (const m of text.matchAll(patterns.house)) consider(m.index, m[0].trimEnd(), false)
  for (const m of text.matchAll(patterns.bare)) consider(m.index, m[0], true)
  return found
}
