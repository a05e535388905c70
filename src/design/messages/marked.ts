import type { PersonalKind } from '#platform/personal.ts'
import type { Locale } from '../view.ts'

/** Words for places in a text that may tell who somebody is. */
export interface MarkedWords {
  readonly kinds: Readonly<Record<PersonalKind | 'word', string>>
  readonly legend: string
  readonly hint: string
  readonly replace: (text: string, by: string) => string
  readonly none: string
  readonly apply: string
  readonly place: string
}

const ja: MarkedWords = {
  kinds: {
    name: '名前',
    address: '住所',
    phone: '電話番号',
    mail: 'メールアドレス',
    plate: '車のナンバー',
    'my-number': 'マイナンバー',
    bank: '口座',
    birth: '生年月日',
    account: 'SNSの名',
    word: '使わない言葉',
  },
  legend: '伏字にするところ',
  hint: '機械が見つけたところです。見落としも、まちがいもあります。読んで、選んでください。',
  replace: (text, by) => `「${text}」を「${by}」にする`,
  none: '個人がわかる言葉は見つかりませんでした。念のため、読んでください。',
  apply: '選んだところを伏字にする',
  place: 'しるしのついたところ',
}
const easy: MarkedWords = {
  kinds: {
    name: '{名前|なまえ}',
    address: '{住所|じゅうしょ}',
    phone: '{電話番号|でんわばんごう}',
    mail: 'メール',
    plate: '{車|くるま}の ナンバー',
    'my-number': 'マイナンバー',
    bank: '{銀行|ぎんこう}の {番号|ばんごう}',
    birth: '{生|う}まれた {日|ひ}',
    account: 'SNS',
    word: '{使|つか}わない ことば',
  },
  legend: 'かくす ところ',
  hint: '{機械|きかい}が {見|み}つけました。まちがいも あります。{読|よ}んで {選|えら}んで ください。',
  replace: (text, by) => `「${text}」を「${by}」に する`,
  none: '{見|み}つかりませんでした。{一度|いちど} {読|よ}んで ください。',
  apply: '{選|えら}んだ ところを かくす',
  place: 'しるしの ある ところ',
}
const en: MarkedWords = {
  kinds: {
    name: 'name',
    address: 'address',
    phone: 'telephone',
    mail: 'e-mail',
    plate: 'number plate',
    'my-number': 'My Number',
    bank: 'bank account',
    birth: 'date of birth',
    account: 'social media',
    word: 'unwanted word',
  },
  legend: 'What to black out',
  hint: 'A machine found these. It misses things and is wrong at times: please read and choose.',
  replace: (text, by) => `Write “${by}” for “${text}”`,
  none: 'Nothing was found that tells who somebody is. Please read it all the same.',
  apply: 'Black out what is chosen',
  place: 'Marked place',
}
const ko: MarkedWords = {
  kinds: {
    name: '이름',
    address: '주소',
    phone: '전화번호',
    mail: '이메일',
    plate: '차량 번호',
    'my-number': '마이넘버',
    bank: '계좌',
    birth: '생년월일',
    account: 'SNS 이름',
    word: '쓰지 않는 말',
  },
  legend: '가릴 곳',
  hint: '기계가 찾은 곳입니다. 빠뜨리거나 틀릴 수 있으니 읽고 골라 주세요.',
  replace: (text, by) => `「${text}」를 「${by}」로 바꾸기`,
  none: '개인을 알 수 있는 말은 찾지 못했습니다. 그래도 읽어 주세요.',
  apply: '고른 곳을 가리기',
  place: '표시된 곳',
}
export const markedWords: Readonly<Record<Locale, MarkedWords>> = { ja, easy, en, ko }
