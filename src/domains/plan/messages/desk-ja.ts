import { eraFiscalYear } from '#platform/calendar.ts'
import type { PlanAction } from '../workflow.ts'
import { intakeJa } from './desk-intake-ja.ts'
import { textJa } from './desk-text-ja.ts'

const year = eraFiscalYear

/** Steps of a plan's life that a button leads to. */
export const lifeSteps = [
  'openComment',
  'submit',
  'decide',
  'sendBack',
  'publish',
  'start',
  'reachMidterm',
  'beginClosing',
  'evaluate',
  'archive',
] as const satisfies readonly PlanAction[]
export type LifeStep = (typeof lifeSteps)[number]

interface StepWords {
  /** A verb, on the button. */
  readonly go: string
  readonly ask: string
  readonly what: readonly string[]
}

/** 職員の作業台のことば. Japanese is the shape; English has its type. */
export const ja = {
  plans: '計画',
  plansLead: '年度ごとの計画を、作り、直し、公表するところです。',
  planOf: (y: number) => `${year(y)}の計画`,
  none: 'まだ計画がありません。',
  noneTodo:
    '前の年度の計画がファイルや紙であれば「取り込む」から、なければ「新しい計画を作る」から始めます。',
  create: '新しい計画を作る',
  createLead: '項目のない計画ができます。あとから項目を足すか、ファイルを取り込みます。',
  createGo: '計画を作る',
  year: '年度',
  yearHint: '始まる年を西暦で書きます。平成24年度は 2012、令和8年度は 2026 です。',
  planTitle: '計画の名前',
  planTitleHint: (y: number) => `例: ${year(y)}市民協働推進アクションプラン`,
  state: '今の段階',
  next: '次にすること',
  nextOf: {
    drafting: '項目を書きそろえ、点検をすませて、審議に出します。',
    'public-comment': '寄せられた意見を見て案を直し、審議に出します。',
    'council-review': '案を書いていない人が決裁します。直すときは差し戻します。',
    decided: '公表します。',
    published: '年度が始まったら、実施を始めます。',
    'in-progress': '10月ごろに中間点検をします。',
    midterm: '年度末に取りまとめます。',
    closing: '実績をまとめ、評価します。',
    evaluated: '次の年度の計画ができたら、保存します。',
    archived: 'この計画は保存されています。',
  },
  items: '項目',
  itemsCount: (n: number) => `${n}項目`,
  openIntakes: '取り込みの途中',
  openIntakesLead: '質問に答えてから、計画に入れます。まだ計画には何も入っていません。',
  takeInShort: '取り込む',
  unanswered: (n: number) =>
    n ? `答えていない質問が${n}つあります` : '質問には、すべて答えました',
  received: (date: string, who: string) => `${date} ${who}`,

  tabs: {
    bench: '項目',
    head: '前書き',
    check: '点検',
    amendments: '公表後の変更',
    preview: '見本とファイル',
    'roll-over': '次の年度へ',
  },
  tabsOf: 'この計画のページ',
  life: '計画の段階',
  steps: {
    openComment: {
      go: '意見の募集を始める',
      ask: '案を公開して、意見の募集を始めますか。',
      what: [
        '案が公開のページに出て、だれでも読めるようになります。',
        '募集は今日から30日間です。期間中も案を直せます。',
      ],
    },
    submit: {
      go: '審議に出す',
      ask: 'この案を審議に出しますか。',
      what: [
        '主体と関係部署が、すべての項目で決まっている必要があります。',
        '出したあとも、決裁の前なら直せます。差し戻すこともできます。',
      ],
    },
    decide: {
      go: '決裁する',
      ask: 'この計画を決裁しますか。',
      what: ['計画が決まり、本文は直せなくなります。', 'だれがいつ決裁したかが、台帳に残ります。'],
    },
    sendBack: {
      go: '差し戻す',
      ask: 'この案を作成中に戻しますか。',
      what: ['計画は「作成中」に戻ります。書いたものは、そのまま残ります。'],
    },
    publish: {
      go: '公表する',
      ask: 'この計画を公表しますか。',
      what: [
        '今日の日付で、だれでも読めるようになります。',
        '公表したあとは、本文を直せません。変えるときは、理由を付けた「計画の変更」になります。',
      ],
    },
    start: {
      go: '実施を始める',
      ask: 'この計画の実施を始めますか。',
      what: ['計画は「実施中」になります。'],
    },
    reachMidterm: {
      go: '中間点検に進む',
      ask: '中間点検に進みますか。',
      what: ['計画は「中間点検」になります。'],
    },
    beginClosing: {
      go: '取りまとめに進む',
      ask: '取りまとめに進みますか。',
      what: ['計画は「取りまとめ中」になります。'],
    },
    evaluate: {
      go: '評価を終える',
      ask: 'この計画の評価を終えますか。',
      what: ['計画は「評価済み」になります。このあと計画の変更はできません。'],
    },
    archive: {
      go: '保存する',
      ask: 'この計画を保存しますか。',
      what: ['計画は「保存」になります。公開のページには残ります。'],
    },
  } satisfies Record<LifeStep, StepWords>,
  who: 'できる人',
  standings: {
    anyone: 'だれでも',
    staff: '職員',
    'item-department': 'その項目の関係部署の職員',
    secretariat: '事務局',
    approver: '事務局のうち、この案を書いていない人',
  },
  basis: 'よりどころ',
  authors: 'この案を書いた人',
  separation: '案を書いた人は、決裁できません(職務分掌)。',
  separationYou: 'あなたはこの案を書いたため、決裁できません。ほかの人に頼んでください。',
  notYours: '今の段階とあなたの役割では、この操作はできません。',
  reason: '理由',
  sendBackHint: '何を直してほしいかを書きます。台帳に残ります。',

  checkCount: (must: number, look: number) =>
    must + look === 0
      ? '点検で気になるところはありません'
      : `点検: 直すところ ${must}件、見ておくところ ${look}件`,
  readOnly: 'この計画は見るだけです。',
  readOnlyOwn: 'あなたの部署の項目だけを直せます。',
  ownItems: '自分の部署の項目だけを見る',
  readOnlyItem:
    'あなたは、この項目を見るだけです。直すことがあれば、関係部署か事務局に知らせてください。',
  filter: { text: 'ことば', department: '部署', all: 'すべて', mine: 'しぼり込む' },
  columns: {
    choose: '選ぶ',
    code: '番号',
    lead: '主体',
    title: '項目',
    departments: '関係部署',
    owner: '担当者',
    commitment: '段階',
    remarks: '点検',
    order: '順番',
  },
  chooseItem: (code: string) => `${code} を選ぶ`,
  up: (what: string) => `${what} を上へ`,
  down: (what: string) => `${what} を下へ`,
  remarksOf: (n: number) => `${n}件`,
  noRemarks: 'なし',
  emptyGroup: 'この方針には、まだ項目がありません。',
  edit: '直す',
  addMeasure: (level: string) => `${level}を足す`,
  addGroup: (level: string) => `${level}を足す`,
  addItem: (level: string) => `${level}を足す`,
  add: '足す',
  measureTitle: (level: string) => `${level}の名前`,
  groupText: (level: string) => `${level}の文`,
  audience: 'だれに向けたものか',
  everyone: '全員',
  remove: '削る',
  removeAsk: (what: string) => `「${what}」を削りますか。`,
  removeEmpty: '中に何も残っていないときだけ、削れます。',
  notEmpty: '中に項目が残っているため、削れません。先に中のものを移すか、削ってください。',

  bulk: 'まとめて直す',
  bulkLead: '上の表で項目を選び、変えたいところだけを書きます。空欄のところは変わりません。',
  bulkGo: '選んだ項目を直す',
  bulkNone: '項目が選ばれていません。表の左の四角で選んでください。',
  bulkNothing: '変えることが、1つも書かれていません。',
  undo: 'いまの一括の直しを元にもどす',
  undoNothing: '元にもどせるものがありません。そのあとに、ほかの人が直しています。',
  keep: '変えない',
  addDepartment: '加える部署',
  removeDepartment: '外す部署',

  save: '保存する',
  head: '前書き',
  headLead: '計画の始めに載る文と、段の呼び名です。',
  subtitle: '副題',
  purpose: '指針の目的',
  aim: 'ねらい',
  goals: '実現をめざすこと',
  onePerLine: '1行に1つずつ書きます。',
  levels: '段の呼び名',
  levelsHint: '計画の三つの段を何と呼ぶかです。市の言い方に合わせます。',
  levelNames: { measure: '大きな段', group: '中の段', item: '小さな段' },
  headStale:
    'ほかの人が先に前書きを直しました。下に今の内容を示します。あなたの書いたものは、欄に残っています。',
  now: '今の内容',

  ...textJa,
  preview: {
    title: '見本とファイル',
    lead: '公開のページに載る文を、そのまま見られます。',
    files: 'ファイル',
    filesLead: 'Excel・CSV・JSON には担当者も入ります。庁内だけでお使いください。',
    publicPage: '公開のページを見る',
    body: '見本',
  },
  done: {
    created: '計画を作りました。',
    saved: '保存しました。',
    unchanged: '変わったところはありませんでした。',
    added: '足しました。',
    removed: '削りました。',
    moved: '移しました。番号を付け直しました。',
    bulk: '選んだ項目を直しました。',
    undone: '元にもどしました。そのあとに直された項目は、そのままです。',
    stepped: '次の段階に進めました。',
    proposed: '変更を起案しました。ほかの人が決裁すると、計画が変わります。',
    approved: '変更を決裁しました。公開のページに出ています。',
    withdrawn: '取り下げました。',
    'rolled-over': '次の年度の案を作りました。項目を1つずつ見直してください。',
    answered: '答えを保存しました。',
    'taken-in': '計画に取り込みました。',
    'taken-in-same': '計画はもう同じ内容でした。何も変わっていません。',
  },
  changesOf: (n: number) => `${n}か所が変わりました。`,
  keys: {
    title: 'キーボードで使う',
    list: ['j・k — 次・前の項目へ', 'Enter — 項目を開く', '/ — さがす', '? — この説明'],
  },
  intake: intakeJa,
}

export type DeskMessages = typeof ja
