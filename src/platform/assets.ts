import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MiddlewareHandler } from 'hono'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

export interface Assets {
  /** Address of the newest file with this beginning and ending: site.css → /assets/site.3f2a.css */
  href(name: string): string
  readonly middleware: MiddlewareHandler
}

/**
 * The few hashed files of the look, read once into memory with their compressed twins (.br, .gz).
 * A name that is not among them is not a file: nothing of the disk can be reached through an address.
 */
export function assetsIn(folder: string): Assets {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const name of readdirSync(folder))
    files.set(name, new Uint8Array(readFileSync(join(folder, name))))
  const href = (name: string) => {
    const [stem = '', ending = ''] = name.split('.')
    const found = [...files.keys()].find(
      (f) => f.startsWith(`${stem}.`) && f.endsWith(`.${ending}`),
    )
    if (!found) throw new Error(`no asset ${name} in ${folder}`)
    return `/assets/${found}`
  }
  const middleware: MiddlewareHandler = async (c, next) => {
    const name = new URL(c.req.url).pathname.replace(/^\/assets\//, '')
    const plain = files.get(name)
    const type = types[name.split('.').at(-1) ?? '']
    if (!plain || !type) return next()
    const accepts = c.req.header('accept-encoding') ?? ''
    const br = /\bbr\b/.test(accepts) ? files.get(`${name}.br`) : undefined
    const gz = /\bgzip\b/.test(accepts) ? files.get(`${name}.gz`) : undefined
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    }
    if (br ?? gz) headers['content-encoding'] = br ? 'br' : 'gzip'
    return new Response(br ?? gz ?? plain, { headers })
  }
  return { href, middleware }
}
