import { forgetAdditions, forgetContacts } from '#domains/residents/index.ts'
import type { Files } from '#platform/files.ts'
import type { Job } from '#platform/jobs.ts'
import type { MailServer } from '#platform/mail/imap.ts'
import { maildir } from '#platform/mail/maildir.ts'
import type { Retention } from '#platform/retention.ts'
import { readInbox } from './actions/mail.ts'
import { emptyMailbox } from './actions/mailbox.ts'
import { foldTally, remind } from './actions/remind.ts'
import { forgetPhrases } from './actions/slips.ts'
import { throwAway } from './actions/throw-away.ts'
import * as store from './store/keeping.ts'

/** By night the sums; every morning, before the digest of the day, what is due. */
export const jobs: readonly Job[] = [
  { name: 'voice.fold', at: '20 3 * * *', run: async (ctx) => void (await foldTally(ctx)) },
  { name: 'voice.remind', at: '45 6 * * *', run: async (ctx) => void (await remind(ctx)) },
]

/** Every few minutes the inbox of mails; by night the phrases that nobody came for. */
export const inboxJobs = (
  files: Files,
  folder: string,
  mailbox: MailServer | undefined,
): readonly Job[] => [
  {
    name: 'voice.inbox',
    at: '*/5 * * * *',
    run: async (ctx) => {
      const inbox = maildir(folder)
      if (mailbox) await emptyMailbox(ctx, mailbox, inbox)
      await readInbox(ctx, files, inbox)
    },
  },
  {
    name: 'voice.forget-phrases',
    at: '25 3 * * *',
    run: async (ctx) => void (await forgetPhrases(ctx)),
  },
  // After the retention of the night, which says what is kept no longer.
  {
    name: 'voice.throw-away',
    at: '35 3 * * *',
    run: async (ctx) => void (await throwAway(ctx, files, maildir(folder))),
  },
]

const needless = '個人情報保護法 第22条(不要な情報の消去)'
const answered = { ja: '回答を送った日', en: 'the day of the answer' } as const

/** 保存の区分 of this chapter: gists, answers and figures stay; who said it, and in which words, does not. */
export const retentions: readonly Retention[] = [
  {
    name: 'voice.sender',
    kept: { years: 3 },
    afterwards: 'delete',
    basis: needless,
    said: {
      ja: {
        what: '声を寄せた人の名前と連絡先(約束の結果を知らせ終わったもの)',
        since: answered.ja,
      },
      en: {
        what: 'names and contacts of senders, once every promise to them is settled',
        since: answered.en,
      },
    },
    due: (db, before, limit) => store.answeredBefore(db, 'voice_sender', before, limit),
    carry: async (tx, ids) => {
      const receipts = await store.forgetSenders(tx, ids)
      await forgetContacts(tx, receipts)
    },
  },
  {
    name: 'voice.original',
    kept: { years: 5 },
    afterwards: 'delete',
    basis: '文書保存規程(市民の声)',
    said: {
      ja: { what: '声の元のことばと、書き足されたこと', since: answered.ja },
      en: { what: 'the senders’ own words, and what they added', since: answered.en },
    },
    due: (db, before, limit) => store.answeredBefore(db, 'voice_original', before, limit),
    carry: async (tx, ids) => {
      await forgetAdditions(tx, await store.forgetWords(tx, ids))
    },
  },
  {
    name: 'voice.file',
    kept: { years: 3 },
    afterwards: 'delete',
    basis: needless,
    said: {
      ja: {
        what: '声に付いた写真(公表した写真の写しは残る)、スキャン、添付ファイル',
        since: answered.ja,
      },
      en: {
        what: 'photos (copies that were published stay), scans and attachments of voices',
        since: answered.en,
      },
    },
    due: (db, before, limit) => store.answeredBefore(db, 'voice_file', before, limit),
    carry: (tx, ids, { now }) => store.forgetFiles(tx, ids, now),
  },
  {
    name: 'voice.note',
    kept: { years: 3 },
    afterwards: 'delete',
    basis: needless,
    said: {
      ja: { what: '声についての内部のメモ', since: answered.ja },
      en: { what: 'internal notes on voices', since: answered.en },
    },
    due: (db, before, limit) => store.answeredBefore(db, 'voice_note', before, limit),
    carry: store.forgetNotes,
  },
  {
    name: 'voice.left-out',
    kept: { years: 1 },
    afterwards: 'delete',
    basis: needless,
    said: {
      ja: { what: '声でなかった紙のスキャン', since: '外した日' },
      en: { what: 'scans of sheets that were no voice', since: 'the day they were left out' },
    },
    due: store.leftOutBefore,
    carry: (tx, ids, { now }) => store.forgetScans(tx, ids, now),
  },
]
