import type { View } from '#design/view.ts'
import { deskTongue } from './desk.ts'

const ja = {
  title: '印刷する手紙',
  lead: 'メールが届かない人や、手紙を選んだ人へのお知らせです。まとめて印刷し、窓つき封筒(長形3号)で送ります。',
  none: '印刷を待つ手紙はありません。',
  noneTodo: 'メールで届けられないお知らせがあると、ここに種類ごとに並びます。',
  kind: '種類',
  count: '通数',
  since: 'いちばん古いもの',
  waiting: '印刷を待つもの',
  choose: 'まとめる種類',
  all: 'すべての種類',
  gather: '印刷用にまとめる',
  gatherHint: (most: number) =>
    `1回に${most}人分までまとめます。この時点では、住所はまだ開きません。`,
  batches: 'まとめたもの',
  batch: 'まとめた手紙',
  states: { waiting: '印刷の途中', sent: '送った' },
  state: '今の段階',
  letters: (n: number) => `${n}通`,
  opened: '住所を開いた回数',
  sentAt: '送った時',
  steps: '進め方',
  stepsText:
    '1. PDFを開いて印刷する。2. 三つ折りにして封筒に入れる。3. 「印刷した」を押す。住所を開いたことは、目的とともに台帳に残り、本人も見られます。',
  open: '住所を開いてPDFを作る',
  printed: '印刷した',
  printedAsk: '封筒に入れ終わりましたか。',
  printedText: '押すと「送った」になり、この手紙はもう待ちません。',
  putBack: 'まとめるのをやめる',
  reprint: 'もう一度印刷する',
  reprintAsk: 'もう一度印刷しますか。',
  reason: 'わけ',
  reasonHint: '台帳に残ります。名前や住所は書かないでください。例: 紙づまりで3通がぬれた。',
  reasonNeeded: 'わけを書いてください。',
  nothing:
    'この中に、今印刷できる手紙はありません(住所が消えたか、期限が過ぎたか、番号の手紙です)。',
  toList: '一覧に戻る',
}
export type LetterWords = typeof ja

const en: LetterWords = {
  title: 'Letters to print',
  lead: 'Notices to people whom mail cannot reach or who chose letters. Print them together and send them in window envelopes.',
  none: 'No letters are waiting.',
  noneTodo: 'Notices that mail cannot deliver will appear here by kind.',
  kind: 'Kind',
  count: 'Letters',
  since: 'Oldest',
  waiting: 'Waiting',
  choose: 'Kind to gather',
  all: 'All kinds',
  gather: 'Gather for printing',
  gatherHint: (most) => `Up to ${most} people at a time. No address is opened yet.`,
  batches: 'Batches',
  batch: 'Batch of letters',
  states: { waiting: 'Being printed', sent: 'Sent' },
  state: 'State',
  letters: (n) => (n === 1 ? '1 letter' : `${n} letters`),
  opened: 'Addresses opened',
  sentAt: 'Sent at',
  steps: 'What to do',
  stepsText:
    '1. Open the PDF and print it. 2. Fold in three and put into envelopes. 3. Press “Printed”. Opening the addresses is recorded with its purpose, and the people can see it.',
  open: 'Open the addresses and make the PDF',
  printed: 'Printed',
  printedAsk: 'Are they in their envelopes?',
  printedText: 'This marks them as sent. They no longer wait.',
  putBack: 'Undo the batch',
  reprint: 'Print again',
  reprintAsk: 'Print again?',
  reason: 'Reason',
  reasonHint: 'Kept in the ledger. Please write no names or addresses.',
  reasonNeeded: 'Please write a reason.',
  nothing:
    'Nothing in this batch can be printed now: the address is gone, it is too late, or it held a code.',
  toList: 'Back to the list',
}

export const letterWords = ({ locale }: Pick<View, 'locale'>): LetterWords =>
  deskTongue(locale) === 'ja' ? ja : en
