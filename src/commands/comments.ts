import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readFor, takeComments } from '#domains/voices/comment/actions/rows.ts'
import { sayCell } from '#domains/voices/comment/messages/desk.ts'
import { ja } from '#domains/voices/comment/messages/desk-ja.ts'
import { caseNumbered } from '#domains/voices/comment/store/cases.ts'
import { readSheetFile } from '#domains/voices/paper-sheet.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

export const commentsAdd: Command = {
  usage: 'comments add 番号 FILE.xlsx [--json]',
  does: '意見募集の案件(番号は 2012-3 のような形)に、表(.xlsx か .csv)の意見を受け付ける(同じ表は二度足さない)',
  options: { json: { type: 'boolean' } },
  async run({ args, flags, io }, { ctx }) {
    const [number, file] = args
    if (!number || !file) throw new WrongUsage('案件の番号と、表のファイルを指定してください')
    const one = await caseNumbered(ctx.db, number)
    if (!one) throw new WrongUsage(`${number} という案件はありません`)
    const bytes = new Uint8Array(await readFile(resolve(io.cwd, file)))
    const { faults, rows } = await readFor(ctx, one.id, await readSheetFile(bytes))
    if (flags.json && faults.length) io.out(`${JSON.stringify({ faults })}\n`)
    for (const { sheet, cell, reason, found } of faults)
      io.err(`${sheet} ${cell}\t${sayCell({ locale: 'ja' }, reason)}\t${found}\n`)
    if (faults.length) return refused
    const { taken, known } = await takeComments(ctx, one.id, rows)
    io.out(
      flags.json
        ? `${JSON.stringify({ taken, known })}\n`
        : `${ja.fresh(taken)}\t${ja.known(known)}\n`,
    )
    return done
  },
}
