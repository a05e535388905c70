import { hashPassword, verifyPassword } from 'better-auth/crypto'

export { hashPassword }

let nobody: Promise<string> | undefined

/**
 * The same work whether there is a password or not (scrypt, by better-auth): nobody learns by the clock which
 * addresses have an account.
 */
export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const isRight = await verifyPassword({ hash: hash ?? (await nobody), password })
  return hash !== null && isRight
}
