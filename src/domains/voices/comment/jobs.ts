import { forgetAdditions, forgetContacts } from '#domains/residents/index.ts'
import type { Job } from '#platform/jobs.ts'
import type { Retention } from '#platform/retention.ts'
import { turn } from './actions/turn.ts'
import * as store from './store/keeping.ts'

/** A minute after each day began, and again through the day: a machine that slept at midnight catches up. */
export const jobs: readonly Job[] = [
  {
    name: 'voice.comment-turn',
    at: '1,16,31,46 * * * *',
    run: async (ctx) => void (await turn(ctx)),
  },
]

const published = { ja: '結果を公表した日', en: 'the day the result was published' } as const

/** 保存の区分 of this chapter: the table of the result stays; who said it, and in which words, does not. */
export const retentions: readonly Retention[] = [
  {
    name: 'voice.comment-sender',
    kept: { years: 3 },
    afterwards: 'delete',
    basis: '個人情報保護法 第22条(不要な情報の消去)',
    said: {
      ja: { what: '意見募集に意見を出した人の名前と連絡先', since: published.ja },
      en: { what: 'names and contacts of those who sent a public comment', since: published.en },
    },
    due: (db, before, limit) => store.publishedBefore(db, 'voice_comment_sender', before, limit),
    carry: async (tx, ids) => {
      const receipts = await store.forgetSenders(tx, ids)
      await forgetContacts(tx, receipts)
    },
  },
  {
    name: 'voice.comment-original',
    kept: { years: 5 },
    afterwards: 'delete',
    basis: '文書保存規程(パブリックコメント)',
    said: {
      ja: { what: '意見募集に届いた元のことば', since: published.ja },
      en: { what: 'the senders’ own words in public comments', since: published.en },
    },
    due: (db, before, limit) => store.publishedBefore(db, 'voice_comment_original', before, limit),
    carry: async (tx, ids, { now }) => {
      await forgetAdditions(tx, await store.forgetWords(tx, ids, now))
    },
  },
]
