import { fdatasyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What a stream of the engine's file system is made of, as far as a sync needs to know. */
interface NodeStream {
  readonly nfd: number
}

const EIO = 29

/**
 * A folder on disk whose writes are really written. PGlite's own answers every fsync with "done" and
 * calls nothing, so a commit it acknowledged may be lost with the power.
 */
export function syncedFolder(dir: string, onFailure: (error: Error) => void): NodeFS {
  const folder = new NodeFS(dir)
  const init = folder.init.bind(folder)
  folder.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options)
    const preRun = [...(emscriptenOpts.preRun ?? [])]
    preRun.push((mod) => {
      const operations: Record<string, unknown> = mod.NODEFS.stream_ops
      operations.fsync = (stream: NodeStream) => {
        try {
          fdatasyncSync(stream.nfd)
          return 0
        } catch (error) {
          onFailure(error instanceof Error ? error : new Error(String(error)))
          return EIO
        }
      }
    })
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
  return folder
}
