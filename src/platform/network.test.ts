import { describe, expect, test } from 'vitest'
import { addressOf, BadProxy, networkOfAddress, trustedProxies } from './network.ts'

const none = trustedProxies(undefined)
const some = trustedProxies('10.0.0.0/8, 127.0.0.1,fd00::/8')

describe('who asks', () => {
  test.each([
    [
      'nobody is trusted: what the header says is nothing',
      '203.0.113.9',
      '1.2.3.4',
      none,
      '203.0.113.9',
    ],
    ['a stranger says that it is somebody else', '203.0.113.9', '1.2.3.4', some, '203.0.113.9'],
    ['the proxy says who', '10.0.0.1', '198.51.100.7', some, '198.51.100.7'],
    [
      'what stands further left, anybody can write',
      '10.0.0.1',
      '1.2.3.4, 198.51.100.7',
      some,
      '198.51.100.7',
    ],
    ['two of our own proxies', '10.0.0.1', '1.2.3.4, 198.51.100.7, 10.9.9.9', some, '198.51.100.7'],
    ['only our own', '10.0.0.1', '10.1.1.1, 127.0.0.1', some, '10.1.1.1'],
    ['no header', '10.0.0.1', undefined, some, '10.0.0.1'],
    ['no address in it', '10.0.0.1', 'unknown, <b>', some, '10.0.0.1'],
    [
      'nonsense at the right end hides what is left of it',
      '10.0.0.1',
      '1.2.3.4, x',
      some,
      '10.0.0.1',
    ],
    ['IPv4 in the clothes of IPv6', '::ffff:10.0.0.1', '::ffff:198.51.100.7', some, '198.51.100.7'],
    ['with a port', '10.0.0.1', '198.51.100.7:4711', some, '198.51.100.7'],
    ['IPv6 in brackets with a port', 'fd00::1', '[2001:db8::7]:443', some, '2001:db8::7'],
    ['no socket', undefined, '1.2.3.4', some, 'unknown'],
  ])('%s', (_case, socket, header, proxies, who) => {
    expect(addressOf(socket, header, proxies)).toBe(who)
  })
})

test('a household of IPv6 is one network, whatever address it takes', () => {
  expect(networkOfAddress('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64')
  expect(networkOfAddress('2001:0DB8:0001:0002:ffff:1:2:3')).toBe('2001:db8:1:2::/64')
  expect(networkOfAddress('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(networkOfAddress('198.51.100.7')).toBe('198.51.100.7')
})

test.each(['10.0.0.0/33', 'proxy.example.jp', '10.0.0.0/x', '10.0.0'])(
  'a list with %s in it is refused',
  (list) => {
    expect(() => trustedProxies(`127.0.0.1,${list}`)).toThrow(BadProxy)
  },
)
