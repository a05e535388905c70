import { BlockList, isIP } from 'node:net'

/** Addresses of the proxies that stand before us, and whose word on who asked is believed. */
export type TrustedProxies = Pick<BlockList, 'check'>

export class BadProxy extends Error {
  override name = 'BadProxy'
}

/** `10.0.0.0/8, 127.0.0.1, ::1`. Throws `BadProxy` with the part that is no address. */
export function trustedProxies(list: string | undefined): TrustedProxies {
  const known = new BlockList()
  for (const part of (list ?? '').split(',').map((one) => one.trim())) {
    if (!part) continue
    const [address = '', bits] = part.split('/')
    const family = isIP(address)
    const length = bits === undefined ? null : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    const most = family === 4 ? 32 : 128
    if (!family || Number.isNaN(length) || (length ?? 0) > most) throw new BadProxy(part)
    const kind = family === 4 ? 'ipv4' : 'ipv6'
    if (length === null) known.addAddress(address, kind)
    else known.addSubnet(address, length, kind)
  }
  return known
}

/** IPv4 in IPv6's clothes is IPv4; brackets, ports and zones are not part of an address. */
function addressIn(text: string): string {
  const bare = text.trim().replace(/^\[([^\]]{2,45})\](?::\d{1,5})?$/, '$1')
  const port = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(bare)?.[1]
  return (port ?? bare).replace(/^::ffff:(?=\d{1,3}\.)/i, '').replace(/%.{1,20}$/, '')
}

const isTrusted = (proxies: TrustedProxies, address: string) => {
  const family = isIP(address)
  return family !== 0 && proxies.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Who asks: the address of the socket, and behind proxies that are trusted the last hop of X-Forwarded-For
 * that is none of them. What stands further left anybody can write.
 */
export function addressOf(
  socket: string | undefined,
  forwardedFor: string | undefined,
  proxies: TrustedProxies,
): string {
  let address = addressIn(socket ?? '')
  if (!isTrusted(proxies, address)) return address || 'unknown'
  for (const hop of (forwardedFor ?? '').split(',').toReversed()) {
    const one = addressIn(hop)
    if (!isIP(one)) return address
    address = one
    if (!isTrusted(proxies, one)) return one
  }
  return address
}

/** What one connection is counted as: an IPv6 household has a whole /64 to ask from. */
export function networkOfAddress(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0{1,3}(?=.)/, ''))
    .join(':')}::/64`
}
