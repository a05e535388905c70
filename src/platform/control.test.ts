import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Io } from './command.ts'
import { serveControl, tryControl } from './control.ts'

let dataDir: string
let running: { close: () => Promise<void> }[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tomoni-control-'))
})
afterEach(async () => {
  for (const one of running) await one.close()
  running = []
  rmSync(dataDir, { recursive: true, force: true })
})

const serve = async (run: (argv: readonly string[], io: Io) => Promise<number>) => {
  const server = await serveControl({ dataDir, run })
  running.push(server)
  return server
}

const listening = () => {
  const said: string[] = []
  const io: Io = {
    cwd: '/home/clerk',
    out: (text) => said.push(`out ${text}`),
    err: (text) => said.push(`err ${text}`),
  }
  return { said, io }
}

test('a command is carried out by the server, and its words and its end come back', async () => {
  await serve(async (argv, io) => {
    io.out(`${argv.join(' ')} in ${io.cwd}\n`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    io.err('改行\nと "引用"\n')
    return 3
  })
  const { said, io } = listening()
  expect(await tryControl({ dataDir, argv: ['backup', '控え.tar.gz'], io })).toBe(3)
  expect(said).toEqual(['out backup 控え.tar.gz in /home/clerk\n', 'err 改行\nと "引用"\n'])
})

test('a command that throws ends with 1 and its message', async () => {
  await serve(() => Promise.reject(new Error('no such plan')))
  const { said, io } = listening()
  expect(await tryControl({ dataDir, argv: [], io })).toBe(1)
  expect(said).toEqual(['err no such plan\n'])
})

test('without a server nothing is asked', async () => {
  expect(await tryControl({ dataDir, argv: [], io: listening().io })).toBeUndefined()
  const server = await serve(async () => 0)
  await server.close()
  expect(existsSync(join(dataDir, 'control.sock'))).toBe(false)
  expect(await tryControl({ dataDir, argv: [], io: listening().io })).toBeUndefined()
})

test('only its owner may reach the socket', async () => {
  await serve(async () => 0)
  expect(statSync(join(dataDir, 'control.sock')).mode & 0o777).toBe(0o600)
})

test('a second server is refused, and the first goes on', async () => {
  await serve(async () => 7)
  await expect(serveControl({ dataDir, run: async () => 8 })).rejects.toThrow('another server')
  expect(await tryControl({ dataDir, argv: [], io: listening().io })).toBe(7)
})

test('the socket of a server that was killed is replaced; a file in its place is not', async () => {
  const path = join(dataDir, 'control.sock')
  const child = spawn(process.execPath, [
    '-e',
    `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('on'))`,
  ])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  expect(existsSync(path)).toBe(true)
  expect(await tryControl({ dataDir, argv: [], io: listening().io })).toBeUndefined()
  const server = await serve(async () => 5)
  expect(await tryControl({ dataDir, argv: [], io: listening().io })).toBe(5)
  await server.close()

  writeFileSync(path, '大事')
  await expect(serve(async () => 0)).rejects.toThrow('no socket')
  expect(readFileSync(path, 'utf8')).toBe('大事')
})

test('what was begun is finished when the one who asked goes away', async () => {
  const begun = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<string>()
  await serve(async (argv, io) => {
    begun.resolve()
    await new Promise((resolve) => setTimeout(resolve, 50))
    io.out('nobody hears this')
    finished.resolve(argv[0] ?? '')
    return 0
  })
  const socket = connect(join(dataDir, 'control.sock'))
  socket.write(`${JSON.stringify({ argv: ['restore'], cwd: '/' })}\n`)
  await begun.promise
  socket.destroy()
  expect(await finished.promise).toBe('restore')
})

test('a server that ends in the middle is an error, not a success', async () => {
  const begun = Promise.withResolvers<void>()
  const server = await serve(() => {
    begun.resolve()
    return new Promise(() => {})
  })
  const asked = tryControl({ dataDir, argv: [], io: listening().io })
  await begun.promise
  await Promise.all([server.close(), expect(asked).rejects.toThrow('before the command')])
})

test('nonsense on the socket is answered with 1', async () => {
  await serve(async () => 0)
  const socket = connect(join(dataDir, 'control.sock'))
  socket.write('not json\n')
  let said = ''
  for await (const chunk of socket) said += chunk
  expect(said).toContain('{"exit":1}')
})
