import type { Kind } from '#domains/notices/index.ts'

/** An edition that the clock could not publish: its editors have to act before it comes out. */
export const heldBack: Kind<{ readonly title: string }> = {
  name: 'publications.held-back',
  audience: 'staff',
  title: {
    ja: '予約した公表の取り止め',
    easy: '予約した公表の取り止め',
    en: 'A scheduled publication that was stopped',
    ko: 'A scheduled publication that was stopped',
  },
  cadence: 'at-once',
  words: (locale, { title }) =>
    locale === 'ja' || locale === 'easy'
      ? {
          subject: '予約した公表を止めました',
          line: `「${title}」は公表されていません。写真が取り下げられたためです。写真を選びなおし、もう一度決裁に出してください。`,
        }
      : {
          subject: 'A scheduled publication was stopped',
          line: `“${title}” has not been published: its picture was withdrawn. Please choose another picture and submit it for approval again.`,
        },
}

export const publicationKinds = [heldBack]
