import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { pino } from 'pino'
import { noticeJobs, sender } from '#domains/notices/jobs.ts'
import { authFor } from '#domains/staff/auth.ts'
import { clock } from '#domains/staff/roles.ts'
import { assetsIn } from '#platform/assets.ts'
import { type Cities, type City, type CityPlace, openCities, readCities } from '#platform/cities.ts'
import type { Io } from '#platform/command.ts'
import { serveControl } from '#platform/control.ts'
import { localFiles } from '#platform/files.ts'
import { ledger } from '#platform/ledger.ts'
import { maildir } from '#platform/mail/maildir.ts'
import { migrate } from '#platform/migrate.ts'
import { closePdf } from '#platform/pdf/pdf.ts'
import { closePictures } from '#platform/picture.ts'
import { type Database, type DatabasePlace, openDatabase } from '#platform/pool.ts'
import { sealOpen } from '#platform/rotation.ts'
import { app } from './app.tsx'
import type { Config } from './config.ts'
import { listenForFacts } from './facts.ts'
import { startNight } from './night.ts'
import { assetsFolder, inboxFolder, migrationsFolder, templateFile } from './places.ts'
import { dues, mailFolder, postRoom, staffOf } from './post-room.ts'
import { sealedColumns } from './sealed.ts'

export type RunCommand = (
  argv: readonly string[],
  io: Io,
  database: Database,
  onFacts: () => void,
) => Promise<number>

/** Opens one city's database, from the shipped template where it is new, and brings it up to date. */
export async function openCity(place: DatabasePlace): Promise<Database> {
  const fresh = !place.databaseUrl && !existsSync(join(place.dataDir, 'db'))
  const template = fresh && existsSync(templateFile) ? await readFile(templateFile) : undefined
  const database = await openDatabase({ ...place, template })
  await migrate(database.db, migrationsFolder)
  return database
}

export interface Running {
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Starts the whole: config → databases → one app a city → the control socket → listening. `prepare` runs
 * on the first city before the door opens: the demo fills itself there.
 */
export async function start(
  config: Config,
  runIn: (place: CityPlace) => RunCommand,
  prepare: (database: Database) => Promise<void> = async () => {},
): Promise<Running> {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
  const cities = await openCities(readCities(cityEnvironment(config)), (place) =>
    openCity({ ...place, onLog: (message) => log.warn(message) }),
  )
  const assets = assetsIn(assetsFolder)
  const served = await Promise.all(
    cities.all.map(async (city) => {
      const { database, place } = city
      await sealOpen(clockOf(city, config, () => {})('seal'), sealedColumns)
      // What is sent changes no page.
      const mail = mailOf(city, config, () => {}, log)
      const site: ReturnType<typeof app> = app({
        db: database.db,
        now: config.clock,
        auth: authFor(database.db, config),
        assets,
        files: localFiles(join(place.dataDir, 'files')),
        setAside: maildir(join(place.dataDir, inboxFolder)),
        secret: config.secret,
        seal: config.seal,
        proxies: config.proxies,
        services: config.services,
        rush: config.rush,
        ...(config.metricsToken && { metricsToken: config.metricsToken }),
        origin: config.origin,
        log: (line) => log.info(line),
        bug: (requestId, thrown) => log.error({ requestId, err: thrown }),
        ready: () => answers(database),
        nudge: mail.nudge,
        ...(mail.kept && { mailKept: mail.kept }),
        ...(!config.smtpUrl && { mailFolder: mailFolder(place.dataDir) }),
      })
      const ears = await listenForFacts(city, site.forget)
      const control =
        database.engine === 'embedded'
          ? await serveControl({
              dataDir: place.dataDir,
              run: (argv, io) => runIn(place)(argv, io, database, site.forget),
            })
          : undefined
      return { city, site, ears, control, mail }
    }),
  )
  const [first] = served
  if (first) await prepare(first.city.database)
  first?.site.forget()

  const http = await listen(config, cities, (host) => {
    const city = cities.of(host)
    return served.find((one) => one.city === city)?.site
  })
  // The clock starts when the door is open: making its tables takes a second the first time.
  const nights = Promise.allSettled(
    served.map(({ city, site, mail }) =>
      startNight(
        city,
        config,
        site.forget,
        (job, thrown) => log.error({ job, err: thrown }),
        noticeJobs(mail, staffOf, dues),
      ),
    ),
  )
  const { port } = http.address() as AddressInfo
  const address = config.port === 0 ? `http://localhost:${port}` : config.origin
  const close = async () => {
    await new Promise((done) => http.close(done))
    for (const night of await nights) if (night.status === 'fulfilled') await night.value.close()
    for (const { control, ears, mail } of served) {
      await mail.close()
      await control?.close()
      await ears.close()
    }
    await closePdf()
    await closePictures()
    await cities.close()
  }
  return { address, close }
}

/** What happens by itself in a city. */
const clockOf =
  ({ database: { db } }: City, config: Config, onFacts: () => void) =>
  (requestId: string) => {
    const at = { actor: clock, now: config.clock(), requestId, onFacts }
    return { ...at, db, seal: config.seal, record: ledger(db, at) }
  }

/** The one sender of a city in this process, as the clock. */
function mailOf(city: City, config: Config, onFacts: () => void, log: pino.Logger) {
  const room = postRoom(config, city.place.dataDir)
  const moment = () => clockOf(city, config, onFacts)('post')
  const own = sender(room, moment, (thrown) => log.error({ job: 'notices.send', err: thrown }))
  return { ...own, kept: room.post.kept }
}

const cityEnvironment = (config: Config) => ({
  TOMONI_DATA: config.dataDir,
  DATABASE_URL: config.databaseUrl,
  TOMONI_CITIES: process.env.TOMONI_CITIES,
  IMAP_URL: config.imapUrl,
})

function listen(
  { host, port }: Config,
  cities: Cities,
  siteOf: (host: string) => ReturnType<typeof app> | undefined,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: host,
        port,
        fetch: (request, env) =>
          siteOf(request.headers.get('host') ?? '')?.fetch(request, env) ??
          new Response('no such city', { status: 421 }),
      },
      () => resolve(server),
    )
    server.once('error', (error) => {
      void cities.close()
      reject(error)
    })
  })
}

async function answers({ pool }: Database): Promise<boolean> {
  try {
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}
