import { z } from 'zod'
import { isRoleName, type RoleName } from './roles.ts'

const claim = z.string().min(1).max(100)
const roleName = z.custom<RoleName>((v) => typeof v === 'string' && isRoleName(v), 'no such role')

/**
 * 庁内認証 (Entra ID, Keycloak, …): everything about it is data. Which claim means what, which group means
 * which role; no expression, no script. Without an entry a claim means nothing and a group gives nothing.
 */
export const ssoForm = z.strictObject({
  /** On the button: 庁内アカウント. */
  name: z.string().min(1).max(60),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).exactOptional(),
  /** A PKCS #8 file in PEM: private_key_jwt instead of a secret. */
  privateKeyFile: z.string().min(1).exactOptional(),
  keyId: z.string().min(1).exactOptional(),
  algorithm: z.enum(['RS256', 'ES256']).exactOptional(),
  scopes: z.array(z.string()).default(['openid', 'profile', 'email']),
  claims: z
    .strictObject({
      email: claim.exactOptional(),
      employeeNo: claim.exactOptional(),
      name: claim.exactOptional(),
      department: claim.exactOptional(),
      groups: claim.exactOptional(),
    })
    .default({ email: 'email', name: 'name' }),
  /** Domains whose addresses this issuer itself gives out: they need no `email_verified`. */
  trustedDomains: z.array(z.string().toLowerCase()).default([]),
  /** `create` opens accounts for whoever the directory sends; `roster` lets in only who has one. */
  admit: z.enum(['roster', 'create']).default('roster'),
  /** Group → role for the whole city, or in the person's section where the role reaches no further. */
  roles: z.record(z.string(), roleName).default({}),
  /** Values that mean that two factors were asked there; without any, ours is asked too. */
  secondFactor: z
    .strictObject({ amr: z.array(z.string()).default([]), acr: z.array(z.string()).default([]) })
    .default({ amr: [], acr: [] }),
})
export type SsoSetting = z.output<typeof ssoForm>

type Claims = Readonly<Record<string, unknown>>

/** What the directory says of a person, read by the table and by nothing else. */
export interface SsoPerson {
  readonly subject: string
  /** Only if verified, or of a domain for which the issuer is trusted. */
  readonly email: string | null
  readonly employeeNo: string | null
  readonly name: string
  readonly department: string | null
  readonly roles: readonly RoleName[]
  readonly provedTwice: boolean
}

const textOf = (claims: Claims, name: string | undefined): string => {
  const value = name === undefined ? undefined : claims[name]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')

export function personIn(
  setting: SsoSetting,
  claims: Claims & { readonly sub: string },
): SsoPerson {
  const { claims: names, roles, secondFactor, trustedDomains } = setting
  const email = textOf(claims, names.email).toLowerCase()
  const domain = email.split('@')[1] ?? ''
  const isOurs = claims.email_verified === true && names.email === 'email'
  const believed = /^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(email)
    ? isOurs || trustedDomains.includes(domain)
    : false
  const groups = names.groups === undefined ? [] : listOf(claims[names.groups])
  const given = groups.flatMap((group) => (Object.hasOwn(roles, group) ? (roles[group] ?? []) : []))
  return {
    subject: claims.sub,
    email: believed ? email : null,
    employeeNo: textOf(claims, names.employeeNo) || null,
    name: textOf(claims, names.name),
    department: textOf(claims, names.department) || null,
    roles: [...new Set(given)],
    provedTwice:
      listOf(claims.amr).some((one) => secondFactor.amr.includes(one)) ||
      listOf(claims.acr).some((one) => secondFactor.acr.includes(one)),
  }
}
