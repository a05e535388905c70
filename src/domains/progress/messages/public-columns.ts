import { coverSaid } from '#domains/moderation/index.ts'
import { planMessages } from '#domains/plan/index.ts'
import type { PublicReport } from '../progress.ts'
import { publicUrls } from '../public-urls.ts'
import { type ItemProgress, placesOf, type YearProgress } from '../rules/year.ts'
import { ja as t } from './public-ja.ts'

type Cell = string | number | null

/** One column of the open data: its name, what it means, and what stands in it. */
export interface ProgressColumn {
  readonly label: string
  readonly english: string
  readonly means: { readonly ja: string; readonly en: string }
  readonly cell: (one: ItemProgress, report: PublicReport | null, year: YearProgress) => Cell
}

const column = (
  label: string,
  english: string,
  ja: string,
  en: string,
  cell: ProgressColumn['cell'],
): ProgressColumn => ({ label, english, means: { ja, en }, cell })

/** A line a report; of an item without any, one line that says so. The Japanese words are the data. */
// biome-ignore format: a table is read in columns
export const progressColumns: readonly ProgressColumn[] = [
  column('年度', 'Fiscal year', '4月1日に始まる年度。2012は平成24年度', 'Begins on 1 April', (_one, _r, year) => year.fiscalYear),
  column('番号', 'Code', '計画の項目の番号', 'Of the item in the plan', ({ item }) => item.code),
  column('項目', 'Item', '項目の名前', 'Its name', ({ item }) => item.title),
  column('施策', 'Measure', '項目が属する施策の番号', 'Number of its measure', ({ measure }) => measure.number),
  column('主体', 'Lead', 'だれが進めるか', 'Who leads', ({ item }) => item.lead ? planMessages.ja.leads[item.lead] : t.leadOpen),
  column('関係部署', 'Departments', '「、」区切り', 'Separated by 、', ({ item }) => item.departments.join('、')),
  column('進み具合', 'Standing', '項目のいまの進み具合。市のいちばん新しい報告による', 'Of the item, by the city’s newest report', ({ standing }) => t.standings[standing]),
  column('時期', 'Period', '報告の時期', 'What was reported on', (_one, r) => r ? t.periods[r.period] : ''),
  column('報告した側', 'Side', '市の報告か、市民・団体の報告か', 'City or citizens', (_one, r) => r ? t.sides[r.side] : ''),
  column('報告した課・団体', 'Reported by', '名前', 'Name of section or group', (_one, r) => r?.asked ?? ''),
  column('公開日', 'Published on', '報告を公開した日(ISO 8601)', 'Day of publication (ISO 8601)', (_one, r) => r?.on ?? ''),
  column('市の区分', 'Value', 'その年度の区分の言葉', 'In the words of that year’s scale', (_one, r) => r?.step?.label ?? ''),
  column('地区', 'Districts', 'した地区。「、」区切り。地区を言わない報告は「市全体」', 'Where something was done, separated by 、; the whole city where the report names none', (_one, r, year) => r && year.districts.length ? placesOf(r).map((id) => year.districts.find((d) => d.id === id)?.name ?? t.wholeCity).join('、') : ''),
  column('したこと', 'What was done', '文章。見えなくしているときは、そのことと理由', 'Text; of a hidden one, that it is, and why', (_one, r) => r?.cover ? coverSaid('ja', r.cover) : r?.content.result ?? ''),
  column('変わらない理由', 'Why unchanged', '前回から変わらないとき', 'Where nothing is new', (_one, r) => r?.content.unchanged ?? ''),
  column('数字', 'Figures', '名前 値 単位。「、」区切り', 'Name, value, unit; separated by 、', (_one, r) => r?.content.figures.map((f) => `${f.name} ${f.value}${f.unit}`).join('、') ?? ''),
  column('指標', 'Indicators', '指標の名前と値。測れないときは理由', 'Name and value, or why there is none', (_one, r) => r?.content.readings.flatMap((one) => one.actual !== null ? [`${one.name} ${one.actual}`] : one.unmeasured ? [`${one.name} (${one.unmeasured})`] : []).join('、') ?? ''),
  column('困っていること', 'Difficulties', '文章', 'Text', (_one, r) => r?.content.issues ?? ''),
  column('これからすること', 'Next', '文章', 'Text', (_one, r) => r?.content.next ?? ''),
  column('時間', 'Hours', 'かけた時間', 'Hours spent', (_one, r) => r?.content.hours ?? null),
  column('円', 'Yen', '使ったお金', 'Money spent', (_one, r) => r?.content.yen ?? null),
  column('もとになるもの', 'Sources', '住所。空白区切り', 'Addresses, separated by blanks', (_one, r) => r?.content.evidence.map(({ url }) => url).join(' ') ?? ''),
  column('写真と資料', 'Pictures and files', '住所。空白区切り', 'Addresses, separated by blanks', (_one, r) => r?.files.map((file) => publicUrls.file(file)).join(' ') ?? ''),
  column('お知らせ', 'Alarms', '当てはまるきまり。「、」区切り', 'Rules that apply, separated by 、', ({ alarms }) => [...new Set(alarms.map(({ kind }) => t.alarmNames[kind]))].join('、')),
]

/** The whole year as lines of cells, its head first. */
export const progressTable = (year: YearProgress): readonly (readonly Cell[])[] => [
  progressColumns.map(({ label }) => label),
  ...year.items.flatMap((one) =>
    (one.reports.length ? one.reports : [null]).map((report) =>
      progressColumns.map(({ cell }) => cell(one, report, year)),
    ),
  ),
]
