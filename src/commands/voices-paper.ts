import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { districts } from '#domains/districts/index.ts'
import { readInbox } from '#domains/voices/actions/mail.ts'
import { emptyMailbox } from '#domains/voices/actions/mailbox.ts'
import { takeRows } from '#domains/voices/actions/sheet.ts'
import { ja } from '#domains/voices/messages/paper-ja.ts'
import { readSheetFile, sheetWords } from '#domains/voices/paper-sheet.ts'
import { readVoices } from '#domains/voices/rules/sheet.ts'
import { localDate } from '#platform/calendar.ts'
import { localFiles } from '#platform/files.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { inboxFolder } from '../places.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'
import { commentsAdd } from './comments.ts'

export const voicesAdd: Command = {
  usage: 'voices add FILE.xlsx [--json]',
  does: '表(.xlsx か .csv)の声を受け付ける(同じ表は二度足さない)',
  options: { json: { type: 'boolean' } },
  async run({ args, flags, io }, { ctx }) {
    const [file] = args
    if (!file) throw new WrongUsage('表のファイルを指定してください')
    const today = localDate(ctx.now)
    const words = sheetWords(await districts(ctx.db), today)
    const bytes = new Uint8Array(await readFile(resolve(io.cwd, file)))
    const { faults, rows } = readVoices(await readSheetFile(bytes), words, today)
    if (flags.json && faults.length) io.out(`${JSON.stringify({ faults })}\n`)
    for (const { sheet, cell, reason, found } of faults)
      io.err(`${sheet} ${cell}\t${ja.sheetReasons[reason]}\t${found}\n`)
    if (faults.length) return refused
    const { taken, known } = await takeRows(ctx, rows)
    io.out(
      flags.json
        ? `${JSON.stringify({ taken, known })}\n`
        : `${ja.fresh(taken)}\t${ja.known(known)}\n`,
    )
    return done
  },
}

export const voicesInbox: Command = {
  usage: 'voices inbox [--json]',
  does: '受信箱(voices-mail、IMAP_URL の郵便受け)のメールを読み、声として受け付ける',
  options: { json: { type: 'boolean' } },
  async run({ flags, io }, { ctx, filesDir, mailbox }) {
    const inbox = maildir(join(dirname(filesDir), inboxFolder))
    const fault = mailbox && (await emptyMailbox(ctx, mailbox, inbox))
    const read = await readInbox(ctx, localFiles(filesDir), inbox)
    const { taken, automatic, unreadable, again } = read
    io.out(
      flags.json
        ? `${JSON.stringify(read)}\n`
        : `${ja.inboxCounts(taken, automatic, unreadable)}\t前に読んだもの ${again}通\n`,
    )
    if (fault) io.err(`${ja.mailboxFaults[fault]}\n`)
    return fault ? refused : done
  },
}

export const voicesPaperCommands: readonly Command[] = [voicesAdd, voicesInbox, commentsAdd]
