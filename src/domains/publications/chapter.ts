import { standings } from '#domains/progress/index.ts'
import { eraDate, eraFiscalYear } from '#platform/calendar.ts'
import type { Block, Cell, Document } from '#platform/document.ts'
import type { Bulletin } from '#platform/sheet.ts'
import { ja as t } from './messages/ja.ts'
import {
  type Around,
  alarmLines,
  bars,
  contactOf,
  counted,
  day,
  issued,
  nameOf,
  numbered,
  photoOf,
  proof,
  resultOf,
  shapes,
  tones,
} from './messages/print.ts'
import { type Figures, type Issue, type ItemFigure, tableRoom } from './publication.ts'
import { shortened } from './rules/shorten.ts'
import { voiceBlocks } from './rules/voices.ts'

/** (1) 広報の紙面. */
export function bulletinOf(issue: Issue, { site, code }: Around, press: boolean): Bulletin {
  const { content, figures } = issue
  const watched = alarmLines(figures.items)
  const shows = (part: (typeof content.parts)[number]) => content.parts.includes(part)
  const rows = figures.items.slice(0, tableRoom)
  const rest = figures.items.length - rows.length
  return {
    kind: 'bulletin',
    name: nameOf(issue),
    author: site.name.ja,
    lang: 'ja',
    date: issued(issue),
    ...proof(issue),
    kicker: content.kicker,
    over: eraFiscalYear(issue.fiscalYear),
    title: content.title,
    slogan: content.slogan,
    sloganName: t.slogan,
    total: { word: '計画の項目', count: figures.total, unit: '項目' },
    counts: counted(figures.counts),
    asOf: t.asOfDay(figures.asOf),
    photo: content.picture ? photoOf(content.picture) : null,
    story: { title: content.leadTitle, text: content.lead },
    told: [
      ...(content.went ? [{ title: t.went, text: content.went }] : []),
      ...(content.next ? [{ title: t.next, text: content.next }] : []),
    ],
    chart: shows('measures')
      ? { title: t.byMeasure, says: t.byMeasure, bars: bars(figures) }
      : null,
    table: shows('items')
      ? {
          title: t.allItems,
          heads: [t.who, `${t.item}と${t.section}`, t.state, t.done],
          rows: rows.map((item) => ({
            code: item.code,
            title: item.title,
            section: item.section,
            shape: item.lead ? shapes[item.lead] : 'none',
            word: t.leads[item.lead ?? 'open'],
            tone: tones[item.standing],
            state: t.standings[item.standing],
            text: resultOf(item, rows.length > 16 ? 40 : 70),
          })),
          rest:
            rest > 0 ? `ほかに${rest}項目あります。報告書と市のホームページに載せています。` : '',
        }
      : null,
    alarms:
      shows('alarms') && watched.length
        ? {
            title: t.alarms,
            lines: [
              ...watched.slice(0, 5).map((line) => shortened(line, 90)),
              ...(watched.length > 5 ? [`ほかに${watched.length - 5}項目`] : []),
            ],
          }
        : null,
    call: { title: t.call, text: content.call, contact: contactOf(site), code },
    foot: `${site.name.ja} ${numbered(issue)} ${day(issued(issue))}発行`,
    press,
  }
}

/** (2) 報告書: the same blocks are the PDF and the web edition. */
export function reportOf(issue: Issue, { site }: Around): Document {
  const { content, figures } = issue
  const used = standings.filter((one) => figures.counts[one] > 0)
  const shows = (part: (typeof content.parts)[number]) => content.parts.includes(part)
  const told = (title: string, text: string): Block[] =>
    text
      ? [
          { kind: 'heading', level: 2, text: title },
          { kind: 'paragraph', text },
        ]
      : []
  const table: Block[] = [
    { kind: 'heading', level: 2, text: t.byMeasure },
    {
      kind: 'table',
      caption: t.byMeasure,
      columns: [
        { label: t.measure, width: 40, role: 'heading' },
        { label: t.total, width: 12, role: 'number' },
        ...used.map((one) => ({ label: t.standings[one], width: 12, role: 'number' as const })),
      ],
      rows: [
        ...figures.measures.map((one): Cell[] => [
          `${t.measure}${one.number} ${one.title}`,
          String(one.total),
          ...used.map((state) => String(one.counts[state])),
        ]),
        [t.all, String(figures.total), ...used.map((state) => String(figures.counts[state]))],
      ],
    },
  ]
  const watched = alarmLines(figures.items)
  return {
    title: content.title,
    over: eraFiscalYear(issue.fiscalYear),
    author: site.name.ja,
    lang: 'ja',
    date: issued(issue),
    ...proof(issue),
    colophon: [
      `${numbered(issue)} ${eraDate(issued(issue))} ${issue.isProof ? '校正' : '公表'}`,
      ...(issue.corrects ? [`訂正: ${issue.corrects.note}`] : []),
      `${site.name.ja} ${contactOf(site)}`,
      ...(site.notice ? [site.notice.ja] : []),
    ],
    blocks: [
      {
        kind: 'facts',
        pairs: [
          ['計画', figures.plan],
          [t.asOf, t.asOfDay(figures.asOf)],
          [t.total, t.items(figures.total)],
          ...used.map((one) => [t.standings[one], t.items(figures.counts[one])] as const),
        ],
      },
      { kind: 'narrative', title: content.leadTitle, text: content.lead },
      ...told(t.went, content.went),
      ...told(t.next, content.next),
      ...(shows('measures') ? table : []),
      ...(shows('items') ? itemBlocks(figures) : []),
      ...(shows('alarms') && watched.length
        ? [
            { kind: 'heading', level: 2, text: t.alarms } as const,
            ...watched.map((text): Block => ({ kind: 'paragraph', text })),
          ]
        : []),
      ...(shows('voices') && figures.voices ? voiceBlocks(figures.voices) : []),
      ...told(t.call, `${content.call}\n${contactOf(site)}`),
    ],
  }
}

const itemBlocks = ({ measures, items }: Figures): Block[] =>
  measures.flatMap((measure): Block[] => [
    {
      kind: 'heading',
      level: 2,
      // The wide space parts number and title in print.
      text: `${t.measure}${measure.number}　${measure.title}`,
    },
    {
      kind: 'table',
      caption: measure.title,
      columns: [
        { label: t.who, width: 10, role: 'sign' },
        { label: `${t.item}と${t.section}`, width: 28, role: 'heading' },
        { label: t.state, width: 18 },
        { label: t.done, width: 44 },
      ],
      rows: items.filter((item) => item.measure === measure.number).map(itemRow),
    },
  ])

function itemRow(item: ItemFigure): Cell[] {
  const state = t.standings[item.standing]
  const { group } = item
  return [
    { shape: item.lead ? shapes[item.lead] : 'none', word: t.leads[item.lead ?? 'open'] },
    [`${item.code} ${item.title}`, item.section],
    item.value && item.value !== state ? [state, `${t.value}：${item.value}`] : state,
    [
      item.result || (item.standing === 'unreported' ? t.unreported : ''),
      ...(group
        ? [
            `${t.group}：${group.name}「${group.value || t.standings[group.standing]}」${group.result}`,
          ]
        : []),
    ],
  ]
}
