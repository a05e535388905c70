import type { ScaleStep } from './progress.ts'

/** A scale that Tomoni brings along; a city takes one over, changes it, or writes its own. */
export interface Preset {
  readonly key: string
  readonly name: string
  /** Whose practice it is, as it was found (domain handbook 1). */
  readonly source: string
  readonly steps: readonly ScaleStep[]
}

// biome-ignore format: a table is read in columns
export const presets: readonly Preset[] = [
  {
    key: 'stages',
    name: '実施済・実施中・検討中・未着手',
    source: '多くの市の進行管理表',
    steps: [
      { code: '実施済', label: '実施済', meaning: '計画したことを終えた',             kind: 'done',           rank: 4 },
      { code: '実施中', label: '実施中', meaning: '計画どおりに進めている',           kind: 'on-track',       rank: 3 },
      { code: '検討中', label: '検討中', meaning: 'まだ形になっていない',             kind: 'behind',         rank: 1 },
      { code: '未着手', label: '未着手', meaning: 'はじめていない',                   kind: 'not-started',    rank: 0 },
      { code: '中止',   label: '中止',   meaning: 'やめた。理由を書く',               kind: 'stopped',        rank: null },
    ],
  },
  {
    key: 'marks',
    name: '◎○△×',
    source: '多くの市の評価表',
    steps: [
      { code: '◎', label: '予定以上',   meaning: '予定よりも進んだ',                 kind: 'done',           rank: 4 },
      { code: '○', label: '予定どおり', meaning: '予定どおりに進んだ',               kind: 'on-track',       rank: 3 },
      { code: '△', label: 'やや遅れ',   meaning: '予定より遅れている',               kind: 'behind',         rank: 2 },
      { code: '×', label: '未実施',     meaning: '実施していない',                   kind: 'not-started',    rank: 0 },
    ],
  },
  {
    key: 'akiruno',
    name: 'F・S・A・B・C・X・Y・Z',
    source: 'あきる野市',
    steps: [
      { code: 'F', label: '事業完了',     meaning: '目標を達成し、終えた',           kind: 'done',           rank: 4 },
      { code: 'S', label: '目標値以上',   meaning: '目標値を超えた',                 kind: 'on-track',       rank: 4 },
      { code: 'A', label: '目標値どおり', meaning: '目標値に達した',                 kind: 'on-track',       rank: 3 },
      { code: 'B', label: '要改善',       meaning: '目標値の半分程度',               kind: 'behind',         rank: 2 },
      { code: 'C', label: '要大幅改善',   meaning: '目標値の半分以下',               kind: 'behind',         rank: 1 },
      { code: 'X', label: '未着手',       meaning: 'はじめていない',                 kind: 'not-started',    rank: 0 },
      { code: 'Y', label: '中止',         meaning: 'やめた',                         kind: 'stopped',        rank: null },
      { code: 'Z', label: '評価困難',     meaning: '評価できない。理由を書く',       kind: 'not-assessable', rank: null },
    ],
  },
  {
    key: 'fuchu',
    name: '計画に対する進み方',
    source: '府中市の進行管理シート',
    steps: [
      { code: '完了', label: '計画を終えた',             meaning: '年度の計画をすべて終えた',     kind: 'done',        rank: 4 },
      { code: '順調', label: '計画どおりに進んでいる',   meaning: '年度の計画どおり',             kind: 'on-track',    rank: 3 },
      { code: '遅れ', label: '計画より遅れている',       meaning: '年度の計画に届いていない',     kind: 'behind',      rank: 1 },
      { code: '未着手', label: '着手していない',         meaning: 'はじめていない',               kind: 'not-started', rank: 0 },
    ],
  },
]
