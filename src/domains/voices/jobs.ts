import type { Files } from '#platform/files.ts'
import type { Job } from '#platform/jobs.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { readInbox } from './actions/mail.ts'
import { foldTally, remind } from './actions/remind.ts'
import { forgetPhrases } from './actions/slips.ts'

/** By night the sums; every morning, before the digest of the day, what is due. */
export const jobs: readonly Job[] = [
  { name: 'voice.fold', at: '20 3 * * *', run: async (ctx) => void (await foldTally(ctx)) },
  { name: 'voice.remind', at: '45 6 * * *', run: async (ctx) => void (await remind(ctx)) },
]

/** Every few minutes the inbox of mails; by night the phrases that nobody came for. */
export const inboxJobs = (files: Files, folder: string): readonly Job[] => [
  {
    name: 'voice.inbox',
    at: '*/5 * * * *',
    run: async (ctx) => void (await readInbox(ctx, files, maildir(folder))),
  },
  {
    name: 'voice.forget-phrases',
    at: '25 3 * * *',
    run: async (ctx) => void (await forgetPhrases(ctx)),
  },
]
