import { commitments, directions, quarters } from '../item.ts'
import { audiences } from '../plan.ts'
import { limits } from './limits.ts'
import { audienceWords } from './marks.ts'

/**
 * 列 — the one list of columns: the workbook's template, its instructions sheet, the reader, the
 * CSV and the column dictionary of the open data are all made of it. Values are read and written
 * in `cells.ts`.
 */
export interface Column {
  readonly key: ColumnKey
  readonly label: { readonly ja: string; readonly en: string }
  /** Other names by which the column is found. */
  readonly also: readonly string[]
  /** Width in a workbook, in half-width characters. */
  readonly width: number
  readonly kind:
    | 'code'
    | 'text'
    | 'long-text'
    | 'list'
    | 'choice'
    | 'number'
    | 'yen'
    | 'date'
    | 'id'
  /** What may be chosen, as it is written; other spellings are read too. */
  readonly choices?: readonly string[]
  readonly required: boolean
  readonly max?: number
  readonly explanation: { readonly ja: string; readonly en: string }
}

export const indicatorParts = ['name', 'unit', 'baseline', 'target', 'direction'] as const
export type IndicatorPart = (typeof indicatorParts)[number]
export const tongues = ['easy', 'en', 'ko'] as const
type Tongue = (typeof tongues)[number]
export const translatedFields = [
  'measureTitle',
  'groupText',
  'title',
  'description',
  'citizenRole',
  'cityRole',
] as const
export type TranslatedField = (typeof translatedFields)[number]

export type PlainKey =
  | 'id'
  | 'measureNumber'
  | 'measureTitle'
  | 'audience'
  | 'groupText'
  | 'code'
  | 'lead'
  | 'title'
  | 'description'
  | 'departments'
  | 'owner'
  | 'deputy'
  | 'commitment'
  | 'considerUntil'
  | 'citizenRole'
  | 'cityRole'
  | (typeof quarters)[number]
  | 'budgetYen'
  | 'articles'
export type ColumnKey =
  | PlainKey
  | `indicator${number}.${IndicatorPart}`
  | `${TranslatedField}.${Tongue}`

export const commitmentWords = {
  consider: '検討',
  prepare: '準備',
  trial: '試行',
  implement: '実施',
  enhance: '充実',
} as const
export const directionWords = { up: '増やす', down: '減らす', keep: '保つ' } as const

type Text = Pick<Column, 'width' | 'kind' | 'required'> &
  Partial<Pick<Column, 'also' | 'max' | 'choices'>>

const column = (
  key: ColumnKey,
  [ja, en]: readonly [string, string],
  form: Text,
  [explainJa, explainEn]: readonly [string, string],
): Column => ({
  key,
  label: { ja, en },
  also: [],
  ...form,
  explanation: { ja: explainJa, en: explainEn },
})

// biome-ignore format: a table is read in columns
const upToRoles: readonly Column[] = [
  column('measureNumber', ['施策番号', 'Measure no.'], { width: 8, kind: 'number', required: true, also: ['measure number'] },
    ['施策の番号です。空欄は上の行と同じ施策になります。', 'Number of the measure. Blank: the same as above.']),
  column('measureTitle', ['施策', 'Measure'], { width: 28, kind: 'text', required: true, max: limits.measure, also: ['施策名'] },
    ['施策の名称です。空欄は上の行と同じ施策になります。', 'Title of the measure. Blank: the same as above.']),
  column('audience', ['対象', 'Audience'], { width: 8, kind: 'choice', required: false, choices: audiences.map((a) => audienceWords[a]) },
    ['方針が誰に向けたものかを「市民」「職員」から選びます。空欄は全員です。', 'Whom the heading speaks to. Blank: everyone.']),
  column('groupText', ['方針(項目群)', 'Heading'], { width: 40, kind: 'long-text', required: true, max: limits.group, also: ['方針', '項目群', 'group'] },
    ['■で示す方針の文です。空欄は上の行と同じ方針になります。', 'The sentence of intent (■). Blank: the same as above.']),
  column('code', ['番号', 'No.'], { width: 8, kind: 'code', required: false, also: ['項目番号', 'code', 'number'] },
    ['施策番号-通し番号(例 1-3)です。空欄なら上から順に付けます。', 'Measure and place within it, 1-3. Blank: counted from the top.']),
  column('lead', ['主体', 'Lead'], { width: 8, kind: 'choice', required: true, choices: ['★', '●', '◎'], also: ['実施主体'] },
    ['★市民が主体、●市が主体、◎市民と市が主体。空欄は取込時にお尋ねします。', '★ citizens, ● the city, ◎ both. A blank is asked at import.']),
  column('title', ['項目', 'Item'], { width: 28, kind: 'text', required: true, max: limits.title, also: ['項目名', '取組', 'title'] },
    ['取組の名称です。', 'Title of the item.']),
  column('description', ['内容', 'Description'], { width: 48, kind: 'long-text', required: false, max: limits.description, also: ['アクションプランの内容', '取組内容'] },
    ['その年度に行うことを文で書きます。', 'What is to be done in the year, in sentences.']),
  column('departments', ['関係部署', 'Departments'], { width: 24, kind: 'list', required: true, max: limits.department, also: ['担当課', '担当部署', '所管課', 'department'] },
    ['部署名を「、」で区切って書きます。', 'Names of departments, separated by 、.']),
  column('owner', ['担当者', 'Owner'], { width: 14, kind: 'text', required: false, max: limits.person },
    ['項目に責任をもつ人または職名です。', 'The person or post that answers for the item.']),
  column('deputy', ['副担当', 'Deputy'], { width: 14, kind: 'text', required: false, max: limits.person },
    ['担当者の代わりを務める人または職名です。', 'Who stands in for the owner.']),
  column('commitment', ['取組段階', 'Commitment'], { width: 10, kind: 'choice', required: false, choices: commitments.map((c) => commitmentWords[c]) },
    ['検討・準備・試行・実施・充実のうち、文が約束する段階です。', 'How far the sentence commits the city.']),
  column('considerUntil', ['検討期限', 'Consider until'], { width: 12, kind: 'date', required: false },
    ['検討の結論を出す日です。2012-10-31、平成24年10月31日のどちらでも読みます。', 'Day by which the consideration ends.']),
  column('citizenRole', ['市民の役割', 'Role of citizens'], { width: 28, kind: 'long-text', required: false, max: limits.role },
    ['市民や団体が担うことです。', 'What citizens and groups do.']),
  column('cityRole', ['市の役割', 'Role of the city'], { width: 28, kind: 'long-text', required: false, max: limits.role },
    ['市が担うことです。', 'What the city does.']),
]

const months = { q1: '4–6月', q2: '7–9月', q3: '10–12月', q4: '1–3月' } as const

// biome-ignore format: a table is read in columns
const fromQuarters: readonly Column[] = [
  ...quarters.map((q, i) => column(q, [months[q], `Q${i + 1}`], { width: 20, kind: 'long-text', required: false, max: limits.quarter, also: [`第${i + 1}四半期`] },
    [`${months[q]}に行うことです。`, `What is done in quarter ${i + 1} of the fiscal year.`])),
  column('budgetYen', ['予算(円)', 'Budget (yen)'], { width: 14, kind: 'yen', required: false, also: ['予算', '予算額', 'budget'] },
    ['予算額を円で書きます。0 は「予算なし」、空欄は「未定」です。', 'Yen. 0 is no budget, blank is not yet known.']),
  column('articles', ['関係条文', 'Articles'], { width: 20, kind: 'list', required: false, max: limits.article, also: ['条文', 'article'] },
    ['よりどころとなる条文(例 第9条第2項)を「、」で区切って書きます。', 'Articles of the ordinance, separated by 、.']),
  column('id', ['ID', 'ID'], { width: 30, kind: 'id', required: false },
    ['書き出したときの印です。変えないでください。新しい項目では空欄にします。', 'Written by the export; leave it. Blank for a new item.']),
]

/** A table with one indicator need not number it. */
const unnumbered = (n: number, name: string) => (n === 1 ? [name] : [])

// biome-ignore format: a table is read in columns
const indicator = (n: number): readonly Column[] => [
  column(`indicator${n}.name`, [`指標${n}名`, `Indicator ${n}`], { width: 20, kind: 'text', required: false, max: limits.indicator, also: [`指標${n}`, `指標${n}の名称`, ...unnumbered(n, '指標名'), ...unnumbered(n, '指標')] },
    ['達成の度合いを測るものの名前です。', 'What is measured.']),
  column(`indicator${n}.unit`, [`指標${n}単位`, `Indicator ${n} unit`], { width: 8, kind: 'text', required: false, max: limits.unit, also: unnumbered(n, '単位') },
    ['人、回、%などの単位です。', 'People, times, % and the like.']),
  column(`indicator${n}.baseline`, [`指標${n}基準値`, `Indicator ${n} baseline`], { width: 10, kind: 'number', required: false, also: unnumbered(n, '基準値') },
    ['出発点の値です。', 'The value at the start.']),
  column(`indicator${n}.target`, [`指標${n}目標値`, `Indicator ${n} target`], { width: 10, kind: 'number', required: false, also: unnumbered(n, '目標値') },
    ['目指す値です。', 'The value aimed at.']),
  column(`indicator${n}.direction`, [`指標${n}方向`, `Indicator ${n} direction`], { width: 8, kind: 'choice', required: false, also: unnumbered(n, '方向'), choices: directions.map((d) => directionWords[d]) },
    ['増やす・減らす・保つから選びます。空欄は「増やす」です。', 'Which way it should move. Blank: up.']),
]

const tongueLabels = {
  easy: ['やさしい日本語', 'plain Japanese'],
  en: ['英語', 'English'],
  ko: ['韓国語', 'Korean'],
} as const
const original = [...upToRoles, ...fromQuarters]

const translations: readonly Column[] = tongues.flatMap((tongue) =>
  translatedFields.flatMap((field) => {
    const of = original.find((one) => one.key === field)
    if (!of) return []
    const [ja, en] = tongueLabels[tongue]
    const { width, kind, max } = of
    const form = { width, kind, required: false, ...(max !== undefined && { max: max * 4 }) }
    return column(`${field}.${tongue}`, [`${of.label.ja}(${ja})`, `${of.label.en} (${en})`], form, [
      `「${of.label.ja}」の${ja}訳です。空欄なら日本語で示します。`,
      `The ${en} of “${of.label.en}”. Blank: shown in Japanese.`,
    ])
  }),
)

/** With room for as many indicators as needed: an export must not drop the fourth. */
export const columnsFor = (indicators: number): readonly Column[] => [
  ...upToRoles,
  ...Array.from({ length: indicators }, (_, i) => indicator(i + 1)).flat(),
  ...fromQuarters,
  ...translations,
]

export const columns: readonly Column[] = columnsFor(3)

/** What the reader knows: more indicators than a template shows. */
export const readableColumns: readonly Column[] = columnsFor(9)
