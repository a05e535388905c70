import type { Retention } from '#platform/retention.ts'
import { casesWithOldWords, forgetWords } from './store/words.ts'

/** 保存の区分 of this chapter. Decisions and their reasons stay; what people wrote about one another does not. */
export const retentions: readonly Retention[] = [
  {
    name: 'moderation.words',
    kept: { years: 3 },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: {
        what: '投稿の知らせに添えられた文と、不服の申し出の文',
        since: 'その投稿について最後に判断した日',
      },
      en: {
        what: 'words written with a flag, and texts of appeals',
        since: 'the day of the last decision on the case',
      },
    },
    due: casesWithOldWords,
    carry: forgetWords,
  },
]
