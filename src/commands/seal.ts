import { countOld, rotate, sealOpen, verifySeals } from '#platform/rotation.ts'
import { sealedColumns } from '../sealed.ts'
import { type Command, done, refused } from './command.ts'

const brokenIn = (ids: readonly string[]) =>
  `開けない ${ids.length}件${ids.length ? `: ${ids.join(' ')}` : ''}`

export const sealRotate: Command = {
  usage: 'seal rotate [--dry-run]',
  does: '個人情報を、いちばん新しい鍵で封じ直す(止めても続きから。--dry-run は数えるだけ)',
  options: { 'dry-run': { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    for (const [name, old] of await countOld(ctx, sealedColumns))
      io.out(`${name}\t古い鍵 ${old}件\n`)
    if (flags['dry-run']) return done
    const open = await sealOpen(ctx, sealedColumns)
    if (open) io.out(`封のなかった文を封じた ${open}件\n`)
    let ok = true
    for (const [name, { count, broken }] of await rotate(ctx, sealedColumns)) {
      io.out(`${name}\t封じ直した ${count}件\n`)
      if (broken.length) io.err(`${name}\t${brokenIn(broken)}\n`)
      ok &&= !broken.length
    }
    return ok ? done : refused
  },
}

export const sealVerify: Command = {
  usage: 'seal verify',
  does: '封じた個人情報がすべて開けるか、古い鍵が残っていないかを確かめる',
  async run({ io }, { ctx }) {
    const found = await verifySeals(ctx, sealedColumns)
    for (const { name, all, old, broken } of found)
      io.out(`${name}\t${all}件\t古い鍵 ${old}件\t${brokenIn(broken)}\n`)
    return found.some(({ broken }) => broken.length > 0) ? refused : done
  },
}
