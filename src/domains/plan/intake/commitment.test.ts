import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { suggestCommitment } from './commitment.ts'
import { readPlanJson } from './json.ts'

const url = new URL('../../../../demo/tsushima-2012.json', import.meta.url)
const { rows } = readPlanJson(JSON.parse(readFileSync(url, 'utf8')))
const step = (text: string) => suggestCommitment(text)?.commitment ?? null

test('the fifteen items of a printed plan', () => {
  const steps = rows.map(({ code, content }) => {
    const found = suggestCommitment(content.description)
    return [code, found?.commitment, found?.words]
  })
  expect(steps).toEqual([
    ['1-1', 'implement', '把握に努めます'],
    ['1-2', 'implement', '周知に取り組みます'],
    ['1-3', 'prepare', '着手します'],
    ['1-4', 'implement', '取り組みを進めます'],
    ['1-5', 'implement', '作成します'],
    ['1-6', 'prepare', '向けた取り組みを行います'],
    ['2-1', 'implement', '提供に努めます'],
    ['2-2', 'implement', '反映する仕組みづくりに努めます'],
    ['3-1', 'enhance', '充実を図ります'],
    ['3-2', 'enhance', '強化を図ります'],
    ['3-3', 'consider', '検討します'],
    ['4-1', 'consider', '検討を始めます'],
    ['4-2', 'consider', '検討を行います'],
    ['5-1', 'implement', '策定します'],
    ['5-2', 'implement', '公表していきます'],
  ])
})

test('the last verb decides, not the first', () => {
  expect(step('検討し、窓口を設置します。')).toBe('implement')
  expect(step('窓口を設置します。効果を検討します。')).toBe('consider')
  expect(step('職員の研修を強化し、実施に向けた準備を進めます。')).toBe('prepare')
})

test('who considers and what was considered are no consideration', () => {
  expect(step('検討委員会を開催します。')).toBe('implement')
  expect(step('検討結果を公表します。')).toBe('implement')
  expect(step('モデル地区で事業を実施します。')).toBe('trial')
  expect(step('相談窓口を試行します。')).toBe('trial')
  expect(step('事業提案制度の導入検討')).toBe('consider')
  expect(step('補助制度を拡充します。')).toBe('enhance')
})

test('the words stand in the text where they are said to stand', () => {
  for (const { content } of rows) {
    const found = suggestCommitment(content.description)
    expect(content.description.slice(found?.at).startsWith(found?.words ?? '-')).toBe(true)
  }
})

test('no verb of the ladder, no suggestion', () => {
  expect(step('')).toBeNull()
  expect(step('海と山。')).toBeNull()
})
