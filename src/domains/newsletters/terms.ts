import type { Topic } from './newsletter.ts'

/** 条件 — what a city sets for its newsletter; dated. */
export interface NewsletterTerms {
  readonly topics: readonly Topic[]
}

const topic = (key: string, ja: string, easy: string, en: string, ko: string): Topic => ({
  key,
  title: { ja, easy, en, ko },
})

export const defaultTerms: NewsletterTerms = {
  topics: [
    topic(
      'plan',
      '計画と進み具合',
      '{市|し}の {計画|けいかく}',
      'The plan and its progress',
      '계획과 진행 상황',
    ),
    topic(
      'talk',
      '話し合いと催し',
      '{話|はな}し{合|あ}い・イベント',
      'Talks and events',
      '대화와 행사',
    ),
    topic(
      'groups',
      '市民活動と団体',
      '{地域|ちいき}の {活動|かつどう}',
      'Groups and activities',
      '시민 활동과 단체',
    ),
    topic(
      'grants',
      '補助と募集',
      '{お金|おかね}の {助|たす}け・{募集|ぼしゅう}',
      'Grants and calls',
      '보조금과 모집',
    ),
  ],
}

/** How the chapter works; in seconds, minutes and pieces. */
export const working = {
  code: { minutes: 15, tries: 5 },
  /** Codes to one address: more are not sent, and nobody is told. */
  perAddress: { points: 3, seconds: 60 * 60 },
  perNetwork: { points: 20, seconds: 60 * 60 },
  guesses: { points: 30, seconds: 60 * 60 },
  unconfirmedDays: 3,
  leftYears: 1,
  /** Recipients in one transaction. */
  chunk: 200,
  /** Days after sending within which leaving is counted to an issue. */
  leavingDays: 7,
} as const
