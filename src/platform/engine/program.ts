import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

let compiled: Promise<WebAssembly.Module> | undefined

/**
 * The engine's program, compiled once for all engines of this process. V8 does it beside the server's own thread:
 * whoever asks early loads the rest of the server meanwhile.
 */
export function engineProgram(): Promise<WebAssembly.Module> {
  compiled ??= readFile(wasm()).then((bytes) => WebAssembly.compile(bytes))
  return compiled
}

const wasm = () =>
  join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), 'pglite.wasm')
