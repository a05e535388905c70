import type { Tongue } from '../resident.ts'

const ja = {
  title: 'ご本人の確認',
  lead: '入り方や連絡先を変える前に、いまこの画面の前にいるのがご本人かを確かめます。10分のあいだ、続けて変えられます。',
  ask: '番号をメールで送る',
  hint: 'ご登録のメールアドレスに届いた6つの数字です。15分のあいだ使えます。',
  go: '確かめる',
  sendAgain: '番号をもう一度送る',
  noMail:
    'この登録にはメールアドレスがありません。いったん出て、いつもの方法でもう一度入ると、10分のあいだ変えられます。',
  leave: 'いったん出る',
  first: '変えるときは、先にご本人かどうかを確かめます。',
  start: 'ご本人の確認をして変える',
}
export type ProveMessages = typeof ja

const easy: ProveMessages = {
  title: '{本人|ほんにん}の {確認|かくにん}',
  lead: '{入|はい}り{方|かた}や {連絡先|れんらくさき}を {変|か}える {前|まえ}に、あなたが {本人|ほんにん}か {確|たし}かめます。{確|たし}かめたら、10{分|ぷん} {変|か}えられます。',
  ask: '{番号|ばんごう}を メールで {送|おく}る',
  hint: 'あなたの メールアドレスに {届|とど}いた 6つの {数字|すうじ}です。15{分|ふん} {使|つか}えます。',
  go: '{確|たし}かめる',
  sendAgain: '{番号|ばんごう}を もう{一度|いちど} {送|おく}る',
  noMail:
    'この {登録|とうろく}には メールアドレスが ありません。{一度|いちど} {出|で}て、いつもの {方法|ほうほう}で もう{一度|いちど} {入|はい}ってください。10{分|ぷん} {変|か}えられます。',
  leave: '{一度|いちど} {出|で}る',
  first: '{変|か}えるときは、{先|さき}に あなたが {本人|ほんにん}か {確|たし}かめます。',
  start: '{本人|ほんにん}の {確認|かくにん}を して {変|か}える',
}

const en: ProveMessages = {
  title: 'Is it you?',
  lead: 'Before you change how you sign in or where we reach you, we make sure that it is you who sits here now. After that you have ten minutes for your changes.',
  ask: 'Send a number by mail',
  hint: 'The six digits sent to the e-mail address of your account. They work for 15 minutes.',
  go: 'Confirm',
  sendAgain: 'Send another number',
  noMail:
    'Your account has no e-mail address. Leave, sign in again as you always do, and you have ten minutes for your changes.',
  leave: 'Leave',
  first: 'Before a change, we make sure that it is you.',
  start: 'Confirm and change',
}

const ko: ProveMessages = {
  title: '본인 확인',
  lead: '로그인 방법이나 연락처를 바꾸기 전에, 지금 이 화면 앞에 계신 분이 본인인지 확인합니다. 확인한 뒤 10분 동안 바꿀 수 있습니다.',
  ask: '번호를 메일로 보내기',
  hint: '등록하신 이메일 주소로 온 여섯 자리 숫자입니다. 15분 동안 쓸 수 있습니다.',
  go: '확인하기',
  sendAgain: '번호를 다시 보내기',
  noMail:
    '이 등록에는 이메일 주소가 없습니다. 한 번 나갔다가 평소 방법으로 다시 들어오시면 10분 동안 바꿀 수 있습니다.',
  leave: '한 번 나가기',
  first: '바꾸기 전에 본인인지 먼저 확인합니다.',
  start: '본인 확인 후 바꾸기',
}

export const proveWords: Readonly<Record<Tongue, ProveMessages>> = { ja, easy, en, ko }
