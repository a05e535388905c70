import type { View } from '#design/view.ts'
import type { Cadence, ChosenChannel, Locale } from '../notice.ts'

/** A person's own list and settings: of residents too, and therefore in four languages. */
const ja = {
  list: 'お知らせ',
  lead: 'あなたに関わることを、新しい順に、ことがらごとにまとめています。',
  none: 'お知らせはありません。',
  noneTodo: '何かあったときに、ここに1行ずつ並びます。',
  unread: 'まだ読んでいない',
  unreadCount: (n: number) =>
    n ? `まだ読んでいないお知らせが${n}件あります。` : 'すべて読みました。',
  readOne: '読んだことにする',
  readAll: 'すべて読んだことにする',
  kind: 'お知らせの種類',
  how: 'メール',
  rest: 'そのほか',
  settings: '受け取り方を決める',
  settingsTitle: 'お知らせの受け取り方',
  settingsLead: '一覧にはいつも載ります。ここでは、メールで受け取るかどうかを種類ごとに決めます。',
  save: '保存する',
  saved: '保存しました。',
  cadences: {
    'at-once': 'すぐに',
    daily: '1日1回(8時30分)',
    weekly: '週に1回',
    never: 'メールはいらない',
  } satisfies Record<Cadence, string>,
  alwaysTitle: 'いつもすぐに送るもの',
  always: '大切な知らせなので、止められません。',
  channel: '受け取るところ',
  channelHint: '確認の番号は、いつもメールで送ります。',
  channels: { mail: 'メール', line: 'LINE' } satisfies Record<ChosenChannel, string>,
  weekday: '週に1回のメールを受け取る曜日',
  weekdays: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'],
  charset: 'メールの文字',
  charsets: {
    'utf-8': 'ふつう(UTF-8)',
    'iso-2022-jp': '古い携帯電話向け(ISO-2022-JP)',
  },
}
export type ListWords = typeof ja

const easy: ListWords = {
  list: 'お{知|し}らせ',
  lead: 'あなたの お{知|し}らせです。{新|あたら}しいものが {上|うえ}に あります。',
  none: 'お{知|し}らせは ありません。',
  noneTodo: 'お{知|し}らせがあると、ここに {出|で}ます。',
  unread: 'まだ {読|よ}んでいません',
  unreadCount: (n) =>
    n
      ? `まだ {読|よ}んでいない お{知|し}らせが ${n}つ あります。`
      : '{全部|ぜんぶ} {読|よ}みました。',
  readOne: '{読|よ}みました',
  readAll: '{全部|ぜんぶ} {読|よ}みました',
  kind: 'お{知|し}らせの {種類|しゅるい}',
  how: 'メール',
  rest: 'ほかの お{知|し}らせ',
  settings: '{受|う}け{取|と}り{方|かた}を {決|き}める',
  settingsTitle: 'お{知|し}らせの {受|う}け{取|と}り{方|かた}',
  settingsLead:
    'お{知|し}らせは いつも {一覧|いちらん}に {出|で}ます。メールでも {受|う}け{取|と}るか、ここで {決|き}めます。',
  save: '{決|き}める',
  saved: '{決|き}めました。',
  cadences: {
    'at-once': 'すぐに',
    daily: '1{日|にち}に 1{回|かい}({朝|あさ}8{時|じ}30{分|ぷん})',
    weekly: '1{週間|しゅうかん}に 1{回|かい}',
    never: 'メールは いらない',
  },
  alwaysTitle: 'いつも すぐに {送|おく}るもの',
  always: '{大切|たいせつ}な お{知|し}らせです。{止|と}められません。',
  channel: '{受|う}け{取|と}る ところ',
  channelHint: '{確認|かくにん}の {番号|ばんごう}は、いつも メールで {送|おく}ります。',
  channels: { mail: 'メール', line: 'LINE' },
  weekday: '1{週間|しゅうかん}に 1{回|かい}の メールが {来|く}る {日|ひ}',
  weekdays: [
    '{月曜日|げつようび}',
    '{火曜日|かようび}',
    '{水曜日|すいようび}',
    '{木曜日|もくようび}',
    '{金曜日|きんようび}',
    '{土曜日|どようび}',
    '{日曜日|にちようび}',
  ],
  charset: 'メールの {文字|もじ}',
  charsets: {
    'utf-8': 'ふつう(UTF-8)',
    'iso-2022-jp': '{古|ふる}い {携帯電話|けいたいでんわ}のとき(ISO-2022-JP)',
  },
}

const en: ListWords = {
  list: 'Notices',
  lead: 'What concerns you, newest first, grouped by what it is about.',
  none: 'There are no notices.',
  noneTodo: 'When something happens it will appear here, one line each.',
  unread: 'Unread',
  unreadCount: (n) =>
    n ? `You have ${n} unread notice${n === 1 ? '' : 's'}.` : 'You have read everything.',
  readOne: 'Mark as read',
  readAll: 'Mark all as read',
  kind: 'Kind of notice',
  how: 'Mail',
  rest: 'Others',
  settings: 'Choose how you receive them',
  settingsTitle: 'How you receive notices',
  settingsLead: 'The list always has them. Here you choose, for each kind, whether you get mail.',
  save: 'Save',
  saved: 'Saved.',
  cadences: {
    'at-once': 'At once',
    daily: 'Once a day (8:30)',
    weekly: 'Once a week',
    never: 'No mail',
  },
  alwaysTitle: 'Always sent at once',
  always: 'These are important and cannot be stopped.',
  channel: 'Where you receive them',
  channelHint: 'Confirmation codes always come by mail.',
  channels: { mail: 'Mail', line: 'LINE' },
  weekday: 'Day of the weekly mail',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  charset: 'Encoding of mails',
  charsets: { 'utf-8': 'Usual (UTF-8)', 'iso-2022-jp': 'For old mobile phones (ISO-2022-JP)' },
}

const ko: ListWords = {
  list: '알림',
  lead: '나와 관련된 소식을 새것부터, 내용별로 모았습니다.',
  none: '알림이 없습니다.',
  noneTodo: '소식이 있으면 여기에 한 줄씩 나옵니다.',
  unread: '아직 읽지 않음',
  unreadCount: (n) => (n ? `아직 읽지 않은 알림이 ${n}건 있습니다.` : '모두 읽었습니다.'),
  readOne: '읽은 것으로 하기',
  readAll: '모두 읽은 것으로 하기',
  kind: '알림 종류',
  how: '메일',
  rest: '그 밖의 알림',
  settings: '받는 방법 정하기',
  settingsTitle: '알림 받는 방법',
  settingsLead: '알림은 언제나 목록에 나옵니다. 여기서는 종류별로 메일로도 받을지 정합니다.',
  save: '저장하기',
  saved: '저장했습니다.',
  cadences: {
    'at-once': '바로',
    daily: '하루에 한 번(8시 30분)',
    weekly: '일주일에 한 번',
    never: '메일은 받지 않음',
  },
  alwaysTitle: '언제나 바로 보내는 것',
  always: '중요한 알림이므로 중지할 수 없습니다.',
  channel: '받는 곳',
  channelHint: '확인 번호는 언제나 메일로 보냅니다.',
  channels: { mail: '메일', line: 'LINE' },
  weekday: '일주일에 한 번 메일을 받는 요일',
  weekdays: ['월요일', '화요일', '수요일', '목요일', '금요일', '토요일', '일요일'],
  charset: '메일의 문자',
  charsets: { 'utf-8': '보통(UTF-8)', 'iso-2022-jp': '오래된 휴대전화용(ISO-2022-JP)' },
}

const words: Readonly<Record<Locale, ListWords>> = { ja, easy, en, ko }
export const listWords = ({ locale }: Pick<View, 'locale'>): ListWords => words[locale]
