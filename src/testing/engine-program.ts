import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { openEmbedded } from '#platform/engine/embedded.ts'

/** A program with a database of its own, for tests that count its syncs or kill it. */
const [, , task = '', dir = ''] = process.argv
const { SYNCS = '', SYNC_FAILS = '', TEMPLATE } = process.env

const say = (line: string) => process.stdout.write(`${line}\n`)
const attempt = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  )

const template = TEMPLATE ? readFileSync(TEMPLATE) : undefined
const { pool, close } = await openEmbedded({ dir, template })
say('open')

if (task === 'count') {
  await pool.query('create table row (n int)')
  const before = statSync(SYNCS).size
  for (let n = 0; n < 200; n++) await pool.query('insert into row values ($1)', [n])
  say(`syncs ${statSync(SYNCS).size - before}`)
  await close()
}

if (task === 'fail') {
  await pool.query('create table row (n int)')
  say(await attempt(pool.query('insert into row values (1)')))
  writeFileSync(SYNC_FAILS, '')
  say(await attempt(pool.query('insert into row values (2)')))
  say(await attempt(pool.query('select 1')))
  await close()
}

if (task === 'hold') setInterval(() => {}, 1000)
