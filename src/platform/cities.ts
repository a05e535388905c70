import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type MailServer, readMailServer } from './mail/imap.ts'
import type { Database, DatabasePlace } from './pool.ts'

/** One city: the names it is called by, and where what belongs to it is kept. */
export interface CityPlace {
  readonly hosts: readonly string[]
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  /** Where mails to the city lie, unless its own mail server lays them beside its data. */
  readonly mailbox?: MailServer | undefined
}

export interface City {
  readonly place: CityPlace
  readonly database: Database
}

export interface Cities {
  readonly all: readonly City[]
  /** The city of a request, by its Host header. Nobody's host is nobody's: it never falls to another. */
  readonly of: (host: string) => City | undefined
  readonly close: () => Promise<void>
}

const placeForm = z
  .object({
    databaseUrl: z.string().min(1).optional(),
    dataDir: z.string().min(1).optional(),
    imapUrl: z.string().min(1).optional(),
  })
  .refine((p) => p.databaseUrl ?? p.dataDir, { error: 'databaseUrl or dataDir is needed' })
const fileForm = z.record(z.string(), placeForm)

/** Stands for every host where there is one city only. */
const anyHost = '*'

/** 'Tsushima.example.jp:8443' and 'tsushima.example.jp.' are the same name. */
const nameOf = (host: string) => host.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/**
 * Which cities this process serves. Without TOMONI_CITIES it is one, for every host; with it, the file
 * says which host is whose: `{ "host": { "databaseUrl": … , "dataDir": … , "imapUrl": … } }`.
 */
export function readCities(
  env: Readonly<Record<string, string | undefined>>,
): readonly CityPlace[] {
  const dataDir = resolve(env.TOMONI_DATA || 'data')
  if (!env.TOMONI_CITIES)
    return [
      {
        hosts: [anyHost],
        databaseUrl: env.DATABASE_URL || undefined,
        dataDir,
        mailbox: mailboxIn(env.IMAP_URL),
      },
    ]
  const file = fileForm.parse(JSON.parse(readFileSync(env.TOMONI_CITIES, 'utf8')))
  const places = new Map<string, CityPlace>()
  for (const [host, given] of Object.entries(file)) {
    // Files need a folder of their own too, where the rows are on a server.
    const place = {
      databaseUrl: given.databaseUrl,
      dataDir: given.dataDir ? resolve(given.dataDir) : resolve(dataDir, nameOf(host)),
      mailbox: mailboxIn(given.imapUrl),
    }
    const key = place.databaseUrl ?? place.dataDir
    const known = places.get(key)
    if (known && given.dataDir && known.dataDir !== place.dataDir)
      throw new Error(`${host}: one database cannot have two data folders`)
    places.set(key, {
      ...(known ?? place),
      hosts: [...(known?.hosts ?? []), nameOf(host)],
    })
  }
  const dirs = [...places.values()].map((p) => p.dataDir)
  if (new Set(dirs).size < dirs.length) throw new Error('two cities cannot share a data folder')
  return [...places.values()]
}

const mailboxIn = (url: string | undefined) => (url ? readMailServer(url) : undefined)

/** Opens every city. Nothing is kept outside of what this returns: cities share no memory. */
export async function openCities(
  places: readonly CityPlace[],
  open: (place: DatabasePlace) => Promise<Database>,
): Promise<Cities> {
  const all: City[] = []
  const close = async () => {
    await Promise.all(all.map((city) => city.database.close()))
  }
  try {
    for (const place of places) {
      const { databaseUrl, dataDir } = place
      all.push({ place, database: await open({ databaseUrl, dataDir }) })
    }
  } catch (error) {
    await close()
    throw error
  }
  const byHost = new Map(all.flatMap((city) => city.place.hosts.map((host) => [host, city])))
  return { all, of: (host) => byHost.get(nameOf(host)) ?? byHost.get(anyHost), close }
}
