import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/**
 * No inline script or style anywhere, nothing from elsewhere. The referrer stays within the site: with
 * `no-referrer` form posts would carry `Origin: null`, and old phones would be refused.
 */
export function security(https: boolean, forms: readonly string[] = []): MiddlewareHandler {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      // A form that ends at the city's directory is led there through ours.
      formAction: ["'self'", ...forms],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
  return async (c, next) => {
    let own: string | null = null
    await headers(c, async () => {
      await next()
      own = c.res.headers.get('content-security-policy')
    })
    // What somebody handed in comes with a policy of its own: nothing, and in a box.
    if (own) c.res.headers.set('content-security-policy', own)
  }
}

/** Of a file that was handed in: if a browser shows it as a page all the same, nothing in it runs. */
export const boxed = "default-src 'none'; sandbox"

/** A token that only forms of this session can carry: bound to it by the server's secret. */
export const formToken = (secret: string, session: string) =>
  createHmac('sha256', secret).update(`form:${session}`).digest('base64url')

export function sameToken(expected: string, given: unknown): boolean {
  const a = Buffer.from(expected)
  const b = Buffer.from(typeof given === 'string' ? given : '')
  return a.length === b.length && timingSafeEqual(a, b)
}

export interface LogLine {
  readonly requestId: string
  readonly method: string
  /** The pattern, never the address: an address may hold what somebody typed. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** Who asked is not written down; which kind of page, how it ended and how long it took is. */
export const observed =
  (
    note: (line: LogLine) => void,
    routeOf: (c: Parameters<MiddlewareHandler>[0]) => string,
  ): MiddlewareHandler =>
  async (c, next) => {
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    const begun = performance.now()
    await next()
    c.res.headers.set('x-request-id', requestId)
    const ms = Math.round((performance.now() - begun) * 10) / 10
    note({ requestId, method: c.req.method, route: routeOf(c), status: c.res.status, ms })
  }
