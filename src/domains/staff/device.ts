/** A browser in words: enough to know one's own again, nothing to follow a person by. */
export interface Device {
  readonly browser: string
  readonly system: string
}

const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

export function deviceOf(userAgent: string): Device {
  const first = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? ''
  return { browser: first(browsers), system: first(systems) }
}

/** The network of an address: 203.0.113.0/24, 2001:db8:1::/48. Who exactly it was is not kept. */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(address)
  if (four) return `${four[1]}.${four[2]}.${four[3]}.0/24`
  if (!address.includes(':')) return address
  const [head = ''] = address.split('::')
  const parts = head.split(':').filter(Boolean).slice(0, 3)
  return `${[...parts, ...Array(3 - parts.length).fill('0')].join(':')}::/48`
}
