import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type DeviceKey, type MadeAnswer, type SignedAnswer, transports } from './passkey.ts'
import type { ResidentId } from './resident.ts'

/** The address that the keys are bound to: they answer nowhere else, and no look-alike can ask for them. */
const placeOf = (origin: string) => ({
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
  // A key stands for the mail and more: the device must have made sure whose finger, face or PIN it was.
  requireUserVerification: true,
})

export interface Whose {
  readonly resident: ResidentId
  /** Shown by the device, when it asks which of several keys to use. */
  readonly name: string
  readonly shown: string
  readonly keys: readonly DeviceKey[]
}

/** What a device is asked to make a key from. The person is no more in it than the device has to show. */
export const askToMake = (origin: string, site: string, { resident, name, shown, keys }: Whose) =>
  generateRegistrationOptions({
    rpName: site,
    rpID: new URL(origin).hostname,
    userID: Uint8Array.from(Buffer.from(resident)),
    userName: name,
    userDisplayName: shown,
    excludeCredentials: keys.map((key) => ({
      id: key.credential,
      transports: [...key.transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** Names no key, so that asking tells nothing: the device knows which of its keys belong here. */
export const askToSign = (origin: string) =>
  generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required',
  })

/** The library throws at the first thing that does not fit; for us all of these are one answer. */
const orNull = async <T>(check: () => Promise<T | null>): Promise<T | null> => {
  try {
    return await check()
  } catch (thrown) {
    if (thrown instanceof Error) return null
    throw thrown
  }
}

/** The new key, if the device answered this very question, here. */
export const newKey = (
  origin: string,
  challenge: string,
  response: MadeAnswer,
): Promise<DeviceKey | null> =>
  orNull(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      ...placeOf(origin),
    })
    if (!verified) return null
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      credential: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transports.filter((one) => response.response.transports.includes(one)),
    }
  })

/** The device's counter after a good signature; null for a bad one, or a counter that went back. */
export const signedBy = (
  origin: string,
  challenge: string,
  response: SignedAnswer,
  key: DeviceKey,
): Promise<number | null> =>
  orNull(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      ...placeOf(origin),
      credential: {
        id: key.credential,
        publicKey: Uint8Array.from(Buffer.from(key.publicKey, 'base64url')),
        counter: key.counter,
      },
    })
    return verified ? authenticationInfo.newCounter : null
  })

/** Whose key the device says it is; the key itself has to agree. */
export const ownerIn = ({ response }: SignedAnswer): string =>
  Buffer.from(response.userHandle, 'base64url').toString()
