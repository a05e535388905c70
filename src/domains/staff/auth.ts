import { betterAuth } from 'better-auth'
import { hashPassword as hash } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import { newId } from '#platform/id.ts'
import type { DB } from '#platform/tables.ts'
import { passwordLength } from './staff.ts'

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

/** A working day; a session that is used goes on, one that is left alone ends with the day. */
const sessionSeconds = 8 * 60 * 60

/**
 * Sign-in is better-auth's: hashing, sessions, cookies. It keeps its tables among ours under our names.
 * Accounts are opened by the secretariat only, so its sign-up is off, and its routes are not mounted:
 * our own forms call it, and work without JavaScript.
 */
export function authFor(
  db: Kysely<DB>,
  options: { readonly secret: string; readonly origin: string },
) {
  const auth = betterAuth({
    secret: options.secret,
    baseURL: options.origin,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: { modelName: 'staff_user', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'staff_session',
      expiresIn: sessionSeconds,
      updateAge: 15 * 60,
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
      cookiePrefix: 'tomoni',
      useSecureCookies: options.origin.startsWith('https:'),
      database: { generateId: () => newId('ses') },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    logger: { disabled: true },
  })
  return {
    /** The session of a request, or null: who signed in, and the token that names the session. */
    async session(headers: Headers) {
      const found = await auth.api.getSession({ headers })
      return found && { userId: found.user.id, token: found.session.token }
    },
    /** Set-Cookie lines and the user; null when address or password is wrong, which is never told apart. */
    async signIn(email: string, password: string, headers: Headers) {
      try {
        const { headers: answer, response } = await auth.api.signInEmail({
          body: { email, password },
          headers,
          returnHeaders: true,
        })
        return { userId: response.user.id, cookies: answer.getSetCookie() }
      } catch (thrown) {
        if (thrown instanceof Error && 'status' in thrown) return null
        throw thrown
      }
    },
    async signOut(headers: Headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.getSetCookie()
    },
  }
}

export type Auth = ReturnType<typeof authFor>
export const hashPassword = hash
