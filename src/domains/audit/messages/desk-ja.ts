import type { Fault } from '#platform/form.ts'
import { detailWords, valueWords } from './details.ts'
import { factsOfComments } from './facts-comments.ts'
import { chaptersJa, factsJa } from './facts-ja.ts'
import { factsOfJudging } from './facts-judging.ts'
import { factsOfPeople, purposesOfOpening, spoken } from './facts-people.ts'
import { factsOfProgress } from './facts-progress.ts'
import { factsOfVoices } from './facts-voices.ts'

const faults: Record<Fault, string> = {
  required: '入力してください。',
  'too-long': '長すぎます。短くしてください。',
  'not-offered': '選べるものの中から選んでください。',
  'not-a-number': '数字で入力してください。',
  'not-a-date': '2013-04-01 の形の、ある日付を入力してください。',
  'too-large': '数が大きすぎます。',
}

/** 監査のことば. */
export const ja = {
  ledger: '台帳',
  ledgerLead:
    'だれが、いつ、何を、どの根拠でしたかの記録です。書きかえることも消すこともできません。',
  headsLink: '公表している見出し',
  openedLink: '封を開けた記録',
  retentionLink: '保存年限',
  seq: '番号',
  at: '日時',
  who: 'した人',
  fact: 'したこと',
  subject: '対象',
  detail: '内容',
  basis: '根拠',
  older: 'これより前の記録を見る',
  newest: '新しい記録から見る',
  found: (count: string, isMore: boolean) =>
    isMore
      ? `${count}件より多い記録があります。新しいものから並べています。`
      : `${count}件の記録があります。新しいものから並べています。`,
  none: 'この条件に当てはまる記録はありません。',
  noneTodo: '条件を減らすか、期間を広げてください。',
  filters: {
    person: '人',
    everyone: 'すべての人',
    subject: '対象の番号',
    subjectHint: '計画・項目・人などの番号。表の「対象」を押しても選べます。',
    kind: 'したこと',
    everything: 'すべて',
    wholeChapter: (name: string) => `${name}のこと、すべて`,
    from: 'いつから',
    until: 'いつまで',
  },
  entriesOf: 'この対象の記録だけを見る',
  entriesBy: 'この人の記録だけを見る',
  takeTitle: '書き出す',
  takeLead:
    '表計算ソフトには CSV を、あとで改変がないかを確かめるには JSON Lines を受け取ってください。',
  takeCsv: 'この条件の記録を CSV で受け取る',
  takeLines: (days: string) => `${days}の記録を、確かめられる形(JSON Lines)で受け取る`,
  allDays: 'すべての日',
  theseDays: 'この期間',
  takeLinesHint:
    '確かめられる形は期間だけで絞ります。「npx tomoni ledger verify ファイル」で、データベースなしに確かめられます。ここ数分の記録は、まだ入っていないことがあります。',
  system: 'コマンド',
  clock: '時計',
  otherSystem: 'システム',
  nobody: '(記名なし)',
  resident: '市民',
  opened: {
    title: '封を開けた記録',
    lead: '封をした個人情報を、だれが、いつ、何のために開けたかの記録です。開けた本人には消せません。',
    by: '開けた人',
    why: '目的',
    whom: 'だれの情報か',
    noReason: '(書かれていません)',
    none: '封を開けた記録はありません。',
    noneTodo: '封をした個人情報が開けられると、ここに1行ずつ残ります。',
  },
  retention: {
    title: '保存年限',
    lead: '記録の種類ごとに、どれだけ保存し、その後どうするかの一覧です。毎晩、期限の過ぎたものを片づけ、したことを台帳に残します。',
    name: '種類',
    kept: '保存する期間',
    years: (n: number) => `${n}年`,
    days: (n: number) => (n === 0 ? 'その日かぎり' : `${n}日`),
    since: (what: string) => `${what}から`,
    afterwardsTitle: '期間の後',
    afterwards: {
      seal: '封をする',
      anonymise: 'だれのものか分からなくする',
      delete: '消す',
    },
    due: '今夜片づけるもの',
    dueCount: (n: string) => `${n}件`,
    last: '前に片づけた日',
    never: 'まだ',
    lastCount: (day: string, n: string) => `${day} ${n}件`,
    set: '期間を変える',
    none: '保存年限を定めた記録はありません。',
    ahead: (day: string, kept: string) => `${day}から${kept}`,
    history: '定めの移りかわり',
    standard: '初めの定め',
    from: 'いつから',
    by: '決めた人',
    reason: '理由',
    formTitle: '期間を変える',
    formLead:
      '変えた期間は、明日より後の日から効きます。短くすると、その日の夜に多くの記録が片づけられ、元に戻せません。',
    amountYears: '保存する年数',
    amountDays: '保存する日数',
    fromHint: '明日より後の日',
    reasonHint: '規程の改正など、台帳の読み手にわかる理由',
    save: 'この期間に決める',
    saved: '新しい期間を決めました。',
    notAhead: '明日より後の日を入れてください。',
    tooLong: '長すぎます。年なら100年まで、日なら36,500日までです。',
    dueUnder: (n: string) => `この種類で、今夜片づけるものは${n}件です。`,
  },
  faults,
  facts: {
    ...factsJa,
    ...spoken(factsOfPeople, 0),
    ...spoken(factsOfProgress, 0),
    ...spoken(factsOfJudging, 0),
    ...spoken(factsOfVoices, 0),
    ...spoken(factsOfComments, 0),
  },
  purposes: spoken(purposesOfOpening, 0),
  chapters: chaptersJa,
  details: spoken(detailWords, 0),
  values: spoken(valueWords, 0),
  colon: ':',
  comma: '、',
  and: '・',
}
