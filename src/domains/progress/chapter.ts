import { planMessages } from '#domains/plan/index.ts'
import { eraDate, eraFiscalYear } from '#platform/calendar.ts'
import type { Block, Cell, Document } from '#platform/document.ts'
import type { SiteProfile } from '#platform/site.ts'
import { ja as t } from './messages/public-ja.ts'
import { alarmsBy, explanationOf, standingFills, waitingOf } from './rules/showing.ts'
import {
  countsOf,
  type Dimension,
  type ItemProgress,
  itemsBy,
  standings,
  type YearProgress,
} from './rules/year.ts'

/** What council and committee are given: the figures, their bars, what waits, what alarms, every item. */
export function packDocument(
  year: YearProgress,
  years: readonly YearProgress[],
  site: SiteProfile,
): Document {
  return {
    title: t.title,
    over: eraFiscalYear(year.fiscalYear),
    subtitle: t.asOf(eraDate(year.asOf)),
    author: site.name.ja,
    lang: 'ja',
    date: year.asOf,
    colophon: [
      `${site.name.ja} ${site.unit.ja}${site.phone ? ` 電話 ${site.phone}` : ''}`,
      ...(site.notice ? [site.notice.ja] : []),
    ],
    blocks: [
      ...counted(t.overall, t.of.standing, [[t.allItems, year.items]]),
      ...bySide(year, 'measure', (key, [one]) =>
        t.measureName(Number(key), one?.measure.title ?? ''),
      ),
      ...bySide(year, 'lead', (_key, [one]) =>
        one?.item.lead ? planMessages.ja.leads[one.item.lead] : t.leadOpen,
      ),
      ...bySide(year, 'department', (key) => key),
      { kind: 'note', text: t.departmentNote },
      ...(year.districts.length
        ? [
            ...bySide(
              year,
              'district',
              (key) => year.districts.find(({ id }) => id === key)?.name ?? t.wholeCity,
            ),
            { kind: 'note', text: t.districtNote } as const,
          ]
        : []),
      ...(years.length > 1
        ? counted(
            t.years,
            t.yearOf,
            years.map((one) => [t.yearName(one.fiscalYear), one.items] as const),
          )
        : []),
      ...waiting(year),
      ...alarmed(year),
      ...everything(year),
    ],
  }
}

type Row = readonly [name: string, items: readonly ItemProgress[]]

function bySide(
  year: YearProgress,
  dimension: Dimension,
  name: (key: string, items: readonly ItemProgress[]) => string,
): Block[] {
  const rows = [...itemsBy(year, dimension)].map(([key, items]): Row => [name(key, items), items])
  return counted(t.by[dimension], t.of[dimension], rows)
}

/** A picture and the table of its figures. */
function counted(title: string, of: string, rows: readonly Row[]): Block[] {
  const lines = rows.map(([name, items]) => ({ name, counts: countsOf(items), items }))
  const used = standings.filter((one) => lines.some(({ counts }) => counts[one] > 0))
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'bars',
      caption: title,
      series: used.map((one) => ({ word: t.standings[one], fill: standingFills[one] })),
      rows: lines.map(({ name, counts }) => ({ name, values: used.map((one) => counts[one]) })),
    },
    {
      kind: 'table',
      caption: title,
      columns: [
        { label: of, width: 34, role: 'heading' },
        ...used.map((one) => ({ label: t.standings[one], width: 11, role: 'number' as const })),
        { label: t.total, width: 9, role: 'number' },
      ],
      rows: lines.map(({ name, counts, items }): Cell[] => [
        name,
        ...used.map((one) => String(counts[one])),
        String(items.length),
      ]),
    },
  ]
}

function waiting(year: YearProgress): Block[] {
  const found = waitingOf(year)
  if (!found) return []
  const { round, sections } = found
  const period = t.periods[round.period]
  const lead = sections.size ? t.waitingLead(period, eraDate(round.dueOn)) : t.waitingNone(period)
  const table: Block = {
    kind: 'table',
    caption: t.waiting,
    columns: [
      { label: t.waitingSection, width: 30, role: 'heading' },
      { label: t.waitingCount, width: 15, role: 'number' },
      { label: t.allItems, width: 55 },
    ],
    rows: [...sections].map(([section, items]): Cell[] => [
      section,
      String(items.length),
      items.map(({ item }) => `${item.code} ${item.title}`),
    ]),
  }
  return [
    { kind: 'heading', level: 2, text: t.waiting },
    { kind: 'paragraph', text: lead },
    ...(sections.size ? [table] : []),
  ]
}

function alarmed(year: YearProgress): Block[] {
  const kinds = [...alarmsBy(year)]
  if (!kinds.length) return []
  const { silentAfterDays, stalledAfterYears, lagShare } = year.terms
  const limits = {
    silent: silentAfterDays,
    stalled: stalledAfterYears,
    'off-line': Math.round(lagShare * 100),
    'no-owner': 0,
  }
  return [
    { kind: 'heading', level: 2, text: t.alarms },
    ...kinds.flatMap(([kind, all]): Block[] => [
      { kind: 'heading', level: 3, text: t.alarmNames[kind] },
      { kind: 'note', text: t.alarmRules[kind](limits[kind]) },
      {
        kind: 'table',
        caption: t.alarmNames[kind],
        columns: [
          { label: t.allItems, width: 34, role: 'heading' },
          { label: t.alarms, width: 26 },
          { label: t.explainedTitle, width: 40 },
        ],
        rows: all.map((sounded): Cell[] => [
          `${sounded.one.item.code} ${sounded.one.item.title}`,
          t.alarmSaid[kind](String(sounded.alarm.measure)),
          explanationOf(sounded)?.text ?? t.notExplained,
        ]),
      },
    ]),
  ]
}

function everything(year: YearProgress): Block[] {
  return [
    { kind: 'heading', level: 2, text: t.listOf(year.fiscalYear) },
    {
      kind: 'table',
      caption: t.list,
      columns: [
        { label: t.allItems, width: 28, role: 'heading' },
        { label: t.standing, width: 14 },
        { label: t.latest, width: 40 },
        { label: t.reportedBy, width: 18 },
      ],
      rows: year.items.map(({ item, standing, latest, asked }): Cell[] => [
        `${item.code} ${item.title}`,
        t.standings[standing],
        latest
          ? [
              `${t.periods[latest.period]}${latest.step ? `：${latest.step.label}` : ''}`,
              latest.content.result || latest.content.unchanged,
            ]
          : t.noReport,
        asked,
      ]),
    },
  ]
}
