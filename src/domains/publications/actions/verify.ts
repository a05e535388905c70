import type { Reader } from '#platform/database.ts'
import { fingerprint, fingerprintOf } from '#platform/fingerprint.ts'
import { correctionOf, editionWith } from '../store/editions.ts'

/**
 * Which published edition a file is: by its bytes, or, of a JSON, by what its record says, however it is
 * indented. With the edition that corrects it, if there is one.
 */
export async function verify(db: Reader, bytes: Uint8Array) {
  const hashes = [fingerprintOf(bytes), ...recordHash(bytes)]
  for (const hash of hashes) {
    const known = await editionWith(db, hash)
    if (known) return { ...known, correction: await correctionOf(db, known.edition.id) }
  }
  return undefined
}

function recordHash(bytes: Uint8Array): readonly string[] {
  if (bytes[0] !== 0x7b) return []
  try {
    const { record } = JSON.parse(new TextDecoder().decode(bytes)) as { record?: unknown }
    return typeof record === 'object' && record !== null ? [fingerprint(record)] : []
  } catch {
    return []
  }
}
