import { raw } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { Bars, type Series, StackedBars } from './chart.tsx'
import { sheet } from './chart-frame.tsx'
import { LineChart, Trend } from './chart-line.tsx'
import { emsOf, wrapped } from './chart-text.ts'
import { Page } from './page.tsx'
import { strict } from './testing/strict.ts'
import { viewIn } from './testing/view.ts'

const view = viewIn('ja', '/progress')
const series: readonly Series[] = [
  { key: 'done', word: '終わった', fill: 'solid' },
  { key: 'behind', word: '遅れている', fill: 'cross' },
  { key: 'unreported', word: '報告がまだない', fill: 'waiting' },
]
const common = { view, id: 'c', title: '施策ごと', says: '施策ごとの帯の図です。' }
const bars = (rows: Parameters<typeof StackedBars>[0]['rows']) =>
  String(<StackedBars {...common} series={series} of="施策" total="合計" rows={rows} />)
const drawnIn = (html: string) =>
  [...html.matchAll(/data-row="([^"]*)"(?: data-key="([^"]*)")? data-value="(\d+)"/g)].map(
    ([, row, key, n]) => [row, key, Number(n)],
  )
const widthsIn = (html: string) =>
  [...html.matchAll(/data-value="\d+" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => ({ x: Number(x), width: Number(width) }),
  )
async function sound(html: string) {
  const page = String(
    await (
      <Page view={view} title="図">
        <h1>図</h1>
        <div>{raw(html)}</div>
      </Page>
    ),
  )
  const { results } = await strict.validateString(page)
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  expect(html).not.toMatch(/<script|\sstyle=/)
}

describe('bars of parts', () => {
  test('draw what the table says, each as wide as its share', async () => {
    const html = bars([
      { name: '意識', values: { done: 3, behind: 1 } },
      { name: '情報', values: { done: 1, unreported: 1 } },
    ])
    await sound(html)
    expect(drawnIn(html)).toEqual([
      ['意識', 'done', 3],
      ['意識', 'behind', 1],
      ['情報', 'done', 1],
      ['情報', 'unreported', 1],
    ])
    const cells = [...html.matchAll(/<td class="number"[^>]*>(\d+)</g)].map(([, n]) => n)
    expect(cells).toEqual(['3', '1', '0', '4', '1', '0', '1', '2'])
    const [done, behind] = widthsIn(html)
    expect((done?.width ?? 0) / (behind?.width ?? 1)).toBeCloseTo(3, 0)
  })

  test('one row is a list of its parts; nothing is drawn of nothing', async () => {
    const one = bars([{ name: '全部', values: { done: 1 } }])
    await sound(one)
    expect(drawnIn(one)).toEqual([['全部', 'done', 1]])
    const none = bars([{ name: '全部', values: {} }])
    await sound(none)
    expect(drawnIn(none)).toEqual([])
    expect(none).toContain('area-none')
    await sound(bars([]))
  })

  test('a part of one in a thousand is seen, and nothing leaves the sheet', () => {
    const html = bars([
      { name: '大', values: { done: 1, behind: 998, unreported: 1 } },
      { name: '小', values: { done: 1 } },
    ])
    for (const { x, width } of widthsIn(html)) {
      expect(width).toBeGreaterThanOrEqual(1.5)
      expect(x + width).toBeLessThanOrEqual(sheet)
    }
  })

  test('a name of any length stays on the sheet, and stands whole in the table', () => {
    const name =
      '自治会・地域コミュニティの組織強化と地域マネージャー制度の充実に関すること'.repeat(3)
    const html = bars([
      { name, values: { done: 1 } },
      { name: '小', values: { done: 1 } },
    ])
    for (const [, line = ''] of html.matchAll(/<tspan[^>]*>([^<]*)</g))
      expect(emsOf(line) * 15).toBeLessThanOrEqual(sheet)
    expect(html).toContain(`<th scope="row" class="heading">${name}</th>`)
  })

  test('readings of easy Japanese are left out of drawings and stay in tables', () => {
    const html = bars([
      { name: '{市民|しみん}', values: { done: 1 } },
      { name: '{市|し}', values: { done: 2 } },
    ])
    const [, drawing = ''] = /<svg class="drawing"([\s\S]*?)<\/svg>/.exec(html) ?? []
    expect(drawing.replace(/data-row="[^"]*"/g, '')).not.toContain('|')
    expect(html).toContain('>{市民|しみん}<')
  })
})

test('bars of one figure say nought without drawing it', async () => {
  const html = String(
    <Bars
      {...common}
      of="課"
      count="件数"
      rows={[
        { name: '総務部', value: 4, path: '/x' },
        { name: '教育委員会', value: 0, path: '/y' },
      ]}
    />,
  )
  await sound(html)
  expect(drawnIn(html)).toEqual([['総務部', undefined, 4]])
  expect(html).toContain('<a href="/x">4</a>')
  expect(html).not.toContain('href="/y"')
})

describe('a line', () => {
  const line = (values: readonly number[], target: number | null) =>
    String(
      <LineChart
        {...common}
        unit="区"
        from={0}
        target={target}
        words={{ from: '4月の値', target: '目標', when: 'いつ', value: '値' }}
        points={values.map((value, i) => ({ name: `第${i + 1}回`, at: (i + 1) / 5, value }))}
      />,
    )
  test('shows its points, its target and both in the table', async () => {
    const html = line([36, 72, 109], 181)
    await sound(html)
    const drawn = [...html.matchAll(/data-value="([\d.]+)"/g)].map(([, n]) => n)
    expect(drawn).toEqual(['36', '72', '109'])
    expect(html).toContain('data-target="181"')
    for (const n of ['0区', '36区', '72区', '109区', '181区']) expect(html).toContain(`>${n}<`)
  })

  test('of one point, of none, beyond its target and below nought stays on the sheet', async () => {
    for (const html of [line([5], 10), line([], 10), line([900, -20], 10), line([0], null)]) {
      await sound(html)
      const [, height = '0'] = /viewBox="0 0 \d+ (\d+)"/.exec(html) ?? []
      for (const [, y = ''] of html.matchAll(/cy="([-\d.]+)"/g)) {
        expect(Number(y)).toBeGreaterThanOrEqual(0)
        expect(Number(y)).toBeLessThanOrEqual(Number(height))
      }
    }
  })

  test('a trend of one year or of none is drawn without a fault', () => {
    for (const shares of [[], [0.5], [0, 1]])
      expect(String(<Trend shares={shares} text="x" />)).not.toContain('NaN')
  })
})

test('a text is broken before it leaves its room, never before a closing sign', () => {
  const lines = wrapped('市民と市が、いっしょに「まちづくり」を進める。', 8, 9)
  expect(lines.join('')).toBe('市民と市が、いっしょに「まちづくり」を進める。')
  for (const line of lines) {
    expect(emsOf(line)).toBeLessThanOrEqual(9)
    expect(line).not.toMatch(/^[、。」]/)
  }
  expect(wrapped('a'.repeat(200), 10, 2).every((line) => emsOf(line) <= 11)).toBe(true)
})
