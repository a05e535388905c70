import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { publish } from '#domains/publications/actions/publish.ts'
import { verify } from '#domains/publications/actions/verify.ts'
import { compose } from '#domains/publications/actions/write.ts'
import { ja } from '#domains/publications/messages/ja.ts'
import { isPiece, type KeptName } from '#domains/publications/publication.ts'
import { editions } from '#domains/publications/store/editions.ts'
import { localFiles } from '#platform/files.ts'
import { houseOf } from '../house.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

const called = (fiscalYear: number, number: number | null) =>
  `${fiscalYear}年度 ${number === null ? '公表前' : ja.edition(number)}`

export const editionList: Command = {
  usage: 'edition list [--json]',
  does: '広報と報告書の版の一覧',
  options: { json: { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    const all = (await editions(ctx.db, 1000)).map((one) => ({
      id: one.id,
      fiscalYear: one.fiscalYear,
      number: one.state === 'published' ? one.number : null,
      state: one.state,
      hash: one.state === 'published' ? one.hash : null,
      title: one.content.title,
    }))
    if (flags.json) io.out(`${JSON.stringify(all, null, 2)}\n`)
    else
      for (const { id, fiscalYear, number, state, title } of all)
        io.out(`${[id, called(fiscalYear, number), state, title].join('\t')}\n`)
    return done
  },
}

export const editionCompose: Command = {
  usage: 'edition compose --year YYYY',
  does: 'その年度の、いまの数字で版の下書きを作る',
  options: { year: { type: 'string' } },
  async run({ io, flags: { year } }, { ctx }) {
    if (typeof year !== 'string' || !/^\d{4}$/.test(year))
      throw new WrongUsage('--year がありません')
    io.out(`${await compose(ctx, Number(year))}\n`)
    return done
  },
}

export const editionPublish: Command = {
  usage: 'edition publish ID',
  does: '決裁された版を公表する',
  async run({ io, args: [id] }, { ctx, origin, filesDir }) {
    if (!id) throw new WrongUsage('ID がありません')
    await publish(ctx, id, houseOf(origin, localFiles(filesDir)))
    io.out(`${id}\n`)
    return done
  },
}

/** ケーブルテレビの画面 3枚目 */
const named = (form: KeptName): string => {
  const slide = /^slide-(\d+)\.png$/.exec(form)?.[1]
  if (slide) return `ケーブルテレビの画面 ${Number(slide)}枚目(PNG)`
  return isPiece(form) ? '載せた写真' : ja.forms[form]
}

export const editionVerify: Command = {
  usage: 'edition verify FILE',
  does: 'そのファイルが公表された版かどうかを確かめる(PDF、PNG、ZIP、CSV、JSONなど)',
  async run({ io, args: [file] }, { ctx }) {
    if (!file) throw new WrongUsage('FILE がありません')
    const known = await verify(ctx.db, new Uint8Array(await readFile(resolve(io.cwd, file))))
    if (!known) {
      io.err('公表された版ではありません。1字でも違えば、こうなります。\n')
      return refused
    }
    const { edition, form, correction } = known
    const what = form === 'record' ? ja.forms['data.json'] : named(form)
    io.out(`公表された版です: ${called(edition.fiscalYear, edition.number)} ${what}\n`)
    io.out(`${edition.id} ${edition.publishedAt.toISOString()} ${edition.hash}\n`)
    if (correction) io.out(`${ja.corrected(correction.number)}\n`)
    return done
  },
}
