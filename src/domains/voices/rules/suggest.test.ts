import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { learn, measure, type Past, suggest } from './suggest.ts'

const words = {
  traffic: ['街灯', '道路', '側溝', '横断歩道', 'バス停'],
  living: ['空き家', '収集', '分別', '漂着', '騒音'],
  children: ['保育園', '通学', '図書館', '公園', '給食'],
} as const
const section: Readonly<Record<string, string>> = {
  traffic: '建設課',
  living: '環境衛生課',
  children: '教育総務課',
}
/** A year of a small city: each word of a topic a few times, in different sentences. */
const past: readonly Past[] = Object.entries(words).flatMap(([topic, all]) =>
  all.flatMap((word) =>
    [`${word}を直してほしい。`, `近所の${word}が心配だ。`, `${word}について知りたい。`].map(
      (gist) => ({
        gist,
        topic,
        section: section[topic] ?? '',
      }),
    ),
  ),
)

test('what was decided before is suggested again, with the words that spoke for it', () => {
  expect(suggest(learn(past), '夜の横断歩道が暗い。', 'topic')).toEqual({
    key: 'traffic',
    words: ['横断歩道'],
    points: 3,
  })
  expect(suggest(learn(past), '給食をおいしく。', 'section')?.key).toBe('教育総務課')
})

test('where nothing is known nothing is said', () => {
  expect(suggest(learn([]), '街灯', 'topic')).toBeUndefined()
  expect(suggest(learn(past), '議会の中継を見たい。', 'topic')).toBeUndefined()
  expect(suggest(learn(past.slice(0, 2)), '街灯', 'topic')).toBeUndefined()
})

test('in a city with a year behind it nine of ten are right; in the demo’s first 35 points half of what is said', () => {
  const year = measure(past, 'topic')
  expect(year.right / year.said).toBeGreaterThan(0.9)
  expect(year.said / year.points).toBeGreaterThan(0.9)
  const voices: readonly { readonly points: readonly Past[] }[] = JSON.parse(
    readFileSync('demo/voices-2012.json', 'utf8'),
  )
  const demo = measure(
    voices.flatMap(({ points }) => points),
    'topic',
  )
  // Nine topics: chance is right in one of five at best.
  expect(demo.right / demo.said).toBeGreaterThanOrEqual(0.45)
})
