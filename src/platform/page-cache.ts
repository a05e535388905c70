import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

interface Entry {
  readonly type: string
  readonly disposition: string | null
  readonly plain: Uint8Array<ArrayBuffer>
  /** Filled when somebody asks for it; better when somebody asks again. */
  readonly packed: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>
  /** In which it is packed well. */
  readonly well: Set<Encoding>
  /** Names of what was sent, by its encoding. */
  readonly tags: Partial<Record<Encoding | 'plain', string>>
  asked: number
}
type Encoding = 'br' | 'gzip'

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

/** What is the same for everyone: pages, feeds, data, and documents, which cost most to make. */
const kept = /^(text\/(html|csv)|application\/(json|xml|pdf|atom|vnd\.openxmlformats))/
const packable = /^(text|application\/(json|xml|atom))/

/** `budget` in bytes; the page asked for least recently goes first. */
export function pageCache(options: {
  /** Everything that makes one page differ from another: its address, what the reader has set. */
  readonly keyOf: (c: Context) => string
  /** The last word on a finished HTML page, before it is kept. */
  readonly finish?: (html: string) => string
  readonly budget?: number
}): PageCache {
  const { keyOf, finish = (html) => html, budget = 32 * 2 ** 20 } = options
  const entries = new Map<string, Entry>()
  const stats = { hits: 0, misses: 0 }
  let used = 0
  // A page that was being rendered while something happened must not be kept: it may show what was.
  let generation = 0
  const drop = (key: string, entry: Entry) => {
    entries.delete(key)
    used -= sizeOf(entry)
  }

  const middleware: MiddlewareHandler = async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const key = keyOf(c)
    const known = entries.get(key)
    if (known) {
      stats.hits += 1
      entries.delete(key)
      entries.set(key, known)
      c.res = answer(known, c.req.header('if-none-match'), c.req.header('accept-encoding'))
      return
    }
    const begun = generation
    const written = textOf(c)
    await next()
    const type = c.res.headers.get('content-type') ?? ''
    const mayKeep =
      c.res.status === 200 &&
      kept.test(type) &&
      !c.res.headers.has('cache-control') &&
      !c.res.headers.has('set-cookie')
    if (!mayKeep) {
      if (type.startsWith('text/html'))
        c.res = new Response(finish(written() ?? (await c.res.text())), c.res)
      return
    }
    stats.misses += 1
    const disposition = c.res.headers.get('content-disposition')
    const body = type.startsWith('text/html')
      ? new Uint8Array(Buffer.from(finish(written() ?? (await c.res.text()))))
      : new Uint8Array(await c.res.arrayBuffer())
    const made: Entry = {
      type,
      disposition,
      plain: body,
      packed: {},
      well: new Set(),
      tags: {},
      asked: 0,
    }
    if (begun === generation && sizeOf(made) < budget / 8) {
      entries.set(key, made)
      used += sizeOf(made)
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

/**
 * A page's text where it is written: passing it through a Response would encode, copy and decode all of it
 * once more. Only a page of status 200 is taken; what else `c.html` is asked for goes its usual way.
 */
function textOf(c: Context): () => string | undefined {
  let text: string | undefined
  const plainly = c.html
  c.html = ((page: string | Promise<string>, ...rest: []) => {
    if (rest.length) return plainly(page, ...rest)
    const keep = (made: string) => {
      text = String(made)
      return plainly('')
    }
    return page instanceof Promise ? page.then(keep) : keep(page)
  }) as typeof c.html
  return () => text
}

/** With room for its packed forms, which are smaller than it. */
const sizeOf = (entry: Entry) => entry.plain.length * 2 + 200

/** Quickly for a page that may never be asked for again, well for one that is. */
function packedAs(entry: Entry, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const known = entry.packed[encoding]
  const well = entry.asked > 1
  if (known && (!well || entry.well.has(encoding))) return known
  if (well) entry.well.add(encoding)
  const params = { [constants.BROTLI_PARAM_QUALITY]: well ? 5 : 1 }
  const made =
    encoding === 'br'
      ? brotliCompressSync(entry.plain, { params })
      : gzipSync(entry.plain, { level: well ? 6 : 1 })
  const bytes = new Uint8Array(made)
  entry.packed[encoding] = bytes
  return bytes
}

/**
 * Names a version, proves nothing: the quickest that does not collide by chance, over the fewest bytes. A page that
 * is packed better when it is asked for again is the same page, and keeps its name.
 */
function tagOf(entry: Entry, encoding: Encoding | null): string {
  const form = encoding ?? 'plain'
  const bytes = () => (encoding ? packedAs(entry, encoding) : entry.plain)
  const tag = entry.tags[form] ?? hash('blake2b512', bytes(), 'base64url').slice(0, 22)
  entry.tags[form] = tag
  return `"${tag}${encoding ? `-${encoding}` : ''}"`
}

function answer(entry: Entry, known: string | undefined, accepts = ''): Response {
  const offered = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null
  const encoding = packable.test(entry.type) ? offered : null
  entry.asked += 1
  const etag = tagOf(entry, encoding)
  const headers: Record<string, string> = {
    'cache-control': shared,
    etag,
    vary: 'Accept-Encoding, Cookie',
  }
  if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  headers['content-type'] = entry.type
  if (entry.disposition) headers['content-disposition'] = entry.disposition
  if (encoding) headers['content-encoding'] = encoding
  return new Response(encoding ? packedAs(entry, encoding) : entry.plain, { headers })
}
