import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { corpus } from '#testing/personal-corpus.ts'
import { patterns as addresses } from './personal/addresses.ts'
import { patterns as names } from './personal/names.ts'
import { patterns as numbers } from './personal/numbers.ts'
import { findMarks, findPersonal, isMyNumber, masked, personalKinds, unwanted } from './personal.ts'

const kindsAndTexts = (text: string) => findPersonal(text).map((s) => `${s.kind} ${s.text}`)

describe('the corpus', () => {
  const missed: string[] = []
  const tooMuch: string[] = []
  let right = 0
  for (const [text, ...expected] of corpus) {
    const found = kindsAndTexts(text)
    const wanted = expected.map(([kind, part]) => `${kind} ${part}`)
    right += wanted.filter((one) => found.includes(one)).length
    missed.push(...wanted.filter((one) => !found.includes(one)))
    tooMuch.push(...found.filter((one) => !wanted.includes(one)).map((one) => `${one} ← ${text}`))
  }
  test('is large, and finds and traps are both many', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(120)
    expect(corpus.filter(([, ...found]) => found.length === 0).length).toBeGreaterThan(60)
    expect(new Set(corpus.flatMap(([, ...found]) => found.map(([kind]) => kind))).size).toBe(
      personalKinds.length,
    )
  })
  test('nine of ten are found, by kind and exactly where they stand', () => {
    expect(right / (right + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
  test('nine of ten findings are right', () => {
    expect(right / (right + tooMuch.length), tooMuch.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})

test('the plan of 2012, as printed and as typed, names nobody', () => {
  const folder = '../shared/seed'
  const texts = existsSync(folder)
    ? readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    : [readFileSync('demo/tsushima-2012.txt', 'utf8')]
  for (const text of texts) expect(kindsAndTexts(text)).toEqual([])
})

describe('the check digit of My Number', () => {
  test.each([
    ['123456789018', true],
    ['1234 5678 9018', true],
    ['123456789012', false],
    ['000000000000', false],
    ['12345678901', false],
  ])('%s: %s', (number, right) => expect(isMyNumber(number)).toBe(right))
})

describe('places are those of the text as it was written', () => {
  const written = [
    '😀田中さん😀と０９０－１２３４－５６７８',
    'ｶﾞﾙｼｱさんの㍿',
    '𠮷田さん、が\u3099と田中\u200bさん',
    '㌔㌘ 山田さん taro@example.jp',
  ]
  test.each(written)('%s', (text) => {
    const found = findPersonal(text)
    expect(found.length).toBeGreaterThan(0)
    for (const { from, to, text: part } of found) {
      expect(text.slice(from, to)).toBe(part)
      expect([...text.slice(0, from), ...part, ...text.slice(to)]).toEqual([...text])
    }
  })
})

describe('伏字', () => {
  test('are proposed so that the sentence still reads', () => {
    const text = '対馬市厳原町国分1441番地の田中さん(090-1234-5678)の犬がほえます。'
    expect(masked(text, findPersonal(text))).toBe('対馬市厳原町●●●の〇〇さん(●●●)の犬がほえます。')
  })
  test('are put only where the person who decides wants them', () => {
    const text = '田中さんと鈴木さん'
    expect(masked(text, findPersonal(text).slice(1))).toBe('田中さんと〇〇さん')
    expect(masked(text, [])).toBe(text)
  })
  test('leave nothing of what was found behind', () => {
    for (const [text, ...found] of corpus) {
      const spans = findPersonal(text)
      const hidden = masked(text, spans)
      for (const [kind, part] of found)
        if (kind === 'phone' || kind === 'mail' || kind === 'my-number')
          if (spans.some((span) => span.text === part)) expect(hidden).not.toContain(part)
    }
  })
})

describe('words that the city does not want', () => {
  const words = ['ばか', 'アホ', 'Spam']
  test('are found however they are written, with their place', () => {
    const text = 'あいつはﾊﾞｶだ。バカとあほ、ＳＰＡＭ。'
    const found = unwanted(
      text,
      words.map((word) => ({ word })),
    )
    expect(found.map((one) => [one.of.word, one.text])).toEqual([
      ['ばか', 'ﾊﾞｶ'],
      ['ばか', 'バカ'],
      ['アホ', 'あほ'],
      ['Spam', 'ＳＰＡＭ'],
    ])
    for (const one of found) expect(text.slice(one.from, one.to)).toBe(one.text)
  })
  test('an empty line of the list means nothing', () => {
    expect(unwanted('何か', [{ word: '' }, { word: ' ' }])).toEqual([])
  })
  test('may stand within a longer word that is listed, and only there', () => {
    const list = [{ word: '障害者', within: ['障害者基本法', '障害者手帳'] }]
    const text = '障害者基本法と障害者手帳のことを、障害者とその家族に知らせる。'
    expect(unwanted(text, list).map(({ from, text }) => [from, text])).toEqual([[17, '障害者']])
  })
  test('in Latin letters are words, not parts of words', () => {
    expect(unwanted('read the AD, ads', [{ word: 'ad' }]).map(({ text }) => text)).toEqual(['AD'])
  })
  test('of two that overlap, the longer one counts', () => {
    const list = [{ word: '父兄' }, { word: '父兄会' }]
    expect(unwanted('父兄会', list).map(({ of }) => of.word)).toEqual(['父兄会'])
  })
  test('stand beside what tells of a person, in order and none over another', () => {
    const list = [{ word: '父兄', instead: '保護者', why: '母も姉もいる' }, { word: '田中' }]
    const text = '父兄の田中さんへ'
    const marks = findMarks(text, list)
    expect(marks.map(({ kind, text, proposal }) => [kind, text, proposal])).toEqual([
      ['word', '父兄', '保護者'],
      ['name', '田中さん', '〇〇さん'],
    ])
    expect(masked(text, marks.slice(0, 1))).toBe('保護者の田中さんへ')
  })
})

/** Whether a pattern may look on without end: `*`, `+` or `{n,}` outside of a class. */
const isOpen = (source: string) =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'C'))

describe('no text makes it slow', () => {
  const all = Object.entries({ ...addresses, ...names, ...numbers })
  test.each(all)('%s is bounded', (_name, pattern) => {
    expect(isOpen(pattern.source)).toBe(false)
  })
  test('neither are the patterns that stand within the code', () => {
    const folder = 'src/platform/personal'
    for (const file of readdirSync(folder)) {
      const source = readFileSync(`${folder}/${file}`, 'utf8')
      const literals = [
        ...source.matchAll(
          /(?<=[(,=:|&!] ?|\n\s{2,8})\/((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\s*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n])*)\/[gsuy]*(?=[.,);\s])/g,
        ),
      ]
      for (const [, literal = ''] of literals)
        expect(isOpen(literal), `${file}: ${literal}`).toBe(false)
    }
  })
  test('a pattern that is open would be seen', () => {
    expect(['(a+)+$', 'a*b', 'a{3,}'].map(isOpen)).toEqual([true, true, true])
    expect(['[+*]{1,3}', String.raw`\+\*`].map(isOpen)).toEqual([false, false])
  })
})
