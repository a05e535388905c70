import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addExamples, takeIn } from '#domains/words/actions.ts'
import { ja } from '#domains/words/messages/desk.ts'
import { listRows, readList } from '#domains/words/rules/list.ts'
import { words } from '#domains/words/store/words.ts'
import { readCsv, writeCsv } from '#platform/csv.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

export const wordsList: Command = {
  usage: 'words list [--json]',
  does: '言いかえの言葉の一覧',
  options: { json: { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    const all = await words(ctx.db)
    if (flags.json) io.out(`${JSON.stringify(all, null, 2)}\n`)
    else
      for (const { word, instead, why, isExample } of all)
        io.out(`${[word, instead, why, isExample ? '例' : ''].join('\t')}\n`)
    return done
  },
}

export const wordsImport: Command = {
  usage: 'words import [FILE.csv] [--examples]',
  does: '言いかえの言葉を読み込む。ファイルにない言葉は残る。--examples: 手始めの例を入れる',
  options: { examples: { type: 'boolean' } },
  async run({ io, args: [file], flags }, { ctx }) {
    if (!file && !flags.examples) throw new WrongUsage('FILE がありません')
    if (flags.examples) {
      const { added } = await addExamples(ctx)
      io.out(`例 足した ${added}\n`)
    }
    if (!file) return done
    const { rows } = readCsv(new Uint8Array(await readFile(resolve(io.cwd, file))))
    const { entries, faults } = readList(rows)
    for (const { line, fault, found } of faults)
      io.err(`${ja.faultAt(line, (ja.faults[fault] as (f: string) => string)(found))}\n`)
    if (faults.length) return refused
    const { added, changed, same } = await takeIn(ctx, entries)
    io.out(`足した ${added}、直した ${changed}、同じ ${same}\n`)
    return done
  },
}

export const wordsExport: Command = {
  usage: 'words export -o FILE.csv',
  does: '言いかえの言葉をCSVに書き出す',
  options: { output: { type: 'string', short: 'o' } },
  async run({ io, flags: { output } }, { ctx }) {
    if (typeof output !== 'string') throw new WrongUsage('-o がありません')
    const path = resolve(io.cwd, output)
    await writeFile(path, writeCsv(listRows(await words(ctx.db))))
    io.out(`${path}\n`)
    return done
  },
}
