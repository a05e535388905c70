import { coverSaid } from '#domains/moderation/index.ts'
import type { CoveredTable, Figures, OpenRow } from '../rules/figures.ts'
import { outcomes } from '../rules/outcome.ts'
import { publicText } from '../rules/redaction.ts'
import type { PublicPoint } from '../rules/shown.ts'
import { ja } from './public-ja.ts'

export interface PointNames {
  readonly topic: (key: string) => string
  readonly disposition: (key: string) => string
  readonly district: (id: string) => string
  /** The addresses of the voice's published photos. */
  readonly photo: (point: PublicPoint) => string
}

/** 公表した声の表: what the pages say, one point a line; nothing of the sender. */
export const pointRows = (
  points: readonly PublicPoint[],
  name: PointNames,
): readonly (readonly string[])[] =>
  points.map((one) => [
    one.number,
    one.receivedOn,
    name.topic(one.topic),
    ja.kinds[one.kind],
    one.district ? name.district(one.district) : '',
    one.ageBand ? (ja.ages[one.ageBand] ?? one.ageBand) : '',
    one.cover ? coverSaid('ja', one.cover) : publicText(one.gist),
    one.section,
    name.disposition(one.disposition),
    publicText(one.answer),
    publicText(one.promise),
    name.photo(one),
  ])

export const pointHeads: readonly string[] = [
  '受付番号',
  '届いた日',
  '分野',
  '種類',
  '地区',
  '年代',
  '要旨',
  '答えた課',
  '対応',
  '回答',
  '約束したこと',
  '写真',
]

export interface FigureNames {
  readonly topic: (key: string) => string
  readonly ground: (key: string) => string
  readonly district: (key: string) => string
}

/** 件数の表: every figure of the page; what is hidden there is 秘匿 here. */
export function figureTable(figures: Figures, name: FigureNames): readonly (readonly string[])[] {
  const cell = (n: number | null) => (n === null ? ja.hiddenSaid : String(n))
  const lines = (kind: string, rows: readonly OpenRow[], said: (key: string) => string) =>
    rows.flatMap(({ key, sums }) =>
      outcomes.map((one) => [kind, said(key), ja.outcomes[one], String(sums[one])]),
    )
  const covered = (kind: string, { keys, table }: CoveredTable, said: (key: string) => string) =>
    keys.flatMap((key, r) => {
      const row = key === '' ? ja.unsaid : said(key)
      return table
        ? [
            ...outcomes.map((one, c) => [
              kind,
              row,
              ja.outcomes[one],
              cell(table.rows[r]?.[c] ?? null),
            ]),
            [kind, row, ja.total, cell(table.rowTotals[r] ?? null)],
          ]
        : []
    })
  return [
    ['区分', '項目', '行方', '件数'],
    ...lines(ja.total, [{ key: ja.total, sums: figures.sums }], (key) => key),
    ...lines(ja.byMonth, figures.months, (key) => key.slice(0, 7)),
    ...figures.grounds.map(({ key, n }) => [
      ja.byGround,
      name.ground(key),
      ja.outcomes.withheld,
      String(n),
    ]),
    ...lines(ja.byTopic, figures.topics, name.topic),
    ...lines(ja.bySection, figures.sections, (key) => key),
    ...covered(ja.byChannel, figures.channels, (key) => ja.channels[key] ?? key),
    ...covered(ja.byDistrict, figures.districts, name.district),
    ...covered(ja.byAge, figures.ages, (key) => ja.ages[key] ?? key),
  ]
}
