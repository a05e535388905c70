import { mkdtempSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { must } from '#platform/must.ts'
import type { Browser } from '#testing/browser.ts'
import { ledgerExport, ledgerHead, ledgerVerify } from '../src/commands/ledger.ts'
import { demoCity } from './support/city.ts'
import { tomoni, tomoniAlone } from './support/command.ts'

/** What an auditor does with a file and a published head, on a machine that knows nothing of the city. */
const folder = mkdtempSync(join(tmpdir(), 'tomoni-ledger-file-'))
let site: Browser
let lines: readonly string[] = []
let root = ''
beforeAll(async () => {
  site = await demoCity()
  const head = await tomoni(site, ledgerHead, folder, [], { publish: true })
  root = must(/\t([0-9a-f]{64})\n/.exec(head.out)?.[1], 'the newest head')
  await tomoni(site, ledgerExport, folder, [], { output: 'whole.jsonl' })
  lines = (await readFile(join(folder, 'whole.jsonl'), 'utf8')).trimEnd().split('\n')
})

const verify = async (changed: readonly string[], flags: Readonly<Record<string, string>> = {}) => {
  await writeFile(join(folder, 'brought.jsonl'), `${changed.join('\n')}\n`)
  return tomoniAlone(ledgerVerify, folder, ['brought.jsonl'], flags)
}
const at = (place: number): string => must(lines.at(place), 'a line')
const seqOf = (line: string) => must(/"seq":(\d+)\}$/.exec(line)?.[1], 'a number')
const middle = () => Math.floor(lines.length / 2)

describe('the file that the city gave out', () => {
  test('fits, alone and against the head that everybody can read', async () => {
    expect(lines.length).toBeGreaterThan(100)
    expect((await verify(lines)).code).toBe(0)
    const found = await verify(lines, { head: root })
    expect([found.code, found.err]).toEqual([0, ''])
    expect(found.out).toContain(`${lines.length - 1}件、改変なし`)
    expect(found.out).not.toContain('--head に64桁を書いてください')
  })

  test('read by nobody but its owner', async () => {
    const { statSync } = await import('node:fs')
    expect(statSync(join(folder, 'whole.jsonl')).mode & 0o077).toBe(0)
  })
})

describe('the file in which somebody', () => {
  test('changed one byte: the line and the entry are named, wherever in it the byte was', async () => {
    const place = middle()
    const line = at(place)
    for (const from of [...line].flatMap((sign, i) =>
      /[a-z]/.test(sign) && i % 9 === 0 ? [i] : [],
    )) {
      const other = line[from] === 'x' ? 'y' : 'x'
      const changed = `${line.slice(0, from)}${other}${line.slice(from + 1)}`
      const found = await verify(lines.with(place, changed))
      expect(found.code).toBe(1)
      expect(found.out).toBe('')
      expect(found.err).toMatch(new RegExp(`^${place + 1}行目`))
    }
  })

  test('moved a line: both places are named', async () => {
    const place = middle()
    const moved = lines.toSpliced(place, 1).toSpliced(place + 3, 0, at(place))
    const found = await verify(moved)
    expect(found.code).toBe(1)
    expect(found.err).toContain(`${place + 1}行目`)
    expect(found.err).toContain('この前にあるはずの記録がありません')
    expect(found.err).toContain(`${place + 4}行目 記録 ${seqOf(at(place))} (seq): 並びが違います`)
  })

  test('removed the last line, the first, or one between: that it is missing is said', async () => {
    for (const place of [lines.length - 1, 1, middle()]) {
      const found = await verify(lines.toSpliced(place, 1))
      expect([found.code, found.out]).toEqual([1, ''])
      expect(found.err).toContain('この前にあるはずの記録がありません')
      expect(found.err).toContain(`${Math.min(place + 1, lines.length)}行目`)
    }
  })

  test('put the same line in twice', async () => {
    const found = await verify(lines.toSpliced(middle(), 0, at(middle())))
    expect(found.code).toBe(1)
    expect(found.err).toContain('並びが違います')
  })

  test('wrote a second head in, of their own: the first line no longer fits itself', async () => {
    const header = JSON.parse(at(0)) as { heads: { root: string }[] }
    const second = { ...must(header.heads[0], 'a head'), root: 'ab'.repeat(32) }
    for (const heads of [[second], [...header.heads, second], [second, ...header.heads]]) {
      const found = await verify(lines.with(0, JSON.stringify({ ...header, heads })))
      expect([found.code, found.out]).toEqual([1, ''])
      expect(found.err).toContain('1行目')
    }
  })

  test('made another whole file that fits itself: the published head tells them apart', async () => {
    const since = await site.db
      .selectFrom('ledger')
      .select('seq')
      .orderBy('seq')
      .executeTakeFirstOrThrow()
    await site.db.transaction().execute(async (tx) => {
      const { sql } = await import('kysely')
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update ledger set basis = '別の要綱' where seq = ${since.seq}`.execute(tx)
      await sql`delete from ledger_leaf`.execute(tx)
      await sql`delete from ledger_node`.execute(tx)
      await sql`delete from ledger_head`.execute(tx)
    })
    await tomoni(site, ledgerHead, folder, [], { publish: true })
    await tomoni(site, ledgerExport, folder, [], { output: 'forged.jsonl' })
    const forged = (await readFile(join(folder, 'forged.jsonl'), 'utf8')).trimEnd().split('\n')
    expect((await verify(forged)).code).toBe(0)
    const found = await verify(forged, { head: root })
    expect(found.code).toBe(1)
    expect(found.err).toContain('どの見出しとも違います')
  })

  test('is no such file at all', async () => {
    for (const text of ['', '{}', 'PK\u0003\u0004', '[]', '\u0000'.repeat(1000)]) {
      const found = await verify([text])
      expect([found.code, found.out]).toEqual([1, ''])
      expect(found.err).toContain('台帳を書き出した行として読めません')
    }
  })
})
