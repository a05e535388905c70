import type { Locale } from '#design/view.ts'

/** The public roster, in four languages. */
const ja = {
  title: '協働の窓口(協働推進員)',
  lead: '市役所のそれぞれの課に、市民のみなさんの話をはじめに聞く人がいます。',
  what: '協働推進員がすること',
  does: [
    '「こんなことをいっしょにしたい」という話を、はじめに聞きます。',
    'どの課の仕事かを調べて、つなぎます。すぐに答えられないときは、いつまでに答えるかを伝えます。',
    '課の仕事の中から、市民や団体といっしょにできるものを探します。',
  ],
  how: '電話で「協働推進員をお願いします」とお伝えください。どの課かわからないときは、代表の電話で大丈夫です。',
  caption: '課ごとの協働推進員',
  section: '部署',
  phone: '電話',
  who: '協働推進員',
  here: (n: number) => (n === 1 ? 'います' : `${n}人います`),
  nobody: 'いま決めています。事務局が代わりにうかがいます。',
  general: '代表',
  others: 'そのほか',
  none: '部署がまだ登録されていません。',
  files: '一覧のデータ',
  csv: 'CSV(表計算用)',
  json: 'JSON(プログラム用)',
  asOf: (day: string) => `${day}のものです。`,
}
export type RosterMessages = typeof ja

const easy: RosterMessages = {
  title: '{市役所|しやくしょ}で{話|はなし}を{聞|き}く{人|ひと}',
  lead: '{市役所|しやくしょ}には、あなたの{話|はなし}をはじめに{聞|き}く{人|ひと}がいます。「{協働|きょうどう}{推進員|すいしんいん}」といいます。',
  what: 'この{人|ひと}がすること',
  does: [
    '「いっしょにやりたい」という{話|はなし}を{聞|き}きます。',
    'どこに{話|はな}せばよいか、{調|しら}べて{教|おし}えます。',
    'いっしょにできる{仕事|しごと}をさがします。',
  ],
  how: '{電話|でんわ}で「{協働|きょうどう}{推進員|すいしんいん}をお{願|ねが}いします」と{言|い}ってください。',
  caption: '{話|はなし}を{聞|き}く{人|ひと}の{一覧|いちらん}',
  section: '{部署|ぶしょ}',
  phone: '{電話|でんわ}',
  who: '{話|はなし}を{聞|き}く{人|ひと}',
  here: (n) => (n === 1 ? 'います' : `${n}{人|にん}います`),
  nobody: '{今|いま}、{決|き}めています。ほかの{人|ひと}が{聞|き}きます。',
  general: '{市役所|しやくしょ}の{電話|でんわ}',
  others: 'ほか',
  none: 'まだありません。',
  files: 'データ',
  csv: 'CSV',
  json: 'JSON',
  asOf: (day) => `${day}の{一覧|いちらん}です。`,
}

const en: RosterMessages = {
  title: 'Whom to talk to: liaisons for collaboration',
  lead: 'In every section of the city hall there is a person who listens to residents first.',
  what: 'What a liaison does',
  does: [
    'Listens first when you say “let us do this together”.',
    'Finds out whose work it is and connects you. If there is no answer yet, says by when there will be.',
    'Looks for work of the section that can be done together with residents and groups.',
  ],
  how: 'Call and ask for the liaison (kyōdō suishin-in). If you do not know which section, the main number is fine.',
  caption: 'Liaisons by section',
  section: 'Section',
  phone: 'Telephone',
  who: 'Liaison',
  here: (n) => (n === 1 ? 'Yes' : `Yes, ${n} people`),
  nobody: 'Being chosen. The secretariat listens until then.',
  general: 'main number',
  others: 'Other sections',
  none: 'No section has been entered yet.',
  files: 'The list as data',
  csv: 'CSV (for spreadsheets)',
  json: 'JSON (for programs)',
  asOf: (day) => `As of ${day}.`,
}

const ko: RosterMessages = {
  title: '협동 창구(협동 추진원)',
  lead: '시청의 각 과에는 시민의 이야기를 먼저 듣는 사람이 있습니다.',
  what: '협동 추진원이 하는 일',
  does: [
    '“함께 하고 싶다”는 이야기를 먼저 듣습니다.',
    '어느 과의 일인지 알아보고 연결합니다. 바로 답하지 못하면 언제까지 답할지 알려 드립니다.',
    '과의 일 중에서 시민이나 단체와 함께 할 수 있는 일을 찾습니다.',
  ],
  how: '전화로 “협동 추진원을 부탁합니다”라고 말씀해 주세요. 어느 과인지 모르면 대표 전화로도 됩니다.',
  caption: '과별 협동 추진원',
  section: '부서',
  phone: '전화',
  who: '협동 추진원',
  here: (n) => (n === 1 ? '있습니다' : `${n}명 있습니다`),
  nobody: '지금 정하고 있습니다. 그동안 사무국이 듣습니다.',
  general: '대표',
  others: '그 밖의 부서',
  none: '아직 등록된 부서가 없습니다.',
  files: '목록 데이터',
  csv: 'CSV(표 계산용)',
  json: 'JSON(프로그램용)',
  asOf: (day) => `${day} 기준입니다.`,
}

export const rosterWords: Readonly<Record<Locale, RosterMessages>> = { ja, easy, en, ko }
