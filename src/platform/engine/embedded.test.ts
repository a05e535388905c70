import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { emptyTemplate } from '#testing/database.ts'
import { type Embedded, openEmbedded } from './embedded.ts'

let template: Uint8Array
/** One engine in memory for all who leave it as it was. */
let common: Embedded
const folders: string[] = []
const open: Embedded[] = []

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'tomoni-engine-'))
  folders.push(made)
  return join(made, 'db')
}
const opened = async (options: Parameters<typeof openEmbedded>[0]) => {
  const engine = await openEmbedded({ template, ...options })
  open.push(engine)
  return engine
}

beforeAll(async () => {
  template = await emptyTemplate()
  common = await openEmbedded({ dir: null, template })
})
afterAll(() => common.close())

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

test('what is written is there after the next start, in code point order, with letters known', async () => {
  const dir = folder()
  const first = await opened({ dir })
  await first.pool.query('create table row (n int, word text)')
  await first.pool.query("insert into row values (1, 'b'), (2, 'あ'), (3, 'B'), (4, 'É')")
  await first.close()
  const { pool } = await opened({ dir })
  const { rows } = await pool.query('select lower(word) as word from row order by row.word')
  expect(rows.map((r) => r.word)).toEqual(['b', 'b', 'é', 'あ'])
})

test('columns come back as what they are', async () => {
  const { pool } = common
  const { rows } = await pool.query(`select 9007199254740991::int8 as big, 1.25::numeric as part,
    '2012-04-01'::date as day, '{2012-04-01}'::date[] as days, '{1,null}'::int8[] as bigs,
    '2012-04-01T00:00:00Z'::timestamptz as moment, '{"a":1}'::jsonb as json`)
  expect(rows[0]).toEqual({
    big: 9007199254740991,
    part: 1.25,
    day: '2012-04-01',
    days: ['2012-04-01'],
    bigs: [1, null],
    moment: new Date('2012-04-01T00:00:00Z'),
    json: { a: 1 },
  })
  await expect(pool.query('select 9007199254740993::int8')).rejects.toThrow('too large')
})

test('an answer of many megabytes arrives whole', async () => {
  const { pool } = common
  const { rows } = await pool.query("select repeat('共', 1000) as t from generate_series(1, 5000)")
  expect(rows.length).toBe(5000)
  expect(rows.every((r) => r.t.length === 1000)).toBe(true)
})

test('a failed statement is told to its caller, and the next one works', async () => {
  const { pool } = common
  await expect(pool.query('select nonsense where $1', [1])).rejects.toThrow()
  await expect(pool.query('select $1::int as n', ['x'])).rejects.toMatchObject({ code: '22P02' })
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
})

test('a client that leaves in the middle of a transaction leaves nothing behind', async () => {
  const { pool } = common
  await pool.query('create table row (n int)')
  const client = await pool.connect()
  await client.query('begin')
  await client.query('insert into row values (1)')
  await client.query("set search_path = 'nowhere'")
  client.release(true)
  expect((await pool.query('select count(*) as n from row')).rows).toEqual([{ n: 0 }])
})

test('a query does not stop the clock of the server', async () => {
  const { pool } = common
  let ticks = 0
  const clock = setInterval(() => ticks++, 5)
  const begun = performance.now()
  await pool.query('select sum(n) from generate_series(1, 2500000) as n')
  clearInterval(clock)
  const possible = (performance.now() - begun) / 5
  expect(possible).toBeGreaterThan(40)
  expect(ticks).toBeGreaterThan(possible / 4)
})

test('a query without end is stopped, nothing is lost, and those who waited are served', async () => {
  const { pool } = await opened({ dir: folder(), queryTimeoutMs: 700 })
  await pool.query('create table row (n int)')
  await pool.query('insert into row values (1)')
  const client = await pool.connect()
  await client.query('begin')
  await client.query('insert into row values (2)')
  const endless = client.query('do $$ begin loop end loop; end $$')
  const after = pool.query('select n from row')
  await expect(endless).rejects.toMatchObject({ name: 'QueryTooLong' })
  client.release()
  expect((await after).rows).toEqual([{ n: 1 }])
  await pool.query('insert into row values (3)')
  expect((await pool.query('select n from row')).rows).toEqual([{ n: 1 }, { n: 3 }])
})

test('an engine in memory does not come back empty as if nothing had been', async () => {
  const { pool } = await opened({ dir: null, queryTimeoutMs: 500 })
  await expect(pool.query('do $$ begin loop end loop; end $$')).rejects.toThrow('500 ms')
  await expect(pool.query('select 1')).rejects.toMatchObject({ name: 'EngineStopped' })
})

test('a folder of another version, or of something else, is refused and left alone', async () => {
  const dir = folder()
  mkdirSync(dir)
  writeFileSync(join(dir, 'PG_VERSION'), '17\n')
  await expect(opened({ dir })).rejects.toMatchObject({ name: 'WrongDatabaseFolder' })
  expect(readFileSync(join(dir, 'PG_VERSION'), 'utf8')).toBe('17\n')

  const other = folder()
  mkdirSync(other)
  writeFileSync(join(other, 'letters.txt'), '拝啓')
  await expect(opened({ dir: other })).rejects.toThrow('holds no database')
  expect(readFileSync(join(other, 'letters.txt'), 'utf8')).toBe('拝啓')
})

test('a dump opens as a database of its own', async () => {
  const first = await opened({ dir: folder() })
  await first.pool.query("create table row as select '共に' as word")
  const copy = await opened({ dir: null, template: await first.dump() })
  expect((await copy.pool.query('select word from row')).rows).toEqual([{ word: '共に' }])
})
