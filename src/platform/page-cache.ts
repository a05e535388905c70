import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

interface Entry {
  readonly etag: string
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly br: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly bytes: number
}

export interface PageCache {
  readonly middleware: MiddlewareHandler
  /** Something happened: every page may say it differently now. */
  empty(): void
  readonly stats: { hits: number; misses: number }
}

/**
 * Pages that are the same for everyone, rendered and compressed once. Browsers ask again each time and get
 * 304; a CDN in front may keep a page for a minute.
 */
const shared = 'public, max-age=0, s-maxage=60, must-revalidate'

/** `budget` in bytes; the page asked for least recently goes first. */
export function pageCache(options: {
  /** Everything that makes one page differ from another: its address, what the reader has set. */
  readonly keyOf: (c: Context) => string
  readonly budget?: number
}): PageCache {
  const { keyOf, budget = 32 * 2 ** 20 } = options
  const entries = new Map<string, Entry>()
  const stats = { hits: 0, misses: 0 }
  let used = 0
  // A page that was being rendered while something happened must not be kept: it may show what was.
  let generation = 0
  const drop = (key: string, entry: Entry) => {
    entries.delete(key)
    used -= entry.bytes
  }

  const middleware: MiddlewareHandler = async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const key = keyOf(c)
    const kept = entries.get(key)
    if (kept) {
      stats.hits += 1
      entries.delete(key)
      entries.set(key, kept)
      c.res = answer(kept, c.req.header('if-none-match'), c.req.header('accept-encoding'))
      return
    }
    const begun = generation
    await next()
    const type = c.res.headers.get('content-type') ?? ''
    const mayKeep =
      c.res.status === 200 &&
      /^(text\/html|application\/(json|xml|atom))/.test(type) &&
      !c.res.headers.has('cache-control') &&
      !c.res.headers.has('set-cookie')
    if (!mayKeep) return
    stats.misses += 1
    const made = entryOf(new Uint8Array(await c.res.arrayBuffer()), type)
    if (begun === generation && made.bytes < budget / 8) {
      entries.set(key, made)
      used += made.bytes
      for (const [oldest, entry] of entries) {
        if (used <= budget) break
        drop(oldest, entry)
      }
    }
    c.res = answer(made, c.req.header('if-none-match'), c.req.header('accept-encoding'))
  }
  const empty = () => {
    generation += 1
    entries.clear()
    used = 0
  }
  return { middleware, empty, stats }
}

function entryOf(plain: Uint8Array<ArrayBuffer>, type: string): Entry {
  const br = new Uint8Array(
    brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  )
  const gzip = new Uint8Array(gzipSync(plain, { level: 6 }))
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { etag, type, plain, br, gzip, bytes: plain.length + br.length + gzip.length + 200 }
}

function answer(entry: Entry, known: string | undefined, accepts = ''): Response {
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null
  const etag = `"${entry.etag}${encoding ? `-${encoding}` : ''}"`
  const headers: Record<string, string> = {
    'cache-control': shared,
    etag,
    vary: 'Accept-Encoding, Cookie',
  }
  if (known?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  headers['content-type'] = entry.type
  if (encoding) headers['content-encoding'] = encoding
  return new Response(encoding ? entry[encoding] : entry.plain, { headers })
}
