import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inboxFolder } from '../../places.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Settings by which a city is opened with keys or a database of somebody’s own. */
export const ownSettings = [
  'TOMONI_SECRET',
  'TOMONI_SEAL_KEYS',
  'DATABASE_URL',
  'TOMONI_CITIES',
] as const

/**
 * Puts the demo city that the build has made, with the secret that its build drew, where a city is to begin from
 * nothing: opening it takes seconds instead of the half minute in which it is made. Answers whether it did; whatever
 * is there already, and whoever has settings of their own, gets none, and the city is made from its beginning.
 */
export function placeReadyCity(made: string, env: Environment): boolean {
  const home = resolve(env.TOMONI_DATA || 'data')
  const parts = ['db', 'files', 'secret'] as const
  if (ownSettings.some((name) => env[name]) || env.NODE_ENV === 'production') return false
  if (home === made || !parts.every((part) => existsSync(join(made, part)))) return false
  if (parts.some((part) => existsSync(join(home, part)))) return false
  mkdirSync(home, { recursive: true })
  // A copy that is cut short is no city: the database gets its name last.
  const copying = join(home, 'db.copying')
  rmSync(copying, { recursive: true, force: true })
  for (const folder of ['files', inboxFolder].filter((one) => existsSync(join(made, one))))
    cpSync(join(made, folder), join(home, folder), { recursive: true })
  cpSync(join(made, 'db'), copying, { recursive: true })
  cpSync(join(made, 'secret'), join(home, 'secret'))
  renameSync(copying, join(home, 'db'))
  return true
}
