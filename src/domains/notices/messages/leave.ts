import type { Locale } from '../notice.ts'

const ja = {
  title: 'お知らせを止める',
  lead: 'まだ何も変わっていません。下のボタンを押すと、このお知らせのメールが届かなくなります。',
  what: '止めるもの',
  all: 'すべてのお知らせ(番号や受付の知らせはのぞきます)',
  go: '止める',
  done: 'お知らせのメールを止めました。',
  doneLead:
    'もう一度受け取りたいときは、お電話でお知らせください。登録のある方は、ご自分のページから変えられます。',
}
export type LeaveWords = typeof ja

const easy: LeaveWords = {
  title: 'お{知|し}らせを {止|と}める',
  lead: '{下|した}の ボタンを {押|お}すと、メールが {来|き}なく なります。',
  what: '{止|と}めるもの',
  all: 'ぜんぶの お{知|し}らせ',
  go: '{止|と}める',
  done: 'メールを {止|と}めました。',
  doneLead: 'もう{一度|いちど} ほしいときは、{電話|でんわ}してください。',
}
const en: LeaveWords = {
  title: 'Stop notices',
  lead: 'Nothing has changed yet. Press the button to stop receiving these mails.',
  what: 'What stops',
  all: 'All notices (codes and receipts are still sent)',
  go: 'Stop',
  done: 'The mails have been stopped.',
  doneLead: 'To receive them again, please call us, or change it on your own page if you have one.',
}
const ko: LeaveWords = {
  title: '알림 받지 않기',
  lead: '아직 아무것도 바뀌지 않았습니다. 아래 버튼을 누르면 이 알림 메일이 오지 않습니다.',
  what: '중지할 알림',
  all: '모든 알림(인증 번호와 접수 알림은 제외)',
  go: '받지 않기',
  done: '알림 메일을 중지했습니다.',
  doneLead:
    '다시 받고 싶으시면 전화로 알려 주세요. 등록하신 분은 본인 페이지에서 바꿀 수 있습니다.',
}
export const leaveWords: Readonly<Record<Locale, LeaveWords>> = { ja, easy, en, ko }
