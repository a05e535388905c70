import { createReadStream, createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { termsOn } from '#domains/audit/store.ts'
import { growTree, rootAt } from '#platform/ledger-tree.ts'
import { exportLines } from '#platform/ledger-tree-file.ts'
import { type Head, headsOf, publishHead } from '#platform/ledger-tree-heads.ts'
import { linesOf, type Misfit, verifyLedger } from '#platform/ledger-tree-verify.ts'
import { toHex } from '#platform/merkle.ts'
import { carryOut, dueOf } from '#platform/retention.ts'
import { siteProfile } from '#platform/site.ts'
import { retentions } from '../retentions.ts'
import { type Call, type Command, done, type FileCommand, refused, WrongUsage } from './command.ts'

const said = ({ day, size, root }: Head) => `${day}\t${size}\t${root}\n`

export const ledgerHead: Command = {
  usage: 'ledger head [--publish] [--json]',
  does: '台帳の木をのばし、いまの根と公表した見出しを見せる(--publish で今日の見出しを公表する)',
  options: { publish: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ io, flags }, { database, ctx }) {
    const published = flags.publish ? await publishHead(database.db, ctx) : undefined
    const { size } = await growTree(database.db)
    const root = toHex(await rootAt(database.db, size))
    const heads = await headsOf(database.db, { limit: 30 })
    if (flags.json) {
      io.out(`${JSON.stringify({ size, root, published: published?.isNew ?? false, heads })}\n`)
      return done
    }
    if (published)
      io.out(
        published.isNew
          ? `${published.head.day} の見出しを公表しました。\n`
          : `${published.head.day} の見出しは、もう公表してあります。\n`,
      )
    io.out(`いま ${size}件、根 ${root}\n`)
    io.out(heads.length ? heads.map(said).join('') : '公表した見出しはまだありません。\n')
    return done
  },
}

export const ledgerExport: Command = {
  usage: 'ledger export [--from 2013-04-01] [--until 2014-03-31] -o FILE',
  does: '台帳を、データベースなしに確かめられる形(JSON Lines)で書き出す',
  options: {
    from: { type: 'string' },
    until: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run({ io, flags }, { database, ctx }) {
    const from = dayIn(flags, 'from')
    const until = dayIn(flags, 'until')
    if (typeof flags.output !== 'string') throw new WrongUsage('-o FILE がありません')
    const path = resolve(io.cwd, flags.output)
    await growTree(database.db)
    const { code, name } = await siteProfile(ctx.db)
    const origin = `${code} ${name.ja}`.trim()
    const lines = exportLines(ctx.db, { origin, from, until })
    // Everything that happened in the city hall: for the owner of the file alone.
    await pipeline(Readable.from(lines), createWriteStream(path, { mode: 0o600 }))
    io.out(`${path}\n`)
    return done
  },
}

function dayIn(flags: Call['flags'], name: string): string | undefined {
  const day = flags[name]
  if (day === undefined) return undefined
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(+at) || at.toISOString().slice(0, 10) !== day)
    throw new WrongUsage(`--${name} は 2013-04-01 の形の、ある日付にしてください`)
  return day
}

const inWords: Readonly<Record<Misfit['what'], string>> = {
  unreadable: '台帳を書き出した行として読めません',
  changed: '内容が変わっています',
  removed: '台帳から消されています',
  inserted: 'あとから差し込まれています',
  order: '並びが違います',
  missing: 'この前にあるはずの記録がありません',
  root: '記録は読めますが、木の根と合いません',
  head: 'この日に公表した見出しと合いません',
  'unknown-head': '示された見出しは、このファイルのどの見出しとも違います',
}

const where = ({ line, seq, day }: Misfit) =>
  [line === undefined ? '' : `${line}行目`, seq === undefined ? '' : `記録 ${seq} (seq)`, day ?? '']
    .filter(Boolean)
    .join(' ')

export const ledgerVerify: FileCommand = {
  usage: 'ledger verify FILE [--head ROOT] [--json]',
  does: '書き出した台帳に改変がないかを、ファイルだけで確かめる',
  options: { head: { type: 'string' }, json: { type: 'boolean' } },
  async runAlone({ io, args, flags }) {
    const [file] = args
    if (!file) throw new WrongUsage('FILE がありません')
    const head = typeof flags.head === 'string' ? flags.head.trim().toLowerCase() : undefined
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
      throw new WrongUsage('--head は公表された見出し(16進64桁)にしてください')
    const chunks = createReadStream(resolve(io.cwd, file), 'utf8')
    const found = await verifyLedger(linesOf(chunks), head)
    if (flags.json) {
      io.out(`${JSON.stringify(found)}\n`)
      return found.ok ? done : refused
    }
    for (const misfit of found.misfits)
      io.err(`${[where(misfit), inWords[misfit.what]].filter(Boolean).join(': ')}\n`)
    if (!found.ok || !found.header) return refused
    const { origin, size, root, heads } = found.header
    io.out(`${found.entries}件、改変なし\n`)
    io.out(`${origin} 全${size}件の木、根 ${root}\n`)
    for (const { day, size, root } of heads) io.out(`${day} の見出しと合う: ${size}件 ${root}\n`)
    if (!found.againstHead)
      io.out('市が公表した見出しと照らすには、--head に64桁を書いてください。\n')
    return done
  },
}

export const retentionRun: Command = {
  usage: 'retention run [--dry-run] [--json]',
  does: '保存年限の過ぎたものを片づける(--dry-run は見せるだけ)',
  options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ io, flags }, { ctx }) {
    const all = flags['dry-run']
      ? await dueOf(ctx, retentions, termsOn)
      : await carryOut(ctx, retentions, termsOn)
    const lines = all.map(({ retention, kept, before, ids }) => {
      const { name, afterwards } = retention
      return { name, afterwards, ...kept, before: before.toISOString(), count: ids.length }
    })
    if (flags.json) io.out(`${JSON.stringify(lines)}\n`)
    else
      for (const { retention, ids } of all)
        io.out(`${retention.name}\t${ids.length}件\t${retention.said.ja.what}\n`)
    return done
  },
}
