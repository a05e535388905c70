import type { Block } from '#platform/document.ts'
import type { VoicesOfYear } from '../publication.ts'

/** 市民の声 in the report: what came in and where it is, and answers that were published. */
export function voiceBlocks({ sums, texts, chosen }: VoicesOfYear): readonly Block[] {
  const title = '市民の声'
  const rows = [
    ['回答した論点', sums.deciding + sums.shown],
    ['公表していない論点', sums.withheld],
    ['ほかへ渡した論点', sums.transferred],
    ['回答を準備している論点', sums.open],
  ] as const
  const total = rows.reduce((all, [, n]) => all + n, 0)
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'paragraph',
      text: `1年に${texts}通の声が届きました。内容ごとに分けた論点は${total}件です。`,
    },
    {
      kind: 'table',
      caption: title,
      columns: [
        { label: '論点の行方', width: 80, role: 'heading' },
        { label: '件数', width: 20, role: 'number' },
      ],
      rows: [...rows.map(([name, n]) => [name, String(n)]), ['届いた論点', String(total)]],
    },
    ...(chosen.length
      ? [
          { kind: 'heading', level: 3, text: '声と市の回答' } as const,
          {
            kind: 'table',
            caption: '声と市の回答',
            columns: [
              { label: '声の要旨', width: 40, role: 'heading' },
              { label: '市の回答', width: 45 },
              { label: '答えた課', width: 15 },
            ],
            rows: chosen.map(({ number, gist, answer, section }) => [
              [gist, number],
              answer,
              section,
            ]),
          } as const,
        ]
      : []),
  ]
}
