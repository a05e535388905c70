import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { takeIn, takeInMap } from '#domains/districts/actions.ts'
import { rowsIn } from '#domains/districts/files.ts'
import { ja } from '#domains/districts/messages/desk.ts'
import { ja as mapWords } from '#domains/districts/messages/map.ts'
import { becameBy, districtsOn } from '#domains/districts/rules/districts.ts'
import { readMap, writeMap } from '#domains/districts/rules/geojson.ts'
import { readList } from '#domains/districts/rules/list.ts'
import { districts } from '#domains/districts/store/districts.ts'
import { cityMap } from '#domains/districts/store/map.ts'
import { localDate } from '#platform/calendar.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

export const districtList: Command = {
  usage: 'district list [--all] [--json]',
  does: '地区の一覧。--all: 前の名前となくなった地区も',
  options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    const known = await districts(ctx.db)
    const list = flags.all ? known : districtsOn(known, localDate(ctx.now))
    if (flags.json) io.out(`${JSON.stringify(list, null, 2)}\n`)
    else
      for (const { id, name, reading, from, to } of list)
        io.out(`${[id, name, reading, from, to ?? ''].join('\t').trimEnd()}\n`)
    return done
  },
}

export const districtImport: Command = {
  usage: 'district import FILE.csv|FILE.xlsx',
  does: '地区を読み込む。新しい地区は今日から。ファイルにない地区は残る',
  async run({ io, args: [file] }, { ctx }) {
    if (!file) throw new WrongUsage('FILE がありません')
    const rows = await rowsIn(new Uint8Array(await readFile(resolve(io.cwd, file))))
    if (!rows) {
      io.err(`${ja.unreadable}\n`)
      return refused
    }
    const { entries, faults } = readList(rows)
    for (const { line, fault, found } of faults)
      io.err(`${ja.faultAt(line, (ja.faults[fault] as (f: string) => string)(found))}\n`)
    if (faults.length) return refused
    const { added, changed, same } = await takeIn(ctx, entries)
    io.out(`足した ${added}、直した ${changed}、同じ ${same}\n`)
    return done
  },
}

export const districtMap: Command = {
  usage: 'district map [FILE.geojson]',
  does: '市の地図を読み込む。FILE がないときは、今の地図を書き出す',
  async run({ io, args: [file] }, { ctx }) {
    const known = await districts(ctx.db)
    const today = localDate(ctx.now)
    if (!file) {
      const map = await cityMap(ctx.db)
      if (!map) {
        io.err(`${mapWords.none}\n`)
        return refused
      }
      const nameOf = (id: string) => becameBy(known, id, today)?.name ?? id
      io.out(`${JSON.stringify(writeMap(map, nameOf))}\n`)
      return done
    }
    const text = await readFile(resolve(io.cwd, file), 'utf8')
    const { map, faults } = readMap(text, districtsOn(known, today))
    for (const fault of faults) io.err(`${mapWords.faultAt(fault)}\n`)
    if (!map) return refused
    await takeInMap(ctx, map)
    io.out(`${mapWords.holds(map)}\n`)
    return done
  },
}
