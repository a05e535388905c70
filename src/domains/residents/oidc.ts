import { createRemoteJWKSet, customFetch, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { type Outgoing, outgoing } from '#platform/outgoing.ts'
import { newToken } from './phrase.ts'
import type { Service } from './provider.ts'

/** What the browser carries, sealed, until it is back. */
export interface Trip {
  readonly service: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export class NotVouched extends Error {
  override name = 'NotVouched'
}

interface Discovered {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly jwks_uri: string
}

const ask = async (issuer: string, url: string, init?: Outgoing): Promise<unknown> => {
  const answer = await outgoing(issuer)(url, init)
  if (!answer.ok) throw new NotVouched(`${new URL(url).host}: ${answer.status}`)
  return answer.json()
}

const known = new Map<string, Discovered>()

/** OpenID Connect Discovery 1.0, 4.3: what it says must be said by the very issuer. */
async function discover({ issuer }: Service): Promise<Discovered> {
  const before = known.get(issuer)
  if (before) return before
  const found = (await ask(
    issuer,
    `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  )) as Discovered
  if (found.issuer !== issuer) throw new NotVouched(`issuer is ${found.issuer}`)
  known.set(issuer, found)
  return found
}

const digest = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString(
    'base64url',
  )

/** Where to send the browser: with PKCE (S256), state and nonce. */
export async function setOut(
  service: Service,
  back: string,
): Promise<{ readonly url: string; readonly trip: Trip }> {
  const { authorization_endpoint } = await discover(service)
  const trip = { service: service.name, state: newToken(), nonce: newToken(), verifier: newToken() }
  const url = new URL(authorization_endpoint)
  const asked = {
    response_type: 'code',
    client_id: service.clientId,
    redirect_uri: back,
    scope: service.scopes.join(' '),
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await digest(trip.verifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return { url: url.href, trip }
}

/** Whom the service vouches for. Everything that does not fit together is `NotVouched`. */
export async function comeBack(
  service: Service,
  trip: Trip,
  back: string,
  query: URLSearchParams,
): Promise<{ readonly issuer: string; readonly subject: string }> {
  const { issuer, token_endpoint, jwks_uri } = await discover(service)
  const code = query.get('code')
  if (trip.service !== service.name || !code || query.get('state') !== trip.state)
    throw new NotVouched('state')
  // RFC 9207: another provider's answer, mixed in.
  if (query.has('iss') && query.get('iss') !== issuer) throw new NotVouched('iss')
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: back,
    code_verifier: trip.verifier,
  })
  const headers = new Headers({
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  })
  if (service.privateKey) {
    body.set('client_id', service.clientId)
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    body.set('client_assertion', await assertion(service, token_endpoint))
  } else {
    const pair = [service.clientId, service.clientSecret ?? ''].map(encodeURIComponent).join(':')
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`)
  }
  const { id_token: token } = (await ask(issuer, token_endpoint, {
    method: 'POST',
    body,
    headers,
  })) as { id_token?: string }
  if (!token) throw new NotVouched('no id_token')
  const options = {
    issuer,
    audience: service.clientId,
    algorithms: [...service.algorithms],
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
  }
  const isShared =
    token.split('.')[0] &&
    JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).alg === 'HS256'
  const { payload } = isShared
    ? await jwtVerify(token, new TextEncoder().encode(service.clientSecret ?? newToken()), options)
    : await jwtVerify(
        token,
        createRemoteJWKSet(new URL(jwks_uri), { [customFetch]: outgoing(issuer) }),
        options,
      )
  if (payload.nonce !== trip.nonce || !payload.sub) throw new NotVouched('nonce')
  return { issuer, subject: payload.sub }
}

/** RFC 7523: the client proves itself by a key, and no secret is shared. */
async function assertion({ clientId, privateKey }: Service, audience: string): Promise<string> {
  const jwk = privateKey as JWK
  const alg = jwk.alg ?? 'ES256'
  return new SignJWT({})
    .setProtectedHeader({ alg, ...(jwk.kid && { kid: jwk.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(newToken())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(await importJWK(jwk, alg))
}
