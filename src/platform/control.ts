import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Io } from './command.ts'

/**
 * The embedded database can be open in one process only. While the server has it, a command typed
 * beside it is carried out by the server; the shell that typed it only shows what comes back.
 * Whoever may open the socket may do anything: it belongs to the owner of the data alone.
 */
export class ControlInUse extends Error {
  override name = 'ControlInUse'
}

const requestForm = z.object({ argv: z.array(z.string()), cwd: z.string() })
const replyForm = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.number() }),
])
type Reply = z.infer<typeof replyForm>

/** The kernel takes about 100 bytes; the way from here may be shorter than the full address. */
function socketOf(dataDir: string): string {
  const full = join(dataDir, 'control.sock')
  const near = relative(process.cwd(), full)
  const path = near.length < full.length ? near : full
  if (Buffer.byteLength(path) > 100)
    throw new Error(`${full} is too long for a socket; choose a data folder with a shorter path`)
  return path
}

export async function serveControl(options: {
  readonly dataDir: string
  readonly run: (argv: readonly string[], io: Io) => Promise<number>
}): Promise<{ readonly close: () => Promise<void> }> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const path = socketOf(options.dataDir)
  await removeStale(path)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // The one who asked has gone; what was begun is finished all the same.
    socket.on('error', () => {})
    createInterface({ input: socket }).once('line', (line) => void answer(socket, line))
  })

  const answer = async (socket: Socket, line: string) => {
    const tell = (reply: Reply) => {
      if (socket.writable) socket.write(`${JSON.stringify(reply)}\n`)
    }
    try {
      const { argv, cwd } = requestForm.parse(JSON.parse(line))
      const io: Io = { cwd, out: (out) => tell({ out }), err: (err) => tell({ err }) }
      tell({ exit: await options.run(argv, io) })
    } catch (error) {
      tell({ err: `${error instanceof Error ? error.message : error}\n` })
      tell({ exit: 1 })
    }
    socket.end()
  }

  await new Promise<void>((resolve, reject) => {
    // Born closed to others: between making it and closing it, somebody could have come in.
    const before = process.umask(0o177)
    server.once('error', reject)
    server.listen(path, resolve)
    process.umask(before)
  })
  chmodSync(path, 0o600)

  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.end()
      }),
  }
}

/** Resolves to undefined when no server listens: then the command may open the database itself. */
export async function tryControl(options: {
  readonly dataDir: string
  readonly argv: readonly string[]
  readonly io: Io
}): Promise<number | undefined> {
  const { dataDir, argv, io } = options
  const socket = await reach(socketOf(dataDir))
  if (!socket) return undefined
  socket.write(`${JSON.stringify({ argv, cwd: io.cwd })}\n`)
  for await (const line of createInterface({ input: socket })) {
    const reply = replyForm.parse(JSON.parse(line))
    if ('out' in reply) io.out(reply.out)
    else if ('err' in reply) io.err(reply.err)
    else {
      socket.end()
      return reply.exit
    }
  }
  throw new Error('the server stopped before the command was finished')
}

/** Nobody behind it, or not there at all: undefined. */
function reach(path: string): Promise<Socket | undefined> {
  const socket = connect(path)
  return new Promise((resolve, reject) => {
    socket.once('connect', () => {
      socket.on('error', () => {})
      resolve(socket)
    })
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTSOCK'
        ? resolve(undefined)
        : reject(error),
    )
  })
}

/** A server that was killed leaves its socket behind. Only a socket nobody listens to is removed. */
async function removeStale(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isSocket()) throw new ControlInUse(`${path} is there and is no socket`)
  const other = await reach(path)
  if (other) {
    other.destroy()
    throw new ControlInUse(`another server listens on ${path}`)
  }
  rmSync(path)
}
