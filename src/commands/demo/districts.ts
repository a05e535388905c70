import { add, takeInMap } from '#domains/districts/actions.ts'
import { districtsOn } from '#domains/districts/rules/districts.ts'
import { readMap } from '#domains/districts/rules/geojson.ts'
import { districts } from '#domains/districts/store/districts.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { must } from '#platform/must.ts'

/** 対馬市: the six towns that became one city on that day. */
const founded = '2004-03-01'
const six = [
  ['厳原', 'いづはら', 'Izuhara', '이즈하라'],
  ['美津島', 'みつしま', 'Mitsushima', '미쓰시마'],
  ['豊玉', 'とよたま', 'Toyotama', '도요타마'],
  ['峰', 'みね', 'Mine', '미네'],
  ['上県', 'かみあがた', 'Kamiagata', '가미아가타'],
  ['上対馬', 'かみつしま', 'Kamitsushima', '가미쓰시마'],
] as const

export async function districtDemo(ctx: Ctx, map: string): Promise<void> {
  for (const [name, reading, en, ko] of six)
    await add(ctx, { name, reading, en, ko, from: founded })
  const known = districtsOn(await districts(ctx.db), localDate(ctx.now))
  const read = readMap(map, known)
  await takeInMap(ctx, must(read.map, `a map without ${read.faults[0]?.fault}`))
}
