import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import sharp from 'sharp'
import { must } from '#platform/must.ts'
import { startPostgres } from '#testing/postgres.ts'
import { createDatabase } from '#testing/setup.ts'
import { cpuOf, round } from './load.ts'

/**
 * What taking in a voice with a photo costs: `node bench/voices-sending.ts [width in pixels] [voices in a round]`. Sends to the built
 * server on PostgreSQL as a phone does, so many at once; prints how many a second, and processor time for one. That
 * none is lost when the server is killed is proved in journeys/crash-voices.test.ts.
 */
const width = Number(process.argv[2] ?? 1280)
const rounds = 4
const inRound = Number(process.argv[3] ?? 200)
const atOnce = 16
const folder = mkdtempSync(join(tmpdir(), 'tomoni-sending-'))
const cluster = await startPostgres()
let server: ChildProcess | undefined

async function start(): Promise<{ pid: number; base: string }> {
  server = spawn(process.execPath, ['dist/cli.js', 'serve'], {
    env: {
      ...process.env,
      ...{ TOMONI_DATA: folder, DATABASE_URL: cluster.url('sending'), PORT: '0', NODE_ENV: '' },
      // Everybody writes from a network of their own, and nobody is asked for work.
      ...{ TOMONI_TRUSTED_PROXY: '127.0.0.1, ::1', TOMONI_RUSH: 'voices.send=100000' },
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: must(server.stdout, 'a pipe') }))
    if (line.startsWith('http'))
      return { pid: must(server.pid, 'a pid'), base: line.trim().replace('localhost', '127.0.0.1') }
  throw new Error('the server did not start')
}

/** A photo as a phone makes it: noise does not compress like a plain colour. */
const photo = (seed: number) =>
  sharp({
    create: {
      ...{ width, height: Math.round((width * 3) / 4), channels: 3 },
      background: { r: (seed * 37) % 256, g: (seed * 11) % 256, b: seed },
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer()

async function send(base: string, n: number, picture: Uint8Array<ArrayBuffer>): Promise<void> {
  const body = new FormData()
  const fields = { text: `${n}番目の声です。街灯が暗い。`, place: '', sender: 'individual' }
  for (const [name, value] of Object.entries({
    ...fields,
    reach: 'none',
    publish: 'yes',
    step: 'send',
  }))
    body.append(name, value)
  body.append('photos', new File([picture], 'photo.jpg', { type: 'image/jpeg' }))
  const network = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  const answer = await fetch(`${base}/voices/new`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: base, 'x-forwarded-for': network },
  })
  if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
}

try {
  await createDatabase(cluster.url('postgres'), 'sending', 'template0')
  const { pid, base } = await start()
  const pictures = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => new Uint8Array(await photo(i))),
  )
  console.log(`photos of ${width} pixels, ${round((pictures[0]?.length ?? 0) / 1000)} kB`)
  let n = 0
  for (let one = 0; one < rounds; one += 1) {
    const end = n + inRound
    const cpu = cpuOf(pid)
    const begun = performance.now()
    const client = async () => {
      while (n < end) {
        n += 1
        await send(base, n, must(pictures[n % pictures.length], 'a photo'))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, client))
    const seconds = (performance.now() - begun) / 1000
    const each = round((cpuOf(pid) - cpu) / inRound)
    console.log(`${round(inRound / seconds)} voices a second, CPU ${each} ms each`)
  }
} finally {
  server?.kill('SIGTERM')
  if (server?.exitCode === null) await new Promise((done) => server?.once('exit', done))
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
