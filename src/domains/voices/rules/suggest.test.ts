import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeUp } from '#testing/made-up-points.ts'
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
  expect(demo.right / demo.said).toBeGreaterThanOrEqual(0.55)
})

test('whoever was asked twice is not known yet, and a section of few points draws nothing to itself', () => {
  const asked = (section: string, ...gists: readonly string[]): readonly Past[] =>
    gists.map((gist) => ({ gist, topic: 'living', section }))
  const twice = learn([...past, ...asked('水産課', '漁港の岸壁。', '漁港の係船。')])
  expect(suggest(twice, '漁港の夜。', 'section')).toBeUndefined()
  const thrice = learn([...past, ...asked('水産課', '漁港の岸壁。', '漁港の係船。', '漁港の柵。')])
  expect(suggest(thrice, '漁港の夜。', 'section')?.key).toBe('水産課')
  // Every word of it stood with others; what was never seen in the small section does not speak for it.
  expect(suggest(thrice, '収集と分別の騒音。', 'section')?.key).toBe('環境衛生課')
})

test('where a topic is known its sections go before others: of 24 sections nine of ten are right', () => {
  const { points, said, right } = measure(madeUp, 'section')
  expect(right / said).toBeGreaterThanOrEqual(0.88)
  expect(said / points).toBeGreaterThan(0.6)
  const model = learn(madeUp)
  const ofTopic = (topic: string) => suggest(model, 'バスが来ない。', 'section', topic)?.key
  expect([ofTopic('traffic'), ofTopic('children')]).toEqual(['地域政策課', '学校教育課'])
})
