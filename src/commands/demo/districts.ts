import { add } from '#domains/districts/actions.ts'
import type { Ctx } from '#platform/context.ts'

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

export async function districtDemo(ctx: Ctx): Promise<void> {
  for (const [name, reading, en, ko] of six)
    await add(ctx, { name, reading, en, ko, from: founded })
}
