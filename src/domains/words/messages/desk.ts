import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import type { ListFault } from '../rules/list.ts'
import type { Standing, WordAction } from '../workflow.ts'

export const ja = {
  title: '言いかえの言葉',
  lead: '市が出すものに使わない言葉と、かわりの言葉です。計画の点検、お便りの点検、書き込みの見守りで印が付きます。直すかどうかは人が決めます。',
  word: '言葉',
  wordHint: 'かな・カナ、全角・半角、大文字・小文字は区別しません。',
  instead: '言いかえ',
  insteadHint: 'ないときは空けておきます。その場合は伏字を提案します。',
  why: 'わけ',
  whyHint: '点検する人に見えます。',
  within: 'そのままでよい言葉',
  withinHint:
    'この言葉をふくむ、法律や制度の名前など。1行に1つ。ここに書いたものの中では印が付きません。',
  state: '今',
  example: '例(市でまだ確かめていない)',
  own: '市の言葉',
  changed: '直した日',
  none: 'まだ1つもありません。',
  noneTodo: '1つずつ足すか、CSVを読み込むか、例を入れて直すところから始められます。',
  count: (all: number, examples: number) =>
    examples ? `${all}語(うち例が${examples}語)` : `${all}語`,
  add: '言葉を足す',
  addGo: '足す',
  edit: 'この言葉を直す',
  takeOver: '例のままです。保存すると、市の言葉になります。',
  save: '保存する',
  remove: 'この言葉を外す',
  removeAsk: (word: string) => `「${word}」を一覧から外しますか。`,
  removeWhat: '外したことは、台帳に残ります。',
  history: 'これまで',
  historyLink: '台帳で見る',
  csv: 'CSVで受け取る',
  takeIn: 'CSVを読み込む',
  file: 'ファイル',
  fileHint:
    '「言葉」「言いかえ」「わけ」「そのままでよい言葉」の列がある .csv です。「そのままでよい言葉」は「、」で区切ります。ファイルにない言葉は、そのまま残ります。',
  noFile: 'ファイルを選んでください。',
  unreadable: 'このファイルは読めません。CSVで保存し直してください。',
  examples: '例を入れる',
  examplesWhat: '手始めの例です。市が選ぶ言葉ですので、1つずつ確かめて保存するか、外してください。',
  faults: {
    'no-columns': (f) => `1行目に列「${f}」がありません。`,
    'empty-word': () => '言葉が空です。',
    'too-long': (f) => `長すぎます:「${f}」`,
    twice: (f) => `同じ言葉が2行あります:「${f}」`,
    'same-as-instead': (f) => `言いかえの中に、「${f}」がそのまま入っています。`,
    'too-many': (f) => `行が多すぎます(${f}行)。2000行までです。`,
  } satisfies Record<ListFault, (found: string) => string>,
  faultAt: (line: number, said: string) => `${line}行目: ${said}`,
  exists: 'その言葉は、もう一覧にあります。',
  done: {
    added: '足しました。',
    changed: '保存しました。',
    removed: '外しました。',
    taken: '読み込みました。',
    same: '変わるところは、ありませんでした。',
  } as Readonly<Record<string, string>>,
  actions: { read: '言いかえの言葉を見る', keep: '言いかえの言葉を決める' } satisfies Record<
    WordAction,
    string
  >,
  standings: { reader: '職員', keeper: '言いかえの言葉を決める人' } satisfies Record<
    Standing,
    string
  >,
}
export type WordMessages = typeof ja

export const en: WordMessages = {
  title: 'Words to avoid',
  lead: 'Words that the city does not use in what it publishes, and what it says instead. They are marked when a plan or a newsletter is checked and in moderation. A person decides.',
  word: 'Word',
  wordHint: 'Kana, width and capital letters make no difference.',
  instead: 'Instead',
  insteadHint: 'Leave it empty where there is nothing: then blacking out is proposed.',
  why: 'Why',
  whyHint: 'Shown to whoever checks.',
  within: 'May stand in',
  withinHint:
    'Names of laws or papers that contain the word, one a line. Within these it is not marked.',
  state: 'State',
  example: 'Example (nobody of the city has looked at it)',
  own: 'The city’s',
  changed: 'Changed',
  none: 'There is none yet.',
  noneTodo: 'Add them one by one, take in a CSV, or begin with the examples and change them.',
  count: (all, examples) => (examples ? `${all} words (${examples} are examples)` : `${all} words`),
  add: 'Add a word',
  addGo: 'Add',
  edit: 'Change this word',
  takeOver: 'This is still an example. Saving it makes it the city’s.',
  save: 'Save',
  remove: 'Take this word out',
  removeAsk: (word) => `Take “${word}” out of the list?`,
  removeWhat: 'The ledger keeps that it was taken out.',
  history: 'History',
  historyLink: 'See it in the ledger',
  csv: 'Get as CSV',
  takeIn: 'Take in a CSV',
  file: 'File',
  fileHint:
    'A .csv with the columns “言葉”, “言いかえ”, “わけ”, “そのままでよい言葉” (the last separated by 、). Words that are not in the file stay.',
  noFile: 'Please choose a file.',
  unreadable: 'This file cannot be read. Please save it as CSV.',
  examples: 'Put in the examples',
  examplesWhat:
    'To begin with. The choice is the city’s: look at each, and save it or take it out.',
  faults: {
    'no-columns': (f) => `There is no column “${f}” in the first line.`,
    'empty-word': () => 'The word is empty.',
    'too-long': (f) => `Too long: “${f}”`,
    twice: (f) => `The same word stands in two lines: “${f}”`,
    'same-as-instead': (f) => `What is said instead contains “${f}” itself.`,
    'too-many': (f) => `Too many lines (${f}); at most 2000.`,
  },
  faultAt: (line, said) => `Line ${line}: ${said}`,
  exists: 'That word is in the list already.',
  done: {
    added: 'Added.',
    changed: 'Saved.',
    removed: 'Taken out.',
    taken: 'Taken in.',
    same: 'There was nothing to change.',
  },
  actions: { read: 'See the words to avoid', keep: 'Keep the words to avoid' },
  standings: { reader: 'Staff', keeper: 'Keeper of the words to avoid' },
}

export const deskWords = (view: Pick<View, 'locale'>): WordMessages => toldIn(view, { ja, en })

export { inJapanese } from '#design/desk-tongue.ts'
