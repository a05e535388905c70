import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { takeBounce } from '#domains/notices/actions/outbox.ts'
import { addresses, postmasters } from '../post-room.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

const said = {
  gone: '宛先がありません。この宛先にはもう送りません。',
  refused: '相手に断られました。発送の一覧から送り直せます。',
  later: '一時的な理由です。時間をおいて、もう一度送ります。',
  nothing: 'することはありません。',
} as const

/** For the mail server's side to hand over what comes back, one file a report. */
export const mailBounce: Command = {
  usage: 'mail bounce FILE',
  does: '戻ってきたメール(不達の知らせ)を取り込む',
  async run({ io, args: [file] }, { ctx }) {
    if (!file) throw new WrongUsage('ファイルがありません')
    const bytes = await readFile(resolve(io.cwd, file))
    const result = await takeBounce(ctx, { addresses, postmasters }, bytes)
    if (result === 'unknown') {
      io.err('市から送ったメールの、不達の知らせではありません。\n')
      return refused
    }
    io.out(`${said[result]}\n`)
    return done
  },
}
