import type { Report } from '../progress.ts'

/** 団体のことば: for a group that reports by its link. Japanese is the shape. */
export const ja = {
  title: '取り組みの報告',
  lead: '団体の皆さんに、取り組みのようすを教えていただくページです。',
  asks: '市からお願いすること',
  asksText: (item: string, period: string, due: string) =>
    `「${item}」について、${period}の取り組みを${due}までに教えてください。`,
  until: (day: string) => `このページは${day}まで開けます。公開されるまでは、何度でも直せます。`,
  rules: [
    '登録はいりません。途中で保存して、あとで続きを書けます。',
    '市は、皆さんの文を書き変えません。市の報告と並べて、そのまま公開します。',
    '人の名前や電話番号は書かないでください。公開する前に、市の担当が目を通します。',
  ],
  item: 'この項目に書かれていること',
  citizenRole: '市民のすること',
  cityRole: '市のすること',
  form: '報告',
  filledIn: '前に書いていただいた内容が入っています。変わったところだけ直してください。',
  sameTitle: '前と変わらないとき',
  sameLead:
    '前回の報告が、そのまま今回の報告になります。変わらない理由を書いて「前と同じです」を押してください。下の欄は書かなくてかまいません。',
  sameReason: '変わらない理由',
  sameReasonHint: '例: 冬のあいだは活動を休んでいるため',
  saySame: '前と同じです',
  value: 'どこまで進みましたか',
  valueHint: 'いちばん近いものを1つ選んでください。',
  districts: 'どの地区でしましたか',
  districtsHint: 'いくつでも選べます。市全体のときは、何も選ばないでください。',
  result: 'したこと',
  resultHint: 'いつ、どこで、だれと、何をしたか。短くてかまいません。',
  figures: '数でわかること',
  figuresHint: '来た人の数、開いた回数など。なければ空けておいてください。',
  moreFigures: '数字の行を足す',
  figureName: '何の数',
  figureValue: '数',
  figureUnit: '単位(人、回など)',
  readings: 'めざす数字',
  actual: (unit: string) => (unit ? `今の数(${unit})` : '今の数'),
  unmeasured: 'わからないときは、その理由',
  target: (n: string) => `目標: ${n}`,
  issues: '困っていること、市に伝えたいこと',
  next: '次にすること',
  save: '一時保存する',
  handIn: '市に提出する',
  change: '書き直す',
  trap: 'ここには何も書かないでください',
  said: '提出した内容',
  states: {
    requested: 'まだ書かれていません',
    drafting: '書いている途中です(市には届いていません)',
    submitted: '提出しました。市が目を通しています',
    returned: '書き直しをお願いしています',
    confirmed: '公開しました',
  } satisfies Record<Report['state'], string>,
  submittedText: '公開されるまでは「書き直す」を押して直すことができます。',
  returnedText: '次のところをご確認ください。',
  confirmedText: 'ありがとうございました。皆さんの報告は、書かれたとおりに公開されています。',
  readPublic: '公開されたページを読む',
  closedText: 'この回の受け付けは終わりました。',
  saved: '保存しました。続きは同じリンクから書けます。',
  handedIn: '提出しました。ありがとうございました。',
  takenBack: '書き直せるようにしました。直したら、もう一度提出してください。',
  stale:
    'ほかの人が先に保存しました。下には今書いた文が残っています。確かめてから、もう一度押してください。',
  wait: (minutes: number) =>
    `続けて送られたため、${minutes}分ほどお待ちください。書いた文は残っています。`,
  heard: (how: string, day: string) => `${day}に${how}うかがった内容を、市の職員が入力しました。`,
  ways: { paper: '紙で', phone: '電話で', visit: 'お会いして' },
  bothSides: '市の報告と並べて',
  differs: 'ちがうところ',
  same: '数と区分に、ちがうところはありません。',
  differenceWord: 'ちがい',
  noteTitle: '市からの説明',
  notYet: 'まだ報告がありません',
  sheet: '紙に書く用紙',
  sheetLead: '印刷して書き、市の窓口に出すか、電話でお伝えください。',
  saidBefore: '前回',
  sheetBack: '画面で書く',
  door: '報告のページ',
  doorLead:
    'お願いした団体には、専用のリンクをメールか紙でお渡ししています。そのリンクから開いてください。',
  doorLost: 'リンクをなくしたときは、市の担当に電話してください。新しいリンクをお渡しします。',
  dead: 'このリンクは開けません',
  deadLead: 'リンクが途中で切れているか、使える期間が終わったか、新しいリンクに変わっています。',
  reasons: {
    'value-needed': '1つ選んでください',
    'result-needed': 'したことを書いてください',
    'reason-for-value': 'この区分を選んだときは、理由を書いてください',
    'reading-needed': '数を書くか、わからない理由を書いてください',
    'unknown-district': '一覧の中から選んでください',
    'reason-needed': '変わらない理由を書いてください',
    'nothing-new':
      '前回と同じ内容です。変わらないときは、理由を書いて「前と同じです」を押してください。変わったときは、下の欄に書いてください',
    'not-the-same':
      '下の欄に、前回とちがうところがあります。新しく書いた報告は「市に提出する」を押して出してください',
    'round-closed': 'この回の受け付けは終わりました',
    'name-needed': '何の数かを書いてください',
    'number-needed': '数を書いてください',
  } as Readonly<Record<string, string>>,
}

type Deep<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { readonly [K in keyof T]: Deep<T[K]> }
export type GroupMessages = Deep<typeof ja>
