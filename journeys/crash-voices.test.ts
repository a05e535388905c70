import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealedIn } from '#domains/voices/store/sealed.ts'
import type { Original } from '#domains/voices/voice.ts'
import { openDatabase } from '#platform/pool.ts'
import { readSeal } from '#platform/seal.ts'
import { type Cluster, freePort, startPostgres } from '#testing/postgres.ts'
import { createDatabase } from '#testing/setup.ts'

/**
 * 大勢が一度に声を届け、そのさなかにサーバーが落ちる: the built server on a real PostgreSQL gets fifty voices a second,
 * each with a photo, is killed, starts again and goes on. Whatever it said yes to is there, with its photo.
 */
const aSecond = 50
const photos = 25
const mostAtOnce = 100
const secret = 'a secret that only this test knows, 0123456789'
const binaries = process.env.TOMONI_TEST_POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin'
const leaveOut = !process.env.CI && !(existsSync('dist/cli.js') && existsSync(binaries))
const dataDir = mkdtempSync(join(tmpdir(), 'tomoni-crash-voices-'))

let cluster: Cluster | undefined
let server: ChildProcess | undefined
let port = 0
const origin = () => `http://localhost:${port}`
const databaseUrl = () => cluster?.url('crash') ?? ''

afterAll(async () => {
  await kill()
  await cluster?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Answers when the form stands there. */
async function start(): Promise<void> {
  server = spawn(
    process.execPath,
    ['--import', './src/testing/with-parent.ts', 'dist/cli.js', 'serve'],
    {
      env: {
        ...process.env,
        ...{ TOMONI_DATA: dataDir, DATABASE_URL: databaseUrl(), PORT: String(port) },
        ...{ TOMONI_SECRET: secret, TOMONI_ORIGIN: origin(), TOMONI_SEAL_KEYS: '' },
        // Everybody writes from a network of their own, and nobody is asked for work.
        ...{ TOMONI_TRUSTED_PROXY: '127.0.0.1, ::1', TOMONI_RUSH: 'voices.send=100000' },
      },
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  )
  const ready = async () =>
    (await fetch(`${origin()}/voices/new`).catch(() => undefined))?.status === 200
  while (!(await ready())) {
    if (server.exitCode !== null) throw new Error(`the server ended: ${server.exitCode}`)
    await wait(100)
  }
}

async function kill(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode) return
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
}

const acknowledged = new Set<string>()
let sent = 0
let pictures: readonly Uint8Array<ArrayBuffer>[] = []

async function send(): Promise<void> {
  const n = sent++
  const text = `${n}番目の声です。街灯が暗い。`
  const body = new FormData()
  const fields = { text, place: '', sender: 'individual', reach: 'none', publish: 'yes' }
  for (const [name, value] of Object.entries({ ...fields, step: 'send' })) body.append(name, value)
  const picture = pictures[n % photos]
  if (picture) body.append('photos', new File([picture], 'photo.jpg', { type: 'image/jpeg' }))
  const network = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  const answer = await fetch(`${origin()}/voices/new`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: origin(), 'x-forwarded-for': network },
  }).catch(() => undefined)
  // A page that hands out the number is only led to once the voice is kept.
  if (answer?.status === 303) acknowledged.add(text)
}

/** Fifty a second, until a server that does not keep up has too many waiting; waits for every answer in the end. */
async function flood(until: () => boolean): Promise<void> {
  const flying = new Set<Promise<void>>()
  while (!until()) {
    await wait(1000 / aSecond)
    if (flying.size >= mostAtOnce) continue
    const one: Promise<void> = send().finally(() => flying.delete(one))
    flying.add(one)
  }
  await Promise.all(flying)
}

interface Found {
  readonly texts: ReadonlySet<string>
  readonly without: readonly string[]
}

/** Everything that is kept, read past the server: opened, and each photo compared with the name of what is in it. */
async function found(): Promise<Found> {
  const { db, close } = await openDatabase({ databaseUrl: databaseUrl(), dataDir })
  try {
    const seal = readSeal(undefined, secret)
    const { rows } = await sql<{ id: string; sealed: string | null; key: string | null }>`
      select v.id, o.sealed, f.key from voice v
      left join voice_original o on o.voice_id = v.id
      left join voice_file f on f.voice_id = v.id`.execute(db)
    const texts = new Set<string>()
    const without: string[] = []
    for (const { id, sealed, key } of rows) {
      const text = sealed
        ? (JSON.parse(seal.open(sealed, sealedIn.original.place(id))) as Original).text
        : id
      texts.add(text)
      if (!key || !(await isWhole(key))) without.push(text)
    }
    return { texts, without }
  } finally {
    await close()
  }
}

async function isWhole(key: string): Promise<boolean> {
  const bytes = await readFile(join(dataDir, 'files', key)).catch(() => undefined)
  return bytes !== undefined && key.endsWith(createHash('sha256').update(bytes).digest('hex'))
}

/** Small ones: what a photo costs to draw anew is measured elsewhere; here it is whether one is lost. */
beforeAll(async () => {
  if (leaveOut) return
  cluster = await startPostgres()
  await createDatabase(cluster.url('postgres'), 'crash', 'template0')
  port = await freePort()
  pictures = await Promise.all(
    Array.from({ length: photos }, async (_, i) => {
      const background = { r: (i * 37) % 256, g: (i * 11) % 256, b: i }
      const drawn = sharp({ create: { width: 96, height: 72, channels: 3, background } })
      return new Uint8Array(await drawn.jpeg().toBuffer())
    }),
  )
}, 60_000)

test.skipIf(leaveOut)(
  'killed in the midst of it, it has lost nothing that it said yes to',
  async () => {
    for (const enough of [40, 100]) {
      await start()
      const running = flood(() => server?.signalCode !== null || server.exitCode !== null)
      while (acknowledged.size < enough) await wait(5)
      await kill()
      await running
      const { texts, without } = await found()
      expect([...acknowledged].filter((text) => !texts.has(text))).toEqual([])
      expect(without).toEqual([])
    }
    await start()
    const begun = performance.now()
    const before = acknowledged.size
    await flood(() => acknowledged.size >= before + 100)
    const took = (performance.now() - begun) / 1000
    const { texts, without } = await found()
    expect([...acknowledged].filter((text) => !texts.has(text))).toEqual([])
    expect(without).toEqual([])
    const rate = ((acknowledged.size - before) / took).toFixed(1)
    process.stderr.write(
      `${acknowledged.size} voices promised, ${rate} a second with a photo each\n`,
    )
  },
  120_000,
)
