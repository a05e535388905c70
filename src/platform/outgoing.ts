import { lookup } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Where we did not go, or what we did not read to its end. The words are for the log, not for a page. */
export class OutgoingRefused extends Error {
  override name = 'OutgoingRefused'
}

export interface Outgoing {
  readonly method?: string
  readonly headers?: ConstructorParameters<typeof Headers>[0]
  readonly body?: string | URLSearchParams
  readonly signal?: AbortSignal | null
}

export interface Patience {
  /** Milliseconds from the first word to the last. */
  readonly whole: number
  /** Bytes of an answer: papers and keys of a service are some thousands. */
  readonly bytes: number
}

const patience: Patience = { whole: 10_000, bytes: 2 ** 20 }

/** Addresses that lie within a house, a machine, or nowhere (IANA special-purpose registries). */
const inward = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inward.addSubnet(address, bits, 'ipv4')
/** Of IPv6 only what is given out to the public, without what carries an IPv4 address inside. */
const outward6 = new BlockList()
outward6.addSubnet('2000::', 3, 'ipv6')
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inward.addSubnet(address, bits, 'ipv6')

/** Whether an address, as a resolver gives it, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inward.check(address, 'ipv4')
  return family === 6 && outward6.check(address, 'ipv6') && !inward.check(address, 'ipv6')
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
const isLoopback = (hostname: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

/**
 * The one way by which this server asks another by HTTP. `named` is the address that the operator's
 * configuration names; nothing that a person types ever comes here. Hosts that the named one tells us of in
 * turn are asked only by https and only on the public internet; the named host may lie within the house.
 * The address that was looked at is the one that is connected to, so a name that changes its mind between
 * the two gains nothing. Redirects are not followed. Throws `OutgoingRefused`.
 */
export function outgoing(named: string, { whole, bytes }: Patience = patience) {
  const own = new URL(named).host
  return async (address: string | URL, init: Outgoing = {}): Promise<Response> => {
    const url = new URL(address)
    if (url.username || url.password) throw new OutgoingRefused('an address with a password in it')
    const isNamed = url.host === own
    // Without https only a service that a developer has put on the same machine.
    const isBeside = url.protocol === 'http:' && isNamed && isLoopback(url.hostname)
    if (url.protocol !== 'https:' && !isBeside)
      throw new OutgoingRefused(`not https: ${url.protocol}//${url.host}`)
    if (!isNamed && isIP(bare(url.hostname)) && !isPublicAddress(bare(url.hostname)))
      throw new OutgoingRefused(`not a public address: ${url.host}`)
    const times = AbortSignal.timeout(whole)
    const signal = init.signal ? AbortSignal.any([init.signal, times]) : times
    try {
      return await read(await ask(url, init, signal, isNamed ? undefined : publicOnly), bytes)
    } catch (thrown) {
      if (times.aborted) throw new OutgoingRefused(`no answer in time: ${url.host}`)
      throw thrown
    }
  }
}

/** Every address of a name is looked at, before the first of them is connected to. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const inner = found?.find((one) => !isPublicAddress(one.address))
    const [first] = found ?? []
    if (error) done(error, '')
    else if (inner || !first)
      done(new OutgoingRefused(`${hostname} is not a public address: ${inner?.address}`), '')
    else if (options.all) done(null, found)
    else done(null, first.address, first.family)
  })
}

function ask(
  url: URL,
  { method = 'GET', headers, body }: Outgoing,
  signal: AbortSignal,
  look: LookupFunction | undefined,
): Promise<IncomingMessage> {
  const said = new Headers(headers)
  if (!said.has('accept')) said.set('accept', 'application/json')
  if (body instanceof URLSearchParams && !said.has('content-type'))
    said.set('content-type', 'application/x-www-form-urlencoded')
  const options = {
    method,
    headers: Object.fromEntries(said),
    signal,
    agent: false,
    ...(look && { lookup: look }),
  }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest
    const request = send(url, options, resolve).on('error', reject)
    request.end(body === undefined ? undefined : String(body))
  })
}

/** The whole answer, or a refusal as soon as it is too long. We ask for nothing packed, so no bomb unfolds. */
async function read(message: IncomingMessage, most: number): Promise<Response> {
  const { statusCode: status = 0, headers } = message
  const refuse = (why: string) => {
    message.destroy()
    return new OutgoingRefused(why)
  }
  if (status >= 300 && status < 400) throw refuse(`a redirect: ${status}`)
  if (status < 200) throw refuse(`no answer: ${status}`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    if (size > most) throw refuse(`an answer of more than ${most} bytes`)
    chunks.push(chunk)
  }
  const type = headers['content-type']
  const init = { status, ...(type !== undefined && { headers: { 'content-type': type } }) }
  // These statuses have no body by definition; a Response refuses one.
  return new Response([204, 205].includes(status) ? null : Buffer.concat(chunks), init)
}
