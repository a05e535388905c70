import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openEmbedded } from './embedded.ts'

let home: string
let dir: string
const children: ChildProcess[] = []

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tomoni-durable-'))
  dir = join(home, 'db')
})
afterEach(() => {
  for (const one of children.splice(0)) one.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

const { empty } = inject('testDatabases')

/** A program of its own, with its syncs counted and made to fail at will; `template` '' makes all anew. */
function program(task: string, template = empty) {
  const child = spawn(
    process.execPath,
    ['--import', './src/testing/count-syncs.ts', './src/testing/engine-program.ts', task, dir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        SYNCS: join(home, 'syncs'),
        SYNC_FAILS: join(home, 'fails'),
        TEMPLATE: template,
      },
    },
  )
  children.push(child)
  const lines = createInterface({ input: child.stdout })
  return {
    child,
    all: async () => {
      const said: string[] = []
      for await (const line of lines) said.push(line)
      return said
    },
    first: () => new Promise<string>((resolve) => lines.once('line', resolve)),
    gone: new Promise<void>((resolve) => child.once('exit', () => resolve())),
  }
}

test('each commit is synced to the disk before it is acknowledged', async () => {
  const said = await program('count').all()
  const syncs = Number(/^syncs (\d+)$/.exec(said[1] ?? '')?.[1])
  expect(syncs).toBeGreaterThanOrEqual(200)
  expect(syncs).toBeLessThan(240)
})

test('a sync that fails is an error, the engine stops, and what was acknowledged is there', async () => {
  const [, first, second, third] = await program('fail').all()
  expect(first).toBe('done')
  expect(second).toMatch(/^EngineStopped: the disk refused a sync: EIO/)
  expect(third).toMatch(/^EngineStopped/)
  const { pool, close } = await openEmbedded({ dir })
  expect((await pool.query('select n from row where n = 1')).rows).toEqual([{ n: 1 }])
  await close()
})

test('a second process is refused while the first lives, and served after kill -9', async () => {
  const { child, first, gone } = program('hold')
  expect(await first()).toBe('open')
  await expect(openEmbedded({ dir })).rejects.toMatchObject({ name: 'DatabaseInUse', dir })
  child.kill('SIGKILL')
  await gone
  const { pool, close } = await openEmbedded({ dir })
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await expect(openEmbedded({ dir })).rejects.toMatchObject({ name: 'DatabaseInUse', dir })
  await close()
})

test('a first start that is cut short leaves nothing in the way of the second', async () => {
  for (const moment of [1500, 4000]) {
    const { child, gone } = program('hold', '')
    await wait(moment)
    child.kill('SIGKILL')
    await gone
  }
  const { pool, close } = await openEmbedded({ dir })
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  expect(existsSync(`${dir}.new`)).toBe(false)
  await close()
})
