import { expect, test } from 'vitest'
import type { Passage } from '../case.ts'
import type { Opinion } from '../comment.ts'
import { defaultTerms } from '../terms.ts'
import { difference, isChanged } from './difference.ts'
import { passagesIn, textOf } from './passages.ts'
import { isInTime, lastDayOf, soundPeriod } from './period.ts'
import { countsOf, lacking, resultRows } from './result.ts'

const texts = (all: readonly (readonly [Passage | null, Passage | null])[]) =>
  all.map(([before, after]) => [before?.text ?? null, after?.text ?? null])

test('a text becomes numbered paragraphs under their chapters, and the same text again', () => {
  const text = '前書き\r\n二行目\n\n# 第1章\n\n一つめ\n\n\n二つめ\n# 第2章\n本文'
  const passages = passagesIn(text)
  expect(passages).toEqual([
    { no: 1, chapter: '', text: '前書き\n二行目' },
    { no: 2, chapter: '第1章', text: '一つめ' },
    { no: 3, chapter: '第1章', text: '二つめ' },
    { no: 4, chapter: '第2章', text: '本文' },
  ])
  expect(passagesIn(textOf(passages))).toEqual(passages)
  expect(passagesIn(' \n\n# 見出しだけ')).toEqual([])
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

test('an answer that serves for several counts for each; what lacks is named', () => {
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
  const rows = resultRows(
    [
      opinion(1, { category: 'A', cityView: '直しました', changed: '第2条' }),
      opinion(2, { sameAs: 'vco_1' }),
      opinion(3, { gist: '', category: 'A' }),
    ],
    defaultTerms,
  )
  expect(rows.map((row) => lacking(row))).toEqual([[], [], ['gist', 'cityView', 'changed']])
  expect(rows[1]).toMatchObject({ cityView: '直しました', changed: '第2条', sameAsNo: 1 })
  expect(countsOf(rows, 2)).toEqual({ persons: 2, opinions: 3, changes: 3 })
})
