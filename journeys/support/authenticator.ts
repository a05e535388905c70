import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** CBOR (RFC 8949), as much of it as an attestation needs. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const pairs = [...(value as ReadonlyMap<unknown, unknown>)]
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([k, v]) => [cbor(k), cbor(v)])])
}

export interface Ways {
  readonly origin?: string
  /** Whether the device made sure whose finger it was. */
  readonly isVerified?: boolean
  readonly counter?: number
  readonly owner?: string
}

/** A device with one key, as it answers by WebAuthn Level 2: real bytes, real signatures. */
export function authenticator(site = 'http://localhost') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(32)
  const id = base64url(credential)
  const cose = cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
  let owner = ''
  let counted = 0

  const client = (type: string, challenge: string, { origin = site }: Ways) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const said = (
    flags: number,
    { isVerified = true }: Ways,
    counter: number,
    rest = Buffer.of(),
  ) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flag = Buffer.of(flags | 1 | (isVerified ? 4 : 0))
    return Buffer.concat([sha256(new URL(site).hostname), flag, count, rest])
  }
  const answer = (response: Readonly<Record<string, unknown>>) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })

  return {
    /** navigator.credentials.create() */
    make(
      asked: { readonly challenge: string; readonly user: { readonly id: string } },
      ways: Ways = {},
    ) {
      owner = asked.user.id
      const length = Buffer.of(0, credential.length)
      const rest = Buffer.concat([Buffer.alloc(16), length, credential, cose])
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', said(64, ways, 0, rest)],
        ]),
      )
      return answer({
        clientDataJSON: base64url(client('webauthn.create', asked.challenge, ways)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      })
    },
    /** navigator.credentials.get() */
    sign(asked: { readonly challenge: string }, ways: Ways = {}) {
      counted = ways.counter ?? counted + 1
      const told = client('webauthn.get', asked.challenge, ways)
      const data = said(0, ways, counted)
      const signature = sign('sha256', Buffer.concat([data, sha256(told)]), privateKey)
      return answer({
        clientDataJSON: base64url(told),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: ways.owner ? base64url(Buffer.from(ways.owner)) : owner,
      })
    },
  }
}
