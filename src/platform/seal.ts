import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Personal data at rest. What is sealed can be read only with a key that lies outside the database; what is
 * marked can be found again without being readable. A sealed text is bound to the row and column for which
 * it was sealed (`about`), so that nobody can move it to another person's row and have it opened there.
 */
export interface Seal {
  /** AES-256-GCM with the newest key. `about` is `table.column:row id`. */
  seal(text: string, about: string): string
  /** Throws `BrokenSeal` where key, text or place do not fit together. */
  open(sealed: string, about: string): string
  /** A keyed hash (HMAC-SHA-256, base64url) for looking up and for uniqueness; stays the same as keys rotate. */
  mark(text: string | Uint8Array, purpose: string): string
  /** Whether it was sealed with a key that is not the newest: rotation seals it anew. */
  isOld(sealed: string): boolean
}

export class BrokenSeal extends Error {
  override name = 'BrokenSeal'
}

/** A key of 32 bytes with the short name under which sealed texts remember it. */
export interface SealKey {
  readonly name: string
  readonly bytes: Buffer
}

const cipher = 'aes-256-gcm'
const version = 's1'
/** What every sealed text begins with, and nothing that is not sealed. */
export const sealMark = `${version}.`

/** The first key is the newest: it seals, all others only open. `root` never rotates; it makes the marks. */
export function sealWith(keys: readonly [SealKey, ...SealKey[]], root: Buffer): Seal {
  const [newest] = keys
  const known = new Map(keys.map((key) => [key.name, key.bytes]))
  return {
    seal(text, about) {
      const iv = randomBytes(12)
      const machine = createCipheriv(cipher, newest.bytes, iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([
        machine.update(text, 'utf8'),
        machine.final(),
        machine.getAuthTag(),
      ])
      return [version, newest.name, iv.toString('base64url'), body.toString('base64url')].join('.')
    },
    open(sealed, about) {
      const [mark, name = '', iv = '', body = ''] = sealed.split('.')
      const key = known.get(name)
      if (mark !== version) throw new BrokenSeal('not a sealed text')
      if (!key) throw new BrokenSeal(`no key named ${name}`)
      const bytes = Buffer.from(body, 'base64url')
      try {
        const machine = createDecipheriv(cipher, key, Buffer.from(iv, 'base64url'))
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(-16))
        return machine.update(bytes.subarray(0, -16), undefined, 'utf8') + machine.final('utf8')
      } catch {
        throw new BrokenSeal(`changed, or sealed for another place than ${about}`)
      }
    },
    mark: (text, purpose) =>
      createHmac('sha256', root).update(`${purpose}\n`).update(text).digest('base64url'),
    isOld: (sealed) => sealed.split('.')[1] !== newest.name,
  }
}

/**
 * Keys as the environment gives them, newest first: `2026=BASE64,2025=BASE64`. A key is 32 bytes. Without
 * any, both are drawn from the installation's secret: enough for a trial, and said so in docs/settings.md.
 */
export function readSeal(given: string | undefined, secret: string): Seal {
  const drawn = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'tomoni', label, 32))
  const keys = (given ?? '')
    .split(',')
    .filter(Boolean)
    .map((part): SealKey => {
      const [name = '', text = ''] = part.trim().split(/=(.*)/s)
      const bytes = Buffer.from(text, 'base64')
      if (!/^[\w-]{1,20}$/.test(name) || bytes.length !== 32)
        throw new BrokenSeal(
          'TOMONI_SEAL_KEYS: 名前=32バイトのBASE64 を新しい順にコンマで並べてください',
        )
      return { name, bytes }
    })
  const own: SealKey = { name: 'own', bytes: drawn('seal') }
  const [first, ...rest] = [...keys, own]
  return sealWith([first ?? own, ...rest], drawn('mark'))
}
