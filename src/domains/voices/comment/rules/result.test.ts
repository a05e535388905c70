import { expect, test } from 'vitest'
import type { Cover } from '#domains/moderation/index.ts'
import type { Passage } from '../case.ts'
import type { Opinion } from '../comment.ts'
import { categoriesIn, defaultTerms } from '../terms.ts'
import { difference, isChanged } from './difference.ts'
import { draftFrom } from './pages.ts'
import { passagesIn, textOf } from './passages.ts'
import { isInTime, lastDayOf, soundPeriod } from './period.ts'
import { countsOf, coveredRows, lacking, resultRows } from './result.ts'

const texts = (all: readonly (readonly [Passage | null, Passage | null])[]) =>
  all.map(([before, after]) => [before?.text ?? null, after?.text ?? null])

test('a text becomes numbered paragraphs under their chapters, and the same text again', () => {
  const text =
    '前書き\r\n二行目\n\n# 第1章\n\n〔1ページ5行〕一つめ\n\n\n〔2ページ〕二つめ\n# 第2章\n本文'
  const passages = passagesIn(text)
  expect(passages).toEqual([
    { no: 1, chapter: '', text: '前書き\n二行目', page: null, line: null },
    { no: 2, chapter: '第1章', text: '一つめ', page: 1, line: 5 },
    { no: 3, chapter: '第1章', text: '二つめ', page: 2, line: null },
    { no: 4, chapter: '第2章', text: '本文', page: null, line: null },
  ])
  expect(passagesIn(textOf(passages))).toEqual(passages)
  expect(passagesIn(' \n\n# 見出しだけ')).toEqual([])
})

test('printed lines become paragraphs with the place at which each begins', () => {
  const wide = 'この市のことは、市民と市がともに考え、ともに決めていきます'
  const pages = [
    `第1章 はじめに\r\n${wide}\r\nから、安心です。\r\n${wide}が、\r\n- 1 -`,
    `それでよいのです。\n(1)一つめ\n第2条 ${wide}`,
    '',
  ]
  expect(draftFrom(pages)).toBe(
    [
      '# 第1章 はじめに',
      `〔1ページ2行〕${wide}から、安心です。`,
      `〔1ページ4行〕${wide}が、それでよいのです。`,
      '〔2ページ2行〕(1)一つめ',
      `〔2ページ3行〕第2条 ${wide}`,
    ].join('\n\n'),
  )
  expect(draftFrom(['', ' \n 3 '])).toBe('')
})

test('the period counts its first day; a shorter one needs a reason', () => {
  expect(lastDayOf('2013-02-01', 30)).toBe('2013-03-02')
  const period = { opensOn: '2013-02-01', closesOn: '2013-03-01', shortReason: '' }
  expect(soundPeriod(period, defaultTerms)).toMatchObject({ ok: false })
  expect(soundPeriod({ ...period, shortReason: '国の期限' }, defaultTerms).ok).toBe(true)
  expect(soundPeriod({ ...period, closesOn: '2013-03-02' }, defaultTerms).ok).toBe(true)
  expect(soundPeriod({ ...period, closesOn: '2013-01-31' }, defaultTerms).ok).toBe(false)
  expect(
    ['2013-01-31', '2013-02-01', '2013-03-01', '2013-03-02'].map((on) => isInTime(on, period)),
  ).toEqual([false, true, true, false])
})

test('paragraphs that stayed stand beside each other; between them what went beside what came', () => {
  const pairs = difference(
    passagesIn('一\n\n二\n\n三\n\n四'),
    passagesIn('一\n\n二の二\n\n三\n\n足した\n\n四'),
  )
  expect(texts(pairs.map(({ before, after }) => [before, after]))).toEqual([
    ['一', '一'],
    ['二', '二の二'],
    ['三', '三'],
    [null, '足した'],
    ['四', '四'],
  ])
  expect(pairs.filter(isChanged)).toHaveLength(2)
})

test('every draft and every final text stand whole in their difference', () => {
  // A fixed row of letters in place of chance: a run that fails must fail again.
  let seed = 7
  const next = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed % n
  }
  const some = () =>
    passagesIn(Array.from({ length: next(9) }, () => 'あいう'[next(3)]).join('\n\n'))
  for (let run = 0; run < 300; run++) {
    const [draft, final] = [some(), some()]
    const pairs = difference(draft, final)
    expect(pairs.flatMap(({ before }) => (before ? [before] : []))).toEqual(draft)
    expect(pairs.flatMap(({ after }) => (after ? [after] : []))).toEqual(final)
  }
})

const opinion = (no: number, over: Partial<Opinion>): Opinion => ({
  id: `vco_${no}`,
  version: 1,
  caseId: 'vcc_1',
  comment: 'vcm_1',
  no,
  passage: null,
  place: '',
  gist: '要旨',
  category: '',
  cityView: '',
  changed: '',
  sameAs: null,
  ...over,
})

test('an answer that serves for several counts for each; what lacks is named', () => {
  const rows = resultRows(
    [
      opinion(1, { category: 'A', cityView: '直しました', changed: '第2条' }),
      opinion(2, { sameAs: 'vco_1' }),
      opinion(3, { gist: '', category: 'A' }),
    ],
    categoriesIn(defaultTerms, { categories: null }),
    [],
  )
  expect(rows.map((row) => lacking(row))).toEqual([[], [], ['gist', 'cityView', 'changed']])
  expect(rows[1]).toMatchObject({ cityView: '直しました', changed: '第2条', answeredBy: { no: 1 } })
  expect(countsOf(rows, 2)).toEqual({ persons: 2, opinions: 3, changes: 3 })
})

test('what is hidden is hidden in the answers that others share with it, and never from its sender', () => {
  const rows = resultRows(
    [
      opinion(1, { gist: '名指し', place: '名指し', cityView: '名指しの件', changed: '名指し' }),
      opinion(2, { gist: '同じ願い', sameAs: 'vco_1' }),
      opinion(3, { gist: 'ほか', cityView: 'ほかの答え' }),
    ],
    [],
    [],
  )
  const cover: Cover = { state: 'hidden', ground: 'personal-data', at: new Date(0) }
  const covers = new Map([['vco_1', cover]])
  const seen = coveredRows(rows, covers)
  expect(JSON.stringify(seen)).not.toContain('名指し')
  expect(seen.map(({ opinion: { gist }, cityView }) => [gist, cityView])).toEqual([
    ['', ''],
    ['同じ願い', ''],
    ['ほか', 'ほかの答え'],
  ])
  expect(coveredRows(rows, covers, 'vcm_1')).toEqual(rows)
})
