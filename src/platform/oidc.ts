import { randomBytes, timingSafeEqual } from 'node:crypto'
import {
  authorizationCodeRequest,
  createAuthorizationURL,
  createPrivateKeyJwtClientAssertionGetter,
  getOAuth2Tokens,
} from 'better-auth/oauth2'
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import { z } from 'zod'
import { type Outgoing, outgoing } from './outgoing.ts'

/** A service that says who somebody is, by OpenID Connect, and as whom we ask it. */
export interface OidcSetting {
  /** Exactly as its discovery document says it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** private_key_jwt (RFC 7523) instead of a secret: PKCS #8 as PEM. */
  readonly privateKey?:
    | { readonly pem: string; readonly id?: string; readonly algorithm?: 'RS256' | 'ES256' }
    | undefined
  readonly scopes: readonly string[]
}

/** What has to be remembered between leaving and coming back; belongs sealed into a cookie. */
export interface OidcFlow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** Why an answer was not believed. The words are for the log, not for the page. */
export class OidcRefused extends Error {
  override name = 'OidcRefused'
}

const metadataForm = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  end_session_endpoint: z.url().optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
})
type Metadata = z.output<typeof metadataForm>

/** Signatures that only the service can make. With `HS…` whoever knows the client's secret could. */
const asymmetric = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]
const hour = 3_600_000

const newSecret = () => randomBytes(32).toString('base64url')
const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** One client of one service. Its papers are fetched when they are first needed, and again after an hour. */
export function oidcClient(setting: OidcSetting) {
  let known: { readonly at: number; readonly papers: Promise<Papers> } | undefined
  const papers = () => {
    if (!known || Date.now() - known.at > hour) {
      const asked = { at: Date.now(), papers: papersOf(setting.issuer) }
      known = asked
      asked.papers.catch(() => {
        if (known === asked) known = undefined
      })
    }
    return known.papers
  }
  return {
    /** Where to send the browser, and what to remember until it comes back. */
    async begin(redirectURI: string, hints: Readonly<Record<string, string>> = {}) {
      const { metadata } = await papers()
      const flow: OidcFlow = { state: newSecret(), nonce: newSecret(), verifier: newSecret() }
      const url = await createAuthorizationURL({
        id: setting.issuer,
        options: { clientId: setting.clientId },
        authorizationEndpoint: metadata.authorization_endpoint,
        redirectURI,
        state: flow.state,
        nonce: flow.nonce,
        codeVerifier: flow.verifier,
        scopes: [...setting.scopes],
        additionalParams: { ...hints },
      })
      return { url: url.href, flow }
    },

    /** What the service says of who came back. Throws OidcRefused for whatever does not fit together. */
    async finish(answer: URLSearchParams, flow: OidcFlow, redirectURI: string) {
      const { metadata, keys } = await papers()
      if (!same(answer.get('state') ?? '', flow.state)) throw new OidcRefused('state')
      const iss = answer.get('iss')
      if (iss === null && metadata.authorization_response_iss_parameter_supported)
        throw new OidcRefused('issuer missing')
      if (iss !== null && iss !== metadata.issuer) throw new OidcRefused('issuer')
      const code = answer.get('code')
      if (!code) throw new OidcRefused(answer.get('error') ?? 'no code')
      const tokens = await exchange(setting, metadata, code, flow, redirectURI)
      if (!tokens.idToken) throw new OidcRefused('no id token')
      const claims = await verified(setting, metadata, keys, tokens.idToken, flow.nonce)
      const more = await userinfo(metadata, tokens.accessToken, claims.sub)
      return { claims: { ...more, ...claims }, idToken: tokens.idToken }
    },

    /** Where signing out goes on to, if the service wants to hear of it (RP-initiated logout). */
    async farewell(idToken: string | undefined, back: string): Promise<string | undefined> {
      const { metadata } = await papers()
      if (!metadata.end_session_endpoint) return undefined
      const url = new URL(metadata.end_session_endpoint)
      if (idToken) url.searchParams.set('id_token_hint', idToken)
      url.searchParams.set('client_id', setting.clientId)
      url.searchParams.set('post_logout_redirect_uri', back)
      return url.href
    },
  }
}

export type OidcClient = ReturnType<typeof oidcClient>
type Keys = ReturnType<typeof createRemoteJWKSet>
interface Papers {
  readonly metadata: Metadata
  readonly keys: Keys
}

/** What we ask of a service, and of hosts that it names: by the one door out. Whatever fails there is no answer. */
function asking(issuer: string) {
  const ask = outgoing(issuer)
  return (address: string, init?: Outgoing) =>
    ask(address, init).catch((thrown: unknown) => {
      throw new OidcRefused(thrown instanceof Error ? thrown.message : String(thrown))
    })
}

async function papersOf(issuer: string): Promise<Papers> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const ask = asking(issuer)
  const answer = await ask(address)
  if (!answer.ok) throw new OidcRefused(`discovery: ${answer.status}`)
  const metadata = metadataForm.parse(await answer.json())
  if (metadata.issuer !== issuer) throw new OidcRefused('discovery of another issuer')
  return { metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri), { [customFetch]: ask }) }
}

async function exchange(
  { clientId, clientSecret, privateKey }: OidcSetting,
  metadata: Metadata,
  code: string,
  { verifier }: OidcFlow,
  redirectURI: string,
) {
  const auth = privateKey
    ? {
        method: 'private_key_jwt' as const,
        getClientAssertion: createPrivateKeyJwtClientAssertionGetter({
          privateKeyPem: privateKey.pem,
          algorithm: privateKey.algorithm ?? 'RS256',
          ...(privateKey.id !== undefined && { kid: privateKey.id }),
        }),
      }
    : { method: clientSecret ? ('client_secret_basic' as const) : ('none' as const) }
  try {
    const { body, headers } = await authorizationCodeRequest({
      code,
      codeVerifier: verifier,
      redirectURI,
      options: { clientId, ...(clientSecret !== undefined && { clientSecret }) },
      tokenEndpoint: metadata.token_endpoint,
      tokenEndpointAuth: auth,
    })
    const ask = asking(metadata.issuer)
    const answer = await ask(metadata.token_endpoint, { method: 'POST', body, headers })
    if (!answer.ok) throw new OidcRefused(`${answer.status}`)
    return getOAuth2Tokens(z.record(z.string(), z.unknown()).parse(await answer.json()))
  } catch (thrown) {
    throw new OidcRefused(
      `token: ${thrown instanceof Error ? thrown.message : JSON.stringify(thrown)}`,
    )
  }
}

async function verified(
  { clientId }: OidcSetting,
  { issuer, id_token_signing_alg_values_supported: offered = ['RS256'] }: Metadata,
  keys: Keys,
  idToken: string,
  nonce: string,
): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      issuer,
      audience: clientId,
      algorithms: offered.filter((one) => asymmetric.includes(one)),
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
      clockTolerance: 30,
    })
    const { sub, azp, aud } = payload
    if (!sub || !same(String(payload.nonce), nonce)) throw new OidcRefused('nonce')
    if (Array.isArray(aud) && aud.length > 1 && azp !== clientId) throw new OidcRefused('azp')
    return { ...payload, sub }
  } catch (thrown) {
    if (thrown instanceof OidcRefused) throw thrown
    throw new OidcRefused(`id token: ${thrown instanceof Error ? thrown.message : thrown}`)
  }
}

/** What the token itself does not say; believed only of the same person. */
async function userinfo(metadata: Metadata, accessToken: string | undefined, sub: string) {
  if (!metadata.userinfo_endpoint || !accessToken) return {}
  const answer = await asking(metadata.issuer)(metadata.userinfo_endpoint, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('application/json')) return {}
  const said = z.record(z.string(), z.unknown()).parse(await answer.json())
  if (said.sub !== sub) throw new OidcRefused('userinfo of another person')
  return said
}
