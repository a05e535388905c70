import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { afterAll, describe, expect, inject, test } from 'vitest'

/** Starts from the migrated template; the data folder itself is one and the same throughout. */
const template = inject('testDatabases').migrated
const rounds = Number(process.env.TOMONI_CRASH_ROUNDS ?? 30)
const dataDir = mkdtempSync(join(tmpdir(), 'tomoni-crash-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Found {
  readonly sound: boolean
  readonly rows: readonly number[]
  readonly facts: readonly number[]
}

/**
 * Opens the folder in a process of its own, which says what it finds and then writes. Killed so many
 * milliseconds after its first row, or, on some rounds, while it still opens.
 */
async function round(kill: { readonly afterRow?: number; readonly afterStart?: number }) {
  const child = spawn(process.execPath, ['journeys/crash/writer.ts', dataDir, template], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => child.kill('SIGKILL')
  const wrote: number[] = []
  let found: Found | undefined
  if (kill.afterStart) setTimeout(end, kill.afterStart)
  for await (const line of createInterface({ input: child.stdout })) {
    const [, n] = /^wrote (\d+)$/.exec(line) ?? []
    if (n) {
      if (wrote.length === 0 && kill.afterRow !== undefined) setTimeout(end, kill.afterRow)
      wrote.push(Number(n))
    } else found = JSON.parse(line)
  }
  return { wrote, found }
}

describe(`kill -9 while writing, ${rounds} rounds on one folder`, () => {
  const acknowledged = new Set<number>()

  const agrees = (found: Found) => {
    expect(found.sound).toBe(true)
    expect(found.facts).toEqual(found.rows)
    const rows = new Set(found.rows)
    expect([...acknowledged].filter((n) => !rows.has(n))).toEqual([])
    // A write that was cut off may have been kept: whole, and from then on for good.
    for (const n of found.rows) acknowledged.add(n)
  }

  test('no row that was promised is lost, and the ledger agrees with the rows', async () => {
    let killedInWriting = 0
    for (let n = 0; n < rounds; n++) {
      // Opening takes about a second; every fifth kill falls into it.
      const { wrote, found } = await round(
        n > 0 && n % 5 === 0
          ? { afterStart: 200 + Math.random() * 900 }
          : { afterRow: Math.random() * 500 },
      )
      if (found) agrees(found)
      for (const row of wrote) acknowledged.add(row)
      if (wrote.length > 0) killedInWriting++
    }
    expect(killedInWriting).toBeGreaterThanOrEqual(Math.floor(rounds / 2))
    expect(acknowledged.size).toBeGreaterThan(rounds)
    process.stderr.write(
      `${acknowledged.size} rows promised, ${killedInWriting} kills in writing\n`,
    )
  }, 300_000)

  test('after the last kill everything is there, and every index holds every row', async () => {
    const { found } = await round({ afterRow: 0 })
    expect(found).toBeDefined()
    if (found) agrees(found)
    const engine = await PGlite.create({ dataDir: join(dataDir, 'db'), extensions: { amcheck } })
    await engine.exec('create extension if not exists amcheck')
    const { rows } = await engine.query<{ name: string }>(
      `select c.relname as name, bt_index_check(c.oid, heapallindexed => true)
      from pg_class c join pg_am a on a.oid = c.relam and a.amname = 'btree'
      where c.relkind = 'i' and c.relpersistence = 'p'`,
    )
    expect(rows.map((r) => r.name)).toEqual(
      expect.arrayContaining(['crash_row_pkey', 'crash_row_word', 'ledger_pkey', 'ledger_subject']),
    )
    await engine.close()
  })
})
