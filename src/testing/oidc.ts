import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
// The package says nothing of its types; what is used of it stands in `Service`.
// @ts-expect-error no types
import { Provider } from 'oidc-provider'

interface Service {
  callback(): (request: IncomingMessage, response: ServerResponse) => void
  interactionFinished(
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
  ): Promise<void>
}

/** Who sits before the service: its subject and claims, and how it let them in. */
export interface OidcPerson {
  readonly sub: string
  readonly amr?: readonly string[]
  readonly acr?: string
  readonly [claim: string]: unknown
}

export interface OidcServiceOptions {
  /** Where people may be sent back to. */
  readonly redirectUris: readonly string[]
  readonly afterLogout?: readonly string[]
  readonly clientId?: string
  /** A secret, or the public half of the key with which the client signs (private_key_jwt). */
  readonly clientSecret?: string
  readonly clientKey?: JWK
  /** Claims beyond the standard ones that the service knows. */
  readonly claims?: readonly string[]
}

/**
 * The certified `oidc-provider` on a free port of this machine, with one client and whoever `signedIn`
 * says before it: no page of its own, it lets them in at once.
 */
export async function oidcService(options: OidcServiceOptions) {
  const { clientId = 'tomoni', clientSecret, clientKey } = options
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test' }
  let person: OidcPerson = { sub: 'nobody' }
  const known = new Map<string, OidcPerson>()

  const provider: Service = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: options.redirectUris,
        post_logout_redirect_uris: options.afterLogout ?? [],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...(clientKey
          ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [clientKey] } }
          : clientSecret
            ? { token_endpoint_auth_method: 'client_secret_basic', client_secret: clientSecret }
            : { token_endpoint_auth_method: 'none' }),
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['only tests know this key'] },
    claims: {
      openid: ['sub', 'amr', 'acr', ...(options.claims ?? [])],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: () => '/come-in' },
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ ...(known.get(accountId) ?? { sub: accountId }) }),
    }),
    async loadExistingGrant(ctx: { oidc: Record<string, unknown> }) {
      const {
        client,
        session,
        provider: own,
      } = ctx.oidc as {
        client: { clientId: string }
        session: { accountId: string }
        provider: { Grant: new (of: object) => Grant }
      }
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/come-in')) return answer(request, response)
    const { sub, amr, acr } = person
    const login = { accountId: sub, ...(amr && { amr }), ...(acr !== undefined && { acr }) }
    void provider.interactionFinished(request, response, { login })
  })

  return {
    issuer,
    clientId,
    /** Who sits before the service from now on. */
    signedIn(next: OidcPerson) {
      person = next
      known.set(next.sub, next)
    },
    /** As a browser follows the service's redirects: from its first address to the one outside of it. */
    async follow(address: string): Promise<URL> {
      const cookies = new Map<string, string>()
      let at = new URL(address)
      for (let steps = 0; steps < 10 && at.origin === issuer; steps++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const came = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of came.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          const [name = '', ...value] = pair.split('=')
          cookies.set(name, value.join('='))
        }
        const location = came.headers.get('location')
        if (!location) throw new Error(`${at.pathname}: ${came.status} ${await came.text()}`)
        at = new URL(location, at)
      }
      return at
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

interface Grant {
  addOIDCScope(scope: string): void
  save(): Promise<void>
}

export type OidcService = Awaited<ReturnType<typeof oidcService>>
