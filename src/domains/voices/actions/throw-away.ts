import type { Ctx } from '#platform/context.ts'
import type { Files } from '#platform/files.ts'
import type { Maildir } from '#platform/mail/maildir.ts'
import * as store from '../store/keeping.ts'

/** Mails are voices, or were looked at: as they came they are needed only to see that nothing was lost. */
const mailDays = 30
/** The largest city's night. */
const mostAtOnce = 5000

/** What no longer may be kept leaves the store and the inbox's folder for good. Answers how many files there were. */
export async function throwAway(ctx: Ctx, files: Files, inbox: Maildir): Promise<number> {
  const before = new Date(+ctx.now - mailDays * 86_400_000)
  const loose = await store.looseFiles(ctx.db, ctx.now, mostAtOnce)
  const mails = await store.settledMails(ctx.db, before, mostAtOnce)
  for (const { key, isHeld } of loose) if (!isHeld) await files.remove(key)
  for (const { file } of mails) await inbox.remove(file)
  const read = await inbox.clear(before)
  const count = loose.filter(({ isHeld }) => !isHeld).length + mails.length + read
  if (!loose.length && !count) return 0
  return ctx.record(async (tx) => {
    await store.dropLoose(
      tx,
      loose.map(({ key }) => key),
    )
    await store.forgetMailFiles(
      tx,
      mails.map(({ mark }) => mark),
    )
    const basis = '個人情報保護法 第22条(不要な情報の消去)'
    const detail = { count }
    return [count, { fact: 'voice.files-thrown-away', subject: 'voice.file', basis, detail }]
  })
}
