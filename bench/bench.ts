import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { migrate } from '#platform/migrate.ts'
import { must } from '#platform/must.ts'
import { openDatabase } from '#platform/pool.ts'
import { startPostgres } from '#testing/postgres.ts'
import { createDatabase } from '#testing/setup.ts'
import { measureEditions } from './editions.ts'
import { measureLedger } from './ledger.ts'
import { load, type Measured, memoryOf, round, settled } from './load.ts'
import { progressYears, seedProgress } from './progress.ts'
import { lastYear, seedYears } from './seed.ts'

/**
 * What it costs: `npm run bench [sizes] [parts]`, sizes 1,100,1000, parts plans,progress,ledger,editions. Starts the built server on the embedded database and on
 * PostgreSQL with 1, 100 and 1,000 plan-years of 50 items, asks on loopback, prints each figure as it is found,
 * and writes bench/out/latest.json. Speed is measured here and asserted nowhere.
 */
interface Row extends Measured {
  readonly engine: string
  readonly years: number
  readonly page: string
}

const sizes = (process.argv[2] ?? '1,100,1000').split(',').map(Number)
const parts = new Set((process.argv[3] ?? 'plans,progress,ledger,editions').split(','))
/** Requests before those that count: the engine is still compiling what it meets often. */
const warming = 1_200
const year = `/plans/${lastYear}`
const rare = ['防災', '港', '道路', '見守り', '研修', '事例集', '福祉', '観光']

/** A query that nobody has asked yet keeps the page cache out; it changes nothing in the page. */
const pages: readonly {
  name: string
  path: (n: number) => string
  requests: number
  hostOf?: (n: number) => string
}[] = [
  { name: 'year, rendered', path: (n) => `${year}?n=${n}`, requests: 400 },
  { name: 'year, cached', path: () => year, requests: 5000 },
  { name: 'item, rendered', path: (n) => `${year}/items/1-3?n=${n}`, requests: 400 },
  {
    name: 'search, rendered',
    path: (n) => `/search?q=${encodeURIComponent(rare[n % 8] ?? '')}&n=${n}`,
    requests: 200,
  },
  {
    name: 'API plan, rendered',
    path: () => `/api/v1/plans/${lastYear}`,
    requests: 300,
    // The API answers no question that it does not know.
    hostOf: (n) => `city-${n}.example.jp`,
  },
  { name: 'PDF', path: (n) => `${year}/plan.pdf?n=${n}`, requests: 20 },
]

/** Ten years of 400 items: what a resident's first question of the year costs. */
const progressPages: typeof pages = [
  { name: 'progress, rendered', path: (n) => `/progress?n=${n}`, requests: 400 },
  { name: 'progress, cached', path: () => '/progress', requests: 5000 },
  {
    name: 'progress list, rendered',
    path: (n) => `/progress/${progressYears.last}/items?standing=done&n=${n}`,
    requests: 400,
  },
]

interface Server {
  readonly process: ChildProcess
  readonly pid: number
  readonly base: string
  readonly startMs: number
}

async function serve(env: Record<string, string>): Promise<Server> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['dist/cli.js', 'serve'], {
    env: { ...process.env, PORT: '0', NODE_ENV: '', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: must(child.stdout, 'a pipe') })
  for await (const line of lines)
    if (line.startsWith('http')) {
      const base = line.trim().replace('localhost', '127.0.0.1')
      const startMs = Math.round(performance.now() - begun)
      return { process: child, pid: must(child.pid, 'a process'), base, startMs }
    }
  throw new Error('the server did not start')
}

const stop = (server: Server) =>
  new Promise<void>((done) => {
    server.process.once('exit', () => done())
    server.process.kill('SIGTERM')
  })

async function measure(engine: string, years: number, env: Record<string, string>, asked = pages) {
  const server = await serve(env)
  const rows: Row[] = []
  try {
    await settled(server.pid)
    for (const { name, path, requests, hostOf } of asked) {
      const clients = name === 'PDF' ? 1 : 8
      await load(
        server.base,
        server.pid,
        (n) => path(n + 1_000_000),
        name === 'PDF' ? requests : warming,
        clients,
        hostOf && ((n) => hostOf(n + 1_000_000)),
      )
      const measured = await load(server.base, server.pid, path, requests, clients, hostOf)
      rows.push(told({ engine, years, page: name, ...measured }))
    }
    if (asked === pages) rows.push(told({ engine, years, ...(await besidePdfs(server)) }))
    const memory = memoryOf(server.pid)
    await stop(server)
    const again = await serve(env)
    await stop(again)
    console.log(`${engine}, ${years} plan-years: memory ${memory} MB, start ${again.startMs} ms`)
    return { rows, memory, startMs: again.startMs }
  } catch (thrown) {
    server.process.kill('SIGKILL')
    throw thrown
  }
}

function told(row: Row): Row {
  const { engine, years, page, perSecond, p50, p99, cpu } = row
  const figures = `${perSecond} req/s, p50 ${p50} ms, p99 ${p99} ms, CPU ${cpu || '-'} ms`
  console.log(`${engine}, ${years}: ${page}: ${figures}`)
  return row
}

async function besidePdfs(server: Server) {
  const [beside] = await Promise.all([
    load(server.base, server.pid, () => year, 3000, 1),
    load(server.base, server.pid, (n) => `${year}/plan.pdf?b=${n}`, 10, 2),
  ])
  return { page: 'year, cached, while PDFs are set', ...beside, cpu: Number.NaN }
}

async function ledgers() {
  const dataDir = join(folder, 'ledger')
  mkdirSync(dataDir)
  await createDatabase(cluster.url('postgres'), 'bench_ledger', 'template0')
  for (const engine of engines) {
    const databaseUrl = engine === 'embedded' ? undefined : cluster.url('bench_ledger')
    const database = await openDatabase({ dataDir, databaseUrl })
    await migrate(database.db, 'migrations')
    await measureLedger(engine, database)
    await database.close()
  }
}

const engines = ['embedded', 'PostgreSQL'] as const
const results: (Awaited<ReturnType<typeof measure>> & { engine: string; years: number })[] = []
const folder = mkdtempSync(join(tmpdir(), 'tomoni-bench-'))
const cluster = await startPostgres()
try {
  for (const years of parts.has('plans') ? sizes : []) {
    const dataDir = join(folder, `embedded-${years}`)
    mkdirSync(dataDir)
    const embedded = await openDatabase({ dataDir })
    await migrate(embedded.db, 'migrations')
    await seedYears(embedded.pool, years)
    await embedded.close()
    const env = { TOMONI_DATA: dataDir }
    results.push({ engine: 'embedded', years, ...(await measure('embedded', years, env)) })

    const name = `bench_${years}`
    await createDatabase(cluster.url('postgres'), name, 'template0')
    const databaseUrl = cluster.url(name)
    const database = await openDatabase({ databaseUrl, dataDir })
    await migrate(database.db, 'migrations')
    await seedYears(database.pool, years)
    await database.close()
    const server = { TOMONI_DATA: join(folder, name), DATABASE_URL: databaseUrl }
    results.push({ engine: 'PostgreSQL', years, ...(await measure('PostgreSQL', years, server)) })
  }
  const years = progressYears.last - progressYears.first + 1
  for (const engine of parts.has('progress') ? engines : []) {
    const dataDir = join(folder, `progress-${engine}`)
    mkdirSync(dataDir)
    const databaseUrl = engine === 'PostgreSQL' ? cluster.url('bench_progress') : undefined
    if (databaseUrl) await createDatabase(cluster.url('postgres'), 'bench_progress', 'template0')
    const database = await openDatabase({ dataDir, ...(databaseUrl && { databaseUrl }) })
    await migrate(database.db, 'migrations')
    await seedProgress(database.pool)
    await database.close()
    const env = { TOMONI_DATA: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
    results.push({ engine, years, ...(await measure(engine, years, env, progressPages)) })
  }
  if (parts.has('ledger')) await ledgers()
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

if (parts.has('editions')) await measureEditions()

mkdirSync('bench/out', { recursive: true })
const machine = { cores: availableParallelism(), model: cpus()[0]?.model, node: process.version }
writeFileSync('bench/out/latest.json', `${JSON.stringify({ machine, results }, null, 2)}\n`)
console.log(`bench/out/latest.json (${round(process.uptime())} s)`)
