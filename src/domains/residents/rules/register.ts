import type { IsoDate } from '#platform/calendar.ts'

const kanjiDigits = '〇一二三四五六七八九'

/** 十二 → 12, 二十 → 20; only in front of 丁目, 番, 号, where a number is meant. */
const counted = (text: string): string =>
  text.replace(/[〇一二三四五六七八九十]{1,12}(?=丁目|番|号)/g, (kanji) => {
    const [tens, ones] = kanji.includes('十') ? kanji.split('十') : [undefined, kanji]
    const digits = [...(ones ?? '')].map((k) => kanjiDigits.indexOf(k)).join('')
    if (tens === undefined) return digits
    const ten = tens === '' ? 1 : kanjiDigits.indexOf(tens)
    return String(ten * 10 + Number(digits || '0'))
  })

const dashes = /[‐‑‒–—―−ー－ｰ-]/g

/** 氏名: without spaces, NFKC. Old forms of kanji stay: 髙 is not 高 to the register. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

/**
 * 住所 in one spelling: NFKC, no spaces, numbers joined by dashes (1丁目2番3号, 1丁目2番地の3 and 1-2-3 are
 * one), without 大字 and 字. A building's name stays, for it is part of how the register writes it.
 */
export const plainAddress = (address: string): string =>
  counted(address.normalize('NFKC').replace(/\s+/g, ''))
    .replace(dashes, (dash, at: number, all: string) => (/\d/.test(all[at - 1] ?? '') ? '-' : dash))
    .replace(/大字|(?<=[町村市区])字/g, '')
    .replace(/丁目|番地の|番地|番(?=\d)|号(?=\d)/g, '-')
    .replace(/(?<=\d)の(?=\d)/g, '-')
    .replace(/(番|号)$/g, '')
    .replace(/(?<=\d)号(?=[^\d]|$)/g, '')
    .replace(/-+/g, '-')
    .replace(/-$/g, '')

/** What the keyed hash is made of. */
export const registerLine = (name: string, born: IsoDate, address: string): string =>
  [plainName(name), born, plainAddress(address)].join('|')

/** 一人一つ: a person is the same after moving house. */
export const personLine = (name: string, born: IsoDate): string => [plainName(name), born].join('|')
