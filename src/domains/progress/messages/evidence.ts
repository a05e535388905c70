import type { Locale } from '#design/view.ts'
import type { LinkKind } from '../rules/link.ts'

/** 写真と資料: the same words for the section, the group and whoever reads it. Japanese is the shape. */
const ja = {
  title: '写真と資料',
  pictures: '写真',
  files: '資料',
  lead: '写真は6枚、資料は6つまで足せます。1回に3つ、合わせて20MBまで送れます。',
  rules: [
    '写真は小さく作り直します。写した場所や機械の記録は残りません。',
    '報告が公開されると、だれでも見られます。名簿や電話番号の写ったものは足さないでください。',
  ],
  row: (n: number) => `${n}つ目`,
  file: '写真か資料のファイル',
  fileHint: '写真(JPEG・PNG・WebP)か、PDF・Excel・Word・CSV。',
  what: '何が写っているか、何の資料か',
  whatHint: '目の見えない人には、この文が読み上げられます。例: 浜でごみを拾う参加者',
  consent: '写真のとき',
  consentOf: '写っている人の了解を得ています(人が写っていないときも付けてください)',
  add: '写真と資料を足す',
  added: (n: number) => `${n}件を足しました。`,
  again: '選んだファイルは残っていません。この行のファイルを、もう一度選んでください。',
  none: 'まだありません。',
  remove: '外す',
  withdraw: '取り下げる',
  withdrawLead: '公開のページからもすぐに消えます。理由は記録に残ります。',
  reason: '取り下げる理由',
  removed: '外しました。30日後に消えます。',
  fixed: '出した報告の写真と資料は変えられません。直すときは、先に報告を取り戻してください。',
  takenOn: (day: string) => `撮った日 ${day}`,
  enlarge: '大きい写真を見る',
  count: (n: number) => `写真と資料 ${n}件`,
  forms: {
    pdf: 'PDF',
    xlsx: 'Excel',
    docx: 'Word',
    csv: 'CSV',
  } satisfies Record<'pdf' | 'xlsx' | 'docx' | 'csv', string>,
  links: {
    voice: '声',
    meeting: '会議',
    case: '事例',
    item: '計画の項目',
    plan: '計画',
    progress: '進み具合',
    publication: '報告書',
    page: 'このサイト',
  } satisfies Record<LinkKind, string>,
}

type Deep<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Deep<T[K]> }
export type EvidenceMessages = Deep<typeof ja>

const easy: EvidenceMessages = {
  title: '{写真|しゃしん}と {資料|しりょう}',
  pictures: '{写真|しゃしん}',
  files: '{資料|しりょう}',
  lead: '{写真|しゃしん}は 6{枚|まい}、{資料|しりょう}は 6つまでです。1{回|かい}に 3つ {出|だ}せます。',
  rules: [
    '{写真|しゃしん}は {小|ちい}さく します。とった {場所|ばしょ}の {記録|きろく}は {消|け}します。',
    '{公開|こうかい}されると だれでも {見|み}る ことが できます。{人|ひと}の {名前|なまえ}や {電話|でんわ}{番号|ばんごう}が {写|うつ}って いる ものは {出|だ}さないで ください。',
  ],
  row: (n) => `${n}つ{目|め}`,
  file: '{写真|しゃしん}か {資料|しりょう}の ファイル',
  fileHint: '{写真|しゃしん}、PDF、Excel、Word、CSV が {出|だ}せます。',
  what: '{何|なに}が {写|うつ}って いますか。{何|なん}の {資料|しりょう}ですか',
  whatHint:
    '{目|め}の {見|み}えない {人|ひと}が この {文|ぶん}を {聞|き}きます。{例|れい}: {浜|はま}で ごみを {拾|ひろ}う {人|ひと}たち',
  consent: '{写真|しゃしん}の とき',
  consentOf:
    '{写|うつ}って いる {人|ひと}は よいと {言|い}いました({人|ひと}が いない {写真|しゃしん}にも つけて ください)',
  add: '{写真|しゃしん}と {資料|しりょう}を {足|た}す',
  added: (n) => `${n}つ {足|た}しました。`,
  again: 'ファイルは {残|のこ}って いません。もう {一度|いちど} {選|えら}んで ください。',
  none: 'まだ ありません。',
  remove: '{外|はず}す',
  withdraw: '{取|と}り{下|さ}げる',
  withdrawLead: '{公開|こうかい}の ページからも すぐに {消|き}えます。',
  reason: '{取|と}り{下|さ}げる {理由|りゆう}',
  removed: '{外|はず}しました。30{日|にち} あとに {消|き}えます。',
  fixed: '{出|だ}した {報告|ほうこく}の {写真|しゃしん}と {資料|しりょう}は {変|か}えられません。',
  takenOn: (day) => `とった {日|ひ} ${day}`,
  enlarge: '{大|おお}きい {写真|しゃしん}を {見|み}る',
  count: (n) => `{写真|しゃしん}と {資料|しりょう} ${n}つ`,
  forms: ja.forms,
  links: {
    voice: '{声|こえ}',
    meeting: '{会議|かいぎ}',
    case: '{事例|じれい}',
    item: '{計画|けいかく}の {項目|こうもく}',
    plan: '{計画|けいかく}',
    progress: '{進|すす}み{具合|ぐあい}',
    publication: '{報告書|ほうこくしょ}',
    page: 'この サイト',
  },
}

const en: EvidenceMessages = {
  title: 'Pictures and files',
  pictures: 'Pictures',
  files: 'Files',
  lead: 'A report has room for 6 pictures and 6 files. You can send three at once, 20 MB together.',
  rules: [
    'Pictures are made smaller. Where and with what they were taken is not kept.',
    'Anyone can see them once the report is public. Please add nothing that shows lists of names or telephone numbers.',
  ],
  row: (n) => `No. ${n}`,
  file: 'Picture or file',
  fileHint: 'A picture (JPEG, PNG, WebP), or PDF, Excel, Word, CSV.',
  what: 'What the picture shows, or what the file is',
  whatHint: 'People who cannot see hear this sentence. For example: people collecting litter',
  consent: 'For a picture',
  consentOf: 'The people in it agree (please tick this too if nobody is in it)',
  add: 'Add pictures and files',
  added: (n) => `${n} added.`,
  again: 'The file itself was not kept. Please choose the file of this line again.',
  none: 'None yet.',
  remove: 'Take off',
  withdraw: 'Withdraw',
  withdrawLead: 'It leaves the public page at once. The reason stays in the records.',
  reason: 'Reason for withdrawing',
  removed: 'Taken off. It is deleted after 30 days.',
  fixed:
    'Pictures and files of a report that was handed in stay as they are. To change them, take the report back first.',
  takenOn: (day) => `Taken on ${day}`,
  enlarge: 'See the large picture',
  count: (n) => `${n} ${n === 1 ? 'picture or file' : 'pictures and files'}`,
  forms: ja.forms,
  links: {
    voice: 'Voice',
    meeting: 'Meeting',
    case: 'Case',
    item: 'Item of the plan',
    plan: 'Plan',
    progress: 'Progress',
    publication: 'Report',
    page: 'This site',
  },
}

const ko: EvidenceMessages = {
  title: '사진과 자료',
  pictures: '사진',
  files: '자료',
  lead: '사진 6장, 자료 6개까지 추가할 수 있습니다. 한 번에 3개, 합쳐서 20MB까지 보낼 수 있습니다.',
  rules: [
    '사진은 작게 다시 만듭니다. 찍은 장소와 기기의 기록은 남지 않습니다.',
    '보고가 공개되면 누구나 볼 수 있습니다. 명단이나 전화번호가 찍힌 것은 추가하지 마세요.',
  ],
  row: (n) => `${n}번째`,
  file: '사진 또는 자료 파일',
  fileHint: '사진(JPEG, PNG, WebP) 또는 PDF, Excel, Word, CSV.',
  what: '무엇이 찍혀 있는지, 무슨 자료인지',
  whatHint:
    '눈이 보이지 않는 분에게는 이 문장을 읽어 드립니다. 예: 바닷가에서 쓰레기를 줍는 참가자',
  consent: '사진일 때',
  consentOf: '사진에 나온 사람의 동의를 받았습니다(사람이 없을 때도 표시해 주세요)',
  add: '사진과 자료 추가하기',
  added: (n) => `${n}건을 추가했습니다.`,
  again: '선택한 파일은 남아 있지 않습니다. 이 줄의 파일을 다시 선택해 주세요.',
  none: '아직 없습니다.',
  remove: '빼기',
  withdraw: '내리기',
  withdrawLead: '공개된 페이지에서도 바로 사라집니다. 이유는 기록에 남습니다.',
  reason: '내리는 이유',
  removed: '뺐습니다. 30일 뒤에 지워집니다.',
  fixed: '제출한 보고의 사진과 자료는 바꿀 수 없습니다. 고치려면 먼저 보고를 되찾아 주세요.',
  takenOn: (day) => `찍은 날 ${day}`,
  enlarge: '큰 사진 보기',
  count: (n) => `사진과 자료 ${n}건`,
  forms: ja.forms,
  links: {
    voice: '의견',
    meeting: '회의',
    case: '사례',
    item: '계획의 항목',
    plan: '계획',
    progress: '진행 상황',
    publication: '보고서',
    page: '이 사이트',
  },
}

export const evidenceWords: Readonly<Record<Locale, EvidenceMessages>> = { ja, easy, en, ko }
