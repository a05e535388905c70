import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/**
 * A .tar.gz, written and read piece by piece. Any tar opens it, there is no limit to its size, and
 * gzip notices when a byte of it has changed.
 */
export interface ArchiveWriter {
  readonly add: (name: string, content: Uint8Array) => Promise<void>
  readonly addStream: (
    name: string,
    size: number,
    content: AsyncIterable<Uint8Array>,
  ) => Promise<void>
  /** Only now does the file have its name: what bears it is whole and on the disk. */
  readonly finish: () => Promise<void>
  readonly abandon: () => Promise<void>
}

export interface ArchiveEntry {
  readonly name: string
  readonly size: number
  /** To be read, or left, before the next entry is asked for. */
  readonly content: AsyncIterable<Buffer>
}

export class BackupDamaged extends Error {
  override name = 'BackupDamaged'
}

const block = 512
const padding = (size: number) => Buffer.alloc((block - (size % block)) % block)

export function createArchive(path: string): ArchiveWriter {
  const draft = `${path}.part`
  const gzip = createGzip()
  const file = createWriteStream(draft, { mode: 0o600, flush: true })
  const written = pipeline(gzip, file)
  // Told at finish(), and by each write() after it.
  written.catch(() => {})
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      gzip.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  const begin = (name: string, size: number) => write(header(name, size))
  return {
    add: async (name, content) => {
      await begin(name, content.length)
      await write(content)
      await write(padding(content.length))
    },
    addStream: async (name, size, content) => {
      await begin(name, size)
      let left = size
      for await (const piece of content) {
        left -= piece.length
        if (left < 0) break
        await write(piece)
      }
      if (left !== 0) throw new Error(`${name} changed while it was being read`)
      await write(padding(size))
    },
    finish: async () => {
      gzip.end(Buffer.alloc(2 * block))
      await written
      await rename(draft, path)
      const folder = await open(dirname(path), 'r')
      await folder.sync()
      await folder.close()
    },
    abandon: async () => {
      gzip.destroy()
      await written.catch(() => {})
      await rm(draft, { force: true })
    },
  }
}

const largest = 0o77777777777

/** A name that is long or not ASCII, and a size beyond 8 GB, go before it in a `pax` entry. */
function header(name: string, size: number): Buffer {
  const simple = /^[\x20-\x7e]{1,100}$/.test(name) && size <= largest
  if (simple) return ustar(name, size, '0')
  const extra = Buffer.from(pax('path', name) + pax('size', String(size)))
  return Buffer.concat([
    ustar('pax', extra.length, 'x'),
    extra,
    padding(extra.length),
    ustar('long', Math.min(size, largest), '0'),
  ])
}

/** `<length> <key>=<value>\n`, where the length counts its own digits. */
function pax(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest
  while (String(length).length + rest !== length) length = String(length).length + rest
  return `${length} ${key}=${value}\n`
}

function ustar(name: string, size: number, type: '0' | 'x'): Buffer {
  const out = Buffer.alloc(block)
  const octal = (value: number, at: number, digits: number) =>
    out.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1')
  out.write(name, 0, 100, 'latin1')
  octal(0o600, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(size, 124, 11)
  octal(0, 136, 11)
  out.write('        ', 148, 'latin1')
  out.write(type, 156, 'latin1')
  out.write('ustar\x0000', 257, 'latin1')
  octal(
    out.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  )
  return out
}

/** Reads an archive from beginning to end; a part that is missing or changed is an error. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const gunzip = createGunzip()
  const done = pipeline(createReadStream(path), gunzip)
  done.catch(() => {})
  const fault = (error: unknown) =>
    isFault(error) ? new BackupDamaged(`${path} is damaged: ${error.message}`) : error
  const bytes = byteReader(gunzip, fault)
  let long = new Map<string, string>()
  try {
    for (;;) {
      const head = await bytes.take(block)
      if (head.every((byte) => byte === 0)) break
      checkSum(head)
      const type = head.toString('latin1', 156, 157)
      const size = Number(long.get('size') ?? Number.parseInt(head.toString('latin1', 124, 135), 8))
      if (type === 'x') {
        long = readPax(await bytes.take(size))
        await bytes.take(padding(size).length)
        continue
      }
      const name = long.get('path') ?? head.toString('latin1', 0, 100).replace(/\0.*$/s, '')
      long = new Map()
      const content = bytes.stream(size)
      yield { name, size, content }
      for await (const _ of content);
      await bytes.take(padding(size).length)
    }
    // To the last byte: only there does gzip compare its sum.
    for await (const _ of bytes.stream(Number.POSITIVE_INFINITY));
    await done
  } catch (error) {
    throw fault(error)
  } finally {
    gunzip.destroy()
  }
}

const isFault = (error: unknown): error is Error =>
  error instanceof EndedEarly ||
  (error instanceof Error && 'code' in error && /^Z_|^ERR_STREAM_PREM/.test(String(error.code)))

class EndedEarly extends Error {}

function checkSum(head: Buffer): void {
  const told = Number.parseInt(head.toString('latin1', 148, 154), 8)
  const sum = head.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (told !== sum) throw new EndedEarly('a heading is not readable')
}

function readPax(bytes: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  let at = 0
  while (at < bytes.length) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 20), 10)
    if (!(length > 0)) throw new EndedEarly('a heading is not readable')
    const [, key = '', value = ''] =
      /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', at, at + length)) ?? []
    found.set(key, value)
    at += length
  }
  return found
}

/** Takes so many bytes at a time from a stream that comes in pieces of its own. */
function byteReader(source: AsyncIterable<Buffer>, fault: (error: unknown) => unknown) {
  const pieces = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    try {
      const { value, done } = await pieces.next()
      if (!done) held = value
      return !done
    } catch (error) {
      throw fault(error)
    }
  }
  async function* stream(size: number): AsyncGenerator<Buffer> {
    let left = size
    while (left > 0) {
      if (held.length === 0 && !(await more())) {
        if (size === Number.POSITIVE_INFINITY) return
        throw fault(new EndedEarly('it ends too early'))
      }
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
  const take = async (size: number) => {
    const parts: Buffer[] = []
    for await (const piece of stream(size)) parts.push(piece)
    return Buffer.concat(parts)
  }
  return { take, stream }
}
