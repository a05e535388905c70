import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const binaries = process.env.TOMONI_TEST_POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin'

export interface Cluster {
  readonly url: (database: string) => string
  readonly stop: () => Promise<void>
}

/** A real PostgreSQL for one test run: in a folder of its own, on the loopback, gone afterwards. */
export async function startPostgres(): Promise<Cluster> {
  const home = await mkdtemp(join(tmpdir(), 'tomoni-postgres-'))
  const data = join(home, 'data')
  // PostgreSQL refuses to run as root.
  const as = async (command: string) =>
    userInfo().uid === 0 ? run('su', ['postgres', '-c', command]) : run('sh', ['-c', command])
  if (userInfo().uid === 0) {
    const { stdout } = await run('id', ['-u', 'postgres'])
    await chown(home, Number(stdout), Number((await run('id', ['-g', 'postgres'])).stdout))
  }
  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    // The cluster is thrown away: no write needs to reach the disk.
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ]
  const options = settings.map((s) => `-c ${s}`).join(' ')
  await as(`${binaries}/initdb -D ${data} -U postgres -E UTF8 --locale=C.UTF-8 -A trust -N`)
  await as(`${binaries}/pg_ctl -D ${data} -l ${home}/log -w -o "${options}" start`)
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.kill(pid, 'SIGINT')
      while (alive(pid)) await wait(50)
      await rm(home, { recursive: true, force: true })
    },
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
