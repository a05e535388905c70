import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { commandLine } from '#domains/staff/roles.ts'
import { ledger } from '#platform/ledger.ts'
import { openDatabase } from '#platform/pool.ts'

/**
 * The program that journeys/crash.test.ts kills. It says what it finds on opening, then writes without
 * pause, naming each row once the database has promised to keep it.
 */
const [, , dataDir = '', template = ''] = process.argv
const say = (line: string) => process.stdout.write(`${line}\n`)

const { db } = await openDatabase({ dataDir, template: readFileSync(template) })
await sql`create table if not exists crash_row (n integer primary key, word text not null);
  create index if not exists crash_row_word on crash_row (word)`.execute(db)

/** The same question by the table and by each index; a torn index would answer differently. */
async function found(setting: string): Promise<string> {
  return db.connection().execute(async (one) => {
    await sql.raw(`set ${setting}; set enable_bitmapscan = off`).execute(one)
    const { rows } = await sql<{ answer: string }>`select (
        select coalesce(string_agg(n::text || word, ',' order by n), '') from crash_row where n >= 0
      ) || '/' || (select count(*) from crash_row where word >= '') || '/' || (
        select coalesce(string_agg(subject_id, ',' order by seq), '') from ledger
        where subject_id >= '' and seq >= 0
      ) as answer`.execute(one)
    await sql.raw('reset all').execute(one)
    return rows[0]?.answer ?? ''
  })
}

const byTable = await found('enable_indexscan = off; set enable_indexonlyscan = off')
const byIndex = await found('enable_seqscan = off')
const { rows } = await sql<{ rows: number[]; facts: number[] }>`select
  array(select n from crash_row order by n) as rows,
  array(select substr(subject_id, 4)::int from ledger order by 1) as facts`.execute(db)
say(JSON.stringify({ sound: byTable === byIndex, rows: rows[0]?.rows, facts: rows[0]?.facts }))

const record = ledger(db, { actor: commandLine, now: new Date(), requestId: 'crash' })
let next = (rows[0]?.rows.at(-1) ?? 0) + 1
for (;;) {
  const n = next++
  await record(async (tx) => {
    await sql`insert into crash_row values (${n}, ${`w${n}`.repeat(20)})`.execute(tx)
    return [n, { fact: 'row.written', subject: `row${n}`, basis: '第1条' }]
  })
  say(`wrote ${n}`)
}
