import { coverSaid } from '#domains/moderation/index.ts'
import { eraDate, eraFiscalYear, type IsoDate } from '#platform/calendar.ts'
import type { Block, Cell, Document } from '#platform/document.ts'
import { groupBy } from '#platform/group.ts'
import type { SiteProfile } from '#platform/site.ts'
import type { PublicReport } from '../progress.ts'
import { stepOf } from '../rules/report.ts'
import { layers, onPaper } from './judging.ts'
import { ja as d } from './messages/desk-ja.ts'
import { ja as t } from './messages/ja.ts'
import {
  type JudgedItem,
  type JudgingYear,
  layersDiffer,
  layersOf,
  passedOver,
  type Said,
  whyPassedOver,
} from './rules/year.ts'

/** What is put into people's hands, and on which day. */
export interface Printed {
  readonly year: JudgingYear
  readonly site: SiteProfile
  readonly on: IsoDate
}

/** 評価の資料: what was planned, what both sides report, and what each layer says so far. */
export function papersDocument({ year, site, on }: Printed): Document {
  const { committee, scale } = year
  const isPublished = committee.state === 'published'
  return {
    title: isPublished ? '評価報告書' : `${committee.name} 資料`,
    over: `${eraFiscalYear(committee.fiscalYear)} ${t.occasions[committee.occasion]}`,
    author: site.name.ja,
    lang: 'ja',
    date: on,
    colophon: [
      isPublished ? t.publishedOn(eraDate(committee.publishedOn)) : `${eraDate(on)} 現在`,
      `${site.name.ja} ${site.unit.ja}`,
      ...(site.notice ? [site.notice.ja] : []),
    ],
    blocks: [
      { kind: 'heading', level: 2, text: t.scale },
      {
        kind: 'table',
        caption: t.scale,
        columns: [
          { label: d.value, width: 24, role: 'heading' },
          { label: '意味', width: 76 },
        ],
        rows: scale.steps.map(({ label, meaning }) => [label, meaning]),
      },
      { kind: 'heading', level: 2, text: t.overview },
      overview(year),
      { kind: 'heading', level: 2, text: d.item },
      ...year.items.filter((one) => !passedOver(one)).flatMap((item) => ofItem(item, year)),
      ...unjudged(year),
    ],
  }
}

const labelOf = (said: Said | undefined) => said?.step?.label ?? d.nothingSaid

/** Without a column for the year before where nothing was ever judged before. */
function overview({ items, scale }: JudgingYear): Block {
  const shown = items.filter((one) => !passedOver(one))
  const goesOn = shown.some(({ lastYear }) => lastYear)
  return {
    kind: 'table',
    caption: t.overview,
    columns: [
      { label: d.item, width: 40, role: 'heading' },
      ...layers.map((layer) => ({ label: d.shortLayers[layer], width: 14 })),
      ...(goesOn ? [{ label: d.lastYear, width: 18 }] : []),
    ],
    rows: shown.map((item): Cell[] => {
      const said = layersOf(item, scale)
      return [
        `${item.progress.item.code} ${item.progress.item.title}`,
        ...layers.map((layer) => (item.waived[layer] ? d.waived : labelOf(said[layer]))),
        ...(goesOn ? [beforeOf(item)] : []),
      ]
    }),
  }
}

const beforeOf = ({ lastYear }: JudgedItem): Cell =>
  layers.flatMap((layer) => {
    const last = lastYear?.said[layer]
    return last ? [`${d.shortLayers[layer]} ${labelOf(last)}`] : []
  })

/** What nobody looked at this time: what was reported, with the reason said once for all to which it applies. */
function unjudged({ items }: JudgingYear): Block[] {
  const byReason = groupBy(items.filter(passedOver), whyPassedOver)
  if (!byReason.size) return []
  return [
    { kind: 'heading', level: 2, text: t.unjudged },
    ...[...byReason].flatMap(([reason, list]): Block[] => [
      { kind: 'note', text: `${t.unjudgedWhy} ${reason}` },
      ...list.flatMap(toldOf),
    ]),
  ]
}

/** What was planned and reported, before anybody judged it. */
function toldOf({ progress: { item, measure, reports } }: JudgedItem): Block[] {
  const newest = (side: 'city' | 'group') => reports.filter((r) => r.side === side)
  const own = newest('city').at(-1)
  const groups = newest('group').slice(-2)
  return [
    { kind: 'heading', level: 3, text: `${item.code} ${item.title}` },
    {
      kind: 'facts',
      pairs: [
        [t.measure(measure.number), measure.title],
        [d.planned, item.description || d.nothingSaid],
        [d.cityReport, own ? reported(own) : d.noReport],
        ...groups.map((r) => [d.groupReport(r.asked), reported(r)] as const),
        ...item.indicators.map(
          (one) =>
            [
              `${d.indicators}: ${one.name}`,
              `${d.target} ${one.target ?? d.nothingSaid}${one.unit} / ${d.actual} ${actualOf(own, one.name)}`,
            ] as const,
        ),
      ],
    },
  ]
}

function ofItem(judged: JudgedItem, year: JudgingYear): Block[] {
  const said = layersOf(judged, year.scale)
  return [
    ...toldOf(judged),
    {
      kind: 'table',
      caption: `${judged.progress.item.code} ${t.title}`,
      columns: [
        { label: '', width: 22, role: 'heading' },
        { label: d.value, width: 16 },
        { label: d.course, width: 14 },
        { label: d.comment, width: 48 },
      ],
      rows: layers.map((layer): Cell[] => {
        const one = said[layer]
        const reason = judged.waived[layer]
        if (!one) return [d.shortLayers[layer], reason ? d.waived : d.nothingSaid, '', reason ?? '']
        return [
          d.shortLayers[layer],
          labelOf(one),
          one.course ? d.courses[one.course] : '',
          one.comment,
        ]
      }),
    },
    ...(layersDiffer(said) ? [{ kind: 'note', text: t.differs } as const] : []),
    ...marksOf(judged, year),
    ...remarksOf(judged),
  ]
}

const reported = ({ step, content, cover }: PublicReport): string =>
  [
    step?.label,
    cover ? coverSaid('ja', cover) : content.unchanged || content.result,
    content.issues && `${d.issues}: ${content.issues}`,
  ]
    .flatMap((part) => (part ? [/[。？！]$/u.test(part) ? part : `${part}。`] : []))
    .join('')

function actualOf(report: PublicReport | undefined, name: string): string {
  const reading = report?.content.readings.find((one) => one.name === name)
  if (!reading) return d.nothingSaid
  if (reading.actual !== null) return String(reading.actual)
  return reading.unmeasured ? `${d.unmeasured}(${reading.unmeasured})` : d.nothingSaid
}

/** As far as whoever prints it may see them; without names. */
function marksOf({ marks }: JudgedItem, { scale }: JudgingYear): Block[] {
  const given = marks.filter(({ state }) => state === 'given')
  if (!given.length) return []
  return [
    {
      kind: 'table',
      caption: d.marks,
      columns: [
        { label: d.marks, width: 20, role: 'heading' },
        { label: d.course, width: 16 },
        { label: d.commentOfMember, width: 64 },
      ],
      rows: given.map((mark): Cell[] => [
        [
          stepOf(scale, mark.verdict.value)?.label ?? d.nothingSaid,
          ...(onPaper(mark) ? [d.onPaper] : []),
        ],
        mark.verdict.course ? d.courses[mark.verdict.course] : '',
        mark.verdict.comment,
      ]),
    },
  ]
}

function remarksOf({ remarks }: JudgedItem): Block[] {
  const answered = remarks.filter(({ state }) => state === 'approved')
  if (!answered.length) return []
  return [
    {
      kind: 'table',
      caption: t.remarks,
      columns: [
        { label: d.comment, width: 42, role: 'heading' },
        { label: d.stance, width: 14 },
        { label: t.answer, width: 44 },
      ],
      rows: answered.map(({ kind, text, answer, section }): Cell[] => [
        `${t.kinds[kind]}: ${text}`,
        answer.stance ? t.stances[answer.stance] : '',
        [answer.reason, t.answeredBy(section)],
      ]),
    },
  ]
}

/** 採点用紙: to fill in by hand, one item after another, for whoever does not use the web. */
export function sheetDocument(
  { year, site, on }: Printed,
  items: readonly JudgedItem[],
  member: string,
): Document {
  const { committee, scale } = year
  const box = (label: string) => `□ ${label}`
  return {
    title: '採点用紙',
    over: `${committee.name} ${eraFiscalYear(committee.fiscalYear)}`,
    author: site.name.ja,
    lang: 'ja',
    date: on,
    colophon: [
      `${d.marksDueOn}: ${eraDate(committee.marksDueOn)}`,
      `${site.name.ja} ${site.unit.ja}`,
    ],
    blocks: [
      { kind: 'paragraph', text: `委員: ${member || '＿＿＿＿＿＿＿＿'}` },
      ...items.flatMap(({ progress: { item } }): Block[] => [
        { kind: 'heading', level: 3, text: `${item.code} ${item.title}` },
        { kind: 'paragraph', text: item.description },
        {
          kind: 'table',
          caption: d.marks,
          columns: [
            { label: d.value, width: 24, role: 'heading' },
            { label: d.course, width: 16 },
            { label: d.commentOfMember, width: 60 },
          ],
          rows: [
            [scale.steps.map(({ label }) => box(label)), Object.values(d.courses).map(box), ''],
          ],
        },
      ]),
    ],
  }
}
