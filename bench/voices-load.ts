import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { deskPoints } from '#domains/voices/store/work.ts'
import { migrate } from '#platform/migrate.ts'
import { must } from '#platform/must.ts'
import { type Database, openDatabase } from '#platform/pool.ts'
import { startPostgres } from '#testing/postgres.ts'
import { createDatabase } from '#testing/setup.ts'
import { load, round } from './load.ts'
import { seedVoices, wholeCity } from './voices.ts'

/**
 * What reading the voices of a city of 3.7 million costs: `node bench/voices-load.ts [shares] [engines]`, shares of
 * ten years (0.01,0.1,1), engines embedded,PostgreSQL. Prints each figure as it is found: p99 and processor time.
 */
const shares = (process.argv[2] ?? '0.01,0.1,1').split(',').map(Number)
const engines = (process.argv[3] ?? 'embedded,PostgreSQL').split(',')

const common = ['直し', 'ごみ', '公園', '月ま', '確か', '港の', '花壇', 'ベン']
/** A question that nobody has asked yet keeps the page cache out. */
const pages: Readonly<Record<string, (n: number) => string>> = {
  'public list': (n) => `/voices?n=${n}`,
  'list of a topic and a section': (n) =>
    `/voices?topic=traffic&section=${encodeURIComponent(`担当${1 + (n % 120)}課`)}&n=${n}`,
  'search for two characters': (n) =>
    `/voices?words=${encodeURIComponent(common[n % 8] ?? '')}&n=${n}`,
  'search in a section': (n) =>
    `/voices?words=${encodeURIComponent(common[n % 8] ?? '')}&section=${encodeURIComponent(`担当${1 + (n % 120)}課`)}&n=${n}`,
  'the page five years back': (n) => `/voices?after=2008-10-01~voi_2008x${n}~vpt_2008x${n}p1`,
  statistics: (n) => `/voices/figures?year=${wholeCity.first + (n % 10)}&n=${n}`,
  'one voice': (n) =>
    `/voices/V2010-${String(1 + (n % 500)).padStart(5, '0')}-${(1 + (n % 500)) % 10}`,
}

async function serve(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, ['dist/cli.js', 'serve'], {
    env: { ...process.env, PORT: '0', NODE_ENV: '', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: must(child.stdout, 'a pipe') }))
    if (line.startsWith('http'))
      return {
        child,
        pid: must(child.pid, 'a pid'),
        base: line.trim().replace('localhost', '127.0.0.1'),
      }
  throw new Error('the server did not start')
}

/** The desk of a section, as its page reads it, without the page. */
async function desk({ db }: Database) {
  const times: number[] = []
  const before = process.cpuUsage()
  for (let n = 0; n < 200; n += 1) {
    const begun = performance.now()
    await deskPoints(db, { reach: [`担当${1 + (n % 120)}課`] }, { by: 'due', limit: 51 })
    times.push(performance.now() - begun)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return { p99: round(times[198] ?? 0), cpu: round((user + system) / 1000 / 200) }
}

const folder = mkdtempSync(join(tmpdir(), 'tomoni-voices-'))
const cluster = await startPostgres()
const results: object[] = []
const say = (engine: string, share: number, page: string, figures: object) => {
  results.push({ engine, share, page, ...figures })
  console.log(`${engine}, ${share * 100} %: ${page}: ${JSON.stringify(figures)}`)
}
try {
  for (const engine of engines)
    for (const share of shares) {
      const dataDir = join(folder, `${engine}-${share}`)
      mkdirSync(dataDir)
      const name = `voices_${share * 100}`
      const databaseUrl = engine === 'PostgreSQL' ? cluster.url(name) : undefined
      if (databaseUrl) await createDatabase(cluster.url('postgres'), name, 'template0')
      // A year is filled in with one statement: longer than anything that a page may ask.
      const queryTimeoutMs = 20 * 60_000
      const database = await openDatabase({ dataDir, databaseUrl, queryTimeoutMs })
      await migrate(database.db, 'migrations')
      const begun = performance.now()
      await seedVoices(database.pool, share)
      say(engine, share, 'seeded', { seconds: round((performance.now() - begun) / 1000) })
      say(engine, share, 'desk of a section', await desk(database))
      await database.close()
      const { child, pid, base } = await serve({
        TOMONI_DATA: dataDir,
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      })
      for (const [page, path] of Object.entries(pages)) {
        await load(base, pid, (n) => path(n + 100_000), 40, 2)
        const { p50, p99, cpu } = await load(base, pid, path, 200, 2)
        say(engine, share, page, { p50, p99, cpu })
      }
      child.kill('SIGTERM')
      await new Promise((done) => child.once('exit', done))
    }
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
mkdirSync('bench/out', { recursive: true })
writeFileSync('bench/out/voices.json', `${JSON.stringify(results, null, 2)}\n`)
