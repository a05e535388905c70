import type { Job } from '#platform/jobs.ts'
import type { Retention } from '#platform/retention.ts'
import { postAll } from './actions/send.ts'
import { keeping } from './rules.ts'
import { deleteSubscribers, leftBefore, unconfirmedBefore } from './store/subscribers.ts'

/** Hands what is being sent to the post room, a few hundred at a time. */
export const jobs: readonly Job[] = [{ name: 'newsletters.post', at: '* * * * *', run: postAll }]

/** 保存の区分 of this chapter. Those who receive stay until they leave. */
export const retentions: readonly Retention[] = [
  {
    name: 'newsletter.unconfirmed',
    kept: keeping.unconfirmed,
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: 'お便りの申し込みで、確認されなかったもの', since: '申し込んだ日' },
      en: { what: 'requests for the newsletter that nobody confirmed', since: 'the day of asking' },
    },
    due: unconfirmedBefore,
    carry: deleteSubscribers,
  },
  {
    name: 'newsletter.left',
    kept: keeping.left,
    afterwards: 'delete',
    basis: '特定電子メール法 第3条第2項(同意の記録の保存)',
    said: {
      ja: {
        what: 'お便りをやめた人の、同意の記録(アドレスはすぐに消えています)',
        since: 'やめた日',
      },
      en: {
        what: 'proof of consent of those who left (their address went at once)',
        since: 'the day of leaving',
      },
    },
    due: leftBefore,
    carry: deleteSubscribers,
  },
]
