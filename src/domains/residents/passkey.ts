import * as z from 'zod'
import type { Id } from '#platform/id.ts'
import type { ResidentId } from './resident.ts'

/** パスキー: the public half of a key that a device of a resident holds. */
export type PasskeyId = Id<'rpk'>
export const transports = [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
] as const
export type Transport = (typeof transports)[number]

export interface DeviceKey {
  /** As the device calls it, base64url. */
  readonly credential: string
  /** COSE, base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly Transport[]
}
export interface Passkey extends DeviceKey {
  readonly id: PasskeyId
  readonly resident: ResidentId
  /** What the owner calls the device, as it lies in the table: closed. */
  readonly sealedName: string
  readonly addedAt: Date
  readonly lastUsedAt: Date | null
}

export type NamedPasskey = Passkey & { readonly name: string }

/** What a device is asked to sign, once. */
export interface Question {
  readonly id: Id<'rpq'>
  /** Whose key is to be added; nobody's yet, where somebody wants to sign in. */
  readonly resident: ResidentId | null
  readonly challenge: string
  readonly createdAt: Date
  readonly expiresAt: Date
}
export type QuestionAct = 'add' | 'sign-in'

const bytes = z.string().regex(/^[\w-]{1,20000}$/)
const named = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
}
const known = z
  .array(z.string())
  .default([])
  .transform((said) => transports.filter((one) => said.includes(one)))
const made = z.object({
  ...named,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: known }),
})
const signed = z.object({
  ...named,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes,
  }),
})
/** A device's answer to "make a key". */
export type MadeAnswer = z.output<typeof made>
/** A device's answer to "sign this"; it says whose key it is, because nobody was named before. */
export type SignedAnswer = z.output<typeof signed>

const read = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
export const readMade = (text: string) => read(made, text)
export const readSigned = (text: string) => read(signed, text)
