import { describe, expect, test } from 'vitest'
import { contextOf } from '#testing/browser.ts'
import { emptyDatabase, testDatabase } from '#testing/database.ts'
import { at, exported, verified, write } from '#testing/ledger.ts'
import { people } from '#testing/people.ts'
import { consistencyAt, growTree, rootAt, treeSize } from './ledger-tree.ts'
import { canonical } from './ledger-tree-entry.ts'
import { headsOf, publishHead } from './ledger-tree-heads.ts'
import { fromHex, provesConsistency, toHex } from './merkle.ts'
import { must } from './must.ts'
import type { Database } from './pool.ts'

/** Three days with a head each; empty before. */
async function city(): Promise<Database> {
  const database = await testDatabase()
  await emptyDatabase(database)
  for (const day of [1, 2, 3]) {
    await write(database, day, 4)
    await publishHead(database.db, contextOf(database.db, people.author, at(day)))
  }
  await growTree(database.db)
  return database
}

/** What only someone can do who has the whole machine: past the triggers. */
async function tamper({ pool }: Database, sql: string) {
  await pool.query(`begin; set local session_replication_role = replica; ${sql}; commit`)
}

test('equal things have one text, whatever the order in which they were written', () => {
  expect(canonical({ b: [1, { d: null, c: 'あ\n' }], a: -0.5 })).toBe(
    '{"a":-0.5,"b":[1,{"c":"あ\\n","d":null}]}',
  )
})

test('the tree grows in the order of the ledger, skips what never was, and says the same root anew', async () => {
  const database = await city()
  const { db } = database
  const ctx = contextOf(db, people.author, at(4))
  await expect(
    ctx.record(async () => {
      throw new Error('stopped')
    }),
  ).rejects.toThrow()
  await write(database, 4, 5)
  expect((await growTree(db, { batch: 2 })).added).toBe(5)
  expect((await growTree(db)).added).toBe(0)
  const size = await treeSize(db)
  expect(size).toBe(3 * 5 + 5)
  const root = toHex(await rootAt(db, size))
  await tamper(database, 'delete from ledger_leaf; delete from ledger_node')
  await growTree(db)
  expect(toHex(await rootAt(db, size))).toBe(root)
})

test('there is one head a day, and it is itself an entry that the next head covers', async () => {
  const { db } = await city()
  const ctx = contextOf(db, people.author, at(3))
  const [newest, before] = await headsOf(db, { limit: 5 })
  expect(newest).toMatchObject({ day: '2013-04-03', size: 14 })
  expect(before).toMatchObject({ day: '2013-04-02', size: 9 })
  expect(await publishHead(db, ctx)).toEqual({ head: newest, isNew: false })
  const facts = await db
    .selectFrom('ledger')
    .select(['subject_id', 'detail'])
    .where('fact', '=', 'ledger.head-published')
    .orderBy('seq', 'desc')
    .execute()
  expect(facts[0]).toEqual({
    subject_id: '2013-04-03',
    detail: { size: 14, root: newest?.root },
  })
  expect(facts).toHaveLength(3)
})

test.each(['ledger_leaf', 'ledger_node', 'ledger_head'])('%s refuses change', async (table) => {
  const { pool } = await city()
  const said = new RegExp(`the ${table} refuses`)
  await expect(
    pool.query(
      `update ${table} set hash = hash`.replace(
        'hash = hash',
        table === 'ledger_head' ? 'size = 0' : 'position = 9',
      ),
    ),
  ).rejects.toThrow(said)
  await expect(pool.query(`delete from ${table}`)).rejects.toThrow(said)
  await expect(pool.query(`truncate ${table}`)).rejects.toThrow(said)
})

test('an old head is proven to be the beginning of today', async () => {
  const { db } = await city()
  const size = await treeSize(db)
  const root = await rootAt(db, size)
  for (const head of await headsOf(db, { limit: 5 })) {
    const proof = await consistencyAt(db, head.size, size)
    const oldRoot = must(fromHex(head.root), 'hex')
    expect(provesConsistency(proof, { old: head.size, size, oldRoot, root })).toBe(true)
  }
})

describe('an export', () => {
  test('of everything fits, and fits every head that was published', async () => {
    const database = await city()
    const text = await exported(database)
    const found = await verified(text)
    expect(found).toMatchObject({ ok: true, entries: 15, misfits: [] })
    expect(found.header?.heads.map(({ day }) => day)).toEqual([
      '2013-04-03',
      '2013-04-02',
      '2013-04-01',
    ])
    for (const { root } of await headsOf(database.db, { limit: 5 }))
      expect((await verified(text, root)).ok).toBe(true)
    expect(await verified(text, 'ab'.repeat(32))).toMatchObject({
      ok: false,
      misfits: [{ what: 'unknown-head' }],
    })
  })

  test('of one day brings what it needs to be checked alone', async () => {
    const database = await city()
    const text = await exported(database, { from: '2013-04-02', until: '2013-04-02' })
    expect(text.trim().split('\n')).toHaveLength(6)
    const found = await verified(text)
    expect(found).toMatchObject({ ok: true, entries: 5 })
    expect(found.header).toMatchObject({ first: 5, count: 5, size: 15 })
  })

  test('of a day without entries is a file without entries, and of a city without any too', async () => {
    const database = await city()
    const none = await exported(database, { from: '2012-01-01', until: '2012-01-02' })
    expect(await verified(none)).toMatchObject({ ok: true, entries: 0 })
    await emptyDatabase(database)
    expect(await verified(await exported(database))).toMatchObject({ ok: true, entries: 0 })
  })

  test('of which any one letter was changed is found out', async () => {
    const text = await exported(await city(), { from: '2013-04-02' })
    for (let i = 0; i < text.length; i += 7) {
      if (text[i] === '\n') continue
      const other = text[i] === '0' ? '1' : '0'
      const changed = `${text.slice(0, i)}${other}${text.slice(i + 1)}`
      const found = await verified(changed)
      expect({ i, ok: found.ok }).toEqual({ i, ok: false })
      const line = text.slice(0, i).split('\n').length
      expect(found.misfits[0]).toMatchObject({ line })
    }
  })

  test('from which lines were taken, or into which they were put, or in another order, is found out', async () => {
    const lines = (await exported(await city())).trim().split('\n')
    const whats = async (changed: readonly (string | undefined)[]) =>
      (await verified(changed.join('\n'))).misfits.map(({ what }) => what)
    for (let i = 1; i < lines.length; i++) {
      expect((await whats(lines.toSpliced(i, 1)))[0]).toBe('missing')
      expect((await whats(lines.toSpliced(i, 0, lines[i] ?? '')))[0]).toBe('order')
      if (i + 1 < lines.length)
        expect(
          await whats(lines.with(i, lines[i + 1] ?? '').with(i + 1, lines[i] ?? '')),
        ).toContain('order')
    }
    expect(await whats(lines.slice(1))).toEqual(['unreadable'])
    expect(await whats(['{"format":"other"}'])).toEqual(['unreadable'])
    expect(await whats([])).toEqual(['unreadable'])
  })
})

describe('someone who has the whole machine', () => {
  const past = [
    ['changes a text', "update ledger set basis = '別の要綱' where seq = 7", 'changed', 7],
    [
      'changes a moment by a microsecond',
      "update ledger set at = at + interval '1 microsecond' where seq = 2",
      'changed',
      2,
    ],
    ['changes who', "update ledger set actor_id = 'per_other' where seq = 1", 'changed', 1],
    [
      'changes a detail',
      `update ledger set detail = '{"b": 0, "a": "い"}' where seq = 3`,
      'changed',
      3,
    ],
    ['takes one out', 'delete from ledger where seq = 9', 'removed', 9],
    [
      'swaps two',
      `create temp table two on commit drop as select * from ledger where seq in (3, 4);
        delete from ledger where seq in (3, 4); insert into ledger overriding system value
        select 7 - seq, at, actor_id, request_id, fact, subject_id, basis, detail from two`,
      'changed',
      3,
    ],
    ['changes a leaf', "update ledger_leaf set hash = sha256('x') where seq = 5", 'changed', 5],
  ] as const

  test.each(past)('%s: the export names it', async (_what, sql, what, seq) => {
    const database = await city()
    await tamper(database, sql)
    const { ok, misfits } = await verified(await exported(database))
    expect({ ok, first: misfits[0] }).toMatchObject({ ok: false, first: { what, seq } })
  })

  test('puts one in between: the export names it', async () => {
    const database = await city()
    // A change that was given up has left a number free.
    await database.pool.query("select nextval('ledger_seq_seq')")
    await write(database, 4, 2)
    await growTree(database.db)
    await tamper(
      database,
      `insert into ledger overriding system value
        select 16, at, actor_id, request_id, fact, subject_id, basis, detail from ledger where seq = 8`,
    )
    const { misfits } = await verified(await exported(database))
    expect(misfits[0]).toMatchObject({ what: 'inserted', seq: 16 })
  })

  test('changes a head: the proof no longer fits', async () => {
    const database = await city()
    await tamper(database, "update ledger_head set root = sha256('x') where day = '2013-04-02'")
    const { misfits } = await verified(await exported(database))
    expect(misfits).toEqual([{ what: 'head', day: '2013-04-02' }])
  })

  test('makes the whole tree and all heads anew: whoever kept an old root finds it out', async () => {
    const database = await city()
    const { db } = database
    const kept = must((await headsOf(db, { limit: 5 }))[1], 'a head')
    await tamper(
      database,
      `update ledger set basis = '別の要綱' where seq = 2;
        delete from ledger_leaf; delete from ledger_node; delete from ledger_head`,
    )
    await growTree(db)
    for (const day of [1, 2, 3]) {
      const ctx = contextOf(db, people.author, at(day))
      await publishHead(db, ctx)
    }
    const text = await exported(database)
    expect((await verified(text)).ok).toBe(true)
    expect(await verified(text, kept.root)).toMatchObject({
      ok: false,
      misfits: [{ what: 'unknown-head' }],
    })
  })
})
