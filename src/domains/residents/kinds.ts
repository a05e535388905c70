import type { Kind } from '#domains/notices/index.ts'
import type { Tongue } from './resident.ts'

type Four<T> = Readonly<Record<Tongue, T>>

const codeTitles: Four<string> = {
  ja: '確認の番号',
  easy: '{確認|かくにん}の {番号|ばんごう}',
  en: 'Confirmation numbers',
  ko: '확인 번호',
}
const codeWords: Four<(code: string, minutes: number) => { subject: string; body: string[] }> = {
  ja: (code, minutes) => ({
    subject: '確認の番号をお送りします',
    body: [
      `確認の番号は ${code} です。`,
      `開いている画面に、この6つの数字を入れてください。${minutes}分のあいだ使えます。`,
      'お心当たりのないときは、何もしなくて大丈夫です。この番号をだれにも伝えないでください。市の職員がお聞きすることはありません。',
    ],
  }),
  easy: (code, minutes) => ({
    subject: '{番号|ばんごう}を {送|おく}ります',
    body: [
      `{番号|ばんごう}は ${code} です。`,
      `{画面|がめん}に この {番号|ばんごう}を {入|い}れてください。${minutes}{分|ふん} {使|つか}えます。`,
      'この {番号|ばんごう}を ほかの {人|ひと}に {言|い}わないでください。',
    ],
  }),
  en: (code, minutes) => ({
    subject: 'Your confirmation number',
    body: [
      `Your number is ${code}.`,
      `Type these six digits into the page that you have open. They work for ${minutes} minutes.`,
      'If you did not ask for this, you need not do anything. Tell nobody the number; city staff will never ask for it.',
    ],
  }),
  ko: (code, minutes) => ({
    subject: '확인 번호를 보내 드립니다',
    body: [
      `확인 번호는 ${code} 입니다.`,
      `열려 있는 화면에 이 여섯 자리 숫자를 입력해 주세요. ${minutes}분 동안 쓸 수 있습니다.`,
      '요청하신 적이 없다면 아무것도 하지 않으셔도 됩니다. 이 번호를 아무에게도 알려 주지 마세요.',
    ],
  }),
}

/** Six digits, on their way to an address that nobody has confirmed yet. */
export const codeKind: Kind<{
  readonly code: string
  readonly act: string
  readonly minutes: number
}> = {
  name: 'resident.code',
  audience: 'residents',
  title: codeTitles,
  cadence: 'at-once',
  urgent: true,
  secret: true,
  unlisted: true,
  life: 15,
  words: (locale, { code, minutes }) => {
    const { subject, body } = codeWords[locale](code, minutes)
    return { subject, line: subject, body }
  },
}

const decided: Four<Readonly<Record<string, string>>> = {
  ja: {
    refused: '居住の確認ができませんでした',
    expired: '居住の確認の期限が来ました',
    renewed: '居住の確認を続けました',
    revoked: '居住の確認を取り消しました',
  },
  easy: {
    refused: '{住|す}んでいることを {確|たし}かめられませんでした',
    expired: '{確認|かくにん}の {期限|きげん}が {来|き}ました',
    renewed: '{確認|かくにん}を {続|つづ}けました',
    revoked: '{確認|かくにん}を {取|と}り{消|け}しました',
  },
  en: {
    refused: 'Your residence could not be confirmed',
    expired: 'The confirmation of your residence has run out',
    renewed: 'The confirmation of your residence was renewed',
    revoked: 'The confirmation of your residence was withdrawn',
  },
  ko: {
    refused: '거주 확인을 할 수 없었습니다',
    expired: '거주 확인 기한이 되었습니다',
    renewed: '거주 확인을 갱신했습니다',
    revoked: '거주 확인을 취소했습니다',
  },
}
/** Why stands on the person's own page, under seal until they come; no copy of it goes by mail. */
const because: Four<string> = {
  ja: '理由は、わたしのページの「居住の確認」に書いてあります。',
  easy: '{理由|りゆう}は、わたしの ページの「{住|す}んでいることの {確認|かくにん}」に {書|か}いてあります。',
  en: 'The reason stands on your own page, under “Residence check”.',
  ko: '이유는 내 페이지의 「거주 확인」에 적혀 있습니다.',
}

const hasReason: ReadonlySet<string> = new Set(['refused', 'revoked'])

export const checkKind: Kind<{
  readonly state: string
  readonly until: string
}> = {
  name: 'resident.check-decided',
  audience: 'residents',
  title: {
    ja: '居住の確認',
    easy: '{住|す}んでいることの {確認|かくにん}',
    en: 'Residence check',
    ko: '거주 확인',
  },
  cadence: 'at-once',
  words: (locale, { state }) => {
    const line = decided[locale][state] ?? decided[locale].expired ?? ''
    return { subject: line, line, body: [line, ...(hasReason.has(state) ? [because[locale]] : [])] }
  },
}

const asleep: Four<readonly [subject: string, text: string]> = {
  ja: [
    '登録をまもなく終わりにします',
    '3年近くお使いになっていないため、60日後に登録を消します。続けるには、一度お入りください。',
  ],
  easy: [
    '{登録|とうろく}が もうすぐ {終|お}わります',
    '3{年|ねん} {使|つか}っていません。60{日|にち}の あとに {登録|とうろく}を {消|け}します。{続|つづ}けたい {人|ひと}は {一度|いちど} {入|はい}ってください。',
  ],
  en: [
    'Your account will be closed',
    'Nobody has used it for nearly three years. It will be deleted in 60 days. To keep it, sign in once.',
  ],
  ko: [
    '등록이 곧 끝납니다',
    '3년 가까이 사용하지 않아 60일 뒤에 등록을 지웁니다. 계속하려면 한 번 로그인해 주세요.',
  ],
}
export const sleepingKind: Kind = {
  name: 'resident.sleeping',
  audience: 'residents',
  title: {
    ja: '登録の終わりの予告',
    easy: '{登録|とうろく}の {終|お}わりの お{知|し}らせ',
    en: 'Notice before an account is closed',
    ko: '등록 종료 예고',
  },
  cadence: 'at-once',
  urgent: true,
  words: (locale) => ({
    subject: asleep[locale][0],
    line: asleep[locale][0],
    body: [...asleep[locale]],
  }),
}

const keyAdded: Four<readonly [subject: string, text: string]> = {
  ja: [
    'パスキーを加えました',
    'あなたの登録に、パスキーが加わりました。お心当たりのないときは、そのパスキーを外し、お電話ください。',
  ],
  easy: [
    'パスキーを {加|くわ}えました',
    'あなたの {登録|とうろく}に パスキーを {加|くわ}えました。{自分|じぶん}で していないときは、そのパスキーを {外|はず}して、{電話|でんわ}してください。',
  ],
  en: [
    'A passkey was added to your account',
    'A passkey can now open your account. If it was not you who added it, remove it and call us.',
  ],
  ko: [
    '패스키를 추가했습니다',
    '등록에 패스키가 추가되었습니다. 직접 추가하지 않으셨다면 그 패스키를 지우고 전화해 주세요.',
  ],
}
export const passkeyKind: Kind = {
  name: 'resident.passkey-added',
  audience: 'residents',
  title: {
    ja: 'パスキーが加わったとき',
    easy: 'パスキーが {増|ふ}えたとき',
    en: 'A passkey was added',
    ko: '패스키가 추가되었을 때',
  },
  cadence: 'at-once',
  urgent: true,
  words: (locale) => ({
    subject: keyAdded[locale][0],
    line: keyAdded[locale][0],
    body: [...keyAdded[locale]],
  }),
}

/** For the registry of the post room. */
export const residentKinds: readonly Kind[] = [codeKind, checkKind, passkeyKind, sleepingKind]
