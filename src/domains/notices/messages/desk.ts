import type { View } from '#design/view.ts'
import type { DeliveryState, Locale } from '../notice.ts'

const ja = {
  outbox: '発送の一覧',
  outboxLead:
    'お知らせが、いつ、だれに向けて、どうなったか。届かなかったものは、ここから送り直せます。',
  outboxNone: 'まだ何も送っていません。',
  outboxNoneTodo: 'お知らせが生まれると、ここに並びます。',
  folder: (path: string) =>
    `メールサーバー(SMTP_URL)が決まっていないので、メールは送らず、${path} にファイルとして置いています。`,
  states: {
    waiting: '待っている',
    sending: '送っている',
    sent: '送った',
    failed: '送れなかった',
    bounced: '戻ってきた',
    dropped: '送らないことにした',
  } satisfies Record<DeliveryState, string>,
  allStates: 'すべて',
  state: '今の段階',
  kind: '種類',
  when: '送る時',
  settled: '終わった時',
  to: '宛先',
  noAddress: 'メールアドレスがありません',
  attempts: '試した回数',
  error: '最後の理由',
  channel: '届け方',
  channels: { mail: 'メール', letter: '手紙', line: 'LINE' },
  doubt: '2回届いたかもしれません(同じ Message-ID なので、多くのメールソフトは1通と見ます)。',
  mailId: 'メールの番号',
  text: '送るはずだったメール',
  secret: 'この種類は、宛先の人だけのものです。文は出しません。',
  noText: '文は手元に残していません。',
  again: 'もう一度送る',
  againAsk: 'もう一度送りますか。',
  drop: '送らないことにする',
  dropAsk: '送らないことにしますか。',
  reason: 'わけ',
  reasonHint: '台帳に残ります。名前や電話番号は書かないでください。',
  reasonNeeded: 'わけを書いてください。',
  unreachable: '届かない宛先',
  unreachableLead: 'メールが戻ってきた宛先です。新しいアドレスになると、自然にここから外れます。',
  unreachableNone: '届かない宛先はありません。',
  since: '戻ってきた日',
  status: '戻りの番号',
  tryAgain: 'もう一度ためす',
  reasons: {
    'too-late': '間に合わなかったので送らなかった',
    'no-address': 'メールアドレスがない',
    unreachable: '届かないとわかっている',
    'not-wanted': '本人が止めた',
    'bad-address': 'アドレスの形が正しくない',
    'no-words': '言葉のない種類',
  } as Readonly<Record<string, string>>,
}
export type NoticeDeskWords = typeof ja

const en: NoticeDeskWords = {
  outbox: 'Outbox',
  outboxLead:
    'What was sent to whom, when, and how it ended. What did not arrive can be sent again.',
  outboxNone: 'Nothing has been sent yet.',
  outboxNoneTodo: 'Notices appear here as they are made.',
  folder: (path) =>
    `No mail server is set (SMTP_URL): mails are not sent, but kept as files in ${path}.`,
  states: {
    waiting: 'Waiting',
    sending: 'Sending',
    sent: 'Sent',
    failed: 'Failed',
    bounced: 'Came back',
    dropped: 'Set aside',
  },
  allStates: 'All',
  state: 'State',
  kind: 'Kind',
  when: 'Due',
  settled: 'Ended',
  to: 'Recipient',
  noAddress: 'no mail address',
  attempts: 'Attempts',
  error: 'Last reason',
  channel: 'By',
  channels: { mail: 'Mail', letter: 'Letter', line: 'LINE' },
  doubt: 'It may have arrived twice (under one Message-ID, so that most programs show it once).',
  mailId: 'Mail',
  text: 'The mail that would have been sent',
  secret: 'This kind is for its recipient only. Its text is not shown.',
  noText: 'The text has not been kept.',
  again: 'Send again',
  againAsk: 'Send it again?',
  drop: 'Set aside',
  dropAsk: 'Set it aside without sending?',
  reason: 'Reason',
  reasonHint: 'Kept in the ledger. Please write no names or telephone numbers.',
  reasonNeeded: 'Please write a reason.',
  unreachable: 'Addresses that cannot be reached',
  unreachableLead: 'Mail to these came back. A new address of the person is not affected.',
  unreachableNone: 'Every address can be reached.',
  since: 'Since',
  status: 'Status',
  tryAgain: 'Try again',
  reasons: {
    'too-late': 'Too late to be of use',
    'no-address': 'No mail address',
    unreachable: 'Known to be unreachable',
    'not-wanted': 'Stopped by the recipient',
    'bad-address': 'Not a valid address',
    'no-words': 'A kind without words',
  },
}

/** Staff pages speak Japanese and English. */
export const deskTongue = (locale: Locale): 'ja' | 'en' =>
  locale === 'ja' || locale === 'easy' ? 'ja' : 'en'
export const deskWords = ({ locale }: Pick<View, 'locale'>): NoticeDeskWords =>
  deskTongue(locale) === 'ja' ? ja : en
