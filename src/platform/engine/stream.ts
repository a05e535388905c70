import { Duplex } from 'node:stream'
import type { Thread } from './thread.ts'

const query = 0x51
const sync = 0x53
const flush = 0x48
const terminate = 0x58

/**
 * Takes the place of the socket under a pg.Client. The engine must be given whole round trips: half
 * of one would leave it waiting for bytes in the only session there is.
 */
export class WorkerStream extends Duplex {
  readonly #open: () => Promise<Thread>
  #thread: Thread | undefined
  #held: Buffer = Buffer.alloc(0)
  #begun = false

  constructor(open: () => Promise<Thread>) {
    super()
    this.#open = open
  }

  connect(): this {
    this.#open().then(
      (thread) => {
        if (this.destroyed) return
        this.#thread = thread
        // A client of an engine that is gone must leave the pool: its transaction is gone too.
        void thread.ended.then((reason) => this.destroy(reason))
        this.emit('connect')
      },
      (error) => this.destroy(error),
    )
    return this
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk
    const end = this.#endOfRound()
    if (end === 0 || !this.#thread) {
      done()
      return
    }
    const round = Uint8Array.from(this.#held.subarray(0, end))
    this.#held = this.#held.subarray(end)
    const give = (bytes: Uint8Array) => {
      if (bytes.length > 0 && !this.destroyed) this.push(Buffer.from(bytes))
    }
    this.#thread.ask({ kind: 'round', bytes: round }, give).then((bytes) => {
      give(bytes)
      done()
    }, done)
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  override _read(): void {}

  /** How far the bytes in hand reach to the end of a round trip; 0 when the end is still to come. */
  #endOfRound(): number {
    let at = 0
    let end = 0
    while (true) {
      const lengthAt = this.#begun ? at + 1 : at
      if (this.#held.length < lengthAt + 4) return end
      const next = lengthAt + this.#held.readInt32BE(lengthAt)
      if (this.#held.length < next) return end
      const letter = this.#begun ? this.#held[at] : query
      this.#begun = true
      at = next
      if (letter === query || letter === sync || letter === flush || letter === terminate) end = at
    }
  }

  ref(): this {
    this.#thread?.ref()
    return this
  }
  unref(): this {
    this.#thread?.unref()
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
}
