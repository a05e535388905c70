import { passkey } from '@better-auth/passkey'
import { APIError, betterAuth } from 'better-auth'
import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import { newId } from '#platform/id.ts'
import { type OidcClient, oidcClient } from '#platform/oidc.ts'
import type { DB } from '#platform/tables.ts'
import { hashOf } from '#platform/token.ts'
import { isAlive, type SecondFactorPolicy } from './session.ts'
import type { SsoSetting } from './sso.ts'
import { sessionBy } from './store/sessions.ts'

/** Passwords are kept by scrypt, as better-auth does it. */
export const passwords = {
  hash,
  verify: (given: string, kept: string) => verify({ hash: kept, password: given }),
}
export type Passwords = typeof passwords

export interface AuthOptions {
  readonly secret: string
  readonly origin: string
  readonly secondFactor?: SecondFactorPolicy
  /** The city's own directory, if it has one, with the key read from its file. */
  readonly sso?: { readonly setting: SsoSetting; readonly privateKey?: string } | undefined
  /** Another one only counts: the tests prove with it that unknown names cost the same. */
  readonly passwords?: Passwords
}

const minute = 60_000
/** Browsers keep no cookie longer. */
const longest = 400 * 24 * 60 * 60

/** Who asks: sessions, cookies, passkeys, the city's directory. What is changed is changed by the actions. */
export function authFor(db: Kysely<DB>, options: AuthOptions) {
  const { origin, secondFactor = 'required', sso } = options
  const https = origin.startsWith('https:')
  // The prefix binds a cookie to this very host, and to https.
  const names = {
    session: https ? '__Host-tomoni.staff' : 'tomoni.staff',
    device: https ? '__Host-tomoni.device' : 'tomoni.device',
    sso: https ? '__Host-tomoni.sso' : 'tomoni.sso',
  }
  const cookie = (name: string, value: string, maxAge?: number) =>
    [
      `${name}=${value}`,
      'Path=/',
      ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
      'HttpOnly',
      'SameSite=Lax',
      ...(https ? ['Secure'] : []),
    ].join('; ')
  return {
    policy: secondFactor,
    /** Where forms of ours may be led on to, beside ourselves. */
    formTargets: sso ? [new URL(sso.setting.issuer).origin] : [],
    origin,
    passwords: options.passwords ?? passwords,
    passkeys: passkeysFor(db, options),
    sso: sso && { setting: sso.setting, client: clientOf(sso) },
    cookies: {
      session: (token: string) => cookie(names.session, token),
      noSession: () => cookie(names.session, '', 0),
      device: (token: string) => cookie(names.device, token, longest),
      sso: (sealed: string) => cookie(names.sso, sealed, 600),
      noSso: () => cookie(names.sso, '', 0),
    },
    deviceOf: (headers: Headers) => cookieIn(headers, names.device),
    flowOf: (headers: Headers) => cookieIn(headers, names.sso),

    /** The session of a request, or null. Being used keeps it alive; that is noted once a minute. */
    async session(headers: Headers, now: Date) {
      const token = cookieIn(headers, names.session)
      const found = token && (await sessionBy(db, hashOf(token)))
      if (!token || !found || !isAlive(found, now)) return null
      if (Math.abs(+now - +found.seenAt) >= minute)
        await db
          .updateTable('staff_session')
          .set({ seen_at: now, updated_at: now })
          .where('id', '=', found.id)
          .execute()
      return { ...found, userId: found.user, token }
    },
  }
}

/** What a browser answers with: checked by the library, field by field. */
export interface KeyAnswer {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: { clientDataJSON: string; authenticatorData: string; signature: string }
  readonly clientExtensionResults: Record<string, never>
}

export type Auth = ReturnType<typeof authFor>
export const hashPassword = hash

function cookieIn(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/)
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value && /^[\w.~-]{1,4096}$/.test(value) ? value : undefined
}

function clientOf({ setting, privateKey }: NonNullable<AuthOptions['sso']>): OidcClient {
  const { issuer, clientId, clientSecret, scopes, keyId, algorithm } = setting
  const key = privateKey && {
    pem: privateKey,
    ...(keyId !== undefined && { id: keyId }),
    ...(algorithm !== undefined && { algorithm }),
  }
  return oidcClient({
    issuer,
    clientId,
    scopes,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(key && { privateKey: key }),
  })
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

/**
 * The ceremonies of WebAuthn are better-auth's, on our tables and behind our own forms. A passkey counts as
 * both factors, so the person must have been verified by it (finger, face, PIN); the library asks for that
 * only where its owner insists. The session that it opens at the end is taken away at once: ours, which is
 * hashed, dated by our clock and recorded, takes its place (docs/decisions/0016-second-factor.md).
 */
function passkeysFor(db: Kysely<DB>, { secret, origin }: AuthOptions) {
  const rpID = new URL(origin).hostname
  const insist = (userVerified: boolean | undefined) => {
    if (!userVerified)
      throw new APIError('UNAUTHORIZED', { message: 'the person was not verified' })
  }
  const { api } = betterAuth({
    secret,
    baseURL: origin,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    user: { modelName: 'staff_user', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'staff_session',
      expiresIn: 60,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      modelName: 'staff_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: {
      modelName: 'staff_verification',
      fields: { expiresAt: 'expires_at', ...times },
    },
    advanced: {
      cookiePrefix: 'tomoni-key',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: ({ model }) => newId(model.includes('passkey') ? 'psk' : 'lib') },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    logger: { disabled: true },
    plugins: [
      passkey({
        rpID,
        rpName: '共に',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          requireSession: false,
          // The context is the person whom our own session names; these routes are not mounted.
          async resolveUser({ context }) {
            const user = await db
              .selectFrom('staff_user')
              .select(['id', 'name', 'email'])
              .where('id', '=', context ?? '')
              .executeTakeFirstOrThrow()
            return { id: user.id, name: user.email, displayName: user.name }
          },
          afterVerification: ({ verification }) =>
            insist(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            insist(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            modelName: 'staff_passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })
  return {
    /** What the browser is asked to make a key from, and the cookie that remembers the question. */
    async askNew(user: string, headers: Headers) {
      const query = { context: user }
      const asked = { query, headers, returnHeaders: true } as const
      const { response, headers: answer } = await api.generatePasskeyRegistrationOptions(asked)
      return { options: response, cookies: answer.getSetCookie() }
    },
    /** The id of the new key; null when the answer does not fit the question. */
    async add(response: unknown, name: string, headers: Headers) {
      return orNull(async () => {
        const made = await api.verifyPasskeyRegistration({ body: { response, name }, headers })
        return { id: made.id, user: made.userId }
      })
    },
    async ask(headers: Headers) {
      const asked = { headers, returnHeaders: true } as const
      const { response, headers: answer } = await api.generatePasskeyAuthenticationOptions(asked)
      const options = { ...response, userVerification: 'required' }
      return { options, cookies: answer.getSetCookie() }
    },
    /** Whose key it was; null when it is nobody's, or did not sign what was asked. */
    async check(response: KeyAnswer, headers: Headers) {
      return orNull(async () => {
        const { session, user } = await api.verifyPasskeyAuthentication({
          body: { response },
          headers,
        })
        await db.deleteFrom('staff_session').where('token', '=', session.token).execute()
        return user.id
      })
    },
  }
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof APIError) return null
    throw thrown
  }
}
