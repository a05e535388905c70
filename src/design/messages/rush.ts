import type { Locale } from '../view.ts'

/** A form under attack: one step more, before what was sent is taken. */
export interface RushWords {
  readonly title: string
  readonly lead: string
  readonly send: string
  /** The way for whoever cannot or will not do it. */
  readonly otherwise: string
}

export const rushWords: Readonly<Record<Locale, RushWords>> = {
  ja: {
    title: '送る前に、もう1つだけ',
    lead: 'まだ送っていません。書いたことは、この画面に残っています。',
    send: '送る',
    otherwise:
      'できないときは、このページの下にある電話か窓口へどうぞ。混雑は、ふつう10分ほどで終わります。',
  },
  easy: {
    title: '{送|おく}る {前|まえ}に',
    lead: 'まだ {送|おく}って いません。{書|か}いた ことは {残|のこ}って います。',
    send: '{送|おく}る',
    otherwise:
      'できない ときは、{下|した}の {電話|でんわ}か {窓口|まどぐち}に {来|き}て ください。10{分|ぷん}くらい {待|ま}っても いいです。',
  },
  en: {
    title: 'One more step before it is sent',
    lead: 'It has not been sent yet. What you wrote is kept on this page.',
    send: 'Send',
    otherwise:
      'If you cannot do this, call us or come to the counter (see the foot of this page). The rush is usually over in about ten minutes.',
  },
  ko: {
    title: '보내기 전에 한 가지만 더',
    lead: '아직 보내지 않았습니다. 쓰신 내용은 이 화면에 남아 있습니다.',
    send: '보내기',
    otherwise:
      '하실 수 없을 때는 이 페이지 아래의 전화나 창구를 이용해 주세요. 혼잡은 보통 10분쯤이면 끝납니다.',
  },
}
