import * as z from 'zod'

const four = z.object({
  ja: z.string().min(1),
  easy: z.string().min(1),
  en: z.string().min(1),
  ko: z.string().min(1),
})

/**
 * ほかのサービスで入る: one OpenID Connect provider, as configuration says it. Presets for LINE Login,
 * デジタル認証アプリ and GビズID stand in docs/user/residents.md.
 */
export const serviceForm = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  title: four,
  issuer: z.url(),
  clientId: z.string().min(1),
  /** client_secret_basic, or the key of an HS256 id_token. */
  clientSecret: z.string().min(8).exactOptional(),
  /** private_key_jwt: the private key as JWK, with alg and kid. */
  privateKey: z.record(z.string(), z.unknown()).exactOptional(),
  scopes: z.array(z.string()).default(['openid']),
  algorithms: z
    .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA', 'HS256']))
    .default(['RS256', 'ES256', 'PS256']),
})
export type Service = Readonly<z.output<typeof serviceForm>>

/** A JSON list; throws with the place of the fault, for the start to refuse. */
export function readServices(text: string | undefined): readonly Service[] {
  if (!text) return []
  const services = z.array(serviceForm).parse(JSON.parse(text))
  for (const { name, issuer, clientSecret, privateKey } of services) {
    if (!clientSecret && !privateKey)
      throw new Error(`${name}: clientSecret か privateKey が要ります`)
    const { protocol, hostname } = new URL(issuer)
    if (protocol !== 'https:' && hostname !== 'localhost')
      throw new Error(`${name}: issuer は https にしてください`)
  }
  return services
}
