import type { Kind } from '#domains/notices/index.ts'
import type { Tongue } from '#domains/residents/index.ts'
import { eraDate } from '#platform/calendar.ts'

/** One point as the sender reads it in the reply: plain values, from which the words are made. */
export type ToldPoint = {
  readonly no: number
  readonly gist: string
  readonly kind: 'answered' | 'circulated' | 'transferred' | 'declined'
  /** The answer, or the reason why there is none. */
  readonly text: string
  /** The kind of answer, to whom it was handed over, or on which ground it was not taken. */
  readonly name: string
  readonly section: string
  readonly promise: string
  readonly promiseOn: string
}

type Four<T> = Readonly<Record<Tongue, T>>

interface ReplyWords {
  readonly subject: (number: string) => string
  readonly thanks: string
  /** Of somebody whose words were those of others. */
  readonly joined: string
  readonly point: (no: number) => string
  readonly gist: string
  readonly says: Readonly<Record<ToldPoint['kind'], (name: string) => string>>
  readonly promise: (day: string) => string
  readonly section: (name: string) => string
  readonly more: (number: string) => string
}

const words: Four<ReplyWords> = {
  ja: {
    subject: (number) => `お寄せいただいた声への回答(${number})`,
    thanks: 'ご意見をお寄せいただき、ありがとうございました。次のとおり回答します。',
    joined: '同じ内容の声を、ほかの方からもいただきました。まとめて回答します。',
    point: (no) => `【${no}】`,
    gist: '要旨',
    says: {
      answered: (name) => `市の考え(${name})`,
      circulated: () => '市で読み、回答はしないことにしました。その理由',
      transferred: (name) => `${name}に引き継ぎました。その理由`,
      declined: (name) => `この窓口ではお答えできません(${name})。その理由`,
    },
    promise: (day) => `約束(${day}までに、どうなったかをお知らせします)`,
    section: (name) => `担当: ${name}`,
    more: (number) =>
      `要旨が違うときや、続けて伝えたいことがあるときは、受付番号 ${number} と合言葉で「受付番号で見る」から、または電話でお知らせください。`,
  },
  easy: {
    subject: (number) => `あなたの {声|こえ}への {返事|へんじ}(${number})`,
    thanks: '{意見|いけん}を ありがとうございました。{市|し}の {答|こた}えです。',
    joined: 'おなじ {意見|いけん}が ほかの {人|ひと}からも ありました。まとめて {答|こた}えます。',
    point: (no) => `【${no}】`,
    gist: 'あなたの {意見|いけん}',
    says: {
      answered: (name) => `{市|し}の {答|こた}え(${name})`,
      circulated: () => '{市|し}で {読|よ}みました。{答|こた}えは しません。{理由|りゆう}',
      transferred: (name) => `${name}に {伝|つた}えました。{理由|りゆう}`,
      declined: (name) => `ここでは {答|こた}えられません(${name})。{理由|りゆう}`,
    },
    promise: (day) => `{約束|やくそく}(${day}までに お{知|し}らせします)`,
    section: (name) => `{担当|たんとう}: ${name}`,
    more: (number) =>
      `ちがう ところが あるときは、{番号|ばんごう} ${number} と {合|あ}い{言葉|ことば}で {知|し}らせてください。{電話|でんわ}でも いいです。`,
  },
  en: {
    subject: (number) => `The city’s reply to what you told us (${number})`,
    thanks: 'Thank you for writing to us. This is the city’s reply.',
    joined: 'Others wrote the same; this is the reply to all of you.',
    point: (no) => `[${no}]`,
    gist: 'What you said, in short',
    says: {
      answered: (name) => `The city’s answer (${name})`,
      circulated: () => 'Read by the city and not answered, because',
      transferred: (name) => `Handed over to ${name}, because`,
      declined: (name) => `Not a matter for this desk (${name}), because`,
    },
    promise: (day) => `Promised (you will hear by ${day} what came of it)`,
    section: (name) => `Section in charge: ${name}`,
    more: (number) =>
      `If we have not understood you, or if you want to add something, use your number ${number} and your phrase on our site, or call us.`,
  },
  ko: {
    subject: (number) => `보내 주신 의견에 대한 답변(${number})`,
    thanks: '의견을 보내 주셔서 감사합니다. 다음과 같이 답변드립니다.',
    joined: '같은 내용의 의견을 다른 분들도 보내 주셨습니다. 함께 답변드립니다.',
    point: (no) => `[${no}]`,
    gist: '요지',
    says: {
      answered: (name) => `시의 답변(${name})`,
      circulated: () => '시에서 읽었으며 답변하지 않기로 했습니다. 이유',
      transferred: (name) => `${name}에 전달했습니다. 이유`,
      declined: (name) => `이 창구에서는 답변드릴 수 없습니다(${name}). 이유`,
    },
    promise: (day) => `약속(${day}까지 결과를 알려 드립니다)`,
    section: (name) => `담당: ${name}`,
    more: (number) =>
      `요지가 다르거나 더 전하실 말씀이 있으면 접수 번호 ${number}와 암호로, 또는 전화로 알려 주세요.`,
  },
}

const dayIn = (locale: Tongue, day: string) =>
  locale === 'ja' || locale === 'easy' ? eraDate(day) : day

export type Replied = {
  readonly number: string
  /** Answered together with the voice of somebody else. */
  readonly joined: boolean
  readonly points: readonly ToldPoint[]
}

/** 回答の文面: the same words in the mail, in the letter, on the telephone, and in the preview before it goes out. */
export function replyWords(locale: Tongue, { number, joined, points }: Replied) {
  const w = words[locale]
  const paragraphs = points.map((point) =>
    [
      `${w.point(point.no)} ${w.gist}: ${point.gist}`,
      `${w.says[point.kind](point.name)}: ${point.text}`,
      ...(point.promise ? [`${w.promise(dayIn(locale, point.promiseOn))}: ${point.promise}`] : []),
      w.section(point.section),
    ].join('\n'),
  )
  return {
    subject: w.subject(number),
    body: [joined ? `${w.thanks}\n${w.joined}` : w.thanks, ...paragraphs, w.more(number)],
  }
}

const titles: Four<string> = {
  ja: '市民の声への回答',
  easy: '{声|こえ}への {返事|へんじ}',
  en: 'Replies to what you told us',
  ko: '의견에 대한 답변',
}

/** Sealed until it is sent: an answer may tell of the person to whom it goes. */
export const replied: Kind<Replied> = {
  name: 'voice.replied',
  audience: 'residents',
  title: titles,
  cadence: 'at-once',
  urgent: true,
  secret: true,
  unlisted: true,
  words: (locale, said) => {
    const { subject, body } = replyWords(locale, said)
    return { subject, line: subject, body }
  },
}

export type Kept = {
  readonly number: string
  readonly promise: string
  readonly result: string
}

const kept: Four<{ subject: (number: string) => string; promise: string; result: string }> = {
  ja: {
    subject: (number) => `お約束したことの結果(${number})`,
    promise: 'お約束したこと',
    result: '結果',
  },
  easy: {
    subject: (number) => `{約束|やくそく}した ことの {結果|けっか}(${number})`,
    promise: '{約束|やくそく}した こと',
    result: '{結果|けっか}',
  },
  en: {
    subject: (number) => `What came of our promise (${number})`,
    promise: 'What we promised',
    result: 'What came of it',
  },
  ko: {
    subject: (number) => `약속드린 일의 결과(${number})`,
    promise: '약속드린 일',
    result: '결과',
  },
}

/** What came of 検討します: to whoever was promised it. */
export const followedUp: Kind<Kept> = {
  name: 'voice.followed-up',
  audience: 'residents',
  title: {
    ja: 'お約束したことの結果',
    easy: '{約束|やくそく}した ことの {結果|けっか}',
    en: 'What came of promises',
    ko: '약속드린 일의 결과',
  },
  cadence: 'at-once',
  urgent: true,
  secret: true,
  unlisted: true,
  words: (locale, { number, promise, result }) => {
    const w = kept[locale]
    const subject = w.subject(number)
    return { subject, line: subject, body: [`${w.promise}: ${promise}`, `${w.result}: ${result}`] }
  },
}

type News = 'answered' | 'followed-up' | 'shown'

const news: Four<Readonly<Record<News, (number: string) => string>>> = {
  ja: {
    shown: (number) => `市民の声 ${number} を公表しました`,
    answered: (number) => `市民の声 ${number} に、市が回答しました`,
    'followed-up': (number) => `市民の声 ${number} で約束したことの結果が出ました`,
  },
  easy: {
    shown: (number) => `{声|こえ} ${number} を みんなに {見|み}せました`,
    answered: (number) => `{声|こえ} ${number} に {市|し}が {答|こた}えました`,
    'followed-up': (number) => `{声|こえ} ${number} の {約束|やくそく}の {結果|けっか}が でました`,
  },
  en: {
    shown: (number) => `Voice ${number} has been published`,
    answered: (number) => `The city has answered voice ${number}`,
    'followed-up': (number) => `What came of the promise to voice ${number}`,
  },
  ko: {
    shown: (number) => `시민의 목소리 ${number}을(를) 공개했습니다`,
    answered: (number) => `시민의 목소리 ${number}에 시가 답변했습니다`,
    'followed-up': (number) => `시민의 목소리 ${number}에서 약속한 일의 결과가 나왔습니다`,
  },
}

/** Those who follow it, its topic or its district: only that there is something, because not all of it may be public. */
export const voiceNews: Kind<{
  readonly number: string
  readonly news: News
}> = {
  name: 'voice.news',
  audience: 'both',
  title: {
    ja: '見守っている市民の声の動き',
    easy: '{見守|みまも}っている {声|こえ}の {動|うご}き',
    en: 'Voices that you follow',
    ko: '지켜보는 의견의 소식',
  },
  cadence: 'daily',
  words: (locale, said) => {
    const text = news[locale][said.news](said.number)
    return { subject: text, line: text }
  },
}
