import { Bars, type Series, StackedBars } from '../chart.tsx'
import { LineChart, Trend } from '../chart-line.tsx'
import { Part } from '../masthead.tsx'
import type { View } from '../view.ts'
import { Specimen } from './specimen.tsx'

const series: readonly Series[] = [
  { key: 'done', word: '終わった', fill: 'solid' },
  { key: 'on-track', word: '予定どおり', fill: 'stripes' },
  { key: 'behind', word: '遅れている', fill: 'cross' },
  { key: 'not-started', word: '始めていない', fill: 'blank' },
  { key: 'stopped', word: '取りやめた', fill: 'lines' },
  { key: 'not-assessable', word: '判断できない', fill: 'dots' },
  { key: 'unreported', word: '報告がまだない', fill: 'waiting' },
]

const long =
  '自治会・地域コミュニティの組織強化と地域マネージャー制度の充実、およびその担い手の育成に関すること'

/** What is counted: every figure of a drawing stands in the table with it. */
export function ChartSpecimens({ view }: { readonly view: View }) {
  const words = { from: '4月の値', target: '目標', when: 'いつ', value: '値' }
  return (
    <Part view={view} id="charts" title="数えるもの" over="Charts">
      <Specimen
        name="StackedBars"
        file="chart.tsx"
        use="どれがいくつか。形でも見分けます。Hatched for black and white; one row is set down, several across."
      >
        <StackedBars
          view={view}
          id="sample-one"
          title="15の取り組み"
          says="15の取り組みを、進み具合で分けた帯の図です。"
          of="進み具合"
          total="合計"
          series={series}
          rows={[
            {
              name: '取り組み',
              values: { done: 3, 'on-track': 5, behind: 3, stopped: 2, unreported: 2 },
              to: (key) => `/progress/2012/items${key ? `?standing=${key}` : ''}`,
            },
          ]}
        />
        <StackedBars
          view={view}
          id="sample-many"
          title="施策ごと"
          says="施策ごとに、取り組みの数を進み具合で分けた帯の図です。"
          of="施策"
          total="合計"
          series={series}
          rows={[
            { name: long, values: { done: 120, behind: 1, 'not-assessable': 2 } },
            { name: '一つだけ', values: { 'not-started': 1 } },
            { name: 'なし', values: {} },
          ]}
          note="1つの取り組みを、いくつかの施策に数えることがあります。"
        />
      </Specimen>
      <Specimen name="Bars" file="chart.tsx" use="一つの数を比べます。One figure a row.">
        <Bars
          view={view}
          id="sample-bars"
          title="報告をお待ちしている課"
          says="課ごとの件数の横棒の図です。"
          of="課"
          count="件数"
          fill="waiting"
          rows={[
            { name: '地域再生推進本部', value: 4, path: '/progress/2012/items' },
            { name: '教育委員会事務局', value: 1 },
            { name: '総務部', value: 0 },
          ]}
        />
      </Specimen>
      <Specimen
        name="LineChart"
        file="chart-line.tsx"
        use="めざす数字の一年。The way to the target is the dotted line."
      >
        <LineChart
          view={view}
          id="sample-line"
          title="聞き取った行政区"
          says="報告ごとの値と、目標までの線の図です。"
          unit="区"
          from={0}
          target={181}
          words={words}
          points={[
            { name: '4〜6月', at: 0.25, value: 36 },
            { name: '7〜9月', at: 0.5, value: 72 },
            { name: '10〜12月', at: 0.77, value: 109 },
          ]}
        />
      </Specimen>
      <Specimen name="Trend" file="chart-line.tsx" use="文の中の小さな線。In a sentence or a cell.">
        <p>
          <Trend shares={[0.2, 0.5, 0.4, 0.8]} text="4年で20%から80%になりました。" />
        </p>
      </Specimen>
    </Part>
  )
}
